import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate, WEEKDAY_ZH } from '../../src/read/fields/date-text.ts';
import { type CivilDate, civil, type Day, dayOf, isoOf, weekdayOf } from '../../src/values/day.ts';
import { character } from '../support/characters.ts';
import { runs, thorough } from '../support/runs.ts';

const day = (iso: string) => ({ iso, fullWidth: false });
const wide = (iso: string) => ({ iso, fullWidth: true });

describe('days', () => {
  test.each([
    '2016-06-04',
    '2016-6-4',
    '2016-06-4',
    '2016.06.04',
    '2016.6.4',
    '2016/06/04',
    '2016/6/4',
    '2016年06月04日',
    '2016年6月4日',
    '2016年6月4号',
    '20160604',
    ' 2016-06-04\n',
    '\u30002016-06-04\u00a0',
    '2016 年 6 月 4 日',
    '2016. 6. 4',
    '\u200e2016\u200e/\u200e6\u200e/\u200e4',
    '\u200b 2016-06-04',
    '2016年6⽉4⽇',
  ])('%j', text => {
    expect(readDate(text)).toEqual(day('2016-06-04'));
  });

  test.each(['2016-06-04', '2016/6/4', '2016.6.4', '2016年6月4日', '20160604'])(
    '%j typed full-width',
    text => {
      expect(readDate(toFullWidth(text))).toEqual(wide('2016-06-04'));
    },
  );

  test.each(['2016。6。4', '2016｡6｡4', '2016—6—4', '2016–06–04', '2016\u201106\u201104', '２016-6-4'])(
    '%j with marks or digits of an input method',
    text => {
      expect(readDate(text)).toEqual(wide('2016-06-04'));
    },
  );
});

describe('months', () => {
  test.each([
    ['2016-06', '2016-06'],
    ['2016-6', '2016-06'],
    ['2016-1', '2016-01'],
    ['2016/6', '2016-06'],
    ['2016/1', '2016-01'],
    ['2016.06', '2016-06'],
    ['2016.01', '2016-01'],
    ['2016.10', '2016-10'],
    ['1988.2', '1988-02'],
    ['1988.9', '1988-09'],
    ['2016年6月', '2016-06'],
    ['2016年6月份', '2016-06'],
    ['2016年1月', '2016-01'],
    ['2016年12月', '2016-12'],
    ['201606', '2016-06'],
    ['200512', '2005-12'],
    [' 2016-06 ', '2016-06'],
  ])('%j', (text, iso) => {
    expect(readDate(text)).toEqual(day(iso));
  });

  test.each(['2016年6月', '2016.06', '201606'])('%j typed full-width', text => {
    expect(readDate(toFullWidth(text))).toEqual(wide('2016-06'));
  });

  test.each(['1988.1', ' 1988.1 ', '1988 . 1', '1988。1', toFullWidth('1988.1')])(
    '%j may have been October',
    text => {
      expect(readDate(text)).toEqual({ failure: 'ambiguous' });
    },
  );
});

describe('weekdays behind the day', () => {
  test.each([
    ['2016-06-04(周六)', 6],
    ['2016-06-04 周六', 6],
    ['2016-06-04周六', 6],
    ['2016-06-04 ( 周六 )', 6],
    ['2016年6月4日 星期六', 6],
    ['2016.6.4 礼拜六', 6],
    ['20160604 (周六)', 6],
    ['2016-06-04 (Sat)', 6],
    ['2016-06-04 SAT', 6],
    ['2016-06-04, Saturday', 6],
    ['2016-06-04\u3000星期日', 0],
    ['2016-06-04 周日', 0],
    ['2016-06-04 周天', 0],
    ['2016-06-04 Sun', 0],
    ['2016-06-04 Monday', 1],
    ['2016-06-04 Tuesday', 2],
    ['2016-06-04 wednesday', 3],
    ['2016-06-04 Thursday', 4],
    ['2016-06-04 Fri', 5],
    ['2016-06-04 00:00:00 周六', 6],
  ])('%j', (text, weekday) => {
    expect(readDate(text)).toEqual({ ...day('2016-06-04'), weekday });
  });

  test.each(['2016-06-04(周六)', '2016年6月4日,周六', '2016-06-04 (周六)', '2016-06-04 Sat'])(
    '%j with punctuation or letters of full width',
    text => {
      const typed = text.replace(/[(),A-Za-z]/g, toFullWidth);
      expect(readDate(typed)).toEqual({ ...wide('2016-06-04'), weekday: 6 });
    },
  );

  test.each([
    '2016-06-04 (周六',
    '2016-06-04 周六)',
    '2016-06-04 周七',
    '2016-06-04 周',
    '2016-06-04 六',
    '2016-06-04 Satur',
    '2016-06-04 周六周日',
    '2016-06-04-周六',
    '2016-06 周六',
    '201606(周六)',
    '周六',
  ])('%j has none', text => {
    expect(readDate(text)).toEqual({ failure: 'no-date' });
  });
});

