import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
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
