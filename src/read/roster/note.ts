/** What reading a roster says besides the values: everything guessed, derived or left out. */
export type NoteKind =
  // of a cell
  | 'two-digit-year'
  | 'serial'
  | 'october'
  | 'tidied-date'
  | 'contains'
  | 'digits-lost'
  | 'ditto'
  | 'merged'
  | 'formula'
  | 'as-attribute'
  | 'hours-alone'
  | 'league-from-stage'
  // of a row
  | 'birth-from-id'
  | 'gender-from-id'
  | 'no-name'
  | 'total'
  | 'head-again'
  | 'section'
  | 'footer'
  | 'hidden-row'
  // of a sheet
  | 'role-from-title'
  | 'hidden-sheet'
  | 'no-head'
  | 'guessed-column'
  | 'unread-column'
  | 'second-column'
  | 'hidden-column';

export interface Note {
  kind: NoteKind;
  sheet: string;
  /** from 1; 0 of what concerns the whole sheet */
  row: number;
  /** `F12`, `F` of a column; empty where it concerns a row or sheet */
  cell: string;
  /** the Chinese name of the field, or the heading */
  field: string;
  /** what stands in the cell */
  from: string;
  /** what was made of it */
  to: string;
}

/** Kinds that change or drop what the sheet says; the others tell how it was read. */
export const DOUBTFUL: ReadonlySet<NoteKind> = new Set([
  'two-digit-year',
  'october',
  'contains',
  'digits-lost',
  'no-name',
  'hidden-row',
  'as-attribute',
  'hours-alone',
]);
