import { withAsciiDigits } from './written-digits.ts';

/**
 * The shapes of personal numbers, wherever they stand and however they are grouped or widened: ID numbers of 15 or 18 digits and
 * mobile phones with or without +86, in ASCII or full-width digits, with up to two marks between any two digits.
 *
 * Unbroken rows of 15 and more digits always count: nothing else in a plan has so many, and longer ones are mistyped ID numbers.
 * Grouped ones have to look like what they are, since rows of dates and of heads are grouped digits too.
 */
export interface PersonalNumber {
  kind: 'id-number' | 'phone';
  /** as it stands in the text */
  text: string;
  /** its ASCII digits alone, with the X of an ID number; of a phone without the country */
  digits: string;
  index: number;
}

export const DIGIT = '[0-9\uff10-\uff19]';
/** Spaces of any width, and what has none; hyphens and dashes; dots; strokes; brackets around the first digits. */
const BETWEEN =
  '[ \\t\\xa0\\u1680\\u2000-\\u200d\\u202f\\u205f\\u2060\\u3000\\ufeff\\xad\\-\\u2010-\\u2015\\u2212\\ufe63\\uff0d.\\uff0e\\xb7\\u2022\\u2027\\u30fb_\\uff3f/\\uff0f()\\uff08\\uff09]';
export const NEXT = `${BETWEEN}{0,2}`;
const row = (digits: number) => `${DIGIT}(?:${NEXT}${DIGIT}){${digits - 1}}`;

const UNBROKEN = new RegExp(`${DIGIT}{15,}[XxＸｘ]?`, 'g');
const ID_18 = new RegExp(`(?<!${DIGIT})${row(17)}${NEXT}(?:${DIGIT}|[XxＸｘ])`, 'g');
const ID_15 = new RegExp(`(?<!${DIGIT})${row(15)}`, 'g');
const PHONE = new RegExp(
  `(?<!${DIGIT})(?:(?:[+＋]|[0０]{2})?[8８][6６]${NEXT})?[1１]${NEXT}[3-9\uff13-\uff19](?:${NEXT}${DIGIT}){9}`,
  'g',
);

/** Whatever stands between digits that is neither letter nor digit: `138 - 1234 - 5678`, 138、1234、5678, a line break. */
const ANYHOW = '[^\\p{L}\\p{N}]{0,3}';
function rowAnyhow(digits: number): string {
  return `${DIGIT}(?:${ANYHOW}${DIGIT}){${digits - 1}}`;
}
const ID_ANYHOW = new RegExp(`(?<!\\p{N})${rowAnyhow(17)}${ANYHOW}(?:${DIGIT}|[XxＸｘ])(?!\\p{N})`, 'gu');
const PHONE_ANYHOW = new RegExp(
  `(?<!\\p{N})[0０]?[1１]${ANYHOW}[3-9\uff13-\uff19](?:${ANYHOW}${DIGIT}){9}(?!\\p{N})`,
  'gu',
);

/** Shows only the last four characters of ID numbers and phones in what somebody wrote; the text keeps its length, so places stay right. */
export const maskPersonal = (text: string): string => maskAll(text, personalNumbers(text));

/**
 * The same in a finished text, where numbers stand in columns and below each other: only what is a number by its own marks counts.
 * What goes into one has passed `maskPersonal` before.
 */
export const maskFinished = (text: string): string =>
  mayHoldNumbers(text) ? maskAll(text, numbersIn(text)) : text;

function maskAll(text: string, numbers: readonly PersonalNumber[]): string {
  let masked = text;
  for (const { text: number, index } of numbers)
    masked = masked.slice(0, index) + maskNumber(number) + masked.slice(index + number.length);
  return masked;
}

/** All of them in what somebody wrote, none within another: also over line breaks, with any marks, and in other digits. */
export function personalNumbers(text: string): PersonalNumber[] {
  if (text.length < FEWEST_DIGITS) return [];
  const plain = withAsciiDigits(text);
  if (!ENOUGH_ANYHOW.test(plain)) return [];
  const found = numbersIn(plain, LOOKS_ANYHOW);
  if (plain === text) return found;
  return found.map(number => {
    const end = number.index + number.text.length;
    // A digit of mathematics has two code units, of which the plain text has the digit in the first.
    const isHalf = /[\udc00-\udfff]/.test(text.charAt(end));
    return { ...number, text: text.slice(number.index, isHalf ? end + 1 : end) };
  });
}

/** Whether a match is a number; `goesOn`: a digit stands right behind it. */
type Judge = (number: string, goesOn: boolean) => boolean;
type Look = readonly [pattern: RegExp, kind: PersonalNumber['kind'], isOne: Judge];

