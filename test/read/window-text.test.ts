import { describe, expect, it } from 'vitest';
import { readWindow } from '../../src/read/fields/window-text.ts';
import { isoOf } from '../../src/values/day.ts';

/** `2016-09-21..2016-09-30 ten-days`, with what else is said: 前, the hour, the weekday. */
function told(text: string, year = 2016): string {
  const window = readWindow(text, year);
  if ('failure' in window) return window.failure;
  const { from, to, precision, by, time, weekday, words } = window;
  return [
    from === to ? isoOf(from) : `${isoOf(from)}..${isoOf(to)}`,
    precision === 'day' ? '' : precision,
    words,
    by ? '前' : '',
    time ? `${time.written}=${time.clock}` : '',
    weekday === undefined ? '' : `周${weekday}`,
  ]
    .filter(part => part !== '')
    .join(' ');
}

describe('a date as a plan writes it', () => {
  it.each([
    ['2016-06-04', '2016-06-04'],
    ['2016年6月4日', '2016-06-04'],
    ['6月4日', '2016-06-04'],
    ['６月４日', '2016-06-04'],
    ['6 月 4 号', '2016-06-04'],
    ['2016-06', '2016-06-01..2016-06-30 month 6月'],
    ['6月', '2016-06-01..2016-06-30 month 6月'],
    ['6月份', '2016-06-01..2016-06-30 month 6月'],
    ['2月下旬', '2016-02-21..2016-02-29 ten-days 2月下旬'],
    ['2017年2月下旬', '2017-02-21..2017-02-28 ten-days 2月下旬'],
    ['2016年9月上旬', '2016-09-01..2016-09-10 ten-days 9月上旬'],
    ['11月中旬', '2016-11-11..2016-11-20 ten-days 11月中旬'],
    ['6月初', '2016-06-01..2016-06-10 ten-days 6月初'],
    ['6月底', '2016-06-21..2016-06-30 ten-days 6月底'],
    ['次年1月上旬', '2017-01-01..2017-01-10 ten-days 1月上旬'],
    ['第三季度', '2016-07-01..2016-09-30 month 第三季度'],
    ['二季度末', '2016-06-01..2016-06-30 month 二季度末'],
    ['2016年上半年', '2016-01-01..2016-06-30 month 上半年'],
    ['年底', '2016-12-01..2016-12-31 month 年底'],
  ])('%s is %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it.each([
    ['6月8日前', '2016-06-08 前'],
    ['6月8日以前', '2016-06-08 前'],
    ['截至6月8日', '2016-06-08 前'],
    ['3月底前', '2016-03-21..2016-03-31 ten-days 3月底 前'],
    ['2016年12月底之前', '2016-12-21..2016-12-31 ten-days 12月底 前'],
    ['6月中旬前', '2016-06-11..2016-06-20 ten-days 6月中旬 前'],
    ['年底前', '2016-12-01..2016-12-31 month 年底 前'],
  ])('%s is until %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it.each([
    ['2024年4月23日（周二）上午11点前', '2024-04-23 前 上午11点=11:00 周2'],
    ['10月19日18:00前', '2016-10-19 前 18:00=18:00'],
    ['10月19日下午5时30分前（星期三）', '2016-10-19 前 下午5时30分=17:30 周3'],
    ['10月19日（星期三）下班前', '2016-10-19 前 下班= 周3'],
    ['6月8日下午3点半', '2016-06-08 下午3点半=15:30'],
    ['2016-06-08 周三', '2016-06-08 周3'],
    ['6月8日上午', '2016-06-08 上午='],
  ])('%s has its hour and its weekday: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it.each([
    ['6月9日至12日', '2016-06-09..2016-06-12'],
    ['6月9日—6月12日', '2016-06-09..2016-06-12'],
    ['6月9-12日', '2016-06-09..2016-06-12'],
    ['7—8月', '2016-07-01..2016-08-31 month 7月至8月'],
    ['9月下旬至10月上旬', '2016-09-21..2016-10-10 ten-days 9月下旬至10月上旬'],
    ['9月上旬至中旬', '2016-09-01..2016-09-20 ten-days 9月上旬至中旬'],
    ['2016年12月至次年1月', '2016-12-01..2017-01-31 month 12月至1月'],
  ])('%s is one span: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it.each([
    ['6月前', 'by-month'],
    ['6.8', 'no-month-name'],
    ['2月30日', 'does-not-exist'],
    ['2017年2月29日', 'does-not-exist'],
    ['13月', 'does-not-exist'],
    ['春节后', 'no-date'],
    ['待定', 'no-date'],
    ['6月12日至9日', 'no-date'],
    ['十百月', 'no-date'],
    ['6月8日25点', 'no-date'],
  ])('%s is refused: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('a week of a month', () => {
  // 1 March 2027 is a Monday, 1 June 2027 a Tuesday: there the first week begins in May, or on 7 June.
  it.each([
    ['3月第一周', '2027-03-01..2027-03-07 ten-days 3月第一周'],
    ['三月第3周', '2027-03-15..2027-03-21 ten-days 3月第三周'],
    ['6月第一周', '2027-06-01..2027-06-13 ten-days 6月第一周'],
    ['6月第二个星期', '2027-06-07..2027-06-20 ten-days 6月第二个星期'],
    ['6月最后一周', '2027-06-21..2027-06-30 ten-days 6月最后一周'],
    ['2027年5月最后一周', '2027-05-24..2027-05-31 ten-days 5月最后一周'],
    ['3月第一周周五', '2027-03-05 ten-days 3月第一周周五 周5'],
    ['6月第一周前', '2027-06-01..2027-06-13 ten-days 6月第一周 前'],
    ['6月第一周至第三周', '2027-06-01..2027-06-27 ten-days 6月第一周至第三周'],
    ['3月第六周', 'does-not-exist'],
    ['第三周', 'week-alone'],
    ['第二周前', 'week-alone'],
  ])('%s is %s', (text, expected) => {
    expect(told(text, 2027)).toBe(expected);
  });
});

describe('Chinese numerals', () => {
  it.each([
    ['六月四日', '2016-06-04'],
    ['二〇一六年六月二十三日', '2016-06-23'],
    ['二零一六年十二月', '2016-12-01..2016-12-31 month 12月'],
    ['十一月中旬', '2016-11-11..2016-11-20 ten-days 11月中旬'],
    ['三月底前', '2016-03-21..2016-03-31 ten-days 3月底 前'],
    ['四月十二日至十四日', '2016-04-12..2016-04-14'],
    ['三至四月', '2016-03-01..2016-04-30 month 3月至4月'],
    ['六月八日（周三）前', '2016-06-08 前 周3'],
    ['第三季度', '2016-07-01..2016-09-30 month 第三季度'],
    ['6月10日～14日', '2016-06-10..2016-06-14'],
    ['6月10日〜14日', '2016-06-10..2016-06-14'],
    ['6月10日——14日', '2016-06-10..2016-06-14'],
  ])('%s is %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});
