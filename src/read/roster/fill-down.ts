import { type Cell, isBlank } from './cell.ts';
import type { RowKind } from './row-kinds.ts';
import type { ReadColumn, SheetNotes } from './sheet-notes.ts';
import type { Table } from './tables.ts';

/** Columns by which a roster is grouped. */
const GROUPING = new Set(['branch', 'category', 'role', 'position']);

/**
 * A cell that was merged over a group and came apart (CSV, copied values) stands in the group's first row only: its value
 * holds for the rows below, where the serial number starts again with each, or where it stands before the names as the
 * head of a group does. Elsewhere it is only told how many are empty. Gives cells by the index of the row, and by column.
 */
export function fillDown(
  table: Table,
  columns: readonly ReadColumn[],
  kinds: readonly RowKind[],
  notes: SheetNotes,
): Map<number, Map<number, Cell>> {
  const filled = new Map<number, Map<number, Cell>>();
  const serial = table.columns.find(({ heading }) => /^(序号|序|编号)$/.test(heading));
  const people = table.rows.flatMap((row, index) => (kinds[index] === 'person' ? [{ row, index }] : []));
  for (const column of columns) {
    if (!GROUPING.has(column.target[0])) continue;
    const cells = people.map(({ row }) => row.cells[column.index]);
    const empty = cells.filter(isBlank).length;
    if (empty === 0 || isBlank(cells[0]) || cells.some(cell => cell?.merged)) continue;
    // Where a value is written again in the next row, an empty cell means nothing.
    const repeats = cells.some((cell, at) => at > 0 && !isBlank(cell) && cell!.text === cells[at - 1]?.text);
    const restarts = groupsBySerial(
      people.map(({ row }) => (serial ? row.cells[serial.index]?.text : undefined)),
      cells,
    );
    const leads = column.index < (columns.find(({ target }) => target[0] === 'name')?.index ?? 0);
    const isMostlyEmpty = !repeats && empty * 2 >= cells.length;
    const filledIn = cells.filter(cell => !isBlank(cell)).map(cell => cell!.text);
    const isGrouped = isMostlyEmpty || new Set(filledIn).size === filledIn.length;
    if (!restarts && !(leads && isGrouped)) {
      if (column.target[0] !== 'branch') continue;
      notes.at('gaps-column', table.headRow, column.index, {
        about: 'column',
        heading: column.heading,
        count: empty,
      });
      continue;
    }
    let last: Cell | undefined;
    for (const [at, { row, index }] of people.entries()) {
      if (!isBlank(cells[at])) last = cells[at];
      else if (last) {
        filled.set(index, (filled.get(index) ?? new Map()).set(column.index, last));
        notes.ofCell('filled-down', row, column, '', last.text);
      }
    }
  }
  return filled;
}

/** Whether the serial number starts again where a value stands, and nowhere else. */
const groupsBySerial = (
  serials: readonly (string | undefined)[],
  cells: readonly (Cell | undefined)[],
): boolean =>
  serials.filter(serial => serial === '1').length > 1 &&
  cells.every((cell, at) => (serials[at] === '1') === !isBlank(cell));
