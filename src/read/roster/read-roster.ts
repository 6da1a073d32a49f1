import { type Day, yearOf } from '../../values/day.ts';
import { isOpenMark } from '../file-names.ts';
import type { Limits } from '../size-limits.ts';
import type { Mapping } from './columns.ts';
import { joinContinued } from './continued-rows.ts';
import { letterheadOf, unitIn } from './letterhead.ts';
import { joinLists } from './listed-twice.ts';
import { yearAsked } from './listing-years.ts';
import { type Note, type NoteKind, noteAt } from './note.ts';
import { noteColumns } from './note-columns.ts';
import { dropOtherYears } from './other-years.ts';
import { type Carried, PeopleReader } from './people.ts';
import { RosterRefusal } from './refusal.ts';
import type { Roster, RosterRow } from './roster.ts';
import { isBranch, isOut, sectionName } from './row-words.ts';
import { SheetSource } from './sheet-source.ts';
import { dropSummaries } from './summary-sheets.ts';
import type { NoTable } from './table-head.ts';
import { figuresAbove, type Table, tablesOf } from './tables.ts';
import { listOf, mapOf, scalarOf, textIn } from './tree.ts';
import { readWorkbook, type Sheet } from './workbook.ts';

export interface RosterOptions {
  asOf: Day;
  /** of the plan whose roster it is, where that is known; else what the workbook says of itself */
  year?: number;
  /** headings that the user says the meaning of; null: not to be read */
  mapping?: Mapping;
  /** the sheet to read; all that have people where absent */
  sheet?: string;
  limits?: Limits;
  /** whether the rules follow, which tell of remarks themselves */
  isJudged?: boolean;
  /** the roster of a plan's workbook: what its cells leave open stays open, as in YAML */
  asWritten?: boolean;
}

/** Sheets of our own templates, and those that offices put before a roster: they have no people, which needs no word. */
const INSTRUCTIONS = /^(填写说明|填表说明|填报说明|说明|封面|目录)$/;

/**
 * Finds the people in a workbook's bytes: sheets, their tables, the columns of these, the rows.
 * @throws {RosterRefusal}
 */
export function readRoster(path: string, bytes: Uint8Array, options: RosterOptions): Roster {
  if (isOpenMark(path)) throw new RosterRefusal('lock-file');
  const sheets = readWorkbook(bytes, /\.(xls[xmb]?|et|ods)$/i.test(path), options.limits);
  const source = new SheetSource(path, sheets);
  const roster: Roster = {
    source,
    root: mapOf([], NOWHERE),
    people: [],
    notes: [],
    tables: [],
    sheets: sheets.map(({ name }) => name),
    letterhead: {},
  };
  const read: Table[] = [];
  let other: NoTable | undefined;
  for (const sheet of sheets) {
    if (options.sheet !== undefined && sheet.name !== options.sheet) continue;
    if (sheet.rows.length === 0 || (options.sheet === undefined && INSTRUCTIONS.test(sheet.name.trim())))
      continue;
    other ??= readSheet(sheet, roster, read, options);
  }
  const found =
    roster.tables.length > 0 ||
    roster.notes.some(({ kind }) => kind === 'out-sheet' || kind === 'hidden-sheet');
  if (!found) throw new RosterRefusal(other ?? 'no-head');
  let own = read;
  if (options.sheet === undefined) {
    own = dropOtherYears(roster, read, path, options.year);
    dropSummaries(roster);
    joinLists(roster);
  }
  if (options.isJudged)
    roster.notes = roster.notes.filter(({ kind, field }) => kind !== 'remark-out' || field === '');
  roster.letterhead = letterheadOf(own, path);
  giveIds(roster.people);
  const start = roster.people[0]?.node.start ?? 0;
  const at = { start, end: start };
  const list = listOf(
    roster.people.map(({ node }) => node),
    at,
  );
  roster.root = mapOf([['candidates', list]], at);
  return roster;
}

const NOWHERE = { start: 0, end: 0 };

