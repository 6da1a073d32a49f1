import { isBlank } from './cell.ts';
import { assignColumns, type Column, type HeadColumn, headingText, type Mapping } from './columns.ts';
import { readHeading } from './heading-meaning.ts';
import { type Joined, joinColumns } from './joined-columns.ts';
import { isFooterText, isTotal, rowTexts } from './row-words.ts';
import { type Head, headAt, headsColumn, type NoTable } from './table-head.ts';
import type { Row, Sheet } from './workbook.ts';

/** One table of a sheet: its columns and the rows below its head. */
export interface Table {
  sheet: Sheet;
  /** the texts above it, the nearest first */
  titles: { text: string; row: number; column: number }[];
  columns: Column[];
  /** the number of the head's last row */
  headRow: number;
  /** the rows below, with the cells of its own columns only */
  rows: Row[];
}

/** The tables of a sheet, below each other or side by side; `other`: what stands instead, and in which row. */
export function tablesOf(
  sheet: Sheet,
  mapping: Mapping,
): { tables: Table[]; other?: { kind: NoTable; row: number } } {
  const heads: Head[] = [];
  let card: { kind: NoTable; at: number } | undefined;
  let floor = 0;
  for (let index = 0; index < sheet.rows.length; index++) {
    const found = headAt(sheet, index, floor, mapping);
    if (typeof found === 'string') card ??= { kind: found, at: index };
    if (found === undefined || typeof found === 'string') continue;
    index = found.bottom;
    // Programs print the head on every page: what follows it belongs to the table above.
    const above = heads.at(-1);
    if (above && sameHead(above, found) && titlesAbove(sheet, found.top, floor, false).length === 0) continue;
    heads.push(found);
    floor = found.bottom + 1;
  }
  const other = card && { kind: card.kind, row: sheet.rows[card.at]!.number };
  if (card && (heads.length === 0 || card.at <= heads[0]!.top)) return { tables: [], other: other! };
  const tables: Table[] = [];
  for (const [at, head] of heads.entries()) {
    const above = heads[at - 1];
    const titles = titlesAbove(sheet, head.top, above ? above.bottom + 1 : 0, above === undefined);
    const next = heads[at + 1];
    const end = next ? firstRowOf(sheet, next, head.bottom + 1) : sheet.rows.length;
    const body = sheet.rows.slice(head.bottom + 1, end);
    const blocks = sideBySide(head.columns);
    for (const columns of blocks) {
      const [first, last] = [columns[0]!.index, columns.at(-1)!.index];
      const rows = blocks.length === 1 ? body : body.map(row => cut(row, first, last));
      // Of tables side by side each has the title that stands over it.
      const own = blocks.length === 1 ? titles : titles.filter(title => stands(sheet, title, first, last));
      const title = [sheet.name, ...own.map(({ text }) => text)].join(' ');
      const joined = joinColumns(columns, rows, mapping);
      // 合计, and a remark merged over the whole width, are nobody's: they say nothing of what a column holds.
      const several = joined.rows.filter(row => rowTexts(row).length > 1 && !isTotal(rowTexts(row)[0]!));
      const told = several.length > 0 ? several : joined.rows;
      const cellsOf = (index: number) => told.map(({ cells }) => cells[index]);
      tables.push({
        sheet,
        titles: own,
        columns: withParts(assignColumns(joined.heads, cellsOf, title, mapping), joined),
        headRow: sheet.rows[head.bottom]!.number,
        rows: joined.rows,
      });
    }
  }
  return { tables, ...(other && { other }) };
}

const withParts = (columns: readonly Column[], { parts, from }: Joined): Column[] =>
  [
    ...columns.map(column => {
      const joined = from.get(column.index);
      return joined === undefined ? column : { ...column, joined };
    }),
    ...parts,
  ].sort((a, b) => a.index - b.index);

const sameHead = (a: Head, b: Head): boolean =>
  a.columns.map(headingText).join() === b.columns.map(headingText).join();

/** Whether a title stands over some of these columns. */
const stands = (sheet: Sheet, { text, row }: Table['titles'][number], first: number, last: number): boolean =>
  sheet.rows
    .find(({ number }) => number === row)!
    .cells.slice(first, last + 1)
    .some(cell => cell?.text === text);

const cut = ({ cells, ...row }: Row, first: number, last: number): Row => ({
  ...row,
  cells: cells.map((cell, index) => (index >= first && index <= last ? cell : undefined)),
});

/** A title may speak of one column, hardly of more. */
const LEAST_HEADINGS = 2;

/** Above the first table everything is its title; above another one the rows of one text that stand right over it. */
function titlesAbove(sheet: Sheet, top: number, floor: number, all: boolean): Table['titles'] {
  const titles: Table['titles'] = [];
  for (let index = top - 1; index >= floor; index--) {
    const row = sheet.rows[index]!;
    const texts = rowTexts(row);
    // A row of headings that is no part of the head is no title: 所在支部 in it is nobody's branch.
    if (texts.length === 0 || texts.filter(headsColumn).length >= LEAST_HEADINGS || (all && isOfFigures(row)))
      continue;
    if (!all && (texts.length !== 1 || isFooterText(texts[0]!))) break;
    for (const text of texts)
      titles.push({ text, row: row.number, column: row.cells.findIndex(cell => cell?.text === text) });
  }
  return titles;
}

/** 东镇 12 5 8 6: a row of figures above a roster. */
const isOfFigures = ({ cells }: Row): boolean =>
  cells.filter(cell => cell !== undefined && !cell.merged && /^\d+(\.\d+)?%?$/.test(cell.text)).length >= 2;

/** The rows of figures above the head of a sheet's first table. */
export const figuresAbove = ({ sheet, headRow }: Table): Row[] =>
  sheet.rows.filter(row => row.number < headRow && isOfFigures(row));

/** The index of the row with which a table below another one begins: its title, or its head. */
function firstRowOf(sheet: Sheet, { top }: Head, floor: number): number {
  const title = titlesAbove(sheet, top, floor, false).at(-1);
  return title ? sheet.rows.findIndex(({ number }) => number === title.row) : top;
}

/** The columns of each of the tables that stand side by side under one head: 序号 姓名 性别, and again 序号 姓名 性别. */
function sideBySide(columns: readonly HeadColumn[]): HeadColumn[][] {
  const texts = columns.map(headingText);
  const isName = (column: HeadColumn) =>
    readHeading(column.rows).meanings.some(({ target, certain }) => certain && target[0] === 'name');
  const names = columns.flatMap((column, at) => (isName(column) ? [at] : []));
  const starts = [0];
  for (const name of names.slice(1)) {
    const first = starts.at(-1)!;
    for (let at = name; at > names[0]!; at--) {
      // Two tables are alike in how they begin; what only has one more 姓名 is about somebody else.
      const isAgain = texts[at] === texts[first] && texts[at + 1] === texts[first + 1] && name - at <= 2;
      if (!isAgain) continue;
      starts.push(at);
      break;
    }
  }
  return starts.map((start, at) => columns.slice(start, starts[at + 1] ?? columns.length));
}

/** Columns without a heading in which something stands all the same, by index. */
export function unheaded({ columns, rows }: Table, isPerson: (row: Row) => boolean): number[] {
  const known = new Set(columns.map(({ index }) => index));
  const found = new Set<number>();
  for (const row of rows)
    if (isPerson(row))
      for (const [index, cell] of row.cells.entries())
        if (!isBlank(cell) && !known.has(index) && !cell!.merged) found.add(index);
  return [...found].sort((a, b) => a - b);
}
