import { basename } from 'node:path';
import { withLostNumbers } from '../../office/lost-numbers.ts';
import { candidatesYaml, wholePlanYaml } from '../../office/yaml-text.ts';
import { placeOf } from '../../output/findings/findings.ts';
import { paragraph } from '../../output/findings/section-text.ts';
import { shownPlan, userFileText } from '../../output/gate.ts';
import { isWorkbookFile, PLAN_FILE, ROSTER_FILE } from '../../read/file-names.ts';
import { FileError, reportUnreadable } from '../../read/files.ts';
import type { LoadedPlan } from '../../read/plan/load.ts';
import { Problems } from '../../read/problem.ts';
import { cellName } from '../../read/roster/columns.ts';
import { type RosterDocument, readRosterDocument } from '../../read/roster/document.ts';
import { RosterRefusal } from '../../read/roster/refusal.ts';
import { targetTitle } from '../../read/roster/target.ts';
import { sheetNames } from '../../read/roster/workbook.ts';
import { checkPlan, type Finding } from '../../rules/check.ts';
import type { Language } from '../../text/language.ts';
import { messageOf, remedyOf } from '../../text/sentences.ts';
import { columnName } from '../../values/column-name.ts';
import { isoOf } from '../../values/day.ts';
import { asksForFields, fieldLines, mappingOf, type SaidMapping, saveMapping } from '../mapping.ts';
import { choiceOf } from '../option-values.ts';
import type { Options } from '../session.ts';
import { EXIT, type Session } from '../session.ts';
import { outputFile } from '../targets.ts';
import { UsageError } from '../usage-error.ts';

/** Notes on the screen; the file has those of each person above them. */
const MOST_NOTES = 30;

/** A roster that was read, with what could not be understood in it. */
export interface Imported {
  document: RosterDocument;
  findings: Finding[];
}

/** `plan import FILE`: a roster from Excel, as YAML with comments. */
export async function runImport(
  session: Session,
  file: string | undefined,
  options: Options,
): Promise<number> {
  const { io, texts } = session;
  if (asksForFields(options)) {
    await session.emit(() => `${fieldLines(session).join('\n')}\n`, null);
    return EXIT.ok;
  }
  if (file === undefined) throw new UsageError(texts.cli.errors.missingArgument(texts.cli.import.file));
  if (/\.ya?ml$/i.test(file)) throw new UsageError(texts.roster.alreadyYaml(file));
  const whole = file === '-' ? undefined : await wholePlan(session, file);
  if (whole) return importPlan(session, file, whole, options);
  const result = outputFile(options, 'yaml', session) ?? ROSTER_FILE;
  const keys = choiceOf(session.texts, '--keys', (options.keys as string) ?? texts.language, ['zh', 'en']);
  if (io.files.kind(result) !== undefined && !options.force)
    throw new UsageError(texts.cli.errors.fileExists(result));
  const mapping = mappingOf(session, options);
  const imported = await importRoster(session, file, mapping, { sheet: options.sheet as string | undefined });
  if (!imported) return EXIT.failed;
  io.files.write(result, userFileText(importedYaml(session, file, keys, imported)), {
    replace: options.force === true,
    renews: 'roster',
  });
  session.tell(`${texts.cli.wrote(result)}\n`);
  if (options.saveMap !== undefined) saveMapping(session, mapping.all, options);
  const lines = [...readingOf(session, file, result, imported), '', texts.roster.next(result)];
  await session.emit(
    report => `${lines.map(line => (line === '' ? '' : paragraph(line, report))).join('\n')}\n`,
    null,
  );
  return EXIT.ok;
}

/** The plan that a workbook holds; undefined where it holds none, but a roster perhaps. */
async function wholePlan(session: Session, file: string): Promise<LoadedPlan | undefined> {
  const { io } = session;
  if (!isWorkbookFile(file) || io.files.kind(file) !== 'file') return undefined;
  const { hasPlanSheet } = await import('../../read/workbook/document.ts');
  return hasPlanSheet(session.read(file)) ? session.load(file) : undefined;
}

/** A whole plan from a workbook, as one YAML file. */
async function importPlan(
  session: Session,
  file: string,
  { data: dataOf, problems }: LoadedPlan,
  options: Options,
): Promise<number> {
  const { io, texts, asOf } = session;
  const result = outputFile(options, 'yaml', session) ?? PLAN_FILE;
  const keys = choiceOf(session.texts, '--keys', (options.keys as string) ?? texts.language, ['zh', 'en']);
  if (io.files.kind(result) !== undefined && !options.force)
    throw new UsageError(texts.cli.errors.fileExists(result));
  const { findings } = shownPlan(checkPlan({ path: file, problems }, asOf));
  for (const finding of findings)
    session.tell(`${finding.place.locate().cell ?? ''} ${messageOf(finding, texts)}\n`);
  const data = dataOf?.();
  if (!data) return EXIT.failed;
  io.files.write(result, userFileText(wholePlanYaml(data, keys)), {
    replace: options.force === true,
    renews: 'plan',
  });
  session.tell(`${texts.cli.wrote(result)}\n`);
  return EXIT.ok;
}

/**
 * Reads a roster; undefined where it cannot be read, which is then said.
 * @throws {UsageError} for a sheet or column that is not in it
 */
