import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { type Limits, STANDARD_LIMITS } from '../size-limits.ts';
import { decode } from '../text/decode.ts';
import { type Cell, cellOf } from './cell.ts';
import { resolveReferences } from './character-references.ts';
import { guardCompound, guardText, guardZip } from './guard.ts';
import { RosterRefusal } from './refusal.ts';
import { type StrayQuote, withoutStrayQuotes } from './stray-quotes.ts';

/** One row: cells by column from 0; gaps are empty cells. */
export interface Row {
  /** from 1, as Excel counts */
  number: number;
  hidden: boolean;
  cells: (Cell | undefined)[];
}

/** One table as it stands in the file. */
export interface Sheet {
  name: string;
  hidden: boolean;
  rows: Row[];
  hiddenColumns: Set<number>;
  /** a CSV or a table of HTML: what Excel made of numbers before it saved them is all there is */
  isText: boolean;
  /** days are counted from 1904, as old Macintoshes did */
  dates1904: boolean;
  /** quotes in a CSV that nobody closed */
  strayQuotes: readonly StrayQuote[];
}

/**
 * The tables of an .xlsx, .xls or .csv.
 * @throws {RosterRefusal} for what is none, is encrypted, damaged, or too large
 */
export function readWorkbook(
  bytes: Uint8Array,
  isNamedWorkbook = false,
  limits: Limits = STANDARD_LIMITS,
): Sheet[] {
  const { book, strayQuotes } = open(bytes, isNamedWorkbook, limits);
  const isText = !isZip(bytes) && !isCompound(bytes);
  const dates1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return sheet ? [{ ...tableOf(name, sheet, hidden, dates1904, limits), isText, strayQuotes }] : [];
  });
  if (sheets.every(({ rows }) => rows.length === 0)) throw new RosterRefusal('empty-workbook');
  return sheets;
}

/** The names of a workbook's sheets, without what is in them. @throws {RosterRefusal} */
export const sheetNames = (bytes: Uint8Array): string[] =>
  open(bytes, true, STANDARD_LIMITS, { bookSheets: true }).book.SheetNames;

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** .xls, and encrypted workbooks of any kind. */
const isCompound = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;

const OPTIONS = { dense: true, cellStyles: true, cellNF: true } as const;

interface Opened {
  book: WorkBook;
  strayQuotes: readonly StrayQuote[];
}

function open(bytes: Uint8Array, isNamedWorkbook: boolean, limits: Limits, more = {}): Opened {
  const options = { ...OPTIONS, sheetRows: limits.rows + 1, ...more };
  if (bytes.length === 0) throw new RosterRefusal('empty-workbook');
  try {
    if (isZip(bytes))
      return { book: read(guardZip(bytes, limits), { type: 'array', ...options }), strayQuotes: [] };
    if (isCompound(bytes)) {
      guardCompound(bytes);
      return { book: read(bytes, { type: 'array', ...options }), strayQuotes: [] };
    }
    const { text, stray } = withoutStrayQuotes(textOf(bytes));
    guardText(text, limits);
    return { book: read(text, { type: 'string', raw: true, ...options }), strayQuotes: stray };
  } catch (error) {
    // What calls itself a workbook and is neither that nor text is damaged: no encoding will mend it.
    const isGarbage = isNamedWorkbook && error instanceof RosterRefusal && error.reason === 'undecodable';
    if (error instanceof RosterRefusal && !isGarbage) throw error;
    const message = error instanceof Error ? error.message : '';
    throw new RosterRefusal(/password|encrypt/i.test(message) ? 'encrypted' : 'damaged-workbook');
  }
}

/** CSV in any encoding that an office's Excel writes; web systems also give tables of HTML the ending .xls. */
function textOf(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  if ('failure' in decoded)
    throw new RosterRefusal('looksLike' in decoded ? decoded.looksLike : 'undecodable');
  // Of a CSV the same characters are just text.
  return /^\s*</.test(decoded.text) ? resolveReferences(decoded.text) : decoded.text;
}

function tableOf(
  name: string,
  sheet: WorkSheet,
  hidden: boolean,
  dates1904: boolean,
  limits: Limits,
): Omit<Sheet, 'isText' | 'strayQuotes'> {
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  if (data.length > limits.rows) throw new RosterRefusal('too-many-rows');
  const rows: Row[] = [];
  for (const [index, cells] of data.entries()) {
    const row: Row = { number: index + 1, hidden: sheet['!rows']?.[index]?.hidden === true, cells: [] };
    for (const [column, cell] of (cells ?? []).slice(0, limits.columns).entries()) {
      const own = cell && cellOf(cell, dates1904);
      if (own) row.cells[column] = own;
    }
    rows.push(row);
  }
  while (rows.length > 0 && rows.at(-1)!.cells.length === 0) rows.pop();
  spreadMerged(sheet, rows, limits);
  const hiddenColumns = new Set(
    (sheet['!cols'] ?? []).flatMap((column, index) => (column?.hidden ? [index] : [])),
  );
  return { name, hidden, rows, hiddenColumns, dates1904 };
}

/** The value of a merged area holds for each of its rows; of its columns it is the first one's. */
function spreadMerged(sheet: WorkSheet, rows: Row[], limits: Limits): void {
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  let covered = 0;
  for (const { s, e } of sheet['!merges'] ?? []) {
    const value = rows[s.r]?.cells[s.c];
    if (!value || e.r - s.r > limits.rows) continue;
    const [lastRow, lastColumn] = [Math.min(e.r, rows.length - 1), Math.min(e.c, widest)];
    covered += Math.max(0, lastRow - s.r + 1) * Math.max(0, lastColumn - s.c + 1);
    // In a sheet that an office program wrote, merged areas cover no cell twice.
    if (covered > rows.length * (widest + 1)) throw new RosterRefusal('damaged-workbook');
    for (let r = s.r; r <= lastRow; r++)
      for (let c = s.c; c <= lastColumn; c++)
        if ((r > s.r || c > s.c) && !rows[r]!.cells[c]) rows[r]!.cells[c] = { ...value, merged: true };
  }
}
