import { readDate } from '../fields/date-text.ts';
import { type Cell, dateOfSerial } from './cell.ts';
import type { NoteKind } from './note.ts';

export interface DateContext {
  /** a two-digit year is the latest that is not after this one */
  latestYear: number;
  /** the column writes months with two digits (1990.05), so 1990.1 has lost the zero of October */
  twoDigitMonths: boolean;
  /** days are counted from 1904 */
  dates1904: boolean;
}

/** A date as it was understood; with a kind where that should be said. */
export interface TidyDate {
  text: string;
  kind?: NoteKind;
}

/** Days between 1927 and 2119 as Excel counts them: other numbers are no dates. */
const FIRST_SERIAL = 10_000;
const LAST_SERIAL = 80_000;

/**
 * What a clerk wrote for a date, as `YYYY-MM-DD` or `YYYY-MM`; undefined where it is not certain enough, which the
 * reader of values then says.
 */
export function tidyDate(cell: Cell, context: DateContext): TidyDate | undefined {
  if (cell.date !== undefined) return { text: cell.date };
  const serial = cell.number ?? (/^\d{5}$/.test(cell.text) ? Number(cell.text) : undefined);
  if (serial !== undefined && Number.isInteger(serial) && serial >= FIRST_SERIAL && serial <= LAST_SERIAL) {
    const text = dateOfSerial(serial, context.dates1904);
    if (text !== undefined) return { text, kind: 'serial' };
  }
  const english = englishDay(cell.text, context);
  if (english) return english;
  const text = plainDate(cell.text);
  const whole = readDate(text);
  if (!('failure' in whole))
    return text === cell.text ? { text: whole.iso } : { text: whole.iso, kind: 'tidied-date' };
  if (whole.failure === 'ambiguous') return october(text, context);
  const short = /^(\d{2})(\D.*)$/.exec(text);
  if (!short) {
    const before = dateBefore(cell.text);
    const day = before === undefined ? undefined : readDate(before);
    return day && !('failure' in day) ? { text: day.iso, kind: 'date-before' } : undefined;
  }
  const full = century(Number(short[1]), context.latestYear) + short[2]!;
  const date = readDate(full);
  // 25.1 is told as what it may be, January or October of 2025, and not as no date at all.
  if ('failure' in date)
    return date.failure === 'ambiguous' ? (october(full, context) ?? { text: full }) : undefined;
  return { text: date.iso, kind: 'two-digit-year' };
}

