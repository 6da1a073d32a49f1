import { type CellObject, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { type Limits, STANDARD_LIMITS } from '../size-limits.ts';
import { decode } from '../text/decode.ts';
import { guardCompound, guardText, guardZip } from './guard.ts';
import { RosterRefusal } from './refusal.ts';

/** A cell with something in it. */
export interface Cell {
  /** as people see it, trimmed; digits that Excel shows as 6.5E+17 are written out */
  text: string;
  /** the number, where the cell holds one */
  number?: number;
  /** `YYYY-MM-DD`, where the number is formatted as a date */
  date?: string;
  formula?: true;
  /** the value of a merged area, repeated in the cells that it covers */
  merged?: true;
}

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
  /** covered by merged areas of several columns: row number → columns in one area with the first */
  wide: Map<number, number>;
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
  const book = open(bytes, isNamedWorkbook, limits);
  const dates1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return sheet ? [tableOf(name, sheet, hidden, dates1904, limits)] : [];
  });
  if (sheets.every(({ rows }) => rows.length === 0)) throw new RosterRefusal('empty-workbook');
  return sheets;
}

const OPTIONS = { dense: true, cellStyles: true, cellNF: true } as const;

function open(bytes: Uint8Array, isNamedWorkbook: boolean, limits: Limits): WorkBook {
  const options = { ...OPTIONS, sheetRows: limits.rows + 1 };
  if (bytes.length === 0) throw new RosterRefusal('empty-workbook');
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const compound = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  try {
    if (zip) return read(guardZip(bytes, limits), { type: 'array', ...options });
    if (compound) {
      guardCompound(bytes);
      return read(bytes, { type: 'array', ...options });
    }
    const text = textOf(bytes);
    guardText(text, limits);
    return read(text, { type: 'string', raw: true, ...options });
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
  return decoded.text;
}

function tableOf(name: string, sheet: WorkSheet, hidden: boolean, dates1904: boolean, limits: Limits): Sheet {
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
  const wide = spreadMerged(sheet, rows, limits);
  const hiddenColumns = new Set(
    (sheet['!cols'] ?? []).flatMap((column, index) => (column?.hidden ? [index] : [])),
  );
  return { name, hidden, rows, hiddenColumns, wide };
}

/** The value of a merged area holds for each of its rows; of its columns it is the first one's. */
function spreadMerged(sheet: WorkSheet, rows: Row[], limits: Limits): Map<number, number> {
  const wide = new Map<number, number>();
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  let covered = 0;
  for (const { s, e } of sheet['!merges'] ?? []) {
    const value = rows[s.r]?.cells[s.c];
    if (e.c > s.c) wide.set(s.r + 1, Math.max(wide.get(s.r + 1) ?? 0, e.c - s.c + 1));
    if (!value || e.r - s.r > limits.rows) continue;
    const [lastRow, lastColumn] = [Math.min(e.r, rows.length - 1), Math.min(e.c, widest)];
    covered += Math.max(0, lastRow - s.r + 1) * Math.max(0, lastColumn - s.c + 1);
    // In a sheet that an office program wrote, merged areas cover no cell twice.
    if (covered > rows.length * (widest + 1)) throw new RosterRefusal('damaged-workbook');
    for (let r = s.r; r <= lastRow; r++)
      for (let c = s.c; c <= lastColumn; c++)
        if ((r > s.r || c > s.c) && !rows[r]!.cells[c]) rows[r]!.cells[c] = { ...value, merged: true };
  }
  return wide;
}

function cellOf(cell: CellObject, dates1904: boolean): Cell | undefined {
  const formula = cell.f === undefined ? {} : { formula: true as const };
  if (cell.t === 'n' && typeof cell.v === 'number') {
    // A damaged file may give no number where it says that one is: that is an empty cell, like one with an error.
    if (!Number.isFinite(cell.v)) return undefined;
    const date = SSF.is_date(String(cell.z ?? 'General')) ? dateOfSerial(cell.v, dates1904) : undefined;
    if (date !== undefined) return { text: date, number: cell.v, date, ...formula };
    return { text: numberText(cell.v, cell.w), number: cell.v, ...formula };
  }
  if (cell.t === 'z' || cell.t === 'e' || cell.v === undefined) return undefined;
  const text = (cell.t === 'b' ? (cell.v ? '是' : '否') : String(cell.v)).trim();
  return text === '' ? undefined : { text, ...formula };
}

/** `1990.10` formatted with two decimals keeps its zero; otherwise the digits as they are stored. */
const numberText = (value: number, shown: string | undefined): string =>
  shown !== undefined && /^\d{4}\.\d{2}$/.test(shown)
    ? shown
    : Number.isInteger(value)
      ? BigInt(value).toString()
      : String(value);

/** A day of Excel's count (1 = 1 January 1900, or in old Macintosh files 1904) as `YYYY-MM-DD`. */
export function dateOfSerial(serial: number, dates1904 = false): string | undefined {
  const parts = SSF.parse_date_code(Math.floor(serial), { date1904: dates1904 });
  if (!parts || parts.y < 1900 || parts.y > 2199) return undefined;
  return `${parts.y}-${String(parts.m).padStart(2, '0')}-${String(parts.d).padStart(2, '0')}`;
}
