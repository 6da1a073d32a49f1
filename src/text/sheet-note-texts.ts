import type { SheetNoteArgs } from '../read/problem.ts';
import type { NoteKind } from '../read/roster/note.ts';

/** What is said of a note of reading a workbook, and what to do about it. */
export interface SheetNoteText {
  message(note: SheetNoteArgs): string;
  remedy(note: SheetNoteArgs): string;
}

export type SheetNoteTexts = Record<NoteKind, SheetNoteText>;

/** Cells that are listed by name; of more the number is told. */
export const MOST_CELLS = 8;
