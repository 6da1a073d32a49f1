import { expect, it } from 'vitest';
import { groupsOf } from '../../../src/output/findings/groups.ts';
import type { Finding } from '../../../src/rules/check.ts';
import { messageOf } from '../../../src/text/sentences.ts';
import { texts } from '../../../src/text/zh/index.ts';
import { checkInMemory } from '../../support/memory.ts';

const plan = {
  year: 2016,
  organization: { name: '某镇党委' },
  quota: { total: 4, categories: [{ id: 'farmer', name: '农牧民', count: 4 }] },
  reserve: { perSlot: { min: 1 } },
  structure: [
    { id: 'college', name: '大专以上', where: { education: { min: 'college' } }, min: 0, planned: 5 },
    { id: 'junior-high', name: '初中以上', where: { education: { min: 'junior-high' } }, min: 1 },
    { id: 'senior-high', name: '高中以上', where: { education: { min: 'senior-high' } }, min: 1 },
  ],
  candidates: [{ id: 'c1', name: '王甲' }],
};

/** Each entry: how grave, which rule, and whom it names in its lines. */
const outline = (findings: readonly Finding[]) =>
  groupsOf(findings, texts).map(({ first, messages }) => [
    `${first.severity} ${first.code}`,
    messages.length,
  ]);

it('tells what has one rule and one remedy together, and nothing else', async () => {
  const { findings } = await checkInMemory(plan, '2016-06-01');
  const larger = 'structure/subset-larger-than-whole';
  // More than all there are is an error; more than each of two other parts, which may have more than they state, a warning.
  expect(outline(findings).filter(([kind]) => String(kind).endsWith(larger))).toEqual([
    [`error ${larger}`, 1],
    [`warning ${larger}`, 2],
  ]);
  expect(outline(findings)).toContainEqual(['error reserve/too-few', 4]);

  const lighter = findings.map(each =>
    each.subject === 'farmer-2' ? { ...each, severity: 'warning' as const } : each,
  );
  expect(outline(lighter)).toContainEqual(['error reserve/too-few', 3]);
  expect(outline(lighter)).toContainEqual(['warning reserve/too-few', 1]);
});

it('loses nobody: the lines of all entries are the findings', async () => {
  const { findings } = await checkInMemory(plan, '2016-06-01');
  const lines = groupsOf(findings, texts).flatMap(({ messages }) => messages.map(({ text }) => text));
  expect(lines.sort()).toEqual(findings.map(finding => messageOf(finding, texts)).sort());
});

it('loses no remedy where two requirements are about the same people', async () => {
  const { findings } = await checkInMemory(
    {
      ...plan,
      quota: { total: 2 },
      structure: [
        { id: 'women', name: '女党员', where: { gender: 'female' }, min: 1 },
        { id: 'educated', name: '高中以上', where: { education: { min: 'senior-high' } }, min: 1 },
        {
          id: 'active',
          name: '老积极分子',
          where: {
            any: [{ stage: 'activist' }, { events: { activist: { max: '2014-12-31' } } }],
            nativePlace: '某县',
          },
          min: 1,
        },
      ],
      candidates: ['王甲', '李乙'].map((name, index) => ({
        id: `c${index}`,
        name,
        role: 'nominee',
        nativePlace: '某县',
        attributes: {},
      })),
    },
    '2016-06-01',
  );
  const told = groupsOf(findings, texts)
    .filter(({ first }) => first.code === 'structure/unknown-value')
    .map(({ messages, remedy }) => [messages.map(({ text }) => text).join(), remedy]);
  expect(told).toEqual([
    ['“女党员”无法判断，未计入：王甲（c0）、李乙（c1）', '请在他们名下补写：gender: …'],
    ['“高中以上”无法判断，未计入：王甲（c0）、李乙（c1）', '请在他们名下补写：education: …'],
    // Of what it asks only what nobody has filled in, and by the names that rosters have for it.
    ['“老积极分子”无法判断，未计入：王甲（c0）、李乙（c1）', '请在他们名下补写：stage: …，activist: …'],
  ]);
});
