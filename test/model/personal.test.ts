import { expect, it } from 'vitest';
import { maskDeep, maskPersonal, personalNumbers } from '../../src/model/personal.ts';

it.each([
  ['身份证650000199001010019，', '身份证**************0019，'],
  ['65000019951230123X', '**************123X'],
  ['6500001990010100199', '***************0199'],
  ['电话13800001234', '电话*******1234'],
  ['+86 138-0000-1234', '*************1234'],
  ['138 0000 1234', '*********1234'],
  ['１３８００００１２３４', '*******１２３４'],
  ['2016-06-04至2016-06-08', '2016-06-04至2016-06-08'],
  ['12800001234', '12800001234'],
  ['2300人、1700人', '2300人、1700人'],
])('%s is shown as %s', (text, shown) => {
  expect(maskPersonal(text)).toBe(shown);
  expect(maskPersonal(text)).toHaveLength(text.length);
  expect(maskDeep({ list: [text], n: 1 })).toEqual({ list: [shown], n: 1 });
});

const GROUPED = [
  '650000 19900101 0019',
  '650000-19900101-0019',
  '650000.19900101.0019',
  '650000\u00a019900101\u00a00019',
  '650000　19900101　0019',
  '６５００００ １９９００１０１ ００１９',
  '650000－1990－01－01－0019',
  '650000 1990 0101 0019',
  '6500 0019 9001 0100 19',
  '65000019900101 0019',
  '650000·19900101·001 X',
  '650000\u200b19900101\u200b0019',
  '650000/19900101/0019',
  '650000 (1990-01-01) 0019',
  '650 000 199 001 010 019',
  '650000 880214 002',
  '138.1234.5678',
  '(138)12345678',
  '（138）1234 5678',
  '(138) 1234-5678',
  '1381 234 5678',
  '138 12345678',
  '138-12-34-56-78',
  '+86 (138) 1234 5678',
  '0086-138-1234-5678',
  '８６ １３８ １２３４ ５６７８',
  '138\u00a01234\u00a05678',
  '138·1234·5678',
  '138—1234—5678',
  '138\u200b1234\u200b5678',
];

it.each(GROUPED)('%s is a number however it is grouped', number => {
  for (const text of [number, `甲${number}乙`, `1、${number}，2016`, `2016-06-01 ${number}`]) {
    const shown = maskPersonal(text);
    expect(shown).toHaveLength(text.length);
    const digits = (of: string) => of.normalize('NFKC').replace(/\D/g, '');
    expect(digits(shown).length, shown).toBeLessThanOrEqual(digits(text).length - 7);
    expect(personalNumbers(text)).toHaveLength(1);
  }
});

it.each([
  '2015-03-30 2015-06-30 2015-09-30 2015-12-30',
  '2011-05-19 2012-06-08 2013-07-09',
  '2015.03.30—2015.06.30',
  '16 2016-06-16 2016-06-18',
  '138 2016-06-01',
  '50 45 36 19 85 12 30 12 34',
  '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15',
  '第15 2016年6月1日至2016年6月12日',
  '(45%) 4.05 8 8 (88.9%) 5 (55.6%)',
  '20160601T120000',
  '0991-2345678',
])('%s is none', text => {
  expect(maskPersonal(text)).toBe(text);
});

it('looks at a long text once', () => {
  const text = `${'1 3-8.'.repeat(20_000)}${'65'.repeat(10)} 138`.repeat(2);
  expect(maskPersonal(text)).toHaveLength(text.length);
});
