import { standingIn } from '../../model/remarks.ts';
import { nearest } from '../../values/nearest.ts';
import { isBlank } from './cell.ts';
import type { Column } from './columns.ts';
import { type Note, type NoteKind, noteAt } from './note.ts';
import type { PeopleReader } from './people.ts';
import { isOfPast } from './row-words.ts';
import { type Table, unheaded } from './tables.ts';
import { allTargets, targetTitle } from './target.ts';

const REFUSALS: Record<Exclude<Column['refusal'], undefined | 'needless' | 'joined'>, NoteKind> = {
  planned: 'planned-column',
  opinion: 'opinion-column',
  others: 'others-column',
  lunar: 'lunar-column',
  year: 'year-column',
  'no-dates': 'no-dates-column',
  second: 'second-column',
  same: 'same-column',
};

/** Notes how the columns of a table are understood, and which are not read. */
export function noteColumns(table: Table, reader: PeopleReader, notes: Note[]): void {
  const { sheet } = table;
  const note = (kind: NoteKind, column: number, about: Partial<Note> = {}) =>
    notes.push(noteAt(kind, sheet.name, rowOfHeading(table, column), column, { about: 'column', ...about }));
  for (const { index, heading, target, guessed, refusal, instead, joined } of table.columns) {
    if (joined !== undefined && target)
      note('joined-columns', index, { heading: joined, to: targetTitle(target) });
    const count = table.rows.filter(row => reader.isPerson(row) && !isBlank(row.cells[index])).length;
    if (sheet.hiddenColumns.has(index) && (target || !refusal)) note('hidden-column', index, { heading });
    // 状态 with 已转出: no field has it, and it decides whether somebody is on the roster.
    if (!target && !isOfPast(heading))
      for (const row of table.rows)
        if (reader.isPerson(row) && isGone(row.cells[index]?.text ?? ''))
          note('remark-out', index, {
            row: row.number,
            about: 'cell',
            heading,
            from: row.cells[index]!.text,
          });
    if (target) {
      if (guessed) note('guessed-column', index, { heading, to: targetTitle(target) });
    } else if (refusal === undefined)
      note('unread-column', index, { heading, to: nearestField(heading), count });
    else if (refusal === 'needless' && isAge(heading) && !saysBirth(table))
      note('age-column', index, { heading, count });
    else if (refusal === 'lunar' && saysBirth(table)) note('lunar-beside', index, { heading });
    else if (refusal !== 'needless' && refusal !== 'joined')
      note(REFUSALS[refusal], index, { heading, to: instead ?? '', count });
  }
  for (const index of unheaded(table, row => reader.isPerson(row))) {
    const filled = table.rows.filter(row => reader.isPerson(row) && !isBlank(row.cells[index]));
    note('no-heading-column', index, {
      row: filled[0]!.number,
      from: filled[0]!.cells[index]!.text,
      count: filled.length,
    });
  }
}

const isGone = (text: string): boolean => {
  const found = standingIn(text, { isStatus: true });
  return found !== undefined && found.standing !== 'later';
};

/** Ages are needless beside birth dates. Alone they are all that the sheet has, and they are of a day that nobody knows. */
const isAge = (heading: string): boolean => /年龄|周岁/.test(heading);
const saysBirth = ({ columns }: Table): boolean =>
  columns.some(({ target }) => target?.[0] === 'birth' || target?.[0] === 'idNumber');

/** The lowest row of the head in which the column has a text: 培养联系人/职务 may end above the others. */
function rowOfHeading({ sheet, headRow }: Table, column: number): number {
  const head = sheet.rows.filter(({ number }) => number <= headRow && number > headRow - 3);
  return head.findLast(({ cells }) => !isBlank(cells[column]))?.number ?? headRow;
}

/** The field whose name is nearest to a heading; empty where none is near. */
const nearestField = (heading: string): string => {
  const own = heading.split('/').at(-1)!;
  const titles = allTargets().map(targetTitle);
  return (
    nearest(own, titles) ||
    (titles.find(title => title.length > 1 && (title.includes(own) || own.includes(title))) ?? '')
  );
};
