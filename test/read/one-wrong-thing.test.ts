import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { fixesFor } from '../../src/office/fixes.ts';
import type { Problem } from '../../src/read/problem.ts';
import { runIn } from '../support/examine.ts';
import { checkInMemory } from '../support/memory.ts';

// One wrong key, value or item loses itself: what stands around it is read, and what was left out is told at its place.

const HEAD = 'year: 2016\norganization: { name: 某镇党委 }\n';

/** Lists of a plan: an item that is right, with a field that is optional, and what is read from the list. */
const LISTS: Record<
  string,
  { good: string; optional: string; required: string; read(plan: Plan): unknown[] }
> = {
  candidates: { good: 'id: c1, name: 甲', optional: 'gender', required: 'name', read: plan => plan.people },
  timeline: { good: 'id: s1, name: 公示', optional: 'on', required: 'name', read: plan => plan.steps },
  materials: {
    good: 'id: m1, name: 申请书',
    optional: 'count',
    required: 'name',
    read: plan => plan.materials,
  },
  branches: {
    good: 'name: 东村党支部',
    optional: 'lastDeveloped',
    required: 'name',
    read: plan => plan.branches,
  },
  structure: {
    good: 'id: women, name: 女党员, where: { gender: female }, min: 1',
    optional: 'planned',
    required: 'where',
    read: plan => plan.requirements,
  },
};

async function read(text: string) {
  const { facts, findings } = await checkInMemory(text, '2016-06-01');
  const form = findings.filter(({ code }) => code.startsWith('input/'));
  return { plan: facts!.plan, told: form.map(({ code, place }) => `${place.locate().line} ${code}`) };
}

const items = (list: string, ...own: string[]): string =>
  `${HEAD}${list}:\n${own.map(each => `  - ${each}\n`).join('')}`;

describe.each(Object.entries(LISTS))('in %s', (list, { good, optional, required, read: of }) => {
  const other = good.replace(/(id: |^name: )([^,]*)/, '$1$2-other');

  it.each([
    ['a key that nobody knows', `{ ${good}, gendr: 女 }`, 2, 'input/unknown-key'],
    ['a key and a map that nobody knows', `{ ${good}, foo: { bar: [1] } }`, 2, 'input/unknown-key'],
    ['a wrong value', `{ ${good}, ${optional}: { a: b } }`, 2, 'input/'],
    ['an item that is none', 'nobody', 1, 'input/schema'],
    [
      'an item that lacks what it needs',
      `{ ${good.replace(new RegExp(`(, )?${required}: (\\{.*?\\}|[^,]*)`), '').replace(/^, /, '')} }`,
      1,
      'input/schema',
    ],
  ])('%s loses itself', async (_what, wrong, count, code) => {
    const { plan, told } = await read(items(list, wrong, `{ ${other} }`));
    expect(of(plan)).toHaveLength(count);
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(each => each.startsWith(`4 ${code}`))).toBe(true);
  });
});

it.each([
  ['an unknown key', '{ gendr: 女, age: { max: 35 } }'],
  ['a value that is none', '{ gender: 妇, age: { max: 35 } }'],
  ['a day that does not exist', '{ birth: { min: 2016-02-30, max: 2016-03-01 } }'],
  ['an unknown key below a choice', '{ any: [{ gendr: 女 }, { age: { max: 35 } }] }'],
])('a condition with %s goes as a whole: the rest of it would mean something else', async (_what, where) => {
  const wrong = `{ id: a, name: 甲, where: ${where}, min: 1 }`;
  const right = '{ id: b, name: 乙, where: { gender: female }, min: 1 }';
  const { plan, told } = await read(items('structure', wrong, right));
  expect(plan.requirements.map(({ id }) => id)).toEqual(['b']);
  expect(told).toHaveLength(1);
});

