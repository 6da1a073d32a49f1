import { changedLines, fixesFor } from '../../office/fixes.ts';
import { ownBytes, ownText } from '../../output/gate.ts';
import { decode } from '../../read/text/decode.ts';
import type { Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

/**
 * `plan check --fix`: puts right what is certain before the check, shows each changed line, and keeps the old file.
 * Repairs may bring more to light (a list that was one word), so a second round follows the first.
 */
export async function fixPlan(session: Session, path: string): Promise<void> {
  const { io, texts } = session;
  const kept = new Set<string>();
  let changed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const fixes = fixesFor((await session.load(path)).problems.all);
    if (fixes.length === 0) break;
    for (const fixed of fixes) {
      const original = session.read(fixed.path);
      // An editor may have saved the file since it was read: what was typed there must not be lost.
      const now = decode(original);
      if (!('text' in now) || now.text !== fixed.before)
        throw new UsageError(texts.faults.changedMeanwhile(fixed.path));
      if (!kept.has(fixed.path)) {
        const backup = freeName(session, fixed.path);
        io.files.write(backup, ownBytes(original), { replace: false });
        session.tell(`${texts.fix.backup(fixed.path, backup)}\n`);
        kept.add(fixed.path);
      }
      if (fixed.encoding) session.tell(`${texts.fix.encoding(fixed.path)}\n`);
      for (const { line, from, to } of changedLines(fixed)) {
        const shown = (text: string) => text.replace(/[\r\n\t]/g, ' ');
        session.tell(`${fixed.path}:${line}\n- ${shown(from)}\n+ ${shown(to)}\n`);
        changed++;
      }
      io.files.write(fixed.path, ownText(fixed.after), { replace: true });
    }
  }
  session.tell(`${texts.fix.done(changed, kept.size)}\n`);
}

const ROUNDS = 3;

/** `plan.yaml.bak`, or the next one that is free: a backup is never written over. */
function freeName({ io }: Session, path: string): string {
  let name = `${path}.bak`;
  for (let number = 2; io.files.kind(name) !== undefined; number++) name = `${path}.bak${number}`;
  return name;
}
