import { parseDay, yearOf } from '../../values/day.ts';
import { knownDate } from '../../values/period.ts';
import type { ClockTime, Window } from '../../values/window.ts';
import { isExactDate, plainDateText, readDate } from './date-text.ts';
import { NUMERIC } from './number-text.ts';
import { withDigitsInDates } from './numeral.ts';
import { dayOfWeek, OTHER_YEAR, partOf, type Read, WEEK_ALONE, type WindowFailure } from './year-part.ts';

const BY_BEFORE = /^(?:截至|截止到|截止|最迟于?|最晚于?|不晚于|至迟)/;
const BY_BEHIND = /(?:之前|以前|前完成|前|截止|止)$/;
const CLOCK =
  /(凌晨|上午|下午|早上|早|中午|晚上|晚)?(\d{1,2})(?::(\d{2})|(?:点|时)(?:(\d{1,2})分?|(半)|整|钟)?)$/;
const PART_OF_DAY = /(下班|上班|上午|下午|中午|晚上)$/;
const WEEKDAY = /\(?(?:周|星期|礼拜)([日天一二三四五六])\)?$/;
const SEPARATOR = /至|到|[-~]+/g;

/** 6月8日至12日（5个工作日）, 6月8日至12日，共5天, 6月8日起5个工作日 */
const LENGTH = /^(.+?)(?:\(([^()]+)\)|[,;]([^,;]+)|起([^至到].*))$/;
/** A number of 日 may be a date. */
const IN_DAYS = /天|工作日|自然日|周|星期|[共计].*日$/;

/** 12日, of a month that is written before it. */
export const isBareDay = (text: string): boolean =>
  /^\s*\d{1,2}\s*[日号]\s*$/.test(plainDateText(text).plain);

/**
 * Reads what a plan writes where a day may stand. The year is the plan's where none is written; 次年 and 明年 are the one after
 * it. A span (`9月下旬至10月上旬`, `6月9日—12日`, `7—8月`) is one window from the first day to the last.
 */
export function readWindow(text: string, planYear: number): Window | { failure: WindowFailure } {
  // Nearly every date of a plan is written as it is kept.
  if (isExactDate(text)) {
    const day = parseDay(text)!;
    return { from: day, to: day, precision: 'day', words: '', by: false };
  }
  const plain = withDigitsInDates(plainDateText(text.trim()).plain.replace(/\s+/g, ''));
  const [whole, length] = cutLength(plain);
  // 自6月8日起至6月12日止 says where it begins and ends, not by when.
  const isOpened = /^[自从]|起[至到]/.test(whole);
  const span = isOpened
    ? whole
        .replace(/^[自从]/, '')
        .replace(/起(?=[至到])/, '')
        .replace(/(?:止|结束)$/, '')
    : whole;
  let rest = span.replace(BY_BEFORE, '');
  let by = rest !== span;
  const before = rest;
  rest = rest.replace(BY_BEHIND, '');
  by ||= rest !== before;
  // The weekday stands before the hour or behind it.
  const [hourly, weekdayBehind] = cutWeekday(rest);
  const [undated, time] = cutTime(hourly.replace(BY_BEHIND, ''));
  by ||= BY_BEHIND.test(hourly);
  const [dated, weekdayBefore] = cutWeekday(undated);
  const weekday = weekdayBefore ?? weekdayBehind;
  const window = spanOf(dated, planYear);
  if ('failure' in window) {
    // Full dates may have what readDate knows besides: a time of midnight, an English weekday.
    const date = by || time || length ? window : readDate(text);
    if ('failure' in date) return window.failure === 'no-date' ? date : window;
    const { first: from, last: to } = knownDate(date.iso);
    const words = from === to ? '' : `${Number(date.iso.slice(5, 7))}月`;
    const precision = from === to ? 'day' : 'month';
    return { from, to, precision, words, by, ...(date.weekday !== undefined && { weekday: date.weekday }) };
  }
  if (by && window.isWholeMonth) return { failure: 'by-month' };
  if (by && length) return { failure: 'no-date' };
  const { isWholeMonth: _, ...own } = weekday === undefined ? window : dayOfWeek(window, weekday);
  return {
    ...own,
    by,
    ...(time && { time }),
    ...(weekday !== undefined && { weekday }),
    ...(length && { length }),
    ...(OTHER_YEAR.test(span) && { isOtherYear: true as const }),
  };
}

