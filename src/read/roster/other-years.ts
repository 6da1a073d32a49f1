import { letterheadOf } from './letterhead.ts';
import { noteAt } from './note.ts';
import type { Roster } from './roster.ts';
import type { Table } from './tables.ts';

/** Lists of people who wait, often for years: 2026年入党积极分子 stand on the roster of 2027. */
const WAITING = /积极分子|申请人|储备|后备/;

/**
 * Takes out the tables of another year than the plan's, where there are others: last year's list stays in the workbook as a sheet. A
 * workbook that is of another year altogether is read, and that is told.
 * @param tables those of the roster, in its order
 * @param planned the plan's year; else the latest that the workbook names is meant
 */
export function dropOtherYears(
  roster: Roster,
  tables: readonly Table[],
  path: string,
  planned: number | undefined,
): Table[] {
  const told = tables.map(table => letterheadOf([table], '').year);
  const named = [...told, letterheadOf([], path).year].flatMap(year => year?.value ?? []);
  const year = planned ?? Math.max(...named);
  const isOther = tables.map((table, at) => {
    const own = told[at]?.value;
    if (own === undefined || own === year) return false;
    const texts = [table.sheet.name, ...table.titles.map(({ text }) => text)].join();
    return own > year || !WAITING.test(texts) || /发展对象|拟发展/.test(texts);
  });
  const first = isOther.indexOf(true);
  if (first < 0) return [...tables];
  const note = (at: number, kind: 'other-year' | 'other-year-sheet', count: number) => {
    const { sheet, titles, headRow } = tables[at]!;
    const place = titles.find(({ text }) => text.includes(String(told[at]!.value)));
    return noteAt(kind, sheet.name, place?.row ?? headRow, place?.column ?? 0, {
      about: 'sheet',
      heading: sheet.name,
      from: told[at]!.text,
      to: String(year),
      count,
    });
  };
  if (isOther.every(other => other)) {
    roster.notes.push(note(first, 'other-year', roster.people.length));
    return [...tables];
  }
  for (const [at, table] of tables.entries()) {
    if (!isOther[at]) continue;
    const rows = new Set(table.rows.map(({ number }) => number));
    const isOfTable = ({ sheet, row }: { sheet: string; row: number }) =>
      sheet === table.sheet.name && (rows.has(row) || row === table.headRow);
    const count = roster.people.filter(isOfTable).length;
    roster.people = roster.people.filter(person => !isOfTable(person));
    roster.notes = roster.notes.filter(own => !isOfTable(own));
    roster.notes.push(note(at, 'other-year-sheet', count));
  }
  roster.tables = roster.tables.filter((_, at) => !isOther[at]);
  return tables.filter((_, at) => !isOther[at]);
}
