/** A position that a reader can go to: 1-based line and column (in UTF-16 code units), or a sheet and cell. */
export interface Location {
  /** the file as the user named it, relative to where the command ran */
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  /** JSON pointer with the canonical (English) names, e.g. `/steps/4/from` */
  path: string;
  /** `[积极分子] F12`: sheet and cell, where the file is a workbook; line and column are then row and column */
  cell?: string;
}

/**
 * Where a value of the plan stands. The model carries places instead of lines and columns: those are worked out only
 * for what is reported, so a plan without findings never pays for them.
 */
export interface Place {
  /** The place of a field or list item below this one; the nearest that exists when it is not written. */
  at(...path: (string | number)[]): Place;
  locate(): Location;
  /** Whether a field is written, with or without something in it that was understood. */
  has(field: string): boolean;
  /** What the user wrote there, as it stands in the file. */
  quote(): string;
  /** The file's text, for a code frame; empty where it has no lines to show. */
  source(): string;
}

/** What a clerk writes into a field that is not known; never 0, never text. Reading makes nothing of it, as of what it refused. */
export const UNKNOWN_WORDS: ReadonlySet<string> = new Set([
  '',
  '~',
  'null',
  '无',
  '不详',
  '未知',
  '暂无',
  '待定',
  '未定',
]);

/** Whether a field is written and the model has no value for it. That was reported; what only follows from it need not be. */
export const isRefused = (place: Place, field: string): boolean =>
  place.has(field) && !UNKNOWN_WORDS.has(place.at(field).quote().replace(/["']/g, '').trim());
