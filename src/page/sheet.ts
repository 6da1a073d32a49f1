import { read, utils } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { decode } from '../read/text/decode.ts';

/** A sheet as it is looked at: the shown text of each cell, by row and column from 0. */
export interface Sheet {
  name: string;
  rows: string[][];
  width: number;
}

/** The most cells that are shown; a roster has thirty columns. */
const MOST_COLUMNS = 200;

/** The sheets of a workbook or of a CSV file. Throws what the library throws for what is no workbook. */
export function sheetsOf(path: string, bytes: Uint8Array): Sheet[] {
  const book = /\.csv$/i.test(path)
    ? read(textOf(bytes), { type: 'string', raw: true, cellDates: false })
    : read(bytes, { cellDates: false });
  return book.SheetNames.map(name => {
    const sheet = book.Sheets[name]!;
    // From A1 on, so that rows and columns are those of the cells' names.
    const range = utils.decode_range(sheet['!ref'] ?? 'A1');
    const rows = utils.sheet_to_json<string[]>(sheet, {
      header: 1,
      raw: false,
      defval: '',
      blankrows: true,
      range: { s: { r: 0, c: 0 }, e: { r: range.e.r, c: Math.min(range.e.c, MOST_COLUMNS - 1) } },
    });
    return { name, rows, width: Math.min(range.e.c + 1, MOST_COLUMNS) };
  });
}

const textOf = (bytes: Uint8Array): string => {
  const decoded = decode(bytes);
  return 'text' in decoded ? decoded.text : '';
};

/** `E7` of row 6 and column 4, both from 0. */
export const cellName = (row: number, column: number): string => utils.encode_cell({ r: row, c: column });

/** Whether a cell can be changed and all else kept as it is: in the formats that Excel writes now, and in CSV. */
export const isEditable = (path: string): boolean => /\.(xlsx|xlsm|csv)$/i.test(path);

/**
 * The file with one cell changed to a text. Of a workbook only that cell's XML is replaced: styles, widths, drop-downs and
 * everything else stay.
 * @throws {RangeError} where the workbook has no such sheet
 */
export function withCell(
  path: string,
  bytes: Uint8Array,
  sheet: string,
  row: number,
  column: number,
  text: string,
): Uint8Array {
  return /\.csv$/i.test(path)
    ? csvWithCell(bytes, row, column, text)
    : xlsxWithCell(bytes, sheet, row, column, text);
}

function csvWithCell(bytes: Uint8Array, row: number, column: number, text: string): Uint8Array {
  const [sheet] = sheetsOf('x.csv', bytes);
  const rows = (sheet?.rows ?? []).map(each => [...each]);
  while (rows.length <= row) rows.push([]);
  const own = rows[row]!;
  while (own.length <= column) own.push('');
  own[column] = text;
  const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  // With a byte-order mark Excel opens it as UTF-8.
  return new TextEncoder().encode(`\ufeff${rows.map(each => `${each.map(quoted).join(',')}\r\n`).join('')}`);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function xlsxWithCell(
  bytes: Uint8Array,
  sheet: string,
  row: number,
  column: number,
  text: string,
): Uint8Array {
  const parts = unzipSync(bytes);
  const part = partOf(parts, sheet);
  const xml = new DOMParser().parseFromString(strFromU8(parts[part]!), 'application/xml');
  const data = xml.getElementsByTagNameNS('*', 'sheetData')[0];
  if (!data) throw new RangeError(sheet);
  const cell = cellIn(rowIn(data, row), row, column);
  cell.setAttribute('t', 'inlineStr');
  while (cell.firstChild) cell.firstChild.remove();
  const inline = xml.createElementNS(cell.namespaceURI ?? MAIN, 'is');
  const shown = xml.createElementNS(cell.namespaceURI ?? MAIN, 't');
  shown.setAttribute('xml:space', 'preserve');
  shown.textContent = text;
  inline.append(shown);
  cell.append(inline);
  parts[part] = strToU8(new XMLSerializer().serializeToString(xml));
  // Formulas' order of computation may name a cell that is none any more; Excel makes it anew.
  delete parts['xl/calcChain.xml'];
  withoutCalcChain(parts);
  return zipSync(parts);
}

function withoutCalcChain(parts: Record<string, Uint8Array>): void {
  for (const name of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels']) {
    if (!parts[name]) continue;
    const xml = new DOMParser().parseFromString(strFromU8(parts[name]), 'application/xml');
    const own = [...xml.documentElement.children].filter(each =>
      /calcChain\.xml$/.test(each.getAttribute('PartName') ?? each.getAttribute('Target') ?? ''),
    );
    if (own.length === 0) continue;
    for (const each of own) each.remove();
    parts[name] = strToU8(new XMLSerializer().serializeToString(xml));
  }
}

/** The part of the package that holds a sheet. */
function partOf(parts: Record<string, Uint8Array>, sheet: string): string {
  const parse = (name: string) =>
    new DOMParser().parseFromString(strFromU8(parts[name] ?? new Uint8Array()), 'application/xml');
  const named = [...parse('xl/workbook.xml').getElementsByTagNameNS('*', 'sheet')].find(
    each => each.getAttribute('name') === sheet,
  );
  const id = [...(named?.attributes ?? [])].find(
    ({ localName, prefix }) => localName === 'id' && prefix !== null,
  )?.value;
  const target = [...parse('xl/_rels/workbook.xml.rels').getElementsByTagNameNS('*', 'Relationship')]
    .find(each => each.getAttribute('Id') === id)
    ?.getAttribute('Target');
  const path = target?.startsWith('/') ? target.slice(1) : `xl/${target}`;
  if (!target || !parts[path]) throw new RangeError(sheet);
  return path;
}

/** The row's element, made where it is not there; rows stand in order. */
function rowIn(data: Element, row: number): Element {
  const number = row + 1;
  let after: Element | null = null;
  for (const each of data.children) {
    const own = Number(each.getAttribute('r'));
    if (own === number) return each;
    if (own > number) {
      after = each;
      break;
    }
  }
  const made = data.ownerDocument.createElementNS(data.namespaceURI ?? MAIN, 'row');
  made.setAttribute('r', String(number));
  data.insertBefore(made, after);
  return made;
}

function cellIn(element: Element, row: number, column: number): Element {
  const name = cellName(row, column);
  let after: Element | null = null;
  for (const each of element.children) {
    const reference = each.getAttribute('r');
    if (reference === name) return each;
    if (reference && utils.decode_cell(reference).c > column) {
      after = each;
      break;
    }
  }
  const made = element.ownerDocument.createElementNS(element.namespaceURI ?? MAIN, 'c');
  made.setAttribute('r', name);
  element.insertBefore(made, after);
  return made;
}
