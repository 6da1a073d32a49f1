import { namesMasked } from '../fields/masked.ts';
import type { Problems } from '../problem.ts';
import { cellName } from './columns.ts';
import { isLeftOut, type Note, type NoteKind, severityOf } from './note.ts';
import type { SheetSource } from './sheet-source.ts';

/** A note as a finding tells it: notes of one kind that say the same are one, with all their cells. */
export interface GroupedNote extends Note {
  /** `E2`, `E5`: the cells, or the numbers of the rows */
  cells: string[];
}

/** Notes that say the same of several cells, as one each, in the order of the sheet. */
function groupNotes(notes: readonly Note[]): GroupedNote[] {
  const groups = new Map<string, GroupedNote>();
  for (const note of notes) {
    const { kind, sheet, about, heading, from, to, row, column } = note;
    // What merely was tidied is told once a column; a guess once for each value.
    const same = severityOf(kind) === 'info' && about === 'cell' ? [] : [from, to];
    const isAlone =
      about === 'sheet' || about === 'column' || kind === 'no-name' || kind.startsWith('section');
    const key = [kind, sheet, about, heading, ...same, ...(isAlone ? [row, column] : [])].join('\n');
    const cell = about === 'row' ? String(row) : cellName(row, column);
    const group = groups.get(key);
    if (group) group.cells.push(cell);
    else groups.set(key, { ...note, cells: [cell] });
  }
  return [...groups.values()];
}

/** Kinds whose text is anything that stands in a sheet, names of people on no roster too: 填表人：张某. */
const FREE: ReadonlySet<NoteKind> = new Set([
  'footer',
  'no-name',
  'total',
  'section-unread',
  'section-out',
  'no-heading-column',
]);

/** Tells all that reading a workbook noted as findings at its cells, whichever command reads it. */
export function reportNotes(notes: readonly Note[], source: SheetSource, problems: Problems): void {
  for (const { kind, heading, field, from } of notes)
    if (FREE.has(kind) || kind === 'phone-in-names' || namesMasked(heading) || namesMasked(field))
      problems.numbers.add(from);
    else problems.numbers.addLandlines(from);
  for (const note of groupNotes(notes)) {
    const place = source.placeOf(note.sheet, note.row, note.column);
    const { heading } = note;
    if (note.kind === 'digits-lost') {
      problems.add(
        'input/precision-lost',
        place,
        { text: note.from, becomes: '', heading, cells: note.cells },
        'error',
      );
      continue;
    }
    const { kind, about, field, to, count, cells } = note;
    const from = problems.people && FREE.has(kind) ? '…' : note.from;
    const code = isLeftOut(kind) ? 'input/sheet-left-out' : 'input/sheet-guess';
    problems.add(
      code,
      place,
      {
        kind,
        about,
        heading,
        field,
        from,
        to,
        count,
        cells,
      },
      severityOf(kind),
    );
  }
}
