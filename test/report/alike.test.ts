import { expect, it } from 'vitest';
import { alike } from '../../src/report/findings.ts';
import { checkInMemory } from '../support/memory.ts';

const plan = {
  year: 2016,
  organization: { name: '某镇党委' },
  quota: { total: 4, categories: [{ id: 'farmer', name: '农牧民', count: 4 }] },
  reserve: { perSlot: { min: 1 } },
  structure: [
    { id: 'college', name: '大专以上', where: { education: { min: 'college' } }, min: 0, planned: 5 },
    { id: 'senior-high', name: '高中以上', where: { education: { min: 'senior-high' } }, min: 1 },
  ],
  candidates: [{ id: 'c1', name: '王甲' }],
};

it('findings are told together where they differ in whom they are about, and only there', async () => {
  const { findings } = await checkInMemory(plan, '2016-06-01');
  const groups = alike(findings).map(([first, ...others]) => [
    `${first.severity} ${first.code} ${first.subject}`,
    ...others.map(({ subject }) => subject),
  ]);
  const larger = 'structure/subset-larger-than-whole college';
  // More than all there are is an error; more than another part, which may have more than it states, a warning.
  expect(groups).toContainEqual([`error ${larger}`]);
  expect(groups).toContainEqual([`warning ${larger}`]);
  expect(groups).toContainEqual(['error reserve/too-few farmer-1', 'farmer-2', 'farmer-3', 'farmer-4']);
});
