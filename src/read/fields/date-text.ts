import { dayOf, parseDay } from '../../values/day.ts';
import { DASHES, hasOddSigns, plainSigns } from './signs.ts';

export interface DateText {
  /** `YYYY-MM-DD`, or `YYYY-MM` where the text names no day */
  iso: string;
  /** The weekday the text states, 0 = Sunday … 6 = Saturday; whether it is the right one is not checked here. */
  weekday?: number;
  /** The text held full-width digits, letters or punctuation (U+3000 around the date is not counted). */
  fullWidth: boolean;
}

/**
 * - `no-date`: the text is not a date, or has something besides one (a time other than midnight, a remark).
 * - `does-not-exist`: it is written as a date, but no such day or month exists, or the year is outside 1900–2199,
 *   which for a date of this century or the last is a slip (`0216-06-04`). A bare row of digits counts as written
 *   as a date only if it begins with a year of that range: others are numbers of some other kind.
 * - `ambiguous`: `YYYY.1`, which is January, or October after a program took `YYYY.10` for a number.
 */
export type DateFailure = 'no-date' | 'does-not-exist' | 'ambiguous';

/** The Chinese weekdays, by number: 0 = Sunday … 6 = Saturday. */
export const WEEKDAY_ZH = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

const PLAIN = /^\d{4}-\d{2}-\d{2}$/;
const FULL =
  /^(\d{4})(?:\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{1,2})|\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号])/;
const MONTH = /^(\d{4})(?:\s*([-./])\s*(\d{1,2})|\s*年\s*(\d{1,2})\s*月份?)$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})?/;
const MIDNIGHT = /^(?:t|\s+)0?0:00(?::00(?:\.0+)?)?(?:z|[+-]\d\d:?\d\d)?/i;
const WEEKDAY_NAME =
  '(?:周|星期|礼拜)([日天一二三四五六])|(sun|mon|tue|wed|thu|fri|sat)|(sunday|monday|tuesday|wednesday|thursday|friday|saturday)';
const WEEKDAY = new RegExp(`^[\\s,]*(?:\\(\\s*(?:${WEEKDAY_NAME})\\s*\\)|(?:${WEEKDAY_NAME}))$`, 'i');

/**
 * Reads a date as people and other tools write it: `2016-06-04`, `2016.6.4`, `2016/6/4`, `2016年6月4日` (or 号),
 * `20160604`, and months `2016-06`, `2016.6`, `2016年6月`, `201606` (six digits are year and month, as personnel
 * forms have them, never a two-digit year). Full-width characters, spaces around the parts, a time of midnight as
 * exports append it, and a weekday behind the date are understood.
 */
export function readDate(text: string): DateText | { failure: DateFailure } {
  if (isExactDate(text)) return { iso: text, fullWidth: false };
  if (PLAIN.test(text)) return { failure: 'does-not-exist' };
  const { plain, fullWidth } = plainDateText(text.trim());

  const full = FULL.exec(plain);
  if (full) {
    const [whole, year, , month, date, monthZh, dateZh] = full;
    return finish(year!, month ?? monthZh!, date ?? dateZh!, plain.slice(whole.length), fullWidth);
  }
  const short = MONTH.exec(plain);
  if (short) {
    const [, year, separator, month, monthZh] = short;
    const result = finish(year!, month ?? monthZh!, undefined, '', fullWidth);
    return separator === '.' && month === '1' && !('failure' in result) ? { failure: 'ambiguous' } : result;
  }
  const digits = DIGITS.exec(plain);
  if (digits && isPlausibleYear(Number(digits[1]))) {
    const [whole, year, month, date] = digits;
    return finish(year!, month!, date, plain.slice(whole.length), fullWidth);
  }
  return { failure: 'no-date' };
}

function finish(
  year: string,
  month: string,
  date: string | undefined,
  rest: string,
  fullWidth: boolean,
): DateText | { failure: DateFailure } {
  const weekday = date === undefined && rest !== '' ? 'no-date' : readTail(rest);
  if (weekday === 'no-date') return { failure: 'no-date' };
  if (!exists(Number(year), Number(month), Number(date ?? '1'))) return { failure: 'does-not-exist' };
  const iso = `${year}-${month.padStart(2, '0')}${date === undefined ? '' : `-${date.padStart(2, '0')}`}`;
  return weekday === undefined ? { iso, fullWidth } : { iso, weekday, fullWidth };
}

/** What may follow a day: a time of midnight, a weekday, or both; gives the weekday. */
function readTail(rest: string): number | undefined | 'no-date' {
  const behind = rest.replace(MIDNIGHT, '');
  if (behind === '') return undefined;
  const name = WEEKDAY.exec(behind)
    ?.slice(1)
    .find(part => part !== undefined);
  if (name === undefined) return 'no-date';
  if (name === '天') return 0;
  const index = WEEKDAY_ZH.findIndex(zh => zh.endsWith(name));
  return index >= 0 ? index : WEEKDAY_EN.indexOf(name.slice(0, 3).toLowerCase());
}

const WEEKDAY_EN = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const isPlausibleYear = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

/** Whether a text is a date as it is kept, `2016-06-04`, of a year that plans are about. */
export const isExactDate = (text: string): boolean =>
  parseDay(text) !== undefined && (text.startsWith('20') || text.startsWith('19') || text.startsWith('21'));

function exists(year: number, month: number, date: number): boolean {
  if (!isPlausibleYear(year)) return false;
  return dayOf(year, month, date) !== undefined;
}

/**
 * Marks a Chinese input method puts in place of the ASCII ones. The radicals look like 月 and 日 and take their place in text copied
 * from PDF files.
 */
const LOOK_ALIKE: Record<string, string> = { '。': '.', '｡': '.', '⽉': '月', '⽇': '日' };
const REPLACED = new RegExp(`[${Object.keys(LOOK_ALIKE).join('')}${DASHES}]`, 'g');

/** Direction and zero-width marks: invisible, and part of dates copied from the file dialogs of Windows. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/**
 * Brings full-width characters to their ASCII form. Not Unicode NFKC: that makes a footnote mark behind a date
 * (`2016-06-1²`) one of its digits.
 */
export function plainDateText(text: string): { plain: string; fullWidth: boolean } {
  if (!/[^\0-\x7f]/.test(text)) return { plain: text, fullWidth: false };
  const visible = text.replace(INVISIBLE, '').trim();
  let fullWidth = hasOddSigns(visible);
  const plain = plainSigns(visible).replace(REPLACED, char => {
    const other = LOOK_ALIKE[char] ?? '-';
    if (other !== '月' && other !== '日') fullWidth = true;
    return other;
  });
  return { plain, fullWidth };
}
