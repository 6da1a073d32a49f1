import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionText } from '../../src/office/condition-text.ts';
import { planWorkbook, wontHold } from '../../src/office/plan-workbook.ts';
import { CONDITION, readCondition } from '../../src/read/fields/condition-text.ts';
import { Faults } from '../../src/read/fields/faults.ts';
import { readNode } from '../../src/read/fields/reader.ts';
import { loadPlan } from '../../src/read/plan/load.ts';
import { Problems } from '../../src/read/problem.ts';
import { SourceFile } from '../../src/read/text/source.ts';
import { parse } from '../../src/read/yaml/parse.ts';
import { checkPlan } from '../../src/rules/check.ts';
import { texts } from '../../src/text/zh/index.ts';
import { parseDay } from '../../src/values/day.ts';
import { memoryFiles } from '../support/memory.ts';
import { plans } from '../support/plans.ts';
import { patience, runs } from '../support/runs.ts';

const asOf = parseDay('2016-06-01')!;
const load = (path: string, content: string | Uint8Array) =>
  loadPlan(path, { files: memoryFiles({ [path]: content }), asOf });

type Loaded = Awaited<ReturnType<typeof load>>;

/** What was found but for notes on form: what, of whom, with which figures. */
const found = (loaded: Loaded) =>
  checkPlan(loaded, asOf)
    .findings.filter(({ code }) => !code.startsWith('input/'))
    .map(({ code, subject, args, severity }) =>
      JSON.stringify({ code, subject, args, severity }).replace(/"line":\d+/g, ''),
    )
    // They come in the order of lines, or of cells.
    .sort();

const written = ({ data }: Loaded) =>
  planWorkbook(data!(), { texts: texts.workbook, made: asOf, emptyRows: 2 });

describe('a plan in a workbook', () => {
  it('is found the same as the YAML from which it was written', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(plans, async plan => {
        const yaml = await load('plan.yaml', JSON.stringify(plan));
        fc.pre(wontHold(yaml.data!()).length === 0);
        const bytes = written(yaml);
        const workbook = await load('计划.xlsx', bytes);
        expect(workbook.problems.all.map(({ args, place }) => [args, place.locate().cell])).toEqual([]);
        expect(found(workbook)).toEqual(found(yaml));
        expect(Buffer.from(written(workbook)).equals(Buffer.from(bytes))).toBe(true);
      }),
      runs(10),
    );
  });
});

/** The order in which a condition names its fields means nothing. */
const sorted = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? Array.isArray(value)
      ? value.map(sorted)
      : value
    : Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, below]) => [key, sorted(below)]),
      );

const words = fc
  .oneof(
    fc.constantFrom(
      '致富带头人',
      '村干部',
      '且末县某支部',
      '或许',
      '甲（乙）',
      '一、二',
      '35岁以下',
      '"',
      '\\',
      '是',
      '5',
      '不低于',
    ),
    fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(...'甲乙丙丁=，；、（）"或且 ．a1') }),
  )
  .filter(text => text.trim() === text && !/^(无|不详|未知|暂无|待定|~|null)?$/.test(text));
const several = <T>(one: fc.Arbitrary<T>) => fc.oneof(one, fc.array(one, { minLength: 2, maxLength: 3 }));
const bounded = <T>(one: fc.Arbitrary<T>) =>
  fc.oneof(fc.record({ min: one }), fc.record({ max: one }), fc.record({ min: one, max: one }));
