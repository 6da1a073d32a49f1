import { isBlank } from './cell.ts';
import type { Note } from './note.ts';
import { type ReadColumn, SheetNotes } from './sheet-notes.ts';
import type { Table } from './tables.ts';
import { isList, type Target } from './target.ts';
import type { Row } from './workbook.ts';

/**
 * Joins the rows of one person: where the cell of the name is merged over several rows, the lower ones hold a second contact or a
 * second inspection. A row that differs where a person has only one value stays as it is, and is told as one without a name.
 */
export function joinContinued(table: Table, notes: Note[]): Table {
  const columns = table.columns.filter((column): column is ReadColumn => column.target !== undefined);
  const name = columns.find(({ target }) => target[0] === 'name');
  if (!name) return table;
  const told = new SheetNotes(table.sheet, notes);
  const rows: Row[] = [];
  for (const row of table.rows) {
    const above = rows.at(-1);
    const own = columns.filter(({ index }) => !isBlank(row.cells[index]) && !row.cells[index]!.merged);
    const isJoined =
      above !== undefined &&
      row.cells[name.index]?.merged === true &&
      row.cells[name.index]!.text === above.cells[name.index]?.text &&
      own.every(({ index, target }) => holdsSeveral(target) || isBlank(above.cells[index]));
    if (!isJoined) {
      rows.push(row);
      continue;
    }
    const cells = [...above.cells];
    for (const { index } of own) {
      const [first, second] = [cells[index], row.cells[index]!];
      cells[index] = isBlank(first) ? second : { text: `${first!.text}、${second.text}` };
    }
    rows[rows.length - 1] = { ...above, cells };
    told.ofRow('row-joined', row, { from: above.cells[name.index]!.text, to: String(above.number) });
  }
  return rows.length === table.rows.length ? table : { ...table, rows };
}

const SEVERAL = new Set(['contacts', 'introducers', 'tags']);

const holdsSeveral = (target: Target): boolean => SEVERAL.has(target[0]) || isList(target);
