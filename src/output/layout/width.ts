import { eastAsianWidth } from 'get-east-asian-width';
import stripAnsi from 'strip-ansi';
import { lazy } from '../../values/memo.ts';

/** What depends on the terminal: made once for a run, and given to every layout function. */
export interface WidthOptions {
  /** Columns of the characters Unicode calls ambiguous (`·` `“` `…` `—` `①` `─`): 2 in old Chinese terminals. */
  ambiguous?: 1 | 2 | undefined;
}

/**
 * Counts the columns that one line of text takes in a terminal. Escape sequences, tabs and control characters count as none: text from
 * a file passes `visible` first, which replaces them.
 */
export function displayWidth(text: string, { ambiguous = 1 }: WidthOptions = {}): number {
  const plain = plainWidth(text, ambiguous);
  if (plain !== undefined) return plain;
  const bare = /[\x1b\x9b]/.test(text) ? stripAnsi(text) : text;
  return graphemes(bare).reduce((width, grapheme) => width + graphemeWidth(grapheme, ambiguous), 0);
}

/** Fills the text with spaces on its right to at least so many columns. */
export function padEnd(text: string, columns: number, options?: WidthOptions): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text, options)));
}

/** Fills the text with spaces on its left to at least so many columns. */
export function padStart(text: string, columns: number, options?: WidthOptions): string {
  return ' '.repeat(Math.max(0, columns - displayWidth(text, options))) + text;
}

let segmenter: Intl.Segmenter | undefined;
/** How much is given to the segmenter at once. Its time grows with the square of the length, which a hostile file could use. */
const SLICE = 1000;

/** Splits a text into what readers take for single characters (graphemes), none of which may be cut. */
export function graphemes(text: string): string[] {
  if (plainWidth(text, 1) !== undefined) return text.split('');
  segmenter ??= new Intl.Segmenter();
  const all: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + SLICE;
    if (/[\udc00-\udfff]/.test(text.charAt(end))) end++;
    const found = Array.from(segmenter.segment(text.slice(start, end)), ({ segment }) => segment);
    // The last grapheme of a slice may go on in the next one.
    if (end < text.length && found.length > 1) found.pop();
    for (const grapheme of found) start += grapheme.length;
    all.push(...found);
  }
  return all;
}

/** The width of a text in which every code unit stands alone, as in nearly all text; undefined for any other. */
function plainWidth(text: string, ambiguous: 1 | 2): number | undefined {
  let width = 0;
  for (let index = 0; index < text.length; index++) {
    const columns = unitWidth(text.charCodeAt(index), ambiguous);
    if (columns === 0) return undefined;
    width += columns;
  }
  return width;
}

/**
 * The width of a code unit; 0 where it depends on the units beside it. What joins a character to the one before it gets 0 as well, so a
 * unit with a width here has that width whatever follows.
 */
function unitWidth(code: number, ambiguous: 1 | 2): number {
  if (code < 0x7f) return code < 0x20 ? 0 : 1;
  if (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x3000 && code <= 0x3029) ||
    (code >= 0xff01 && code <= 0xff60)
  ) {
    return 2;
  }
  const alone =
    (code >= 0xa0 && code < 0x300 && code !== 0xad) ||
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x2100 && code <= 0x27bf);
  return alone ? eastAsianWidth(code, { ambiguousAsWide: ambiguous === 2 }) : 0;
}

const invisible = lazy(() => /^[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Mark}]+/u);
/** Sequences that are shown as one emoji, though they begin with a narrow character. */
const emoji = lazy(
  () =>
    /\p{Extended_Pictographic}\ufe0f|\u20e3|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic}|^\p{Regional_Indicator}{2}/u,
);

function graphemeWidth(grapheme: string, ambiguous: 1 | 2): number {
  const base = grapheme.replace(invisible(), '').codePointAt(0);
  if (base === undefined) return 0;
  return emoji().test(grapheme) ? 2 : eastAsianWidth(base, { ambiguousAsWide: ambiguous === 2 });
}
