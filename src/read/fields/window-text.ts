import { dayOf, parseDay, weekdayOf, yearOf } from '../../values/day.ts';
import { knownDate } from '../../values/period.ts';
import type { ClockTime, Precision, Window } from '../../values/window.ts';
import { type DateFailure, isExactDate, plainDateText, readDate, WEEKDAY_ZH } from './date-text.ts';
import { NUMERIC } from './number-text.ts';
import { withDigitsInDates } from './numeral.ts';

/**
 * `by-month`: 6月前 is until 31 May to some and until 30 June to others; `no-month-name`: 6.8 is a number, or 6月8日;
 * `week-alone`: the third week of what.
 */
export type WindowFailure = DateFailure | 'by-month' | 'no-month-name' | 'week-alone';

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

type Part = Omit<Window, 'by' | 'time' | 'weekday'> & { isWholeMonth: boolean };
type Read = Part | { failure: WindowFailure };

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

const MONTH_PART: Record<string, [first: number, last: number]> = {
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, 31],
  上中旬: [1, 20],
  中下旬: [11, 31],
  初: [1, 10],
  中: [11, 20],
  底: [21, 31],
  末: [21, 31],
  上半月: [1, 15],
  下半月: [16, 31],
};
const IN_MONTH = new RegExp(`^(\\d{1,2})月(?:份)?(${Object.keys(MONTH_PART).join('|')})?$`);
const NUMERALS = '〇一二三四五';
/** 3月第1周, 3月第三个星期, 3月最后一周 */
const WEEK = '(?:(?:第([\\d一二三四五])|(最后[一1]?))(?:周|个?(?:星期|礼拜)))';
const IN_WEEK = new RegExp(`^(\\d{1,2})月(?:份)?的?${WEEK}$`);
const WEEK_ALONE = new RegExp(`^${WEEK}$`);
const IN_YEAR = /^(?:第?([一二三四1-4])季度|(上半年|下半年|年底|年末|年初|年中|年内|全年))(初|末|底)?$/;

/** 次年 and 上年: the year after the plan's, or before it. */
const OTHER_YEAR = /^(?:(次年|翌年|明年|下一?年)|(上一?年|去年))/;

/** Days that plans call by their festivals: 五一前, “七一”前. 元旦 may be of this year or of the next. */
const FESTIVALS: Record<string, string> = {
  三八: '3月8日',
  五一: '5月1日',
  劳动节: '5月1日',
  五四: '5月4日',
  六一: '6月1日',
  七一: '7月1日',
  八一: '8月1日',
  教师节: '9月10日',
  十一: '10月1日',
  国庆: '10月1日',
};
const FESTIVAL = new RegExp(
  `^["“]?(${Object.keys(FESTIVALS).join('|')})["”]?(?:节|国际劳动节|劳动节|国庆节)?["”]?$`,
);

/** 5月6、7、8日 is 5月6日至8日 where no day is left out. */
function daysInRow(text: string): string {
  const [, month, list] = /^((?:\d{4}年)?\d{1,2}月)((?:\d{1,2}日?、)+\d{1,2}日)$/.exec(text) ?? [];
  const days = list?.split('、').map(Number.parseFloat) ?? [];
  const isInRow = days.length > 1 && days.every((day, index) => index === 0 || day === days[index - 1]! + 1);
  return isInRow ? `${month}${days[0]}日至${days.at(-1)}日` : text;
}

