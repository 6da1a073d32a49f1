import type { Cell, Column } from '../findings/rows.ts';
import { displayWidth } from '../layout/width.ts';
import { wrap } from '../layout/wrap.ts';

/** Between the text of a cell and its borders, in columns of a terminal. */
const PADDING = 3;

/**
 * Divides a width among columns by what they hold. While there is room each has its widest text on one line; where there
 * is not, only the widest columns give way, so that dates, numbers and short names stay whole.
 *
 * @param room the whole width in columns of a terminal (half the height of the type)
 * @param total the whole width in the unit of the answer, which adds up to it
 */
export function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  room: number,
  total: number,
): number[] {
  const natural = columns.map(
    ({ title }, index) =>
      Math.max(displayWidth(title), 4, ...rows.map(row => displayWidth(row[index]?.text ?? ''))) + PADDING,
  );
  // Heads may wrap: a number of two digits does not need the width of its title.
  const narrow = columns.map(
    ({ title }, index) =>
      Math.max(
        Math.min(displayWidth(title), 6),
        4,
        ...rows.map(row => displayWidth(row[index]?.text ?? '')),
      ) + PADDING,
  );
  const wanted = sum(natural) <= room ? natural : narrow;
  const most = capFor(wanted, room);
  const given = wanted.map(width => Math.min(width, most));
  const scale = total / sum(given);
  const widths = given.map(width => Math.floor(width * scale));
  widths[widths.length - 1]! += total - sum(widths);
  return widths;
}

/** The most that a column may have so that all together fit; never less than four columns of a terminal. */
function capFor(wanted: readonly number[], room: number): number {
  let most = Math.max(...wanted);
  while (most > 4 && sum(wanted.map(width => Math.min(width, most))) > room) most--;
  return most;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** A title on as many lines as it needs, of about the same length: a single word on the last would look lost. */
export function titleLines(title: string, room: number): string[] {
  const lines = Math.ceil(displayWidth(title) / room);
  if (lines < 2) return [title];
  for (let width = Math.ceil(displayWidth(title) / lines); width < room; width++) {
    const balanced = wrap(title, width);
    if (balanced.length <= lines) return balanced;
  }
  return wrap(title, room);
}
