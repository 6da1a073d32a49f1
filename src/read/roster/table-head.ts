import { type Cell, isBlank } from './cell.ts';
import { type HeadColumn, headingText, type Mapping } from './columns.ts';
import { readHeading } from './heading-meaning.ts';
import { isBranch, isFooterText, rowTexts } from './row-words.ts';
import type { Row, Sheet } from './workbook.ts';

/** The rows that name the columns of a table: one to three of them. */
export interface Head {
  /** indexes into the sheet's rows: the first row of the head, and the last */
  top: number;
  bottom: number;
  columns: HeadColumn[];
}

/** A card (登记表) has labels where a table has people: 民族 below 姓名. A transposed table has its people beside each other. */
export type NoTable = 'card' | 'transposed';
export type FoundHead = Head | NoTable;

const DEEPEST = 3;

/** The head that has 姓名 in this row; undefined where the row is none. `floor`: rows above it are another table's. */
export function headAt(sheet: Sheet, index: number, floor: number, mapping: Mapping): FoundHead | undefined {
  const row = sheet.rows[index]!;
  const name = row.cells.findIndex(cell => cell !== undefined && !cell.merged && isName(cell.text, mapping));
  if (name < 0) return undefined;
  const below = sheet.rows[index + 1];
  if (isLabel(below?.cells[name], mapping)) {
    const beside = [row, below!].map(({ cells }) => cells.slice(name + 1).filter(cell => !isBlank(cell)));
    const isTransposed = beside.every(
      cells => cells.length > 1 && !cells.some(cell => isLabel(cell, mapping) || isName(cell!.text, mapping)),
    );
    return isTransposed ? 'transposed' : 'card';
  }
  let top = index;
  while (top > floor && index - top < DEEPEST - 1 && isGroupRow(sheet.rows[top - 1]!, row)) top--;
  let bottom = index;
  while (bottom - top < DEEPEST - 1 && isSubRow(sheet.rows[bottom]!, sheet.rows[bottom + 1], name)) bottom++;
  const columns = columnsOf(sheet.rows.slice(top, bottom + 1));
  const known = columns.filter(column => isKnown(column, mapping));
  // 姓名 alone may stand anywhere in a text; a table has at least one more column.
  return known.length >= 2 ? { top, bottom, columns } : undefined;
}

const isName = (text: string, mapping: Mapping): boolean => {
  const said = mapping.get(text.replace(/\s+/g, ''));
  if (said !== undefined) return said?.[0] === 'name';
  return readHeading([text]).meanings.some(({ target }) => target[0] === 'name');
};

/** A cell right below 姓名 that is itself the name of a field. */
function isLabel(cell: Cell | undefined, mapping: Mapping): boolean {
  if (!cell || cell.merged || cell.number !== undefined || isName(cell.text, mapping)) return false;
  return readHeading([cell.text]).meanings.some(({ certain }) => certain);
}

function isKnown(column: HeadColumn, mapping: Mapping): boolean {
  if ([headingText(column), ...column.rows].some(text => mapping.has(text))) return true;
  const { meanings, refusal } = readHeading(column.rows);
  return meanings.length > 0 || refusal !== undefined;
}

/** Whether a text is the name of a column and of nothing else: 备注 is, 备注： is not. */
export const headsColumn = (text: string): boolean => {
  if (/[:：]/.test(text)) return false;
  const { meanings, refusal } = readHeading([text]);
  return refusal === 'needless' || meanings.some(({ certain }) => certain);
};

/** Groups over several columns: 基本情况, 培养联系人, 重要时间. A title stands over all of them, and alone. */
function isGroupRow(above: Row, below: Row): boolean {
  const texts = rowTexts(above);
  // 所在支部 merged with the cell below it, 备注, and 单位 over an empty cell are columns of their own beside the groups.
  const isColumn = (text: string) =>
    headsColumn(text) ||
    above.cells.some((cell, at) => {
      if (cell?.text !== text) return false;
      const under = below.cells[at];
      return isBlank(under)
        ? !/[:：]/.test(text) && readHeading([text]).meanings.length > 0
        : under!.merged === true && under!.text === text;
    });
  const isNoGroup = (text: string) => text.length > 12 || /\d/.test(text) || isFooterText(text);
  if (texts.length === 0 || texts.some(text => isNoGroup(text) && !isColumn(text))) return false;
  const spans = above.cells.some(cell => cell?.merged);
  const isGroup = (text: string) => /联系人|介绍人|家庭|时间|情况|信息|培训|公示|学历/.test(text);
  if (!spans && !texts.some(isGroup)) return false;
  const covered = above.cells.filter(cell => !isBlank(cell)).length;
  const width = below.cells.filter(cell => !isBlank(cell)).length;
  return texts.length > 1 || (covered < width && isGroup(texts[0]!));
}

/**
 * Below the first row of a head, cells are parts of merged ones or names of columns: nobody's data. Merged cells do not
 * survive a CSV or copying as values: then the row has no name, and only words that name columns.
 */
function isSubRow(above: Row, row: Row | undefined, name: number): boolean {
  if (!row) return false;
  const under = row.cells[name];
  if (under?.merged && under.text === above.cells[name]?.text) return true;
  if (!isBlank(under)) return false;
  const labels = row.cells.flatMap((cell, column) =>
    isBlank(cell) || cell!.merged ? [] : [{ text: cell!.text, number: cell!.number, column }],
  );
  if (labels.length === 0) return false;
  if (
    labels.some(
      ({ text, number }) => number !== undefined || text.length > 14 || /\d{3}/.test(text) || isBranch(text),
    )
  )
    return false;
  const understood = labels.filter(({ text, column }) => {
    const { meanings, refusal } = readHeading([groupOver(above, column), text]);
    return meanings.length > 0 || refusal !== undefined;
  });
  return (
    understood.length * 2 >= labels.length &&
    (labels.length > 1 || readHeading([labels[0]!.text]).meanings.some(({ certain }) => certain))
  );
}

/** The text above a cell, or that of the nearest one to the left, where the cells were merged once. */
function groupOver({ cells }: Row, column: number): string {
  for (let at = column; at >= 0; at--) if (!isBlank(cells[at])) return cells[at]!.text;
  return '';
}

function columnsOf(rows: readonly Row[]): HeadColumn[] {
  const count = Math.max(...rows.map(({ cells }) => cells.length));
  const textAt = (row: number, column: number) => rows[row]?.cells[column]?.text.replace(/\s+/g, '') ?? '';
  const columns: HeadColumn[] = [];
  for (let index = 0; index < count; index++) {
    const texts = rows.map((_, row) => textAt(row, index));
    // Where the group was merged once, its text stands over the first column only.
    for (let row = 0; row < rows.length - 1; row++)
      if (texts[row] === '' && texts[row + 1] !== '' && index > 0 && textAt(row + 1, index - 1) !== '')
        texts[row] = columns.at(-1)?.index === index - 1 ? (columns.at(-1)!.rows[row] ?? '') : '';
    if (texts.some(text => text !== '')) columns.push({ index, rows: texts });
  }
  return columns;
}