function cutLength(text: string): [rest: string, length: Window['length']] {
  const [, rest = text, ...tails] = LENGTH.exec(text) ?? [];
  const tail = tails.find(own => own !== undefined) ?? '';
  if (!IN_DAYS.test(tail)) return [text, undefined];
  const own = tail.replace(/^(?:公示期?|培训|为期|时间|期限|历时)?(?:共计|共|计)?/, '');
  const [, count, unit] = /^(\d+)(d|wd)$/.exec(String(NUMERIC.duration!(own))) ?? [];
  if (count === undefined) return [text, undefined];
  return [rest, { count: Number(count), unit: unit as 'd' | 'wd' }];
}

function cutTime(text: string): [rest: string, time: ClockTime | undefined] {
  const match = CLOCK.exec(text);
  if (match) {
    const [written, part = '', hours, colon, minutes, half] = match;
    const hour = hourOf(Number(hours), part);
    const minute = half ? 30 : Number(colon ?? minutes ?? 0);
    if (hour * 60 + minute > 24 * 60 || minute > 59) return [text, undefined];
    const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    return [text.slice(0, match.index), { written, clock }];
  }
  const part = PART_OF_DAY.exec(text);
  return part ? [text.slice(0, part.index), { written: part[0], clock: '' }] : [text, undefined];
}

/** 下午3点 is 15, 中午1点 is 13, 晚12点 the end of the day, 凌晨12点 its beginning. */
function hourOf(hour: number, part: string): number {
  if (/凌晨|早/.test(part)) return hour === 12 ? 0 : hour;
  if (part === '中午') return hour < 6 ? hour + 12 : hour;
  if (part === '下午') return hour < 12 ? hour + 12 : hour;
  return part.startsWith('晚') && hour <= 12 ? hour + 12 : hour;
}

function cutWeekday(text: string): [rest: string, weekday: number | undefined] {
  const match = WEEKDAY.exec(text);
  if (!match) return [text, undefined];
  return [text.slice(0, match.index), match[1] === '天' ? 0 : '日一二三四五六'.indexOf(match[1]!)];
}

/** One part of the year, or from one to another. */
function spanOf(text: string, planYear: number): Read {
  const whole = partOf(text, planYear);
  if (!('failure' in whole)) return whole;
  const spelled = daysInRow(text);
  let { failure } = whole;
  for (const match of spelled.matchAll(SEPARATOR)) {
    const first = spelled.slice(0, match.index);
    const second = spelled.slice(match.index + match[0].length);
    if (first === '' || second === '') continue;
    const pair = pairOf(first, second, planYear);
    if (!('failure' in pair)) return pair;
    // 6月28日至31日 is written as days.
    if (failure === 'no-date' && pair.failure !== 'ambiguous') failure = pair.failure;
  }
  return { failure };
}

function pairOf(first: string, second: string, planYear: number): Read {
  // 7—8月: the month is said once, behind; 6月9日—12日: before.
  const month = /^\d{1,2}$/.test(first) ? /月$/.exec(second)?.[0] : undefined;
  const from = partOf(first + (month ?? ''), planYear);
  if ('failure' in from) return from;
  const ownMonth = /^(.*月)/.exec(first)?.[1];
  const bare =
    (/^\d{1,2}[日号]$|^[上中下]旬$/.test(second) || WEEK_ALONE.test(second)) && ownMonth !== undefined;
  const to = partOf(bare ? ownMonth + second : second, yearOf(from.from));
  if ('failure' in to) return to;
  if (to.to < from.from) return { failure: 'no-date' };
  const precision = from.precision === 'day' ? to.precision : from.precision;
  const words =
    precision === 'day' ? '' : `${from.words}至${bare ? to.words.replace(/^\d+月/, '') : to.words}`;
  return { from: from.from, to: to.to, precision, words, isWholeMonth: to.isWholeMonth };
}

/** 5月6、7、8日 is 5月6日至8日 where no day is left out. */
function daysInRow(text: string): string {
  const [, month, list] = /^((?:\d{4}年)?\d{1,2}月)((?:\d{1,2}日?、)+\d{1,2}日)$/.exec(text) ?? [];
  const days = list?.split('、').map(Number.parseFloat) ?? [];
  const isInRow = days.length > 1 && days.every((day, index) => index === 0 || day === days[index - 1]! + 1);
  return isInRow ? `${month}${days[0]}日至${days.at(-1)}日` : text;
}
