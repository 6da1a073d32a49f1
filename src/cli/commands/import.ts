import { basename } from 'node:path';
import { maskPersonal } from '../../model/personal.ts';
import { candidatesYaml } from '../../office/yaml-text.ts';
import { placeOf } from '../../output/findings/findings.ts';
import { paragraph } from '../../output/findings/section-text.ts';
import { ownText } from '../../output/gate.ts';
import { FileError, reportUnreadable } from '../../read/files.ts';
import { Problems } from '../../read/problem.ts';
import { type Target, targetName, targetTitle } from '../../read/roster/columns.ts';
import { type RosterDocument, readRosterDocument } from '../../read/roster/document.ts';
import { parseMapping, readMapping } from '../../read/roster/mapping.ts';
import { DOUBTFUL, type Note } from '../../read/roster/note.ts';
import { checkPlan, type Finding } from '../../rules/check.ts';
import { messageOf, remedyOf } from '../../text/sentences.ts';
import { columnName } from '../../values/column-name.ts';
import { isoOf } from '../../values/day.ts';
import type { Options } from '../session.ts';
import { EXIT, type Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

const RESULT = 'candidates.yaml';
/** Notes on the screen; the file has those of each person above them. */
const MOST_NOTES = 30;

/** A roster that was read, with what could not be understood in it. */
export interface Imported {
  document: RosterDocument;
  findings: Finding[];
}

/** `plan import FILE`: a roster from Excel, as YAML with comments. */
export async function runImport(session: Session, file: string, options: Options): Promise<number> {
  const { io, texts } = session;
  const result = options.output ?? RESULT;
  const keys = session.choice('--keys', (options.keys as string) ?? texts.language, ['zh', 'en']);
  if (io.files.kind(result) !== undefined && !options.force)
    throw new UsageError(texts.cli.errors.fileExists(result));
  const mapping = mappingOf(session, options);
  const imported = await importRoster(session, file, mapping, options.sheet as string | undefined);
  if (!imported) return EXIT.failed;
  io.files.write(result, ownText(importedYaml(session, file, keys, imported)), {
    replace: options.force === true,
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

/**
 * Reads a roster; undefined where it cannot be read, which is then said.
 * @throws {UsageError} for a sheet or column that is not in it
 */
export async function importRoster(
  session: Session,
  file: string,
  mapping: Mapping = { all: new Map(), asked: [] },
  sheet?: string,
): Promise<Imported | undefined> {
  const { io, texts, asOf } = session;
  const problems = new Problems(undefined, io.files.limits);
  const bytes = await bytesOf(session, file, problems);
  const document =
    bytes &&
    readRosterDocument(file, bytes, problems, {
      asOf,
      mapping: mapping.all,
      ...(sheet !== undefined && { sheet }),
    });
  const { findings } = checkPlan({ path: file, problems }, asOf);
  if (!document) {
    for (const finding of findings)
      session.tell(`plan: ${messageOf(finding, texts)}\n      → ${remedyOf(finding, texts)}\n`);
    return undefined;
  }
  const { tables } = document.roster;
  const headings = tables.flatMap(({ columns }) =>
    columns.flatMap(({ heading }) => [heading, ...heading.split('/')]),
  );
  for (const name of mapping.asked)
    if (!headings.includes(name)) throw new UsageError(texts.roster.unknownColumn(name));
  if (document.value.candidates.length === 0) throw new UsageError(texts.roster.nobody(file));
  return { document, findings };
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

interface Mapping {
  all: Map<string, Target | null>;
  /** the headings of --map, which must be there; saved ones need not */
  asked: string[];
}

function mappingOf(session: Session, options: Options): Mapping {
  const { io, texts } = session;
  const all = new Map<string, Target | null>();
  const saved = options.mapFile as string | undefined;
  if (saved !== undefined) {
    const kept = io.files.kind(saved) === 'file' ? readMapping(session.read(saved)) : undefined;
    if (!kept) throw new UsageError(texts.roster.badMapFile(saved));
    for (const [heading, target] of kept) all.set(heading, target);
  }
  const asked: string[] = [];
  for (const text of (options.map as string[] | undefined) ?? []) {
    const parsed = parseMapping(text);
    if (!('heading' in parsed)) {
      throw new UsageError(
        parsed.failure === 'form'
          ? texts.roster.badMap(text)
          : texts.roster.unknownField(parsed.name, parsed.nearest),
      );
    }
    all.set(parsed.heading, parsed.target);
    asked.push(parsed.heading);
  }
  return { all, asked };
}

function saveMapping(session: Session, all: Mapping['all'], options: Options): void {
  const { io, texts } = session;
  const path = options.saveMap as string;
  const content = Object.fromEntries(
    [...all].map(([heading, target]) => [heading, target ? targetName(target) : '']),
  );
  io.files.write(path, ownText(`${JSON.stringify(content, null, 2)}\n`), { replace: options.force === true });
  session.tell(`${texts.cli.wrote(path)}\n`);
}

/** The roster as a file: above each person where they stand in the sheet, and what was guessed. */
export function importedYaml(
  { texts, asOf }: Session,
  file: string,
  keys: 'zh' | 'en',
  { document, findings }: Imported,
  schema?: string,
): string {
  const { people, notes } = document.roster;
  const said = (note: Note) => maskPersonal(texts.roster.note[note.kind](note));
  const lines = new Map<string, string[]>();
  const add = (sheet: string, row: number, line: string) => {
    const key = `${sheet}\n${row}`;
    lines.set(key, [...(lines.get(key) ?? []), line]);
  };
  for (const note of notes)
    if (note.row > 0) add(note.sheet, note.row, note.cell === '' ? said(note) : `${note.cell} ${said(note)}`);
  for (const finding of findings) {
    const cell = finding.place.locate().cell ?? '';
    const match = /^\[(.*)\] ([A-Z]+)(\d+)$/.exec(cell);
    if (match) add(match[1]!, Number(match[3]), `${match[2]}${match[3]} ${messageOf(finding, texts)}`);
  }
  return candidatesYaml(document.value, {
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
  const { tables, notes } = document.roster;
  const lines = [
    roster.summary(
      file,
      tables.map(({ sheet }) => sheet),
      document.value.candidates.length,
    ),
  ];
  for (const { sheet, columns } of tables) {
    lines.push('', roster.columnsHeading(sheet));
    for (const { index, heading, target, needless } of columns) {
      const field = target ? targetTitle(target) : needless ? roster.needless : roster.unread;
      lines.push(`  ${roster.column(heading, columnName(index), field)}`);
    }
  }
  // What changes or drops something comes first; what is merely tidied is counted if there is much of it.
  const sorted = [...notes].sort((a, b) => Number(DOUBTFUL.has(b.kind)) - Number(DOUBTFUL.has(a.kind)));
  if (notes.length === 0 && findings.length === 0) lines.push('', roster.clean);
  if (notes.length > 0) {
    lines.push('', roster.notesHeading(notes.length));
    for (const note of sorted.slice(0, MOST_NOTES))
      lines.push(`  ${roster.where(note)} ${maskPersonal(roster.note[note.kind](note))}`);
    if (sorted.length > MOST_NOTES) lines.push(`  ${roster.more(sorted.length - MOST_NOTES, result)}`);
  }
  if (findings.length > 0) {
    lines.push('', roster.problemsHeading(findings.length));
    for (const finding of findings.slice(0, MOST_NOTES))
      lines.push(`  ${placeOf(finding)}  ${messageOf(finding, texts)}`);
    if (findings.length > MOST_NOTES) lines.push(`  ${roster.more(findings.length - MOST_NOTES, result)}`);
  }
  return lines;
}
