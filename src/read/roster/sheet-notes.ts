import type { Column } from './columns.ts';
import { type Note, type NoteKind, noteAt } from './note.ts';
import { type Target, targetTitle } from './target.ts';
import type { Row, Sheet } from './workbook.ts';

/** A column that is read. */
export type ReadColumn = Column & { target: Target };

/** Notes on the rows and cells of one sheet. */
export class SheetNotes {
  private readonly sheet: Sheet;
  private readonly notes: Note[];

  constructor(sheet: Sheet, notes: Note[]) {
    this.sheet = sheet;
    this.notes = notes;
  }

  ofRow(kind: NoteKind, row: Row, about: Partial<Note> = {}): void {
    const column = Math.max(
      0,
      row.cells.findIndex(cell => cell !== undefined),
    );
    this.at(kind, row.number, column, { about: 'row', ...about });
  }

  ofCell(kind: NoteKind, row: Row, { index, target, heading }: Column, from: string, to = ''): void {
    this.at(kind, row.number, index, { heading, field: target ? targetTitle(target) : '', from, to });
  }

  /** @param row from 1 @param column from 0 */
  at(kind: NoteKind, row: number, column: number, about: Partial<Note>): void {
    this.notes.push(noteAt(kind, this.sheet.name, row, column, about));
  }
}
