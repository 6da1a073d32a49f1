import type { Cell, Column } from '../findings/section.ts';
import { displayWidth } from '../layout/width.ts';
import { headWidth, paperWidth, piecesOf } from './line-breaks.ts';
import type { Part } from './model.ts';

type Rows = Iterable<readonly Pick<Cell, 'text'>[]>;

/** Between the text of a cell and its borders, in columns of a terminal. */
const PADDING = 2;

/** Up to here a text is a name or a word, which reads badly on two lines; in columns of a terminal. */
const WORD = 12;

/** Whether a text is longer than a word or two: it reads from the left, and may be broken. */
export const isLong = (text: string): boolean => displayWidth(text) > WORD;

/**
 * Where the texts of each column stand: a column reads from the left as soon as one of its cells is a sentence; short words stand
 * in the middle.
 */
export function alignmentsOf(columns: readonly Column[], rows: Rows): ('left' | 'center' | 'right')[] {
  const long = columns.map(() => false);
  for (const row of rows) for (const [index, { text }] of row.entries()) long[index] ||= isLong(text);
  return columns.map(({ align }, index) => align ?? (long[index] ? 'left' : 'center'));
}

/** A day as it is written in full. */
const DAY = /^\d{4}年\d{1,2}月\d{1,2}日$/;

/** A sentence has at least four characters of Chinese on a line, in columns of a terminal. */
const SENTENCE = 8;

/** The least width at which a text is not broken within a word, a name or a day. */
function wordWidth(text: string): number {
  if (!isLong(text) || DAY.test(text)) return Math.ceil(paperWidth(text));
  const pieces = piecesOf(text);
  if (pieces) return Math.ceil(Math.max(...pieces.map(paperWidth)));
  return Math.max(
    SENTENCE,
    ...[...text.matchAll(/[\p{Script=Latin}\p{Nd}.@/:-]+/gu)].map(([word]) => displayWidth(word)),
  );
}

/** What a column has that is filled in by hand, in columns of a terminal. */
const BLANK = { text: 10, word: 6 };

/** The widest text and the widest word of each column, in columns of a terminal. */
function contentWidths(columns: readonly Column[], rows: Rows): { text: number; word: number }[] {
  const widths = columns.map(() => ({ text: 0, word: 4 }));
  for (const row of rows)
    for (const [index, width] of widths.entries()) {
      for (const line of (row[index]?.text ?? '').split('\n')) {
        width.text = Math.max(width.text, Math.ceil(paperWidth(line)));
        width.word = Math.max(width.word, wordWidth(line));
      }
    }
  return widths.map(width => (width.text === 0 ? BLANK : width));
}

/** With the least width of the head, which may be broken between its words. */
const withHead = ({ title }: Column, content: number): number =>
  Math.max(Math.min(headWidth(title), WORD), content) + PADDING;

/** What columns need at least so that no word is broken, in columns of a terminal. */
const leastWidths = (columns: readonly Column[], rows: Rows): number[] =>
  contentWidths(columns, rows).map(({ word }, index) => withHead(columns[index]!, word));

/** The width in columns of a terminal below which words would be broken. */
const leastWidth = (columns: readonly Column[], rows: Rows): number => sum(leastWidths(columns, rows));

/** Sizes of type that tables are tried in, in points. */
const SIZES = [12, 10.5, 9, 8];

/** Columns of a terminal in a width, both in points. */
export const roomOf = (width: number, type: number): number => Math.floor(width / (type / 2));

/** The largest type up to `most` in which no word of a table is broken, else the smallest; in points. */
export function typeFor(columns: readonly Column[], rows: Rows, width: number, most: number): number {
  const sizes = SIZES.filter(size => size <= most);
  const least = leastWidth(columns, rows);
  return sizes.find(size => least <= roomOf(width, size)) ?? sizes.at(-1)!;
}

/** What the width of an official page holds of nine points, in columns of a terminal. */
const OFFICIAL_ROOM = 98;

/** Whether a table is too wide for an official page upright. */
export const isWide = (parts: readonly Part[]): boolean =>
  parts.some(part => part.kind === 'table' && leastWidth(part.columns, part.rows) > OFFICIAL_ROOM);

/**
 * Divides a width among columns by what they hold. While there is room each has its widest text on one line; where there
 * is not, long texts have as few lines as can be, and dates, numbers and short names stay whole.
 *
 * @param room the whole width in columns of a terminal (half the height of the type)
 * @param total the whole width in the unit of the answer, which adds up to it
 */
export function columnWidths(columns: readonly Column[], rows: Rows, room: number, total: number): number[] {
  const given = fittedWidths(columns, rows, room);
  const scale = total / sum(given);
  const widths = given.map(width => Math.floor(width * scale));
  widths[widths.length - 1]! += total - sum(widths);
  return widths;
}

/** The widths that columns have within a room, both in columns of a terminal; more than the room only where words demand it. */
export function fittedWidths(columns: readonly Column[], rows: Rows, room: number): number[] {
  const content = contentWidths(columns, rows);
  const natural = content.map(
    ({ text }, index) => Math.max(displayWidth(columns[index]!.title), text) + PADDING,
  );
  if (sum(natural) <= room) return natural;
  // With heads on several lines there may be room for all else.
  const oneLine = content.map(({ text }, index) => withHead(columns[index]!, text));
  const least = content.map(({ word }, index) => withHead(columns[index]!, word));
  const widths = onFewestLines(content, oneLine, least, room);
  // What is left goes to the columns that then need one line only, those that lack least first.
  const lacking = oneLine.map((width, index) => width - widths[index]!);
  for (const index of [...lacking.keys()].sort((one, other) => lacking[one]! - lacking[other]!))
    if (sum(widths) + lacking[index]! <= room) widths[index]! += lacking[index]!;
  return widths;
}

/** So many lines are looked at; a cell that has more is a page of its own. */
const MOST_LINES = 60;

/** Widths by which no cell has more lines than it must: a long text gets more room than a short one. */
function onFewestLines(
  content: readonly { text: number }[],
  oneLine: readonly number[],
  least: readonly number[],
  room: number,
): number[] {
  for (let lines = 1; lines <= MOST_LINES; lines++) {
    const widths = content.map(({ text }, index) =>
      Math.min(oneLine[index]!, Math.max(least[index]!, Math.ceil(text / lines) + PADDING)),
    );
    if (sum(widths) <= room) return widths;
  }
  return [...least];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
