import { expect, it } from 'vitest';
import { whoActs } from '../../src/page/who-acts.ts';
import { checkInMemory } from '../support/memory.ts';

it('gives what is wrong with the days of a step to the planner, and what is overdue to its owner', async () => {
  const checked = await checkInMemory(
    {
      year: 2027,
      organization: { name: '某镇党委' },
      timeline: [
        { id: 'a', name: '推荐', kind: 'other', on: '2027-01-05', owner: '各党支部' },
        { id: 'b', name: '上报', kind: 'other', owner: '各党支部' },
      ],
    },
    '2027-03-01',
  );
  const groups = whoActs(checked.findings, checked, '计划起草单位');
  const codes = Object.fromEntries(
    groups.map(({ who, findings }) => [who, findings.map(({ code }) => code)]),
  );
  expect(codes.各党支部).toEqual(['timeline/overdue']);
  expect(codes.计划起草单位).toContain('timeline/no-date');
});
