import { describe, expect, it } from 'vitest';
import { withDigits } from '../../src/read/fields/numeral.ts';
import { readQuantity, readRange } from '../../src/read/fields/quantity-text.ts';
import { checkInMemory } from '../support/memory.ts';

describe('a number of heads as a plan writes it', () => {
  it.each([
    ['9', 9],
    ['9名', 9],
    ['九人', 9],
    ['十二名', 12],
    ['二十三', 23],
    ['两名', 2],
    ['一百二十名', 120],
    ['一百零五人', 105],
    ['1,200名', 1200],
    ['4万', 40_000],
    ['30名左右', { about: 30 }],
    ['约三十人', { about: 30 }],
    ['三十名左右', { about: 30 }],
    ['三十余人', { about: 30 }],
    ['4.2万', { about: 42_000 }],
    ['不超过30', { max: 30 }],
    ['不超过三十名', { max: 30 }],
    ['30名以内', { max: 30 }],
    ['18—20名', { min: 18, max: 20 }],
    ['18-20', { min: 18, max: 20 }],
    ['18~20人', { min: 18, max: 20 }],
    ['18名至20名', { min: 18, max: 20 }],
    ['十八至二十名', { min: 18, max: 20 }],
    ['295名以上', { min: 295 }],
    ['不少于18名', { min: 18 }],
    ['待下达', 'pending'],
    ['20—18名', undefined],
    ['三五名', undefined],
    ['几名', undefined],
    ['9人（含机关1人）', undefined],
  ])('%s', (text, expected) => {
    expect(readQuantity(text)).toEqual(expected);
  });

  it.each([
    ['2—3名', { min: 2, max: 3 }],
    ['两至三名', { min: 2, max: 3 }],
    ['不超过2名', { max: 2 }],
    ['至少1名', { min: 1 }],
    ['2名', { min: 2, max: 2 }],
    ['2名左右', undefined],
  ])('%s for each', (text, expected) => {
    expect(readRange(text)).toEqual(expected);
  });
});

describe('Chinese numerals', () => {
  it.each([
    ['十', '10'],
    ['二十', '20'],
    ['一百一十一', '111'],
    ['一千零五', '1005'],
    ['二〇二七', '2027'],
    ['〇', '0'],
    ['十百', '十百'],
    ['三五', '三五'],
    ['一百二', '一百二'],
    ['二零', '二零'],
  ])('%s is %s', (text, digits) => {
    expect(withDigits(text)).toBe(digits);
  });
});

it('are read in every number of a plan, and what is no number is told', async () => {
  const plan = (quota: object, structure: object[] = []) =>
    checkInMemory(
      { 年度: '二〇二七', 单位: { 名称: '某县人民医院党委' }, 指导性计划: quota, 结构要求: structure },
      '2027-01-10',
    );
  const women = (amount: object) => [{ 代码: 'w', 名称: '女党员', 条件: { 性别: '女' }, ...amount }];
  const { facts, findings } = await plan(
    { 总数: '18—20名', 每支部: '一至两名', 每名额推荐数: '1.3倍', 上年实际: '十七人', 增长上限: '1.2倍' },
    women({ 不低于: '百分之四十五' }),
  );
  expect(findings.filter(({ code }) => code.startsWith('input/'))).toEqual([]);
  expect(facts!.plan.quota!.total).toEqual({ kind: 'range', least: 18, most: 20 });
  expect(facts!.structure[0]!.accepted).toEqual({ min: 9 });
  const wrong = await plan({ 总数: '十来个', 增长上限: '五' }, women({ 不低于: '大部分' }));
  const schema = wrong.findings.filter(({ code }) => code === 'input/schema');
  expect(schema.map(({ args }) => (args as { expected: string }).expected)).toEqual([
    'quantity',
    'factor',
    'amount',
  ]);
});
