import type { Severity } from '../../model/severity.ts';

/** What reading a roster says besides the values: everything guessed, derived or left out. */
export type NoteKind = keyof typeof KINDS;

export interface Note {
  kind: NoteKind;
  sheet: string;
  /** from 1; of what concerns a column or a sheet the row of its head */
  row: number;
  /** from 0 */
  column: number;
  /** whether it is told of the cell, of the row, the column, or the sheet */
  about: 'cell' | 'row' | 'column' | 'sheet';
  /** the heading as written */
  heading: string;
  /** the Chinese name of the field */
  field: string;
  /** what stands there */
  from: string;
  /** what was made of it */
  to: string;
  /** people whom it concerns, where that is told */
  count: number;
}

/** A note on a cell, unless `more` says that it is on something else. @param row from 1 @param column from 0 */
export const noteAt = (
  kind: NoteKind,
  sheet: string,
  row: number,
  column: number,
  more: Partial<Note> = {},
): Note => ({
  ...{ kind, sheet, row, column, about: 'cell', heading: '', field: '', from: '', to: '', count: 0 },
  ...more,
});

/**
 * How grave each is, by what it can change: an error where something is missing from the plan that the sheet has, a warning
 * where a guess may be wrong and would count, information where only the form was tidied. `out`: it was left out.
 */
const KINDS = {
  // of a cell
  'two-digit-year': { severity: 'warning' },
  serial: { severity: 'info' },
  october: { severity: 'warning' },
  'stray-quote': { severity: 'warning' },
  'english-month': { severity: 'error', out: true },
  'tidied-date': { severity: 'info' },
  'not-yet': { severity: 'info' },
  'date-before': { severity: 'warning' },
  classed: { severity: 'warning' },
  unclear: { severity: 'warning', out: true },
  code: { severity: 'info' },
  ditto: { severity: 'info' },
  merged: { severity: 'info' },
  'filled-down': { severity: 'warning' },
  formula: { severity: 'info' },
  'digits-lost': { severity: 'error', out: true },
  'no-result': { severity: 'error', out: true },
  'error-value': { severity: 'error', out: true },
  'as-attribute': { severity: 'warning' },
  'hours-alone': { severity: 'info' },
  'one-day': { severity: 'warning' },
  'same-day': { severity: 'info' },
  'remark-out': { severity: 'warning' },
  'not-nominee': { severity: 'warning' },
  'league-from-stage': { severity: 'info' },
  'other-party': { severity: 'info' },
  'name-remark': { severity: 'warning' },
  'name-tidied': { severity: 'info' },
  'name-odd': { severity: 'warning' },
  'name-joined': { severity: 'warning' },
  'several-names': { severity: 'error', out: true },
  'branch-tidied': { severity: 'info' },
  'phone-in-names': { severity: 'info', out: true },
  // of a row
  'birth-from-id': { severity: 'info' },
  'gender-from-id': { severity: 'info' },
  'no-name': { severity: 'error', out: true },
  total: { severity: 'info', out: true },
  'head-again': { severity: 'info', out: true },
  section: { severity: 'info' },
  'section-role': { severity: 'info' },
  'section-category': { severity: 'info' },
  'section-unread': { severity: 'info', out: true },
  'section-out': { severity: 'info', out: true },
  footer: { severity: 'info', out: true },
  'hidden-row': { severity: 'warning' },
  'name-alone': { severity: 'warning' },
  'row-joined': { severity: 'info' },
  // of a column
  'guessed-column': { severity: 'info' },
  'unread-column': { severity: 'info', out: true },
  'planned-column': { severity: 'info', out: true },
  'year-column': { severity: 'info' },
  'opinion-column': { severity: 'info', out: true },
  'others-column': { severity: 'info', out: true },
  'lunar-column': { severity: 'warning', out: true },
  'lunar-beside': { severity: 'info', out: true },
  'age-column': { severity: 'warning', out: true },
  'no-dates-column': { severity: 'warning', out: true },
  'no-heading-column': { severity: 'warning', out: true },
  'same-column': { severity: 'info', out: true },
  'second-column': { severity: 'warning', out: true },
  'joined-columns': { severity: 'info' },
  'gaps-column': { severity: 'info' },
  'hidden-column': { severity: 'info' },
  // of a sheet
  'role-from-dates': { severity: 'info' },
  'role-from-year': { severity: 'info' },
  'role-from-title': { severity: 'info' },
  'approval-unasked': { severity: 'info' },
  'branch-from-title': { severity: 'info' },
  'hidden-sheet': { severity: 'warning', out: true },
  'out-sheet': { severity: 'info', out: true },
  'other-year': { severity: 'warning' },
  'other-year-sheet': { severity: 'warning', out: true },
  'listed-twice': { severity: 'warning' },
  'listed-differs': { severity: 'warning', out: true },
  'maybe-twice': { severity: 'warning' },
  'summary-sheet': { severity: 'info', out: true },
  'summary-differs': { severity: 'warning', out: true },
  'no-head': { severity: 'info', out: true },
  'figures-above': { severity: 'info', out: true },
  card: { severity: 'warning', out: true },
  transposed: { severity: 'warning', out: true },
  // of a plan in a workbook
  'hidden-plan-sheet': { severity: 'warning' },
  'no-label': { severity: 'error', out: true },
  'stray-cell': { severity: 'warning', out: true },
  'other-table': { severity: 'error', out: true },
  'other-sheet': { severity: 'warning', out: true },
  'no-step-head': { severity: 'error', out: true },
} as const satisfies Record<string, { severity: Severity; out?: true }>;

export const severityOf = (kind: NoteKind): Severity => KINDS[kind].severity;

/** Whether something of the sheet was not read; otherwise it tells how it was read. */
export const isLeftOut = (kind: NoteKind): boolean => 'out' in KINDS[kind];
