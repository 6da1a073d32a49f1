import { checklistOf, hasOverdue, onlyLacking } from '../../output/checklist/model.ts';
import { VIEWS } from '../../output/checklist/sections.ts';
import { safeJson } from '../../output/findings/safe-json.ts';
import { shownPlan } from '../../output/gate.ts';
import { checklistPrint, checklistSheet, withSlotNames } from '../../output/papers/checklist.ts';
import { leftOutOf, withLeftOut } from '../../output/papers/left-out.ts';
import { version } from '../../values/version.ts';
import { CHECKLIST_FORMATS, sealOf } from '../formats.ts';
import { choiceOf } from '../option-values.ts';
import type { Options } from '../session.ts';
import { EXIT, type Session } from '../session.ts';
import { emitPrint } from './papers.ts';

/** `plan checklist [PATH]`: what is in, what is missing, by when. */
export async function runChecklist(session: Session, path = '.', options: Options): Promise<number> {
  const { texts } = session;
  const format = session.format(CHECKLIST_FORMATS);
  const view = choiceOf(
    session.texts,
    '--by',
    (options.by as string) ?? 'person',
    VIEWS,
    texts.checklist.views,
  );
  const checked = await session.checked(path);
  if (!checked) return EXIT.failed;
  const checklist = checklistOf(checked.facts, { name: 'plan', version });
  const onlyMissing = options.onlyMissing === true;
  if (format === 'json') {
    // A program that reads the list has no other way to know that it is not whole.
    const leftOut = leftOutOf(shownPlan(checked).findings, texts);
    const whole = { ...(onlyMissing ? onlyLacking(checklist) : checklist), leftOut };
    await session.emit(() => `${safeJson(session.gate.deep(whole), 2)}\n`, undefined, sealOf(format));
  } else {
    const named = withSlotNames(checklist, checked.facts, texts);
    const print =
      format === 'xlsx' && view === 'person'
        ? checklistSheet(named, onlyMissing, texts)
        : checklistPrint(
            named,
            view,
            { onlyMissing, typed: format === 'text' || format === 'markdown' },
            texts,
          );
    await emitPrint(session, withLeftOut(print, checked, texts), format);
  }
  return hasOverdue(checklist) ? EXIT.findings : EXIT.ok;
}
