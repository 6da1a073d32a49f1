import { displayWidth, graphemes, type WidthOptions } from './width.ts';

const NOT_AT_START = new Set('、，。：；！？）】》」』”’％…—·〉〕］｝〗〙〛｠～‰℃,.:;!?)]}%');
const NOT_AT_END = new Set('（【《「『“‘〈〔［｛〖〘〚｟￥([{');
/** Chinese marks that are one column wide by default, so that their width does not show that they are Chinese. */
const NARROW_MARKS = new Set('“”‘’…—·');
/** Characters behind which a word that is longer than the line is best broken. */
const JOINTS = new Set('/\\.,:;-_=&?');

/** Matches from the first space only (lookbehind): trying each space of a long row would take the square of the time. */
const SPACES_AT_END = /(?<![ \u3000])[ \u3000]+$/;

/**
 * Breaks text into lines of at most so many columns; only a wide character in a line of one column is wider. Chinese breaks between any
 * two characters where the rules for punctuation allow it, other text at spaces, and a word that is longer than the line within.
 * Spaces at the breaks are lost, and tabs become spaces. The text must be plain: colour the lines, not the text.
 */
export function wrap(text: string, columns: number, options?: WidthOptions): string[] {
  return text.split('\n').flatMap(line => wrapLine(line, columns, options));
}

/** Puts the wrapped text behind `first`, with later lines indented to where the text begins. `first` is not wrapped and may be coloured. */
export function wrapHanging(first: string, text: string, columns: number, options?: WidthOptions): string {
  const indent = displayWidth(first, options);
  return wrap(text, columns - indent, options)
    .map((line, index) => (index === 0 ? first + line : line && ' '.repeat(indent) + line))
    .join('\n');
}

/** How many columns `wrap` needs so that it breaks no word. */
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

/** Fills each line, then looks back for a place to break. So most characters are only measured, not looked at as places to break. */
function wrapLine(text: string, columns: number, options?: WidthOptions): string[] {
  const line = text.replaceAll('\t', ' ').replace(SPACES_AT_END, '');
  if (displayWidth(line, options) <= columns) return [line];

  const all = graphemes(line);
  const lines: string[] = [];
  for (let start = 0; ; ) {
    const end = fillFrom(start, all, columns, options);
    if (end === all.length) return [...lines, all.slice(start).join('')];
    const next = lastBreak(all, start, end) ?? (isSpace(all[start]!) ? start : bestCut(all, start, end));
    // Spaces before the first word are dropped where the word does not fit behind them.
    if (next > start) lines.push(all.slice(start, next).join('').replace(SPACES_AT_END, ''));
    start = next;
    while (isSpace(all[start]!)) start++;
  }
}

/** Finds where a line that begins at `start` ends (exclusive). It holds at least one grapheme. */
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

/** Finds the last place where a word ends, behind `start` and up to `end`, and gives the place behind that word; undefined where there is none. */
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

/** Finds where to cut a word, behind `start` and up to `end`: at a joint in the second half, else where punctuation allows. */
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
