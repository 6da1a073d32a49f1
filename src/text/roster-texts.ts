import type { Note, NoteKind } from '../read/roster/note.ts';

/** What importing and exporting rosters say. */
export interface RosterTexts {
  /** `[积极分子] F12`, `[积极分子] 第12行`, `[积极分子]` */
  where(note: Note): string;
  note: Record<NoteKind, (note: Note) => string>;
  /** what was read: sheets, people */
  summary(file: string, sheets: string[], people: number): string;
  columnsHeading(sheet: string): string;
  column(heading: string, name: string, field: string): string;
  needless: string;
  unread: string;
  notesHeading(count: number): string;
  more(count: number, file: string): string;
  problemsHeading(count: number): string;
  clean: string;
  /** the last sentence: what to do next */
  next(file: string): string;
  head(file: string, date: string): string[];
  above(sheet: string, row: number): string;
  badMap(text: string): string;
  unknownField(name: string, nearest: string): string;
  unknownSheet(name: string, sheets: string[]): string;
  badMapFile(path: string): string;
  unknownColumn(name: string): string;
  /** the title above a register; of an organization, or of none in an empty sheet */
  sheetTitle(organization: string): (sheet: string) => string;
  leftOut: Record<'materials' | 'details' | 'personal', string>;
  nobody(file: string): string;
}