describe('what was not understood and is named elsewhere', () => {
  const FARMERS =
    'quota: { total: 3, categories: [{ id: farmer, count: 2 }, { id: o, name: 机关, count: 1 }] }\n';

  it.each([
    [
      'a requirement whose number is none',
      'structure:\n  - { id: edu, name: 高中以上, where: { gender: female }, min: 280名左右 }\n  - { id: a, name: 甲, where: { gender: female }, of: edu, min: 50% }\n',
    ],
    [
      'a requirement that has no code',
      'structure:\n  - { name: 高中以上, where: { gender: female }, min: 280名左右 }\n  - { id: a, name: 甲, where: { gender: female }, of: 高中以上, min: 50% }\n',
    ],
    [
      'a category',
      `${FARMERS}structure:\n  - { id: a, name: 甲, where: { gender: female }, of: farmer, min: 50% }\n`,
    ],
    [
      'the category of a person',
      `${FARMERS}candidates:\n  - { id: c1, name: 甲, category: farmer, role: nominee }\n`,
    ],
    [
      'a paper',
      'materials:\n  - { id: m, count: 2 }\n  - { id: n, name: 乙 }\ncandidates:\n  - { id: c1, name: 甲, materials: { m: 2016-01-01 } }\n',
    ],
    [
      'a step',
      'timeline:\n  - { id: s, on: 2016-05-01 }\n  - { id: t, name: 考察, after: [s], on: 2016-05-03 }\n',
    ],
  ])('%s is told once, where it stands', async (_what, text) => {
    const { told } = await read(HEAD + text);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('input/schema');
  });

  it('gives no figure: not a share of the whole, not a sum', async () => {
    const shares = `structure:
  - { id: edu, name: 高中以上, where: { education: { min: senior-high } }, min: 280名左右 }
  - { id: a, name: 大专, where: { education: { min: college } }, of: edu, min: 50% }
  - { id: b, name: 其中女, where: { gender: female }, of: a, min: 5 }
  - { id: c, name: 写错, where: { gender: female }, of: edx, min: 50% }
candidates: [{ id: c1, name: 甲, role: nominee, education: college, gender: female }]
`;
    const { facts, findings } = await checkInMemory(`${HEAD}${FARMERS}${shares}`, '2016-06-01');
    expect(facts!.structure.map(({ obstacle, met, short }) => [obstacle?.why, met, short])).toEqual(
      Array(3).fill(['base-unknown', undefined, 0]),
    );
    const codes = findings.map(({ code }) => code);
    expect(codes).not.toContain('structure/not-met');
    expect(codes).not.toContain('quota/sum-mismatch');
  });

  it('is left out of the workbook, with a note of how much', async () => {
    const wrong = Object.entries(LISTS).map(([list, { good }]) => `${list}: [nobody, { ${good} }]\n`);
    const text = `${HEAD}${wrong.join('')}waivers: [1]\nnarrative: [2]\n`;
    const folder = { 'p/plan.yaml': new TextEncoder().encode(text) };
    const { code, err } = await runIn(folder, ['export', 'p', '--workbook', '-o', 'p.xlsx', '--lang', 'zh']);
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('没有写入工作簿') });
  });
});

describe('a colon that is none to YAML', () => {
  it.each<[string, string, string]>([
    [
      'organization：{ name: 某镇党委 }\nquota: { total: 2 }\n',
      '1:13 input/fullwidth-punctuation',
      'organization: { name: 某镇党委 }\nquota: { total: 2 }\n',
    ],
    [
      '单位: { 名称: 某镇党委 }\n名额：[{ 总数: 2 }]\n',
      '2:3 input/fullwidth-punctuation',
      '单位: { 名称: 某镇党委 }\n名额: [{ 总数: 2 }]\n',
    ],
    [
      '单位: {名称:某镇党委}\n指导性计划: {总数:2}\n',
      '1:8 input/syntax',
      '单位: {名称: 某镇党委}\n指导性计划: {总数: 2}\n',
    ],
    [
      '单位: { 名称: 某镇党委 }\n指导性计划:\n  总数:2\n',
      '3:5 input/syntax',
      '单位: { 名称: 某镇党委 }\n指导性计划:\n  总数: 2\n',
    ],
    [
      'organization: {name: 某镇党委, superior:某县委}\n',
      '1:36 input/syntax',
      'organization: {name: 某镇党委, superior: 某县委}\n',
    ],
    // A colon within a text is no mistake.
    ['organization: { name: 某镇党委, address: 9:30楼 }\n', '', ''],
  ])('in %j is told where it stands, and mended', async (text, first, mended) => {
    const whole = `年度: 2016\n${text}`;
    const { findings } = await checkInMemory(whole, '2016-06-01');
    const form = findings.filter(({ code }) => code.startsWith('input/'));
    const told = form.map(({ code, place }) => `${place.locate().line - 1}:${place.locate().column} ${code}`);
    expect(told.slice(0, 1)).toEqual(first === '' ? [] : [first]);
    expect(form.map(({ code }) => code)).not.toContain('input/unknown-key');
    expect(form.map(({ code }) => code)).not.toContain('input/schema');
    const problems = form.map(({ code, args, place }) => ({ code, args, place })) as unknown as Problem[];
    expect(fixesFor(problems).map(({ after }) => after)).toEqual(
      mended === '' ? [] : [`年度: 2016\n${mended}`],
    );
  });
});
