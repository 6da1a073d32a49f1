import type { Plan } from '../../model/plan.ts';
import { diffLines, type EditedFile, type Unwritable, writeChoice } from '../../office/write-choice.ts';
import { placeText } from '../../output/findings/findings.ts';
import { safeJson } from '../../output/findings/safe-json.ts';
import { withLeftOut } from '../../output/papers/left-out.ts';
import { becomes, selectionPrint, shownSelection } from '../../output/papers/select.ts';
import { selectionData } from '../../output/papers/selection-data.ts';
import { loadPlan } from '../../read/plan/load.ts';
import { decode } from '../../read/text/decode.ts';
import { type JudgedSelection, selectFor } from '../../rules/selection.ts';
import { editFile } from '../edit-file.ts';
import { SELECT_FORMATS, sealOf } from '../formats.ts';
import type { Options } from '../session.ts';
import { EXIT, type Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { emitPrint } from './papers.ts';

/** `plan select [PATH]`: whether the roster can meet the plan at all, with the fewest changes, or what would help. */
export async function runSelect(session: Session, path = '.', options: Options): Promise<number> {
  const { texts } = session;
  const format = session.format(SELECT_FORMATS);
  if (options.write && options.dryRun)
    throw new UsageError(session.texts.cli.errors.oneOf('--write', '--dry-run'));
  if (options.write) session.refuseRedact('--write');
  const seconds = secondsOf(options.time, session);
  const checked = await session.checked(path);
  if (!checked) return EXIT.failed;
  const { plan } = checked.facts;
  if (!plan.quota || plan.quota.slots.length === 0 || plan.people.length === 0)
    throw new UsageError(texts.select.noSlots);
  const selection = await selectFor(checked, { seconds, resilience: options.resilience === true });
  // Where nothing can be written the reasons are the answer.
  if (options.dryRun && selection.status === 'feasible')
    await session.emit(() => `${diffOf(selection, session).join('\n')}\n`);
  else if (format === 'json')
    await session.emit(
      () => {
        const data = selectionData(checked, selection, texts);
        return `${safeJson(session.gate.deep(data), 2)}\n`;
      },
      undefined,
      sealOf(format),
    );
  else
    await emitPrint(
      session,
      withLeftOut(selectionPrint(shownSelection(checked, selection), texts), checked, texts),
      format,
    );
  if (options.write && !options.dryRun && selection.status === 'feasible')
    await write(selection, path, session);
  return selection.status === 'feasible' ? EXIT.ok : EXIT.findings;
}

function secondsOf(value: Options[string], { texts }: Session): number | undefined {
  if (typeof value !== 'string') return undefined;
  if (!/^[1-9]\d{0,3}$/.test(value))
    throw new UsageError(texts.cli.errors.invalidValue('--time', value, ['1–9999']));
  return Number(value);
}

const isUnwritable = (edited: EditedFile[] | Unwritable): edited is Unwritable => !Array.isArray(edited);

const unwritable = ({ path, isTable }: Unwritable, { select }: Session['texts']): string =>
  isTable ? select.isTable(path) : select.cannotWrite(path);

/** Who becomes what, above the lines of the file that say so; of a file that is not written to, what to change in it. */
function diffOf({ problem, plan }: JudgedSelection, session: Session): string[] {
  const { texts } = session;
  const { people } = problem.plan;
  const changed = people.flatMap((before, index) => {
    const after = plan!.people[index]!;
    return before.role === after.role && before.slot === after.slot ? [] : [{ before, after, index }];
  });
  if (changed.length === 0) return [texts.select.nothingToWrite];
  const who = new Map(
    changed.map(({ before, after, index }) => [index, becomes(before, after, problem.plan, texts)]),
  );
  const edited = writeChoice(problem.plan, plan!);
  if (!isUnwritable(edited))
    return edited.flatMap(file =>
      diffLines(file, (line, person) => texts.select.line(line, who.get(person)!)),
    );
  return [
    ...changed.map(
      ({ before, index }) => `${who.get(index)!}${texts.papers.at(placeText(before.place.locate()))}`,
    ),
    unwritable(edited, texts),
  ];
}

/** Writes the choice into the roster, once it has been read back as the same choice, and keeps the file as it was. */
async function write(selection: JudgedSelection, path: string, session: Session): Promise<void> {
  const { io, texts, asOf } = session;
  const edited = writeChoice(selection.problem.plan, selection.plan!);
  if (isUnwritable(edited)) throw new UsageError(unwritable(edited, texts));
  if (edited.length === 0) {
    session.tell(`${texts.select.nothingToWrite}\n`);
    return;
  }
  const originals = new Map<string, Uint8Array>();
  for (const { path: file, before } of edited) {
    const bytes = session.read(file);
    originals.set(file, bytes);
    if (new TextDecoder('utf-8').decode(bytes) === before) continue;
    const now = decode(bytes);
    const { faults, select: own } = texts;
    const same = 'text' in now && now.text === before;
    throw new UsageError(same ? own.notUtf8(file) : faults.changedMeanwhile(file));
  }
  const bytes = new Map(edited.map(({ path: file, after }) => [file, new TextEncoder().encode(after)]));
  const files = { ...io.files, read: (file: string) => bytes.get(file) ?? io.files.read(file) };
  const { plan } = await loadPlan(path, { files, asOf });
  if (!plan || !isSameChoice(plan, selection.plan!))
    throw new UsageError(texts.select.cannotWrite(edited[0]!.path));
  for (const { path: file, after } of edited) {
    const original = originals.get(file)!;
    // A mark at the beginning is not part of the text, and stays.
    const mark = original[0] === 0xef ? '\ufeff' : '';
    const backup = editFile(session, file, original, new TextEncoder().encode(mark + after));
    if (backup !== undefined) session.tell(`${texts.select.backup(backup)}\n`);
    session.tell(`${texts.cli.wrote(file)}\n`);
  }
}

const isSameChoice = (read: Plan, wanted: Plan): boolean => {
  const told = ({ people }: Plan) =>
    JSON.stringify(
      people.map(({ id, role, slot, data: { role: _role, slot: _slot, ...data } }) => [
        id,
        role,
        slot ?? '',
        data,
      ]),
    );
  return told(read) === told(wanted);
};
