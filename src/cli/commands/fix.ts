import { changedLines, type Fixed, fixesFor } from '../../office/fixes.ts';
import { decode } from '../../read/text/decode.ts';
import { editFile } from '../edit-file.ts';
import type { Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

/**
 * `plan check --fix`: puts right what is certain before the check, shows each changed line, and keeps the old file.
 * Repairs may bring more to light (a list that was one word), so a second round follows the first.
 */
export async function fixPlan(session: Session, path: string): Promise<void> {
  const { texts } = session;
  const kept = new Set<string>();
  /** what each file was before the first round, and is now */
  const files = new Map<string, Fixed>();
  for (let round = 0; round < ROUNDS; round++) {
    const fixes = fixesFor((await session.load(path)).problems.all);
    if (fixes.length === 0) break;
    for (const fixed of fixes) {
      const original = session.read(fixed.path);
      // An editor may have saved the file since it was read: what was typed there must not be lost.
      const now = decode(original);
      if (!('text' in now) || now.text !== fixed.before)
        throw new UsageError(texts.faults.changedMeanwhile(fixed.path));
      // A mark at the beginning is not part of the text, and stays.
      const mark = now.encoding === 'utf-8-bom' ? '\ufeff' : '';
      const after = new TextEncoder().encode(mark + fixed.after);
      const backup = editFile(session, fixed.path, original, after, kept.has(fixed.path));
      if (backup !== undefined) session.tell(`${texts.fix.backup(fixed.path, backup)}\n`);
      kept.add(fixed.path);
      if (fixed.encoding) session.tell(`${texts.fix.encoding(fixed.path)}\n`);
      files.set(fixed.path, { ...fixed, before: files.get(fixed.path)?.before ?? fixed.before });
    }
  }
  let changed = 0;
  const shown = (text: string) => text.replace(/[\r\n\t]/g, ' ');
  for (const fixed of files.values())
    for (const { line, from, to } of changedLines(fixed)) {
      session.tell(`${fixed.path}:${line}\n- ${shown(from)}\n+ ${shown(to)}\n`);
      changed++;
    }
  session.tell(`${texts.fix.done(changed, kept.size)}\n`);
}

/** A repair may bring another to light (an indentation, then what stands behind it); none undoes one, so this many are never needed. */
const ROUNDS = 10;
