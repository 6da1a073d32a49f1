import CliTable from 'cli-table3';
import stringWidth from 'string-width';
import { visible } from './clean.ts';
import { displayWidth, type WidthOptions } from './width.ts';
import { longestWord, wrap } from './wrap.ts';

/** Plain text, or text with a style that is put on each of its lines after wrapping. */
export type TableCell = string | { text: string; style?: ((line: string) => string) | undefined };

export interface TableColumn {
  align?: 'left' | 'right' | undefined;
  /** Never make the column narrower than this to fit the table: 4 if not given. */
  min?: number | undefined;
}

export interface TableOptions extends WidthOptions {
  /** The head; empty for a table without one. */
  head: readonly TableCell[];
  /** The rows; `rule` draws a line between groups of them. */
  rows: readonly (readonly TableCell[] | 'rule')[];
  columns?: readonly TableColumn[] | undefined;
  width: number;
  /** Rules of `-`, for terminals and fonts that draw `─` two columns wide: where `ambiguous` is 2 if not given. */
  ascii?: boolean | undefined;
}

/** The text of a cell, or of one line of it, and the style that is put on it last. */
interface Content {
  text: string;
  style: (line: string) => string;
}

/** A printed line. */
type Line = readonly Content[] | 'rule';

const GAP = '  ';

/**
 * Lays out a table with a rule under the head and wherever the rows ask for one. It is at most `width` wide, unless the least widths of
 * its columns add up to more. Cells are wrapped, never cut. Hidden characters become visible.
 */
export function table(options: TableOptions): string {
  const groups = groupsOf(options);
  if (groups.length === 0) return '';
  const limits = columnWidths(groups.flat(), options);
  const lines = groups.flatMap((rows, index): Line[] => {
    const printed = rows.flatMap(row => linesOf(row, limits, options));
    return index === 0 ? printed : ['rule', ...printed];
  });
  // Wrapping may leave columns unused at the ends of all lines.
  const widths = limits.map((_, x) =>
    lines.reduce(
      (most, line) => (line === 'rule' ? most : Math.max(most, displayWidth(line[x]!.text, options))),
      1,
    ),
  );
  return draw(lines, widths, options);
}

/** Groups the rows between rules, and fills all up to the same number of cells. */
function groupsOf({ head, rows }: TableOptions): Content[][][] {
  const count = Math.max(head.length, ...rows.map(row => (row === 'rule' ? 0 : row.length)));
  const groups: Content[][][] = [[]];
  for (const row of [head, 'rule' as const, ...rows]) {
    if (row === 'rule') groups.push([]);
    else if (row.length > 0) groups.at(-1)!.push(Array.from({ length: count }, (_, x) => contentOf(row[x])));
  }
  return groups.filter(group => group.length > 0);
}

function contentOf(cell: TableCell = ''): Content {
  const { text, style = (line: string) => line } = typeof cell === 'string' ? { text: cell } : cell;
  return { text: visible(text), style };
}

/**
 * Gives each column its natural width where all fit, else less. It breaks words, dates above all, only when nothing else is left, if
 * they are at most a third of the table wide: keeping longer ones (paths) whole would leave too little for the other columns.
 */
function columnWidths(rows: readonly Content[][], options: TableOptions): number[] {
  const most = (x: number, measure: (text: string) => number): number =>
    rows.reduce((width, row) => Math.max(width, measure(row[x]!.text)), 1);
  const naturals = (rows[0] ?? []).map((_, x) => most(x, text => widest(text, options)));
  const room = options.width - GAP.length * (naturals.length - 1);
  if (sum(naturals) <= room) return naturals;

  const floors = naturals.map((natural, x) => Math.min(natural, options.columns?.[x]?.min ?? 4));
  const spared = Math.floor(room / 3);
  const words = floors.map((floor, x) => {
    const longest = most(x, text => longestWord(text, options));
    return Math.max(floor, Math.min(longest, spared));
  });
  return shrink(shrink(naturals, words, room), floors, room);
}

/** Makes the widest column narrower until all fit, but none narrower than its floor. */
function shrink(widths: readonly number[], floors: readonly number[], room: number): number[] {
  const left = [...widths];
  for (let excess = sum(left) - room; excess > 0; excess--) {
    let widest = -1;
    for (const [x, width] of left.entries()) {
      if (width > floors[x]! && width > (left[widest] ?? 0)) widest = x;
    }
    if (widest < 0) break;
    left[widest]!--;
  }
  return left;
}

/** Makes the printed lines of a row. */
function linesOf(row: readonly Content[], limits: readonly number[], options: WidthOptions): Content[][] {
  const wrapped = row.map(({ text }, x) => wrap(text, limits[x]!, options));
  const height = Math.max(...wrapped.map(lines => lines.length));
  return Array.from({ length: height }, (_, y) =>
    row.map(({ style }, x) => ({ text: wrapped[x]![y] ?? '', style })),
  );
}

function draw(lines: readonly Line[], widths: readonly number[], options: TableOptions): string {
  const { ascii = options.ambiguous === 2 } = options;
  const rule = (ascii ? '-' : '─').repeat(sum(widths) + GAP.length * (widths.length - 1));
  return lines.map(line => (line === 'rule' ? rule : drawLine(line, widths, options))).join('\n');
}

/**
 * Prints each line as a table of its own, so that every cell can correct its column. cli-table3 measures text with string-width, which
 * does not know ambiguous widths nor the scripts of all our names; the column gets the difference between that measure and ours.
 */
function drawLine(cells: readonly Content[], widths: readonly number[], options: TableOptions): string {
  const grid = new CliTable({
    chars: { ...NO_BORDERS, middle: GAP },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: cells.map(({ text }, x) => widths[x]! + stringWidth(text) - displayWidth(text, options)),
    colAligns: cells.map((_, x) => options.columns?.[x]?.align ?? 'left'),
  });
  grid.push(cells.map(({ text, style }) => (text === '' ? '' : style(text))));
  return grid.toString().trimEnd();
}

const NO_BORDERS = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid'].flatMap(side =>
    [side, `${side}-left`, `${side}-mid`, `${side}-right`].map(name => [name, '']),
  ),
);

const widest = (text: string, options: WidthOptions): number =>
  text
    .split('\n')
    .reduce((most, line) => Math.max(most, displayWidth(line.replaceAll('\t', ' '), options)), 0);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
