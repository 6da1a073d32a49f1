import { expect, it } from 'vitest';
import { alike } from '../../../src/output/findings/findings.ts';
import type { Finding } from '../../../src/rules/check.ts';
import { messageOf, remedyOf } from '../../../src/text/sentences.ts';
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

const outline = (findings: readonly Finding[]) =>
  alike(findings, texts).map(([first, ...others]) => [
    `${first.severity} ${first.code} ${first.subject}`,
    ...others.map(({ subject }) => subject),
  ]);

it('findings are told together where they differ in whom they are about, and only there', async () => {
  const { findings } = await checkInMemory(plan, '2016-06-01');
  const few = 'reserve/too-few';
  const larger = 'structure/subset-larger-than-whole college';
  // More than all there are is an error; more than each of two other parts, which may have more than they state, a warning.
  expect(outline(findings).filter(([first]) => first!.includes(larger))).toEqual([
    [`error ${larger}`],
    [`warning ${larger}`],
    [`warning ${larger}`],
  ]);
  expect(outline(findings)).toContainEqual([`error ${few} farmer-1`, 'farmer-2', 'farmer-3', 'farmer-4']);

  const lighter = findings.map(each =>
    each.subject === 'farmer-2' ? { ...each, severity: 'warning' as const } : each,
  );
  expect(outline(lighter)).toContainEqual([`error ${few} farmer-1`, 'farmer-3', 'farmer-4']);
  expect(outline(lighter)).toContainEqual([`warning ${few} farmer-2`]);
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
  const told = alike(findings, texts)
    .filter(([{ code }]) => code === 'structure/unknown-value')
    .map(([first]) => [messageOf(first, texts), remedyOf(first, texts)]);
  expect(told).toEqual([
    ['“女党员”无法判断，未计入：王甲（c0）、李乙（c1）', '请补填性别'],
    ['“高中以上”无法判断，未计入：王甲（c0）、李乙（c1）', '请补填文化程度'],
    // Of what it asks only what nobody has filled in, and by the names that rosters have for it.
    ['“老积极分子”无法判断，未计入：王甲（c0）、李乙（c1）', '请补填发展阶段、确定为入党积极分子'],
  ]);
});
