import { wrap } from '../output/layout/wrap.ts';
import type { Row, Sheet, SheetCell, Style } from '../output/workbook/model.ts';
import { columnName } from '../values/column-name.ts';
import type { DropDowns } from './drop-downs.ts';
import type { Fields, OwnColumn } from './workbook-columns.ts';
import { CONTENT_STYLE, HEAD, LINE, MARGINS, TITLE } from './workbook-styles.ts';

/** Where a table is written. */
export interface On {
  sheet: string;
  rows: Row[];
}

/** A sheet that holds one list: a title, a head, an item a row. */
export function listSheet(
  name: string,
  title: string,
  columns: readonly OwnColumn[],
  items: readonly object[],
  drops: DropDowns,
  emptyRows: number,
): Sheet {
  const rows: Row[] = [{ height: 30, cells: [{ value: title, style: TITLE }] }];
  tableRows(columns, items as readonly Fields[], Math.max(emptyRows, 20), drops, { sheet: name, rows }, true);
  return sheetOf(name, rows, [6, ...columns.map(({ width }) => width)], 2, drops, true);
}

/** A head and the items of a list, below what stands on a sheet. */
export function tableRows(
  columns: readonly OwnColumn[],
  items: readonly Fields[],
  emptyRows: number,
  drops: DropDowns,
  { sheet, rows }: On,
  numbered: boolean,
): void {
  const serial = (value: string, style: Style): SheetCell[] => (numbered ? [{ value, style }] : []);
  rows.push({
    cells: [...serial('序号', HEAD), ...columns.map(({ heading }) => ({ value: heading, style: HEAD }))],
  });
  const first = rows.length + 1;
  for (const [index, item] of items.entries())
    rows.push({
      cells: [
        ...serial(String(index + 1), CONTENT_STYLE),
        ...columns.map(({ cell }) => ({ value: cell(item), style: CONTENT_STYLE })),
      ],
    });
  for (let row = 0; row < emptyRows; row++)
    rows.push({ cells: [...serial('', CONTENT_STYLE), ...columns.map(() => ({ style: CONTENT_STYLE }))] });
  const last = rows.length + (numbered ? MORE_ROWS : 0);
  const at = (name: string) => columns.findIndex(({ leaf }) => leaf?.path.join() === name);
  // What comes before a step is one of the steps.
  if (at('after') >= 0) drops.define('after', sheet, first, last, at('name') + (numbered ? 1 : 0));
  for (const [index, { values, leaf }] of columns.entries()) {
    const column = columnName(index + (numbered ? 1 : 0));
    const range = `${column}${first}:${column}${Math.max(first, last)}`;
    const field = leaf?.path.join();
    if (field === 'category' || field === 'after') drops.refer(sheet, range, field);
    else drops.add(sheet, range, values);
  }
}

/** Rows below a list for which its drop-downs hold. */
const MORE_ROWS = 500;

/** As high as what is in it: not all programs find that out when they open a workbook. */
function heightOf({ height, cells }: Row, columns: readonly number[]): { height?: number } {
  const lines = cells.map((cell, index) =>
    cell?.style?.wrap ? wrap(String(cell.value ?? ''), columns[index]! - 1).length : 1,
  );
  const needed = Math.max(1, ...lines) * LINE;
  return height !== undefined ? { height } : needed > LINE ? { height: needed } : {};
}

/** What the title of a sheet stands over, at most. */
const TITLE_COLUMNS = 9;

/** A sheet in the manner of the others. */
export const sheetOf = (
  name: string,
  rows: Row[],
  columns: number[],
  frozen: number,
  drops: DropDowns,
  landscape: boolean,
): Sheet => ({
  name,
  rows: rows.map(row => ({ ...row, ...heightOf(row, columns) })),
  columns,
  ...(frozen > 0 && { frozenRows: frozen, titleRows: [1, frozen] as [number, number] }),
  // In sight where a sheet begins, on paper too.
  merges: [`A1:${columnName(Math.min(Math.max(1, columns.length - 1), TITLE_COLUMNS))}1`],
  landscape,
  margins: MARGINS,
  footer: '&C第 &P 页，共 &N 页',
  choices: drops.of(name),
});