const education = fc.constantFrom('primary', 'senior-high', 'college');
const atoms = fc.record(
  {
    gender: several(fc.constantFrom('male', 'female')),
    age: bounded(fc.nat(90)),
    education: fc.oneof(
      several(education),
      bounded(education),
      fc.record({ not: several(education), min: education }),
    ),
    occupation: fc.oneof(
      fc.constantFrom('farmer', 'other'),
      fc.record({ not: several(fc.constantFrom('farmer', 'worker')) }),
    ),
    ethnicity: fc.record({ not: fc.constant('汉族') }),
    branch: several(words),
    tags: fc.oneof(words, fc.record({ not: several(words) })),
    slot: words,
    category: words,
    leagueMember: fc.boolean(),
    birth: bounded(fc.constantFrom('1990-05', '1988-10-01')),
    events: fc.record({ activist: bounded(fc.constantFrom('2014-06-01', '2015-06')) }),
    attributes: fc.dictionary(
      words.filter(text => !text.includes('__')),
      fc.oneof(several(fc.oneof(words, fc.integer({ min: -9, max: 99 }), fc.boolean())), bounded(fc.nat(9))),
      { minKeys: 1, maxKeys: 2, noNullPrototype: true },
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const { where } = fc.letrec<{ where: object }>(tie => ({
  where: fc
    .tuple(
      atoms,
      fc.option(fc.array(tie('where'), { minLength: 1, maxLength: 3 }), { nil: undefined, maxDepth: 2 }),
      fc.option(fc.array(tie('where'), { minLength: 1, maxLength: 2 }), { nil: undefined, maxDepth: 2 }),
    )
    .map(([own, any, all]) => ({ ...own, ...(any && { any }), ...(all && { all }) }))
    .filter(own => Object.keys(own).length > 0),
}));

describe('a condition in a cell', () => {
  it('says what it says in YAML', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(where, async condition => {
        const problems = new Problems();
        const yaml = new SourceFile('', JSON.stringify(condition));
        const expected = readNode((await parse(yaml, problems))!, CONDITION, new Faults(yaml, problems));
        const text = conditionText(expected as object);
        const node = readCondition(text, { start: 0, end: 0 });
        if ('fault' in node) throw new Error(`${text}: ${node.fault}`);
        const value = readNode(node, CONDITION, new Faults(new SourceFile('', ''), problems));
        expect(
          problems.all.map(({ args }) => args),
          text,
        ).toEqual([]);
        expect(JSON.stringify(sorted(value)), text).toBe(JSON.stringify(sorted(expected)));
      }),
      runs(40),
    );
  });

  it.each([
    ['性别=女', { gender: 'female' }],
    ['性别：女', { gender: 'female' }],
    ['35岁以下', { age: { max: 35 } }],
    ['35周岁及以下', { age: { max: 35 } }],
    ['年龄35岁以内', { age: { max: 35 } }],
    ['年龄≤35岁', { age: { max: 35 } }],
    ['年龄不低于18，年龄不超过35', { age: { min: 18, max: 35 } }],
    ['高中以上', { education: { min: 'senior-high' } }],
    ['高中及以上文化程度', { education: { min: 'senior-high' } }],
    ['民族不是汉族', { ethnicity: { not: '汉族' } }],
    ['女性，35岁以下', { gender: 'female', age: { max: 35 } }],
    ['民族=少数民族', { ethnicity: { not: '汉族' } }],
    ['职业=非农民', { occupation: { not: 'farmer' } }],
    ['年龄=不满35岁', { age: { max: 34 } }],
    ['性别=女且年龄不超过35', { gender: 'female', age: { max: 35 } }],
    ['标签=致富带头人 或 标签=村干部', { any: [{ tags: '致富带头人' }, { tags: '村干部' }] }],
    ['性别=女，（标签=甲或标签=乙）', { gender: 'female', any: [{ tags: '甲' }, { tags: '乙' }] }],
    ['确定为入党积极分子不晚于2015年6月', { events: { activist: { max: '2015-06' } } }],
    ['其他属性·院校排名≤12', { attributes: { 院校排名: { max: 12 } } }],
    ['性别=女，性别=男', { all: [{ gender: 'female' }, { gender: 'male' }] }],
  ])('%s', (text, expected) => {
    const node = readCondition(text, { start: 0, end: 0 });
    if ('fault' in node) throw new Error(node.fault);
    const value = readNode(node, CONDITION, new Faults(new SourceFile('', ''), new Problems()));
    expect(JSON.parse(JSON.stringify(value))).toEqual(expected);
  });

  it.each(['女的', '性别', '性别=', '（性别=女', '性别=女）', '以下', '年龄不超过', '性别=女，'])(
    '%s is none',
    text => {
      expect(readCondition(text, { start: 0, end: 0 })).toHaveProperty('fault');
    },
  );
});
