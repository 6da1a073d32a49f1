import { type Column, type Target, targetOf } from './columns.ts';
import type { Row, Sheet } from './workbook.ts';

/** The head of a table: its columns, and the row below which people begin. */
export interface Head {
  columns: Column[];
  /** index into the sheet's rows of the first row behind the head */
  below: number;
  /** the texts above the head: the title, the reporting unit */
  titles: string[];
}

/** Titles, units and dates of reporting take some rows; a head below this is none. */
const DEEPEST = 30;

/**
 * Finds the row that names the columns: it has 姓名 and the most columns that are understood. A head of two rows
 * (培养联系人 over 联系人一 and 联系人二) is joined.
 */
export function findHead(sheet: Sheet, mapping: ReadonlyMap<string, Target | null>): Head | undefined {
  let best: { head: Head; known: number } | undefined;
  for (let index = 0; index < Math.min(sheet.rows.length, DEEPEST); index++) {
    const row = sheet.rows[index]!;
    for (const deep of [1, 2]) {
      const second = sheet.rows[index + 1];
      if (deep === 2 && !(second && isSecondHeadRow(row, second) && namesPeople([row], mapping))) continue;
      const head = deep === 2 ? [row, second!] : [row];
      if (!namesPeople(head, mapping)) continue;
      const columns = columnsOf(head, mapping);
      const known =
        columns.filter(({ target, needless }) => target ?? needless).length + (deep === 2 ? 0.5 : 0);
      if (best && known <= best.known) continue;
      best = { known, head: { columns, below: index + deep, titles: titlesAbove(sheet, index) } };
    }
  }
  // 姓名 alone may stand anywhere in a text; a table has at least one more column.
  return best && best.known >= 2 ? best.head : undefined;
}

/** A title merged over all columns and the head below it are not one head: that has 姓名 in its first row. */
const namesPeople = (rows: readonly Row[], mapping: ReadonlyMap<string, Target | null>): boolean =>
  columnsOf(rows, mapping).some(({ target }) => target?.[0] === 'name');

/** Below a head's first row, the cells are parts of merged ones or names of columns: nobody's data. */
function isSecondHeadRow(first: Row, second: Row): boolean {
  const merged = second.cells.some((cell, column) => cell?.merged && first.cells[column]?.text === cell.text);
  const spanned = first.cells.some(cell => cell?.merged);
  return (
    (merged || spanned) &&
    second.cells.every(
      cell => !cell || cell.merged || (cell.number === undefined && !/\d{4}/.test(cell.text)),
    )
  );
}

function columnsOf(rows: readonly Row[], mapping: ReadonlyMap<string, Target | null>): Column[] {
  const count = Math.max(...rows.map(({ cells }) => cells.length));
  return Array.from({ length: count }, (_, index): Column => {
    const parts = rows.map(({ cells }) => cells[index]?.text.replace(/\s+/g, '') ?? '');
    const texts = [...new Set(parts.filter(text => text !== ''))];
    const heading = texts.join('/');
    const said = [heading, ...texts].find(text => mapping.has(text));
    if (said !== undefined) {
      const target = mapping.get(said);
      return target ? { index, heading, target } : { index, heading, needless: true };
    }
    // Of two rows the lower one says more (时间/确定积极分子), unless only both together are understood.
    const meanings = [texts.join(''), texts.toReversed().join(''), ...texts.toReversed()].map(targetOf);
    const meaning = meanings.find(each => each && !each.guessed) ?? meanings.find(each => each !== undefined);
    return { index, heading, ...meaning };
  }).filter(({ heading }) => heading !== '');
}

function titlesAbove(sheet: Sheet, index: number): string[] {
  const texts = sheet.rows.slice(0, index).flatMap(({ cells }) => cells.map(cell => cell?.text ?? ''));
  return [...new Set(texts.filter(text => text !== ''))];
}
