import { editorSchema } from '../../office/editor-schema.ts';
import { LOST_NUMBER } from '../../office/lost-numbers.ts';
import {
  type Answers,
  emptyRoster,
  planYaml,
  SHARES,
  timelineYaml,
  usualComparator,
} from '../../office/plan-template.ts';
import { planWorkbook } from '../../office/plan-workbook.ts';
import { paragraph } from '../../output/findings/section-text.ts';
import { userFileBytes, userFileText } from '../../output/gate.ts';
import { PLAN_FILE, ROSTER_FILE, TIMELINE_FILE } from '../../read/file-names.ts';
import { memoryFiles } from '../../read/memory-files.ts';
import { loadPlan } from '../../read/plan/load.ts';
import type { Letterhead } from '../../read/roster/letterhead.ts';
import type { Language } from '../../text/language.ts';
import { join } from '../../values/path.ts';
import { answersOf, yearOf } from '../init/answers.ts';
import { ask } from '../init/questions.ts';
import { asksForFields, fieldLines, mappingOf } from '../mapping.ts';
import { choiceOf } from '../option-values.ts';
import type { Options } from '../session.ts';
import { EXIT, type Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { importedYaml, importRoster, readingOf } from './import.ts';

/** Exit code of Ctrl-C. */
const CANCELLED = 130;
/** Flags that answer the questions: with one of them nothing is asked. */
const FLAGS = ['year', 'name', 'superior', 'total', 'category', 'ratio', 'reserve', 'example', 'yes'];

/** `plan init [DIR]`: a new plan folder, from questions or from flags. Nothing is written before everything is known. */
export async function runInit(session: Session, folder = '.', options: Options): Promise<number> {
  const { io, texts } = session;
  if (asksForFields(options)) {
    await session.emit(() => `${fieldLines(session).join('\n')}\n`, null);
    return EXIT.ok;
  }
  const keys = choiceOf(session.texts, '--keys', (options.keys as string) ?? texts.language, ['zh', 'en']);
  const files = new Map<string, string | Uint8Array>();
  const isWorkbook = /\.xlsx$/i.test(folder);
  if (isWorkbook && io.files.kind(folder) !== undefined && options.force !== true)
    throw new UsageError(texts.cli.errors.fileExists(folder));
  let said: string[] = [];
  if (options.example !== undefined) {
    const { default: examples } = await import('../../generated/templates.json', { with: { type: 'json' } });
    const name = choiceOf(session.texts, '--example', options.example as string, Object.keys(examples));
    for (const [file, text] of Object.entries(examples[name as keyof typeof examples])) files.set(file, text);
  } else {
    if (!isWorkbook) refuseExisting(session, folder, [PLAN_FILE, ROSTER_FILE, TIMELINE_FILE]);
    const roster = await rosterOf(session, keys, options, isWorkbook ? folder : ROSTER_FILE);
    if (roster === undefined) return EXIT.failed;
    const fromFlags = answersOf(session, options, roster.letterhead);
    const asked =
      FLAGS.some(flag => options[flag] !== undefined) || !io.ask ? fromFlags : await ask(session, fromFlags);
    if (!asked) {
      session.tell(`${texts.init.cancelled}\n`);
      return CANCELLED;
    }
    files.set(PLAN_FILE, planYaml(asked, keys, texts.init.template));
    files.set(ROSTER_FILE, roster.yaml);
    const guessed = options.year === undefined && asked === fromFlags && roster.letterhead.year === undefined;
    said = [
      ...roster.said,
      ...toldBy(session, asked, roster.letterhead),
      ...(guessed ? [texts.init.yearGuessed(asked.year)] : []),
      ...sharesTold(session, asked),
      texts.init.leftOpen(openOf(session, asked)),
    ];
    files.set(TIMELINE_FILE, timelineYaml(asked, keys, texts.init.template));
    for (const kind of ['plan', 'candidates', 'timeline'] as const)
      files.set(join('.schema', `${kind}.json`), `${JSON.stringify(editorSchema(kind, keys), null, 1)}\n`);
  }
  if (isWorkbook) {
    session.emitUserFile(userFileBytes(await asWorkbook(session, files)), folder);
    const next = texts.workbook.next(folder);
    await session.emit(
      report => `${[...said, next].map(line => (line === '' ? '' : paragraph(line, report))).join('\n')}\n`,
      null,
    );
    return EXIT.ok;
  }
  refuseExisting(session, folder, [...files.keys()]);
  io.files.makeFolder(folder);
  if ([...files.keys()].some(file => file.startsWith('.schema')))
    io.files.makeFolder(join(folder, '.schema'));
  writeAll(session, folder, files);
  const next = texts.init.next(folder, options.from !== undefined || options.example !== undefined);
  const lines = said.length > 0 ? [...said, '', next] : [next];
  await session.emit(
    report => `${lines.map(line => (line === '' ? '' : paragraph(line, report))).join('\n')}\n`,
    null,
  );
  return EXIT.ok;
}

/** The files of a new plan as one workbook to fill in. */
async function asWorkbook(
  { texts, asOf }: Session,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const held = [...files].map(([path, content]) => ({
    path,
    bytes: typeof content === 'string' ? encoder.encode(content) : content,
  }));
  const { data: dataOf, problems } = await loadPlan('.', { files: memoryFiles(held), asOf });
  const data = dataOf?.();
  for (const { code, place } of problems.all) {
    const index =
      code === 'input/precision-lost' ? /^\/candidates\/(\d+)\//.exec(place.locate().path)?.[1] : undefined;
    const people = data?.candidates;
    // The sheet has no number either: it says so as the file does.
    if (index !== undefined && Array.isArray(people)) people[Number(index)]!.idNumber = LOST_NUMBER.zh;
  }
  return planWorkbook(data!, { texts: texts.workbook, made: asOf, emptyRows: EMPTY_ROWS });
}

/** Rows to fill in below those that a new plan has. */
const EMPTY_ROWS = 5;

/** Writes all files or none: half a plan folder would stand in the way of the next attempt. @throws {WriteError} */
function writeAll(session: Session, folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const { io, texts } = session;
  const written: string[] = [];
  try {
    for (const [file, content] of files) {
      const path = join(folder, file);
      io.files.write(path, typeof content === 'string' ? userFileText(content) : userFileBytes(content), {
        replace: false,
      });
      written.push(path);
    }
  } catch (error) {
    for (const path of written) io.files.takeBack(path);
    if (written.length > 0) session.tell(`plan: ${texts.faults.takenBack(written)}\n`);
    throw error;
  }
  for (const path of written) session.tell(`${texts.cli.wrote(path)}\n`);
}

/** Files are looked for before anything is asked or written. @throws {UsageError} */
function refuseExisting({ io, texts }: Session, folder: string, files: readonly string[]): void {
  const kind = io.files.kind(folder);
  if (kind !== undefined && kind !== 'directory') throw new UsageError(texts.init.notAFolder(folder));
  for (const file of files) {
    const path = join(folder, file);
    if (io.files.kind(path) !== undefined) throw new UsageError(texts.init.exists(path));
  }
}

/** The roster that is read, or an empty one, with what reading it says. */
async function rosterOf(
  session: Session,
  keys: Language,
  options: Options,
  result: string,
): Promise<{ yaml: string; said: string[]; letterhead: Letterhead } | undefined> {
  const { from } = options;
  if (from === undefined)
    return { yaml: emptyRoster(keys, session.texts.init.template), said: [], letterhead: {} };
  const imported = await importRoster(session, from as string, mappingOf(session, options), {
    sheet: options.sheet as string | undefined,
    year: options.year === undefined ? undefined : yearOf(session, options.year),
  });
  if (!imported) return undefined;
  return {
    yaml: importedYaml(session, from as string, keys, imported, '.schema/candidates.json'),
    said: readingOf(session, from as string, result, imported),
    letterhead: imported.document.roster.letterhead,
  };
}

/** What the plan takes from the roster's title, with the words that say it. */
function toldBy({ texts }: Session, { year, name }: Answers, letterhead: Letterhead): string[] {
  const { init } = texts;
  const told = [
    ...(letterhead.year?.value === year ? [init.told.year(year, letterhead.year.text)] : []),
    ...(letterhead.organization?.value === name ? [init.told.name(name, letterhead.organization.text)] : []),
  ];
  return told.length === 0 ? [] : [init.fromRoster(told)];
}

/** How each share was taken; of one without a word for it the usual one. */
function sharesTold({ texts }: Session, { shares }: Answers): string[] {
  const { init } = texts;
  const told = SHARES.flatMap(name => {
    const demand = shares[name];
    if (!demand) return [];
    const { comparator = usualComparator(name), share } = demand;
    return [init.demand(init.template.share[name], comparator, share)];
  });
  const isGuessed = SHARES.some(name => shares[name] && shares[name].comparator === undefined);
  return told.length === 0 ? [] : [init.demands(told, isGuessed)];
}

/** What is left open in a new plan, named: nothing is taken from anywhere in silence. */
function openOf({ texts }: Session, { name, total, categories, shares, reserve }: Answers): string[] {
  const { open, unit } = texts.init;
  return [
    ...(name === unit ? [open.name] : []),
    ...(total === 'pending' ? [open.total] : []),
    ...(categories.length === 0 ? [open.categories] : []),
    ...(Object.keys(shares).length === 0 ? [open.shares] : []),
    ...(reserve ? [] : [open.reserve]),
    open.dates,
  ];
}