describe('timestamps', () => {
  test.each([
    '2016-06-04T00:00:00.000Z',
    '2016-06-04T00:00:00Z',
    '2016-06-04T00:00:00+08:00',
    '2016-06-04T00:00',
    '2016-06-04 00:00:00',
    '2016-06-04 00:00',
    '2016/6/4 0:00:00',
    '2016/6/4 0:00',
    '2016年6月4日 00:00:00',
  ])('%j is the day', text => {
    expect(readDate(text)).toEqual(day('2016-06-04'));
  });

  test.each([
    '2016-06-03T16:00:00.000Z',
    '2016-06-04T00:00:00.001Z',
    '2016-06-04T00:00:01Z',
    '2016-06-04 00:01',
    '2016-06-04 12:00:00',
    '2016-06-04 24:00:00',
    '2016-06-04 00',
    '2016-06-04T',
    '2016-06-0400:00:00',
    '2016-06 00:00:00',
  ])('%j is not a day', text => {
    expect(readDate(text)).toEqual({ failure: 'no-date' });
  });
});

describe('dates that do not exist', () => {
  test.each([
    '2016-02-30',
    '2015-02-29',
    '1900-02-29',
    '2016-06-31',
    '2016-06-00',
    '2016-13-01',
    '2016-00-10',
    '2016-6-31',
    '2016.2.30',
    '2016年2月30日',
    '20160230',
    '20161304',
    '2016-13',
    '2016-00',
    '2016.13',
    '2016年13月',
    '201613',
    '2016-02-30T00:00:00Z',
    '2016-02-30(周二)',
    '1899-12-31',
    '2200-01-01',
    '0216-06-04',
    '2916年6月4日',
    '1899.1',
    '0000-00-00',
  ])('%j', text => {
    expect(readDate(text)).toEqual({ failure: 'does-not-exist' });
  });
});

describe('texts that are no date', () => {
  test.each([
    '',
    ' ',
    '不详',
    '2016',
    '2016年',
    '16.6.4',
    '16-06-04',
    '6月4日',
    '2016-06-04前',
    '2016-06-041',
    '2016-006-04',
    '2016-06.04',
    '2016/06-04',
    '2016年6月4',
    '2016年6月初',
    '2016.6.4-2017.6.4',
    '2016-06-04、2017-06-04',
    '约2016年6月',
    '2016160',
    '2016060',
    '614000',
    '880101',
    '13800001111',
    '510111198801011234',
    '2016-06-1²',
    '２０１６０６０４１',
    '2016.',
    '2016.123',
    `2016-06-04${' 备注'.repeat(1000)}`,
  ])('%j', text => {
    expect(readDate(text)).toEqual({ failure: 'no-date' });
  });
});

test('leap days', () => {
  expect(readDate('2000-02-29')).toEqual(day('2000-02-29'));
  expect(readDate('2016.2.29')).toEqual(day('2016-02-29'));
  expect(readDate('2100-02-29')).toEqual({ failure: 'does-not-exist' });
});