function numbersIn(text: string, looks: readonly Look[] = LOOKS): PersonalNumber[] {
  const found: PersonalNumber[] = [];
  for (const [pattern, kind, isOne] of looks) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const [number] = match;
      const { index } = match;
      const end = index + number.length;
      const isFree = found.every(other => end <= other.index || index >= other.index + other.text.length);
      if (isFree && isOne(number, A_DIGIT.test(text.charAt(end))))
        found.push({ kind, text: number, digits: digitsOf(number, kind), index });
      // What only looked like one may hide the beginning of another.
      else pattern.lastIndex = index + 1;
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** How much of a number is shown: its last four characters, of a short one the last half. */
const tailLength = (number: string): number => Math.min(4, Math.floor(number.length / 2));

/** The end of a number, by which its owner knows it again. */
export const tailOf = (number: string): string => number.slice(number.length - tailLength(number));

/** The number with nothing but its end; it keeps its length, and its lines where it stands over two. */
export const maskNumber = (number: string): string =>
  number.slice(0, number.length - tailLength(number)).replace(/[^\r\n]/g, '*') + tailOf(number);

/** The mobile phones in a text, as they stand in it. */
export const phonesIn = (text: string): string[] =>
  personalNumbers(text)
    .filter(({ kind }) => kind === 'phone')
    .map(number => number.text);

/** Whether there are digits enough, close enough to one another: nearly all texts are done with this look. */
export const mayHoldNumbers = (text: string): boolean => text.length >= FEWEST_DIGITS && ENOUGH.test(text);

/** Of a phone, which has fewer than an ID number. */
const FEWEST_DIGITS = 11;
const ENOUGH = new RegExp(row(FEWEST_DIGITS));

/** The same in what somebody wrote. */
const ENOUGH_ANYHOW = new RegExp(rowAnyhow(FEWEST_DIGITS), 'u');

const A_DIGIT = new RegExp(DIGIT);

/** Full-width digits and letters as ASCII ones. */
export const asciiDigits = (text: string): string =>
  text.replace(/[\uff10-\uff5a]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

function digitsOf(number: string, kind: PersonalNumber['kind']): string {
  const digits = asciiDigits(number)
    .toUpperCase()
    .replace(/[^\dX]/g, '');
  return kind === 'phone' ? digits.slice(-11) : digits;
}

const sizesOf = (number: string): string =>
  groupsOf(number)
    .map(({ length }) => length)
    .join('-');

const groupsOf = (number: string): string[] =>
  asciiDigits(number)
    .split(/[^\dXx]+/)
    .filter(group => group !== '');

/** The first two digits are those of a province (GB/T 2260), so that no year begins a number. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;
const MONTH_AND_DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const BIRTH = new RegExp(
  `^\\d{6}(?:(?:19|20)\\d\\d${MONTH_AND_DAY}\\d{3}[\\dX]|\\d\\d${MONTH_AND_DAY}\\d{3})$`,
);

/**
 * Grouped at its parts (address, birth, order), or with a province and a birth date in it, no digits on their own, and groups
 * that are longer than those of percentages and heads.
 */
function isGroupedId(number: string, goesOn: boolean): boolean {
  const groups = groupsOf(number);
  const sizes = sizesOf(number);
  // Where a number is the end of a name, a year or a number of heads may follow it.
  if (sizes === '6-8-4' || (sizes === '6-6-3' && !goesOn)) return true;
  // An unbroken row that is longer than an ID number is masked as a whole.
  if (groups.length === 1 && goesOn) return false;
  const digits = digitsOf(number, 'id-number');
  const isLone = (group: string, index: number) =>
    group.length < 2 && !(index === groups.length - 1 && /[Xx]/.test(group));
  const isLong = groups.some(({ length }) => length > 3) || groups.every(({ length }) => length === 3);
  return isLong && PROVINCE.test(digits) && BIRTH.test(digits) && !groups.some(isLone);
}

/** No lone digits in it, not heads in the columns of a table, and no number of heads with a date behind (`138 2016-06-01`). */
function isPhone(number: string, goesOn: boolean): boolean {
  const groups = groupsOf(number);
  const bare = number.replace(/^(?:[+＋]|[0０]{2})?[8８][6６]/, '');
  if (goesOn) return /^(?:11|3-4-4|3-8|4-3-4)$/.test(sizesOf(bare));
  if (groups.length > 1 && groups.some(({ length }) => length < 2)) return false;
  // `155–157  158 (50.6%)` in a table: three marks, and each another.
  const marks = bare.match(new RegExp(`(?:(?!${DIGIT}).)+`, 'g')) ?? [];
  if (marks.length > 2 && new Set(marks).size === marks.length) return false;
  return (
    !DATED.test(asciiDigits(number)) &&
    !/^\d{3}[^\d]+(?:19|20)\d\d([-./])(?:0[1-9]|1[0-2])\1\d\d$/.test(asciiDigits(number))
  );
}

/** Most IDs first, since they begin like phones; whatever marks divide it, an ID number holds a birth date. */
const LOOKS: readonly Look[] = [
  [ID_18, 'id-number', isGroupedId],
  [UNBROKEN, 'id-number', () => true],
  [ID_15, 'id-number', isGroupedId],
  [PHONE, 'phone', isPhone],
];

const LOOKS_ANYHOW: readonly Look[] = [
  [ID_ANYHOW, 'id-number', isIdAnyhow],
  ...LOOKS,
  [PHONE_ANYHOW, 'phone', isPhoneAnyhow],
];

function isIdAnyhow(number: string): boolean {
  const digits = digitsOf(number, 'id-number');
  // Figures of two digits beside each other do not begin with 0.
  const isRow = groupsOf(number).every(({ length }) => length === 2) && !/(?<!\d)0/.test(asciiDigits(number));
  return PROVINCE.test(digits) && BIRTH.test(digits) && !isRow && !isList(number);
}

/** As phones are divided when they are dictated or put into boxes. */
function isPhoneAnyhow(number: string): boolean {
  const sizes = sizesOf(number.replace(/^[0０]/, ''));
  if (DATED.test(asciiDigits(number))) return false;
  return /^(?:11|3-4-4|3-8|7-4|4-3-4|1-3-3-4|3-4-3-1|1(?:-1){10})$/.test(sizes) && !isList(number);
}

/** 155人，2016—2020年; 158 on 20160601 */
const DATED = /(?:19|20)\d\d(?:\D+(?:19|20)\d\d|(?:0[1-9]|1[0-2])[0-3]\d)$/;

/** Digits one by one with commas between them are numbers of rows and the like. */
const isList = (number: string): boolean => /^\d(?:\s*[、，,;；]\s*\d){4}/.test(asciiDigits(number));

/** A text with its digits masked, but for as many at the end as of a number. */
export function maskDigits(text: string): string {
  const plain = asciiDigits(withAsciiDigits(text));
  const digits = plain.replace(/\D/g, '');
  let hidden = digits.length - tailLength(digits);
  return text.replace(/./gs, (char, index: number) =>
    /\d/.test(plain[index]!) && hidden-- > 0 ? '*' : char,
  );
}

/** Area codes are 010, 02x and three digits after the 0; brackets may stand around them, +86 in place of the 0. */
const LANDLINE = new RegExp(
  `(?<!${DIGIT})(?:[+＋]?[8８][6６]${NEXT}|[0０])((?:[1１][0０]|[2２]${DIGIT}|[3-9\uff13-\uff19]${DIGIT}{2}))` +
    `(${NEXT}${DIGIT}(?:${NEXT}${DIGIT}){6,7})(?!${DIGIT})` +
    `(?:\\s{0,2}(?:转|轉|分机|ext\\.?|[-\uff0d#*])\\s?(${DIGIT}{1,6})(?!${DIGIT}))?`,
  'gi',
);

/** Shows only the end of landlines, too, where any number may be somebody's; the text keeps its length. */
export const maskLandlines = (text: string): string => text.replace(LANDLINE, maskNumber);

/** The landlines with an area code in a text, in ASCII digits: `0991`, `1234567`, and the extension or nothing. */
export function landlinesIn(text: string): { area: string; local: string; extension: string }[] {
  const digits = (part = '') => asciiDigits(part).replace(/\D/g, '');
  return Array.from(text.matchAll(LANDLINE), ([, area, local, extension]) => ({
    area: `0${digits(area)}`,
    local: digits(local),
    extension: digits(extension),
  }));
}

/** The same in all texts of a value that goes into a report as data. */
export function maskDeep<T>(value: T): T {
  if (typeof value === 'string') return maskPersonal(value) as T;
  if (Array.isArray(value)) return value.map(maskDeep) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, maskDeep(below)])) as T;
}

/**
 * The same in the name of a file, which may be what somebody wrote where a file belongs; folders are left as they are, since
 * other programs look for files by them.
 */
export const maskFileName = (path: string): string => path.replace(/[^\\/]*$/, maskPersonal);
