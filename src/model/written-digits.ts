/** Numerals as they are read out, 幺 for 1 too. One or two of them are words (一、二), three in a row are digits. */
const NUMERALS = '零一二三四五六七八九';
const READ_OUT = new RegExp(`[${NUMERALS}〇幺]{3,}`, 'g');
/** Digits of other scripts and of mathematics. */
const OTHER = /(?![0-9])\p{Nd}/gu;
const CIRCLED = /[①-⑨❶-❾⓪]/g;
/** Letters that a scanner took for digits. */
const MISREAD = /(?<=\d)[OoIl]+(?=\d)/g;
const ANY = new RegExp([READ_OUT, OTHER, CIRCLED, MISREAD].map(({ source }) => source).join('|'), 'u');

/** What stands behind a digit of two code units, so that places stay: nothing to see. */
const FILL = '\u2060';

/** The text with whatever is meant for a digit as an ASCII one; it keeps its length. */
export function withAsciiDigits(text: string): string {
  if (!ANY.test(text)) return text;
  return text
    .replace(READ_OUT, run => run.replace(/./g, char => `${numeralOf(char)}`))
    .replace(OTHER, char => `${digitOf(char)}`.padEnd(char.length, FILL))
    .replace(CIRCLED, char => `${char === '⓪' ? 0 : char.charCodeAt(0) - (char < '❶' ? 0x245f : 0x2775)}`)
    .replace(MISREAD, run => run.replace(/./g, char => (/o/i.test(char) ? '0' : '1')));
}

const numeralOf = (char: string): number => (char === '幺' ? 1 : Math.max(0, NUMERALS.indexOf(char)));

/** Unicode has the ten digits of a script in a row, and those of mathematics five times. */
function digitOf(char: string): number {
  const code = char.codePointAt(0)!;
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}