function partOf(text: string, planYear: number): Read {
  const [, stated] = /^(\d{4})年/.exec(text) ?? [];
  const [relative = '', next] = OTHER_YEAR.exec(text) ?? [];
  const away = relative === '' ? 0 : next === undefined ? -1 : 1;
  const year = stated === undefined ? planYear + away : Number(stated);
  // 2016年底: the year is said by its end.
  const named = /^\d{4}年[底末初中内]/.test(text);
  const rest = named ? text.slice(4) : text.slice(stated === undefined ? relative.length : 5);
  const day = /^(\d{1,2})月(\d{1,2})[日号]?$/.exec(FESTIVALS[FESTIVAL.exec(rest)?.[1] ?? ''] ?? rest);
  if (day) {
    const at = dayOf(year, Number(day[1]), Number(day[2]));
    return at === undefined
      ? { failure: 'does-not-exist' }
      : { from: at, to: at, precision: 'day', words: '', isWholeMonth: false };
  }
  const inMonth = IN_MONTH.exec(rest);
  if (inMonth) return monthPart(year, Number(inMonth[1]), inMonth[2] ?? '');
  const inWeek = IN_WEEK.exec(rest);
  if (inWeek) return weekOf(year, inWeek);
  if (WEEK_ALONE.test(rest)) return { failure: 'week-alone' };
  const inYear = IN_YEAR.exec(rest);
  if (inYear) return yearPart(year, inYear);
  if (/^\d{1,2}[./-]\d{1,2}$/.test(rest)) return { failure: 'no-month-name' };
  const date = readDate(text);
  if ('failure' in date) return date;
  const { first: from, last: to } = knownDate(date.iso);
  if (from === to) return { from, to, precision: 'day', words: '', isWholeMonth: false };
  return { from, to, precision: 'month', words: `${Number(date.iso.slice(5, 7))}月`, isWholeMonth: true };
}

function monthPart(year: number, month: number, part: string): Read {
  const start = dayOf(year, month, 1);
  if (start === undefined) return { failure: 'does-not-exist' };
  const end = lastOf(year, month);
  const [first, last] = MONTH_PART[part] ?? [1, 31];
  return {
    from: start + first - 1,
    to: Math.min(start + last - 1, end),
    precision: part === '' ? 'month' : 'ten-days',
    words: `${month}月${part}`,
    isWholeMonth: part === '',
  };
}

/**
 * The Nth week of a month, from Monday to Sunday: to some the week of the 1st is the first one, to others the first that is whole.
 * Both are meant, since nothing is then found wrong that may be right.
 */
function weekOf(year: number, [words, monthText, number, last]: readonly (string | undefined)[]): Read {
  const month = Number(monthText);
  const start = dayOf(year, month, 1);
  if (start === undefined) return { failure: 'does-not-exist' };
  const end = lastOf(year, month);
  const monday = start - ((weekdayOf(start) + 6) % 7);
  const sunday = end + ((7 - weekdayOf(end)) % 7);
  const index =
    last === undefined ? (NUMERALS.indexOf(number!) > 0 ? NUMERALS.indexOf(number!) : Number(number)) - 1 : 0;
  const from = last === undefined ? monday + 7 * index : sunday - (sunday === end ? 6 : 13);
  const to = last === undefined ? monday + 7 * index + (monday === start ? 6 : 13) : end;
  if (index < 0 || from > end) return { failure: 'does-not-exist' };
  return {
    from: Math.max(from, start),
    to: Math.min(to, end),
    precision: 'ten-days',
    words: words!.replace(
      /(第|最后)([1-5])/,
      (_, before: string, digit: string) => `${before}${NUMERALS[Number(digit)]}`,
    ),
    isWholeMonth: false,
  };
}

/** 3月第一周周五: the Fridays that it can be. Of a single day the weekday is held against the calendar instead (plan/dates.ts). */
function dayOfWeek(window: Part, weekday: number): Part {
  if (window.from === window.to || !/周|星期|礼拜/.test(window.words)) return window;
  const from = window.from + ((weekday - weekdayOf(window.from) + 7) % 7);
  const to = window.to - ((weekdayOf(window.to) - weekday + 7) % 7);
  return { ...window, from, to, words: `${window.words}${WEEKDAY_ZH[weekday]}` };
}

function yearPart(year: number, [words, quarter, half, edge]: readonly (string | undefined)[]): Read {
  const number = quarter === undefined ? 0 : '一二三四'.indexOf(quarter) + 1 || Number(quarter);
  const [first, last] =
    number > 0
      ? [3 * number - 2, 3 * number]
      : ((
          {
            上半年: [1, 6],
            下半年: [7, 12],
            年底: [12, 12],
            年末: [12, 12],
            年初: [1, 1],
            年中: [6, 6],
          } as Record<string, [number, number]>
        )[half!] ?? [1, 12]);
  const [from, to] = edge === '初' ? [first, first] : edge === undefined ? [first, last] : [last, last];
  const precision: Precision = 'month';
  return {
    from: dayOf(year, from, 1)!,
    to: lastOf(year, to),
    precision,
    words: words!,
    isWholeMonth: false,
  };
}

/** The last day of a month. */
const lastOf = (year: number, month: number): number =>
  (month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1))! - 1;
