/** What a text means beyond its words: a colour in a terminal, bold in a document. */
export type Tone = 'good' | 'warning' | 'error' | 'faint';

export interface Cell {
  text: string;
  tone?: Tone | undefined;
  /** 0 to 1: a share that pages show as a bar under the text */
  bar?: number;
}

export interface Column {
  title: string;
  align?: 'right';
  /** columns of a terminal that it keeps when the table is too wide */
  min?: number;
}

/**
 * One part of the report on a plan: sentences, a table (without rows: none), closing notes. Texts in it are as the
 * user wrote them: the gate hides what may not be shown, and every reporter escapes them in its own way.
 */
export interface Section {
  heading: string;
  lines: string[];
  columns: Column[];
  rows: Cell[][];
  notes: Cell[];
}

/** A section of which only some parts are there. */
export const section = (heading: string, parts: Partial<Section>): Section => ({
  heading,
  lines: [],
  columns: [],
  rows: [],
  notes: [],
  ...parts,
});

/** Columns with these titles, laid out in the same order. */
export const laidOut = (titles: readonly string[], layout: Omit<Column, 'title'>[]): Column[] =>
  titles.map((title, index) => ({ title, ...layout[index] }));
