import { readIdNumber } from '../../model/id-number.ts';
import { isoOf } from '../../values/day.ts';
import { readDate } from '../fields/date-text.ts';
import type { Node } from '../yaml/node.ts';
import { classOf } from './classes.ts';
import type { NoteKind } from './note.ts';
import type { PersonBuilder } from './person-builder.ts';
import type { ReadColumn, SheetNotes } from './sheet-notes.ts';
import { partsOf, targetTitle } from './target.ts';
import { scalarOf } from './tree.ts';
import type { Row } from './workbook.ts';

/** Birth and gender by a valid ID number, where their cells are empty or say nothing that can be read. */
export function derive(person: PersonBuilder, row: Row, notes: SheetNotes): void {
  const id = person.plain.get('idNumber');
  const text = id?.kind === 'scalar' ? id.text : '';
  if (!/^(\d{15}|\d{17}[0-9X])$/.test(text)) return;
  const { birth, gender, checks } = readIdNumber(text);
  if (!checks || birth === undefined) return;
  const iso = isoOf(birth);
  const stated = person.scalar('birth');
  const isOpen = stated !== undefined && isSettledBy(stated, iso);
  // October was only what the others in the column made likely.
  const isOtherMonth =
    person.isGuessedOctober && stated?.slice(0, 4) === iso.slice(0, 4) && iso.slice(5, 7) === '01';
  if (stated === undefined || isOpen || isOtherMonth) {
    person.plain.set('birth', scalarOf(iso, id!));
    notes.ofRow('birth-from-id', row, { field: targetTitle(['birth']), from: stated ?? '', to: iso });
  }
  const said = person.scalar('gender');
  if (said !== undefined && typeof classOf('gender', said) === 'object') return;
  person.plain.set('gender', scalarOf(gender, id!));
  notes.ofRow('gender-from-id', row, { field: targetTitle(['gender']), from: said ?? '', to: gender });
}

/**
 * Whether a birth that cannot be read is settled by the number: 1990.1 is January or October; of 1992.13 the year has to agree, where there
 * is one.
 */
function isSettledBy(stated: string, iso: string): boolean {
  const date = readDate(stated);
  if (!('failure' in date)) return false;
  const year = /\d{4}/.exec(stated)?.[0];
  if (year === undefined) return !/\d/.test(stated);
  const isMonth = date.failure !== 'ambiguous' || ['01', '10'].includes(iso.slice(5, 7));
  return year === iso.slice(0, 4) && isMonth;
}

/** A training or a notice has two days; one of them alone, or hours alone, is kept as it is. */
export function closeLasting(
  person: PersonBuilder,
  row: Row,
  columns: readonly ReadColumn[],
  notes: SheetNotes,
): void {
  for (const [event, parts] of person.parts) {
    const ends = partsOf(['events', event]);
    if (!ends) continue;
    const [first, last] = ends;
    const [start, end, hours] = [parts.get(first), parts.get(last), parts.get('hours')];
    if (start && end) continue;
    // Probation begins with the branch meeting: where only its end is written, nothing is missing.
    const meeting = event === 'probation' ? person.dateOf('branchMeeting') : undefined;
    if (end && meeting) {
      parts.clear();
      parts.set(first, meeting).set(last, end);
      continue;
    }
    const column = columns.find(({ target }) => target[1] === event)!;
    const one = start ?? end;
    // A single day with its hours is a training of one day; hours decide then whether it was long enough.
    if (one?.kind === 'scalar' && hours && /^\d{4}-\d\d-\d\d$/.test(one.text)) {
      parts.set(first, one).set(last, one);
      const column = columns.find(({ target }) => target[1] === event && target[2] !== 'hours')!;
      notes.ofCell('same-day', row, column, one.text);
      continue;
    }
    person.parts.delete(event);
    const keep = (kind: NoteKind, name: string, node: Node | undefined) => {
      if (node?.kind !== 'scalar') return;
      person.attributes.set(name, node);
      notes.ofCell(kind, row, column, node.text, name);
    };
    keep('one-day', targetTitle(['events', event]), one);
    keep('hours-alone', '培训学时', hours);
  }
}
