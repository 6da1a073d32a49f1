import type { Day } from '../../values/day.ts';

/** A workbook as it is written; widths in characters of its type, heights in points. */
export interface Workbook {
  title: string;
  /** what the file keeps as the day of its making: equal workbooks are equal bytes */
  made: Day;
  /** type of every cell that names no other */
  face: string;
  size: number;
  sheets: Sheet[];
}

export interface Sheet {
  /** at most 31 characters, without []:*?/\ and not beginning or ending with an apostrophe */
  name: string;
  hidden?: boolean;
  columns: number[];
  /** how cells are that nobody has written yet, below the rows too */
  columnStyle?: Style;
  /** may be made while they are gone through */
  rows: Iterable<Row>;
  /** ranges such as `A1:F1` */
  merges?: string[];
  /** rows that stay in sight, and are printed again on every page from `titleRows` on */
  frozenRows?: number;
  titleRows?: [first: number, last: number];
  /** only this range is printed: `A1:N30` */
  printArea?: string;
  landscape?: boolean;
  centered?: boolean;
  margins: Margins;
  /** in the code of spreadsheets: `&P` is the page, `&N` the number of pages */
  footer: string;
  choices?: Choice[];
}

/** In inches. */
export interface Margins {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Row {
  height?: number;
  /** undefined: no cell, not even a border */
  cells: (SheetCell | undefined)[];
}

/** Text is never a formula, whatever it begins with. */
export interface SheetCell {
  value?: string | number;
  style?: Style;
}

export interface Style {
  face?: string;
  size?: number;
  bold?: boolean;
  /** `#B3160E` */
  color?: string;
  fill?: string;
  /** the colour of thin lines on all four sides */
  border?: string;
  align?: 'left' | 'center' | 'right';
  vertical?: 'top' | 'center' | 'bottom';
  wrap?: boolean;
  /** what is typed in stays text: no date, no number of fifteen digits */
  asText?: boolean;
}

/** A drop-down for a range of cells: the values themselves, or a reference to cells that hold them. */
export interface Choice {
  range: string;
  values: string[] | { from: string };
  /** anything else may be typed too */
  open?: boolean;
  /** shown beside the cell when it is chosen */
  hint?: string;
}
