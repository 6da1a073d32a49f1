import { expect, it } from 'vitest';
import { readSheets } from '../../support/sheets.ts';

/** Born on 1 January 1990. */
const NUMBER = '650000199001010019';

it.each<[string | null, string | undefined]>([
  [null, '1990-01-01'],
  ['1990.1', '1990-01-01'],
  ['1990.13', '1990-01-01'],
  ['1990.2.30', '1990-01-01'],
  ['1990年春', '1990-01-01'],
  ['不清楚', '1990-01-01'],
  ['1990.05', '1990-05'],
  // The year disagrees: nobody knows which of the two is right.
  ['1985.13', undefined],
])('a birth that cannot be read (%s) is taken from the ID number, and that is told', (birth, expected) => {
  const sheets = [
    ['姓名', '出生年月', '身份证号'],
    ['张三', birth, NUMBER],
    ['李四', '1991-05-03', ''],
  ];
  const { people, told } = readSheets({ sheets });
  expect(people[0]!.birth).toBe(expected);
  expect(told.some(note => note.startsWith('birth-from-id'))).toBe(expected === '1990-01-01');
  expect(told.some(note => note.startsWith('input/schema'))).toBe(expected === undefined);
});

it('1990.1 is no May: the number disagrees', () => {
  const sheets = [
    ['姓名', '出生年月', '身份证号'],
    ['张三', '1990.1', '650000199005010011'],
  ];
  expect(readSheets({ sheets }).told).not.toContain('birth-from-id A2');
});
