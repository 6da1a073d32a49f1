import { displayWidth, graphemes, type WidthOptions } from './width.ts';

const NOT_AT_START = new Set('、，。：；！？）】》」』”’％…—·〉〕］｝〗〙〛｠～‰℃,.:;!?)]}%');
const NOT_AT_END = new Set('（【《「『“‘〈〔［｛〖〘〚｟￥([{');
/** Chinese marks that take one column by default and so are not known by their width. */
const NARROW_MARKS = new Set('“”‘’…—·');
/** Where a word that is longer than the line is best broken: behind these. */
const JOINTS = new Set('/\\.,:;-_=&?');

/** Looks behind so as not to try a long row of spaces from each of them. */
const SPACES_AT_END = /(?<![ \u3000])[ \u3000]+$/;

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
  let longest = 0;
  for (const line of text.split(/[\n\t]/)) {
    const all = graphemes(line);
    let before = -1;
    let width = 0;
    for (let at = 0; at < all.length; at++) {
      if (isSpace(all[at]!)) continue;
      if (before < 0 || mayBreak(all, before, at)) width = 0;
      else for (let space = before + 1; space < at; space++) width += displayWidth(all[space]!, options);
      width += displayWidth(all[at]!, options);
      longest = Math.max(longest, width);
      before = at;
    }
  }
  return longest;
}

/**
 * Fills each line as far as it goes and then looks back for a place to break: most of what stands between two breaks is asked
 * for its width alone.
 */
function wrapLine(text: string, columns: number, options?: WidthOptions): string[] {
  const line = text.replaceAll('\t', ' ').replace(SPACES_AT_END, '');
  if (displayWidth(line, options) <= columns) return [line];

  const all = graphemes(line);
  const lines: string[] = [];
  for (let start = 0; ; ) {
    const end = fillFrom(start, all, columns, options);
    if (end === all.length) return [...lines, all.slice(start).join('')];
    const next = lastBreak(all, start, end) ?? (isSpace(all[start]!) ? start : bestCut(all, start, end));
    // Spaces before the first word go where it does not fit behind them.
    if (next > start) lines.push(all.slice(start, next).join('').replace(SPACES_AT_END, ''));
    start = next;
    while (isSpace(all[start]!)) start++;
  }
}

/** The end of a line that begins at `start`, excluded; at least one grapheme is on it. */
function fillFrom(start: number, all: readonly string[], columns: number, options?: WidthOptions): number {
  let end = start;
  let room = columns;
  while (end < all.length) {
    const width = displayWidth(all[end]!, options);
    if (width > room) break;
    room -= width;
    end++;
  }
  return Math.max(end, start + 1);
}

/** Where the last word ends that begins behind `start` and before or at `end`: the place behind it, if there is one. */
function lastBreak(all: readonly string[], start: number, end: number): number | undefined {
  let at = end;
  while (isSpace(all[at]!)) at++;
  while (at > start) {
    let before = at - 1;
    while (before > start && isSpace(all[before]!)) before--;
    if (isSpace(all[before]!)) return undefined;
    if (mayBreak(all, before, at)) return before + 1;
    at = before;
  }
  return undefined;
}

/** Whether a line may end behind `before` and the next one begin at `at`, with nothing but spaces between them. */
function mayBreak(all: readonly string[], before: number, at: number): boolean {
  const last = all[before]!;
  const first = all[at]!;
  if (!mayPart(last, first)) return false;
  if (at > before + 1 || isWide(last) || isWide(first)) return true;
  return NARROW_MARKS.has(last) && NARROW_MARKS.has(first);
}

const mayPart = (before: string, after: string): boolean =>
  !NOT_AT_END.has(before.charAt(0)) && !NOT_AT_START.has(after.charAt(0));
const isSpace = (grapheme: string): boolean => grapheme === ' ' || grapheme === '\u3000';
const isWide = (grapheme: string): boolean => displayWidth(grapheme) === 2;

/** A place to cut behind `start` and up to `end`: at a joint in the latter half, else where punctuation allows. */
function bestCut(word: readonly string[], start: number, end: number): number {
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