/** A day, and words behind it that are no other date. */
const WITH_WORDS =
  /^(\d{4}(?:年\d{1,2}月\d{1,2}[日号]|([-./])\d{1,2}\2\d{1,2}))(?=[^\d./~至到-])[\s,;:(]*(.+)$/u;

/** A step that did not happen on the day, or not yet: 2026.9.1（拟）, 2025.7.1 不合格. */
const UNDONE = /拟|计划|预计|争取|取消|撤销|[未不没否]|暂|待|左右|前后|[之以]?[前后]$|[至到]今|补|改|更正/;

/**
 * The day before other words, `2025-07-01` of 2025.7.1 合格, as a plain date; undefined where the words may say that nothing happened
 * then, or hold another date.
 */
export function dateBefore(text: string): string | undefined {
  const [, day, , words = ''] = WITH_WORDS.exec(uniformMarks(text, ' ')) ?? [];
  const isOther = UNDONE.test(words) || /\d{4}|\d月|\d[日号]|\d[./-]\d/.test(words);
  return day === undefined || isOther ? undefined : day;
}

/** `1990.1`: October where the column writes 1990.05 for May; else it may be either month. */
function october(text: string, { twoDigitMonths }: DateContext): TidyDate | undefined {
  const year = /^(\d{4})\.1$/.exec(text)?.[1];
  return twoDigitMonths && year !== undefined ? { text: `${year}-10`, kind: 'october' } : undefined;
}

/** The year of two digits that lies in the hundred years up to the latest possible one. */
function century(year: number, latest: number): string {
  const full = Math.floor(latest / 100) * 100 + year;
  return String(full > latest ? full - 100 : full);
}

const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `1-Mar-24`, `1-Mar-2024`: a day, a month by its name and a year can only be read in one way. */
function englishDay(text: string, { latestYear }: DateContext): TidyDate | undefined {
  const [, day, month, year] =
    /^(\d{1,2})[-\s/]([a-z]{3})[a-z]*[-\s/,.]+(\d{2}|\d{4})$/i.exec(text.trim()) ?? [];
  const number = month === undefined ? -1 : ENGLISH_MONTHS.indexOf(month.toLowerCase());
  if (number < 0) return undefined;
  const full = year!.length === 4 ? year! : century(Number(year), latestYear);
  const date = readDate(`${full}-${number + 1}-${day}`);
  if ('failure' in date) return undefined;
  return { text: date.iso, kind: year!.length === 4 ? 'tidied-date' : 'two-digit-year' };
}

/**
 * `May-90`, which Excel makes of `1990-5` and shows as a month: what was probably meant, `1990-05`. Of `5-May` the year is lost:
 * an empty text. Undefined for anything else.
 */
export function englishMonth(text: string, context: DateContext): string | undefined {
  if (/^\d{1,2}[-\s][a-z]{3}$/i.test(text.trim())) return '';
  const [, month, year] = /^([a-z]{3})[a-z]*[-\s.](\d{2}|\d{4})$/i.exec(text.trim()) ?? [];
  const number = month === undefined ? -1 : ENGLISH_MONTHS.indexOf(month.toLowerCase());
  if (number < 0) return undefined;
  const full = year!.length === 4 ? year! : century(Number(year), context.latestYear);
  return `${full}-${String(number + 1).padStart(2, '0')}`;
}

/**
 * The first and last day of a range in one cell: `2026.6.1-2026.6.3`, `2026年6月1日至3日`, `2026.06.01—06.03`. Undefined
 * where it is no range of two days.
 */
export function tidyRange(text: string, context: DateContext): [first: string, last: string] | undefined {
  const plain = uniformMarks(text);
  for (const match of plain.matchAll(/至|到|~|-+/g)) {
    const first = plain.slice(0, match.index);
    const rest = plain.slice(match.index + match[0].length);
    const start = tidyDate({ text: first }, context)?.text;
    if (start?.length !== WHOLE_DAY) continue;
    const end = tidyDate({ text: completed(first, rest) }, context)?.text;
    if (end?.length === WHOLE_DAY) return [start, end];
  }
  return undefined;
}

const WHOLE_DAY = 'YYYY-MM-DD'.length;

/** `06.03`, `3日` and `6月3日` behind `2026.06.01` are of its year, or its year and month. */
function completed(first: string, rest: string): string {
  const [, year, month] = /^(\d{2,4})\D(\d{1,2})\D/.exec(first) ?? [];
  if (year === undefined) return rest;
  const parts = rest.split(/\D+/).filter(part => part !== '').length;
  if (parts >= 3) return rest;
  const tail = rest
    .replace(/[日号]$/, '')
    .replace(/月/, '-')
    .replace(/[./]/, '-');
  return parts === 2 ? `${year}-${tail}` : `${year}-${month}-${tail}`;
}

const DIGITS: Record<string, string> = Object.fromEntries(
  [...'〇零○一二三四五六七八九'].map(char => [
    char,
    String(Math.max(0, '〇零○'.includes(char) ? 0 : '一二三四五六七八九'.indexOf(char) + 1)),
  ]),
);

/** `一九九〇年五月十二日` → `1990年5月12日`. */
function arabic(written: string): string {
  // 二O二三年 with a letter, and 元月.
  const text = written
    .replace(/(?<=[一二三四五六七八九〇零○Oo])[Oo](?=[一二三四五六七八九〇零○Oo年])/g, '〇')
    .replace(/年元月/, '年1月');
  if (!/[〇零○一二三四五六七八九十]/.test(text)) return text;
  return text.replace(/[〇零○一二三四五六七八九十]+/g, word => {
    const ten = word.indexOf('十');
    if (ten < 0) return [...word].map(char => DIGITS[char]).join('');
    const tens = ten === 0 ? 1 : Number(DIGITS[word[0]!]);
    const ones = word.length > ten + 1 ? Number(DIGITS[word[ten + 1]!]) : 0;
    return String(tens * 10 + ones);
  });
}

/** Full-width characters, dashes and tildes of every kind in one form; no spaces. */
const uniformMarks = (text: string, space = ''): string =>
  arabic(text.normalize('NFKC'))
    .replace(/[\u2010-\u2015\u2212─﹣]+/g, '-')
    .replace(/[～∼〜]/g, '~')
    .replace(/\s+/g, space);

/** Without ages in brackets, stops at the end, and other marks than dots between the parts. */
function plainDate(text: string): string {
  return arabic(text.normalize('NFKC'))
    .trim()
    .replace(/\s*\(\s*\d{1,3}\s*周?岁?\s*\)$/, '')
    .replace(/^["'‘’“”]+|["'‘’“”]+$/g, '')
    .replace(/(?<=\d)\s*[、,。·．\\]\s*(?=\d)/g, '.')
    .replace(/[.,。、;；]+$/, '')
    .replace(/出?生$/, '')
    .replace(/^(\d{4})\s+(\d{1,2})\s+(\d{1,2})$/, '$1-$2-$3')
    .replace(/^(\d{2,4}(?:年|[-./])\d{1,2}月?)[上中下]旬$/, '$1')
    .replace(/^(\d{2,4}[-./]\d{1,2}[-./]\d{1,2})[日号]$/, '$1')
    .replace(/^(\d{2,4}[-./]\d{1,2})[-./]00$/, '$1')
    .replace(/^(\d{2,4})[-./](\d{1,2})月$/, '$1-$2')
    .replace(/^(\d{2,4}年\d{1,2})$/, '$1月')
    .replace(/^(\d{2,4}年\d{1,2}月\d{1,2})$/, '$1日');
}

/** Whether a column writes January to September with a zero. */
export const writesTwoDigitMonths = (texts: readonly string[]): boolean =>
  texts.some(text => /^(\d{2}|\d{4})\.0[1-9]$/.test(text)) &&
  !texts.some(text => /^(\d{2}|\d{4})\.[2-9]$/.test(text));

/** 否, 尚未, 未列为: the step has not happened, which an empty cell says as well. */
export const isNotYet = (text: string): boolean =>
  /^(否|没有|还没有?|[尚暂还]?未(?![知定详批合通])\p{Script=Han}{0,6})$/u.test(
    text.normalize('NFKC').replace(/\s+/g, ''),
  );
