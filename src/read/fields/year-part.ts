import { dayOf, weekdayOf } from '../../values/day.ts';
import { knownDate } from '../../values/period.ts';
import type { Precision, Window } from '../../values/window.ts';
import { type DateFailure, readDate, WEEKDAY_ZH } from './date-text.ts';

/**
 * `by-month`: 6月前 is until 31 May to some and until 30 June to others; `no-month-name`: 6.8 is a number, or 6月8日;
 * `week-alone`: the third week of what.
 */
export type WindowFailure = DateFailure | 'by-month' | 'no-month-name' | 'week-alone';

/** A part of a year, as a window has it. */
export type Part = Omit<Window, 'by' | 'time' | 'weekday'> & { isWholeMonth: boolean };
export type Read = Part | { failure: WindowFailure };

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
/** A week of a month that is not said. */
export const WEEK_ALONE = new RegExp(`^${WEEK}$`);
const IN_YEAR = /^(?:第?([一二三四1-4])季度|(上半年|下半年|年底|年末|年初|年中|年内|全年))(初|末|底)?$/;

/** 次年 and 上年: the year after the plan's, or before it. */
export const OTHER_YEAR = /^(?:(次年|翌年|明年|下一?年)|(上一?年|去年))/;

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

/** Reads one part of a year: a day, a festival, a month, a part or a week of one, a quarter, a half. */
export function partOf(text: string, planYear: number): Read {
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
export function dayOfWeek(window: Part, weekday: number): Part {
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
