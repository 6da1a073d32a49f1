import { expect, it } from 'vitest';
import { attendedDays } from '../../../src/facts/schedule/days.ts';
import { resolveSchedule } from '../../../src/facts/schedule/resolve.ts';
import { isoOf } from '../../../src/values/day.ts';
import { checkInMemory } from '../../support/memory.ts';

it.each<[string, object, string[]]>([
  ['each day of a course', { from: '2016-06-03', to: '2016-06-05' }, ['06-03', '06-04', '06-05']],
  ['the one day of a meeting', { on: '2016-06-15' }, ['06-15']],
  [
    'the first and the last of a notice',
    { kind: 'notice', from: '2016-06-16', to: '2016-06-18' },
    ['06-16', '06-18'],
  ],
  ['the one day of a notice', { kind: 'notice', on: '2016-06-18' }, ['06-18']],
  ['the first and the last of working days', { from: '2016-06-16', duration: '5wd' }, ['06-16', '06-22']],
  ['the one day of one working day', { from: '2016-06-16', duration: '1wd' }, ['06-16']],
  [
    'each of days that run through the weekend',
    { from: '2016-06-17', duration: '4d' },
    ['06-17', '06-18', '06-19', '06-20'],
  ],
  [
    'the first and the last of a period of 15 days',
    { from: '2016-06-01', to: '2016-06-15' },
    ['06-01', '06-15'],
  ],
  ['none of a step whose end lies before its beginning', { from: '2016-06-18', to: '2016-06-16' }, []],
  [
    'none of a notice whose end lies before its beginning',
    { kind: 'notice', from: '2016-06-18', to: '2016-06-16' },
    [],
  ],
  ['none of a step without a day', {}, []],
])('somebody has to be at work on %s', async (_, step, days) => {
  const timeline = [{ id: 's', name: '步骤', ...step }];
  const { facts } = await checkInMemory(
    { year: 2016, organization: { name: '某镇党委' }, timeline },
    '2016-06-01',
  );
  const [scheduled] = resolveSchedule(facts!.plan).steps;
  expect(attendedDays(scheduled!).map(day => isoOf(day).slice(5))).toEqual(days);
});

it.each([
  ['six days are attended day by day', '2016-06-06', 6],
  ['of a week, a period in which work goes on, only the first and the last', '2016-06-07', 2],
])('%s', async (_, to, days) => {
  const timeline = [{ id: 's', name: '培训', from: '2016-06-01', to }];
  const { facts } = await checkInMemory(
    { year: 2016, organization: { name: '某镇党委' }, timeline },
    '2016-06-01',
  );
  expect(attendedDays(resolveSchedule(facts!.plan).steps[0]!)).toHaveLength(days);
});

it('asks for nobody on days between which something takes place, or by which it is done', async () => {
  const timeline = [
    { id: 's', name: '走访', on: '6月上旬' },
    { id: 't', name: '汇总', deadline: '6月底前' },
  ];
  const { facts } = await checkInMemory(
    { year: 2016, organization: { name: '某镇党委' }, timeline },
    '2016-06-01',
  );
  for (const step of resolveSchedule(facts!.plan).steps) expect(attendedDays(step)).toEqual([]);
});