export async function importRoster(
  session: Session,
  file: string,
  mapping: SaidMapping,
  { sheet, year }: { sheet?: string | undefined; year?: number | undefined },
): Promise<Imported | undefined> {
  const { io, texts, asOf } = session;
  const problems = new Problems(undefined, io.files.limits);
  const bytes = await bytesOf(session, file, problems);
  const document =
    bytes &&
    readRosterDocument(file, bytes, problems, {
      asOf,
      mapping: mapping.all,
      ...(year !== undefined && { year }),
      ...(sheet !== undefined && { sheet }),
    });
  session.hides(problems);
  const { findings } = shownPlan(checkPlan({ path: file, problems }, asOf));
  if (!document) {
    const names = sheet === undefined || !bytes ? [] : sheetsIn(bytes);
    if (names.length > 0 && !names.includes(sheet!))
      throw new UsageError(texts.roster.unknownSheet(sheet!, names));
    for (const finding of findings)
      session.tell(`plan: ${messageOf(finding, texts)}\n      → ${remedyOf(finding, texts)}\n`);
    return undefined;
  }
  const { tables, sheets } = document.roster;
  if (sheet !== undefined && !sheets.includes(sheet))
    throw new UsageError(texts.roster.unknownSheet(sheet, sheets));
  const headings = tables.flatMap(({ columns }) =>
    columns.flatMap(({ heading }) => [heading, ...heading.split('/')]),
  );
  for (const name of mapping.asked)
    if (!headings.includes(name))
      throw new UsageError(texts.roster.unknownColumn(name, [...new Set(headings)]));
  if (document.value.candidates.length === 0) throw new UsageError(texts.roster.nobody(file));
  return { document, findings };
}

/** The names of a workbook's sheets; none where it is no workbook. */
function sheetsIn(bytes: Uint8Array): string[] {
  try {
    return sheetNames(bytes);
  } catch (error) {
    if (!(error instanceof RosterRefusal)) throw error;
    return [];
  }
}

async function bytesOf({ io }: Session, file: string, problems: Problems): Promise<Uint8Array | undefined> {
  try {
    return file === '-' ? await io.stdin() : io.files.read(file);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    reportUnreadable(file, error.reason, problems);
    return undefined;
  }
}

/** The roster as a file: above each person where they stand in the sheet, and what was guessed. */
export function importedYaml(
  { texts, asOf, gate }: Session,
  file: string,
  keys: Language,
  { document, findings }: Imported,
  schema?: string,
): string {
  const { people, notes } = document.roster;
  const lines = new Map<string, string[]>();
  const add = (sheet: string, row: number, line: string) => {
    const key = `${sheet}\n${row}`;
    lines.set(key, [...(lines.get(key) ?? []), line]);
  };
  for (const note of notes)
    if (note.about === 'cell' || note.about === 'row') {
      const cells = [note.about === 'cell' ? cellName(note.row, note.column) : String(note.row)];
      const said = gate.text(texts.sheetNotes[note.kind].message({ ...note, cells }));
      add(note.sheet, note.row, note.about === 'cell' ? `${cells[0]} ${said}` : said);
    }
  for (const finding of findings) {
    if (finding.code !== 'input/schema') continue;
    const cell = finding.place.locate().cell ?? '';
    const match = /^\[(.*)\] ([A-Z]+)(\d+)$/.exec(cell);
    if (match) add(match[1]!, Number(match[3]), `${match[2]}${match[3]} ${messageOf(finding, texts)}`);
  }
  return candidatesYaml(withLostNumbers(document.value, document.roster, keys), {
    keys,
    ...(schema !== undefined && { schema }),
    head: texts.roster.head(basename(file), isoOf(asOf)),
    above: index => {
      const person = people[index];
      if (!person) return [];
      return [
        texts.roster.above(person.sheet, person.row),
        ...(lines.get(`${person.sheet}\n${person.row}`) ?? []).map(line => `  ${line}`),
      ];
    },
  });
}

/** What is told on the screen: the columns, and what was guessed or left out. */
export function readingOf(
  { texts }: Session,
  file: string,
  result: string,
  { document, findings }: Imported,
): string[] {
  const { roster } = texts;
  const { tables } = document.roster;
  const lines = [
    roster.summary(file, [...new Set(tables.map(({ sheet }) => sheet))], document.value.candidates.length),
  ];
  for (const { sheet, columns } of tables) {
    lines.push('', roster.columnsHeading(sheet));
    for (const { index, heading, target, refusal, instead = '' } of columns) {
      const unread =
        refusal === 'needless'
          ? roster.needless
          : refusal === 'joined'
            ? roster.joined(instead)
            : roster.unread;
      const field = target ? targetTitle(target) : unread;
      lines.push(`  ${roster.column(heading, columnName(index), field)}`);
    }
  }
  if (findings.length === 0) lines.push('', roster.clean);
  // Findings come gravest first; what could not be read is said apart from how the rest was.
  const wrong = findings.filter(({ code }) => code === 'input/schema');
  const notes = findings.filter(({ code }) => code !== 'input/schema');
  for (const [told, heading] of [
    [notes, roster.notesHeading],
    [wrong, roster.problemsHeading],
  ] as const) {
    if (told.length === 0) continue;
    lines.push('', heading(told.length));
    // What is told of columns, sheets and rows without a person stands nowhere else; the file has the cells above each person.
    const { shown, more } = withinReason(told);
    for (const finding of shown)
      lines.push(`  ${finding.place.locate().cell ?? placeOf(finding)} ${messageOf(finding, texts)}`);
    if (more > 0) lines.push(`  ${roster.more(more, result)}`);
  }
  return lines;
}

/** Of findings at cells the first; all that are about rows, columns, sheets and what makes errors. */
function withinReason(told: readonly Finding[]): { shown: Finding[]; more: number } {
  let cells = 0;
  const shown = told.filter(({ args, severity }) => {
    const about = 'about' in args ? args.about : 'cell';
    return about !== 'cell' || severity === 'error' || ++cells <= MOST_NOTES;
  });
  return { shown, more: told.length - shown.length };
}