function toFullWidth(text: string): string {
  return text.replace(/[!-~]/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

const two = (n: number): string => String(n).padStart(2, '0');

const FORMS: Record<string, (at: CivilDate) => string> = {
  'YYYY-MM-DD': at => `${at.year}-${two(at.month)}-${two(at.date)}`,
  'YYYY-M-D': at => `${at.year}-${at.month}-${at.date}`,
  'YYYY.MM.DD': at => `${at.year}.${two(at.month)}.${two(at.date)}`,
  'YYYY.M.D': at => `${at.year}.${at.month}.${at.date}`,
  'YYYY/MM/DD': at => `${at.year}/${two(at.month)}/${two(at.date)}`,
  'YYYY/M/D': at => `${at.year}/${at.month}/${at.date}`,
  YYYY年M月D日: at => `${at.year}年${at.month}月${at.date}日`,
  YYYY年M月D号: at => `${at.year}年${at.month}月${at.date}号`,
  YYYYMMDD: at => `${at.year}${two(at.month)}${two(at.date)}`,
};

const FIRST = dayOf(1900, 1, 1)!;
const LAST = dayOf(2199, 12, 31)!;

test.each(Object.entries(FORMS))('every day of 1900–2199 reads back from %s', (_, write) => {
  const wrong: string[] = [];
  // At every commit of every sixth month, each date and weekday among them.
  for (let at: Day = FIRST; at <= LAST; at += thorough ? 1 : 7) {
    const text = write(civil(at));
    const read = readDate(text);
    if ('failure' in read || read.iso !== isoOf(at) || read.fullWidth || 'weekday' in read) wrong.push(text);
  }
  expect(wrong).toEqual([]);
});

test('every month of 1900–2199 reads back, YYYY.1 excepted', () => {
  const wrong: string[] = [];
  const isRead = (text: string, expected: object) =>
    isDeepStrictEqual(readDate(text), expected) || wrong.push(text);
  // At every commit of every seventh year.
  for (let year = 1900; year <= 2199; year += thorough ? 1 : 7) {
    for (let month = 1; month <= 12; month++) {
      const expected = day(`${year}-${two(month)}`);
      const texts = [
        `${year}-${two(month)}`,
        `${year}-${month}`,
        `${year}.${two(month)}`,
        `${year}/${month}`,
      ];
      texts.push(`${year}年${month}月`, `${year}${two(month)}`);
      for (const text of texts) isRead(text, expected);
      isRead(`${year}.${month}`, month === 1 ? { failure: 'ambiguous' } : expected);
    }
  }
  expect(wrong).toEqual([]);
});

test('any day, in any form, width and spacing, with its weekday or a time of midnight, reads back', () => {
  const english = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const weekdays: ((n: number) => string)[] = [
    () => '',
    n => WEEKDAY_ZH[n]!,
    n => `(${WEEKDAY_ZH[n]})`,
    n => `（${WEEKDAY_ZH[n]}）`,
    n => ` ${WEEKDAY_ZH[n]!.replace('周', '星期')}`,
    n => ` (${english[n]!.slice(0, 3)})`,
    n => ` ${english[n]}`,
  ];
  const space = fc.stringMatching(/^[ \u3000\u00a0\t]{0,3}$/);
  const form = fc.constantFrom(...Object.values(FORMS));
  const time = fc.constantFrom('', ' 0:00:00', ' 00:00', 'T00:00:00.000Z');
  fc.assert(
    fc.property(
      fc.integer({ min: FIRST, max: LAST }),
      form,
      fc.boolean(),
      time,
      fc.constantFrom(...weekdays),
      space,
      space,
      (at, write, full, midnight, name, before, after) => {
        const stated = name(weekdayOf(at));
        const date = full ? toFullWidth(write(civil(at))) : write(civil(at));
        const expected = { iso: isoOf(at), fullWidth: full || stated.includes('（') };
        expect(readDate(before + date + midnight + stated + after)).toEqual(
          stated === '' ? expected : { ...expected, weekday: weekdayOf(at) },
        );
      },
    ),
    runs(2000),
  );
});

test('no string makes it throw, and what it reads exists', () => {
  const near = fc.stringMatching(/^[0-9０年月日号.\-/。 （(周六)SatT:Z]{0,24}$/);
  const exists = /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?$/;
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: character }), near), text => {
      const read = readDate(text);
      if ('failure' in read) return;
      expect(read.iso).toMatch(exists);
      if (read.iso.length === 10) expect(readDate(read.iso)).toEqual(day(read.iso));
    }),
    runs(5000),
  );
});
