import { displayWidth, graphemes, type WidthOptions } from './width.ts';

const NOT_AT_START = new Set('、，。：；！？）】》」』”’％…—·〉〕］｝〗〙〛｠～‰℃,.:;!?)]}%');
const NOT_AT_END = new Set('（【《「『“‘〈〔［｛〖〘〚｟￥([{');
/** Chinese marks that take one column by default and so are not known by their width. */
const NARROW_MARKS = new Set('“”‘’…—·');
/** Where a word that is longer than the line is best broken: behind these. */
const JOINTS = new Set('/\\.,:;-_=&?');

/** Looks behind so as not to try a long row of spaces from each of them. */
const SPACES_AT_END = /(?<![ \u3000])[ \u3000]+$/;

/** Graphemes that stay together, and the spaces before them, which go if the line breaks there. */
interface Chunk {
  space: string;
  word: string[];
}

/**
 * Breaks text into lines of at most so many columns; a wide character in a line of one column is the only exception.
 * Chinese breaks between any two characters that the rules for punctuation leave apart, everything else at spaces;
 * a word longer than the line is broken within. Nothing but spaces at the breaks is lost; tabs become spaces. The text
 * must be plain: colour the lines, not the text.
 */
export function wrap(text: string, columns: number, options?: WidthOptions): string[] {
  return text.split('\n').flatMap(line => wrapLine(line, columns, options));
}

/**
 * `first` with the wrapped text behind it, the later lines indented to where the text begins. `first` itself is not
 * wrapped and may be coloured.
 */
export function wrapHanging(first: string, text: string, columns: number, options?: WidthOptions): string {
  const indent = displayWidth(first, options);
  return wrap(text, columns - indent, options)
    .map((line, index) => (index === 0 ? first + line : line && ' '.repeat(indent) + line))
    .join('\n');
}

/** The columns that `wrap` needs to break no word of the text. */
export function longestWord(text: string, options?: WidthOptions): number {
  return text
    .split(/[\n\t]/)
    .flatMap(chunks)
    .reduce((longest, { word }) => Math.max(longest, displayWidth(word.join(''), options)), 0);
}

function wrapLine(text: string, columns: number, options?: WidthOptions): string[] {
  const line = text.replaceAll('\t', ' ').replace(SPACES_AT_END, '');
  if (displayWidth(line, options) <= columns) return [line];

  const lines: string[] = [];
  let current = '';
  let room = columns;
  for (const { space, word } of chunks(line)) {
    const added = space + word.join('');
    const width = displayWidth(added, options);
    if (width <= room) {
      current += added;
      room -= width;
      continue;
    }
    if (current !== '') lines.push(current);
    const parts = breakWord(word, columns, options);
    current = parts.pop()!;
    lines.push(...parts);
    room = columns - displayWidth(current, options);
  }
  return [...lines, current];
}

function chunks(text: string): Chunk[] {
  const found: Chunk[] = [];
  let space = '';
  let before = '';
  for (const grapheme of graphemes(text)) {
    if (isSpace(grapheme)) {
      space += grapheme;
      continue;
    }
    const last = found.at(-1);
    if (!last || mayBreak(before, grapheme, space !== '')) found.push({ space, word: [grapheme] });
    else for (const each of [...space, grapheme]) last.word.push(each);
    before = grapheme;
    space = '';
  }
  return found;
}

function mayBreak(before: string, after: string, spaced: boolean): boolean {
  if (!mayPart(before, after)) return false;
  return spaced || isWide(before) || isWide(after) || (NARROW_MARKS.has(before) && NARROW_MARKS.has(after));
}

const mayPart = (before: string, after: string): boolean =>
  !NOT_AT_END.has(before.charAt(0)) && !NOT_AT_START.has(after.charAt(0));
const isSpace = (grapheme: string): boolean => grapheme === ' ' || grapheme === '\u3000';
const isWide = (grapheme: string): boolean => displayWidth(grapheme) === 2;

/** Breaks a word that may be longer than the line into parts that are not. */
function breakWord(word: string[], columns: number, options?: WidthOptions): string[] {
  const parts: string[] = [];
  let start = 0;
  let end = 0;
  let room = columns;
  while (end < word.length) {
    const width = displayWidth(word[end]!, options);
    if (width <= room || end === start) {
      room -= width;
      end++;
      continue;
    }
    const cut = bestCut(word, start, end);
    parts.push(word.slice(start, cut).join('').replace(SPACES_AT_END, ''));
    start = cut;
    while (isSpace(word[start]!)) start++;
    end = start;
    room = columns;
  }
  return [...parts, word.slice(start).join('')];
}

/** A place to cut behind `start` and up to `end`: at a joint in the latter half, else where punctuation allows. */
function bestCut(word: string[], start: number, end: number): number {
  let best: number | undefined;
  for (let cut = end; cut > start; cut--) {
    let before = cut - 1;
    while (before > start && isSpace(word[before]!)) before--;
    let after = cut;
    while (isSpace(word[after]!)) after++;
    if (!mayPart(word[before]!, word[after]!)) continue;
    best ??= cut;
    if (cut - start > (end - start) / 2 && JOINTS.has(word[before]!)) return cut;
  }
  return best ?? end;
}
