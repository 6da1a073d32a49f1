import { expect, it } from 'vitest';
import { maskDeep, maskFinished, maskPersonal, personalNumbers } from '../../src/model/personal.ts';

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

/** Grouped by what no figure is grouped by, or written in other digits; in finished texts only what is before counts. */
const ANYHOW = [
  '138 - 1234 - 5678',
  '650000 - 19900101 - 0019',
  '650000 / 19900101 / 0019',
  '138   1234   5678',
  '1 3 8 1 2 3 4 5 6 7 8',
  '１ ３ ８ １ ２ ３ ４ ５ ６ ７ ８',
  '|6|5|0|0|0|0|1|9|9|0|0|1|0|1|0|0|1|9|',
  '65 00 00 19 90 01 01 00 19',
  '138 1234 567 8',
  '1381234\n5678',
  '650000\n19900101\n0019',
  '138、1234、5678',
  '138，1234，5678',
  '138：1234：5678',
  '【138】1234 5678',
  '138~1234~5678',
  '138*1234*5678',
  '〔650000〕19900101 0019',
  '013812345678',
  '1-381-234-5678',
  '一三八一二三四五六七八',
  '幺三八 一二三四 五六七八',
  '六五〇〇〇〇一九九〇〇一〇一〇〇一九',
  '\u0661\u0663\u0668\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668',
  '𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖',
  '①③⑧①②③④⑤⑥⑦⑧',
  '65OOOO199OO1O1OO19',
  '138I2345678',
  '65000019900101001 X',
  '65000019900101001-9',
];

it.each(ANYHOW)('%s is a number in what somebody wrote', number => {
  for (const text of [number, `甲${number}乙`, `2016-06-01，${number}`]) {
    const [found, ...others] = personalNumbers(text);
    expect([found?.text, others], text).toEqual([
      number.replaceAll('|', ' ').trim().replaceAll(' ', '|') === number.slice(1, -1)
        ? number.slice(1, -1)
        : number.replace('【', '').replace('〔', ''),
      [],
    ]);
    const shown = maskPersonal(text);
    expect(shown).toHaveLength(text.length);
    expect(shown.split('\n')).toHaveLength(text.split('\n').length);
    expect(personalNumbers(shown)).toEqual([]);
  }
});

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
  '155–157  158 (50.6%)',
  '20160601T120000',
  '0991-2345678',
  '第1、3、8、1、2、3、4、5、6、7、8行',
  '第13、14、15、16、178行',
  '（155） 2016—2020年',
  '158：20160601',
  '二〇二六年六月一日至二〇二六年六月十二日',
  '一、二、三、四、五、六、七、八、九、十、十一、十二',
  'GB 11643—1999、GB/T 9704—2012',
])('%s is none', text => {
  expect(maskPersonal(text)).toBe(text);
});

it('looks at a long text once', () => {
  const text = `${'1 3-8.'.repeat(1000)}${'65'.repeat(10)} 138`.repeat(2);
  expect(maskPersonal(text)).toHaveLength(text.length);
});

it.each([
  ['138.1234.56782016年', '*********56782016年'],
  ['1381234567812人', '*******567812人'],
  ['650000 19900101 00192016年', '****************00192016年'],
  ['6500001990010100192016年', '******************2016年'],
])('a year may follow right behind: %s', (text, shown) => {
  expect(maskPersonal(text)).toBe(shown);
});

it('a finished text keeps what stands in its columns and lines', () => {
  const table = '138   1234   5678\n1381234\n5678\n138，1234，5678\n';
  expect(maskFinished(table)).toBe(table);
  expect(maskFinished('138 1234 5678')).toBe('*********5678');
});