/** Reads the tables of a sheet into the roster, adds them to `read`; gives what the sheet is instead of a table. */
function readSheet(
  sheet: Sheet,
  roster: Roster,
  read: Table[],
  { mapping = new Map(), asOf, year: plannedFor, sheet: asked, asWritten = false }: RosterOptions,
): NoTable | undefined {
  const { source, notes } = roster;
  const { tables, other } = tablesOf(sheet, mapping);
  const note = (kind: NoteKind, about: Partial<Note> = {}) =>
    notes.push(noteAt(kind, sheet.name, 1, 0, { about: 'sheet', heading: sheet.name, ...about }));
  for (const { row, column } of sheet.strayQuotes)
    note('stray-quote', { row, column, about: 'cell', heading: '' });
  if (other) note(other.kind, { row: other.row });
  if (tables.length === 0) {
    if (!other) note('no-head');
    return other?.kind;
  }
  if (sheet.hidden && asked === undefined) {
    note('hidden-sheet');
    return undefined;
  }
  const figures = figuresAbove(tables[0]!);
  if (figures.length > 0)
    note('figures-above', { row: figures[0]!.number, about: 'row', count: figures.length });
  for (const found of tables) {
    const reason = asked === undefined ? outBy(found) : undefined;
    const table = joinContinued(found, reason === undefined ? notes : []);
    const titled = branchOf(table);
    const reader = new PeopleReader(table, source, reason === undefined ? notes : [], asOf, {
      carried: { ...titled },
      year: plannedFor ?? yearOfTable(table, source.path) ?? yearOf(asOf),
      asWritten,
    });
    const people = reader.people();
    if (reason !== undefined) {
      note('out-sheet', { row: table.headRow, from: reason, count: people.length });
      continue;
    }
    noteColumns(table, reader, notes);
    if (titled.section && people.length > 0) {
      const { text, row, column } = titled.section;
      note('branch-from-title', { row, column, from: text, count: people.length });
    }
    roster.people.push(...people);
    read.push(table);
    const { headRow, columns } = table;
    roster.tables.push({ sheet: sheet.name, headRow, columns, people: people.length });
  }
  return undefined;
}

/** The year that a table says it is of: above it, or in a heading such as 是否列入2027年发展计划. */
function yearOfTable(table: Table, path: string): number | undefined {
  const asked = table.columns.flatMap(({ heading }) => yearAsked(heading) ?? []);
  return letterheadOf([table], path).year?.value ?? (new Set(asked).size === 1 ? asked[0] : undefined);
}

/** What says that the people of a table are not on the roster any more: the name of its sheet, or its title. */
const outBy = ({ sheet, titles }: Table): string | undefined =>
  [sheet.name, ...titles.map(({ text }) => text)].find(isOut);

/** A branch named alone above a table, as the unit that reports, or by the sheet, is that of all its people. */
function branchOf({ titles, sheet, headRow, columns }: Table): Carried {
  for (const { text, row, column } of titles) {
    const name = /^(?:党支部|支部)\s*[:：]\s*(\S+)$/.exec(text.trim())?.[1] ?? unitIn(text) ?? text;
    if (isBranch(name)) return { section: { text: sectionName(name), row, column } };
  }
  const isSaid = columns.some(({ target }) => target?.[0] === 'branch');
  if (!isSaid && isBranch(sheet.name))
    return { section: { text: sectionName(sheet.name), row: headRow, column: 0 } };
  return {};
}

/** `c01` … in the order of the rows, for whom the sheet gives no code. */
function giveIds(people: readonly RosterRow[]): void {
  const taken = new Set(people.map(({ node }) => textIn(node, 'id')));
  const digits = Math.max(2, String(people.length).length);
  let number = 0;
  for (const { node } of people) {
    if (textIn(node, 'id') !== undefined) continue;
    let id: string;
    do id = `c${String(++number).padStart(digits, '0')}`;
    while (taken.has(id));
    const at = { start: node.start, end: node.end };
    node.entries.unshift({ key: scalarOf('id', at), value: scalarOf(id, at), name: undefined });
  }
}
