import { visible } from './clean.ts';
import { displayWidth, graphemes, type WidthOptions } from './width.ts';

/** A range of the source: lines and columns from 1, columns in UTF-16 units, the end being just behind the range. */
export interface FramePlace {
  line: number;
  column: number;
  endLine?: number | undefined;
  endColumn?: number | undefined;
}

export interface FrameOptions extends WidthOptions {
  /** Lines shown before and after the marked one: 1 if not given. */
  context?: number | undefined;
  /** Columns that the frame may take: 80 if not given. */
  width?: number | undefined;
  /** Hides what is not to be shown of a line; keeps its length. */
  mask?: ((text: string) => string) | undefined;
}

/** A line in three parts: up to the marked one, that itself, what follows. */
interface Parts {
  before: string;
  middle: string;
  after: string;
}

const TAB = '    ';
const ELLIPSIS = '…';
/** How many characters on each side of the place are looked at, since there are lines of megabytes. */
const NEARBY = 1000;
/** The length of the longest number that is masked. Where a line is cut, this much more is left out, so that no half of a number is shown. */
const MARGIN = 40;
/** How much of the source is shown at least, even in a frame that is too narrow for it. */
const LEAST_ROOM = 10;

/**
 * Shows the lines around a place of the source, with line numbers and the place underlined. Marks one character where the range has no
 * end, and of a range over several lines the part on the first. Cuts long lines, but not at the place. Shows hidden characters by
 * signs. Moves a place outside the source to the nearest one inside. A caller with many places splits the source once (`linesOf`).
 */
export function codeFrame(
  source: string | readonly string[],
  place: FramePlace,
  options: FrameOptions = {},
): string {
  const { context = 1, width = 80, mask = same } = options;
  const lines = typeof source === 'string' ? linesOf(source) : source;
  const marked = Math.min(Math.max(place.line, 1), lines.length);
  const first = Math.max(marked - context, 1);
  let last = Math.min(marked + context, lines.length);
  // Editors do not count what follows the last line break as a line.
  if (last > marked && last === lines.length && lines.at(-1) === '') last--;

  const digits = String(last).length;
  const room = Math.max(width - digits - '>  | '.length, LEAST_ROOM);
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const gutter = `${number === marked ? '>' : ' '} ${String(number).padStart(digits)} | `;
    const line = lines[number - 1]!;
    if (number !== marked) {
      const start = nearby(line, 0, 0, mask).text;
      frame.push(gutter + cutEnd(shown(start), room, options));
      continue;
    }
    const { before, middle, after } = cutToRoom(split(line, place, mask), room, options);
    const indent = ' '.repeat(displayWidth(before, options));
    const carets = '^'.repeat(Math.max(1, displayWidth(middle, options)));
    frame.push(gutter + before + middle + after, `${' '.repeat(digits + 2)} | ${indent}${carets}`);
  }
  return frame.map(line => line.trimEnd()).join('\n');
}

/** Splits a text into lines as editors count them. */
export const linesOf = (source: string): string[] => source.split(/\r\n|\r|\n/);

const same = (text: string): string => text;

/** Gives the part of a line around a range, masked, and how much stands before it. */
function nearby(
  line: string,
  from: number,
  to: number,
  mask: (text: string) => string,
): { text: string; start: number } {
  const first = Math.max(0, from - NEARBY - MARGIN);
  const last = Math.min(line.length, Math.min(to, from + NEARBY) + NEARBY + MARGIN);
  const text = mask(line.slice(first, last));
  const start = first > 0 ? MARGIN : 0;
  return { text: text.slice(start, last < line.length ? -MARGIN : undefined), start: first + start };
}

const shown = (text: string): string => visible(text).replaceAll('\t', TAB);

/** Moves the ends of the range so that no character is split: one that the range touches is marked whole. */
function split(
  whole: string,
  { column, endColumn, ...place }: FramePlace,
  mask: (text: string) => string,
): Parts {
  const from = Math.min(Math.max(column - 1, 0), whole.length);
  const goesOn = place.endLine !== undefined && place.endLine > place.line;
  const to = goesOn ? whole.length : Math.max((endColumn ?? column) - 1, from + 1);
  const { text: line, start: skipped } = nearby(whole, from, to, mask);
  const start = from - skipped;
  const end = to - skipped;
  const parts: Parts = { before: '', middle: '', after: '' };
  let index = 0;
  for (const grapheme of graphemes(line)) {
    const next = index + grapheme.length;
    parts[next <= start ? 'before' : index < end ? 'middle' : 'after'] += grapheme;
    index = next;
  }
  return { before: shown(parts.before), middle: shown(parts.middle), after: shown(parts.after) };
}

/** Cuts the parts to fit. The marked part gets what it needs, if there is that much; the two sides share the rest. */
function cutToRoom({ before, middle, after }: Parts, room: number, options: WidthOptions): Parts {
  const width = (text: string): number => displayWidth(text, options);
  const ellipsis = width(ELLIPSIS);
  const beside = Math.min(width(before), Math.floor(room / 3)) + Math.min(width(after), ellipsis);
  const kept = cutEnd(middle, room - beside, options);
  const rest = room - Math.max(1, width(kept));
  const afterRoom = Math.max(rest - width(before), Math.floor(rest / 3), ellipsis);
  const tail = kept === middle ? cutEnd(after, afterRoom, options) : '';
  return { before: cutStart(before, rest - width(tail), options), middle: kept, after: tail };
}

function cutEnd(text: string, columns: number, options: WidthOptions): string {
  if (displayWidth(text, options) <= columns) return text;
  return take(graphemes(text), columns, options).join('') + ELLIPSIS;
}

function cutStart(text: string, columns: number, options: WidthOptions): string {
  if (displayWidth(text, options) <= columns) return text;
  return ELLIPSIS + take(graphemes(text).reverse(), columns, options).reverse().join('');
}

/** Takes as many graphemes as leave room for the ellipsis. */
function take(all: string[], columns: number, options: WidthOptions): string[] {
  let room = columns - displayWidth(ELLIPSIS, options);
  const over = all.findIndex(grapheme => {
    room -= displayWidth(grapheme, options);
    return room < 0;
  });
  return all.slice(0, Math.max(over, 0));
}
