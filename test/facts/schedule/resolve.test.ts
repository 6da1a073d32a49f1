import { describe, expect, it } from 'vitest';
import {
  dayAfter,
  firstDay,
  inOrder,
  lastDay,
  resolveSchedule,
  type Schedule,
} from '../../../src/facts/schedule/resolve.ts';
import type { Duration } from '../../../src/model/plan.ts';
import { chinaCalendar } from '../../../src/norms/calendar/calendar.ts';
import { isoOf, parseDay } from '../../../src/values/day.ts';
import { checkInMemory } from '../../support/memory.ts';

const day = (iso: string) => parseDay(iso)!;
const planOf = async (steps: object[]) => {
  const timeline = steps.map(step => ({ name: '步骤', ...step }));
  const plan = { year: 2016, organization: { name: '某镇党委' }, timeline };
  return (await checkInMemory(plan, '2016-06-01')).facts!.plan;
};
const scheduleOf = async (steps: object[]) => resolveSchedule(await planOf(steps));
const short = (at: number | undefined) => (at === undefined ? '?' : isoOf(at).slice(5));
const shown = ({ steps }: Schedule) =>
  steps.map(
    ({ step, from, to, computed, calendarDays, workingDays }) =>
      `${step.id} ${short(from)}–${short(to)} ${calendarDays}d ${workingDays}wd${computed ? ' computed' : ''}`,
  );

// The Dragon Boat Festival of 2016: off from Thursday the 9th to the 11th of June, Sunday the 12th a working day.
describe('the days of a step', () => {
  it.each<[object, string]>([
    [{ on: '2016-06-08' }, '06-08–06-08 1d 1wd'],
    [{ on: '2016-06-09' }, '06-09–06-09 1d 0wd'],
    [{ from: '2016-06-16', to: '2016-06-18' }, '06-16–06-18 3d 2wd'],
    [{ from: '2016-06-08', to: '2016-06-12' }, '06-08–06-12 5d 2wd'],
    [{ from: '2016-06-16', duration: '3d' }, '06-16–06-18 3d 2wd computed'],
    [{ from: '2016-06-16', duration: '5wd' }, '06-16–06-22 7d 5wd computed'],
    [{ on: '2016-06-08', duration: '2wd' }, '06-08–06-12 5d 2wd computed'],
    [{ to: '2016-06-22', duration: '5wd' }, '06-16–06-22 7d 5wd computed'],
    [{ to: '2016-06-22', duration: '5d' }, '06-18–06-22 5d 3wd computed'],
    [{ to: '2016-06-22' }, '06-22–06-22 1d 1wd'],
    // Both ends and a duration: the ends are what is written.
    [{ from: '2016-06-16', to: '2016-06-18', duration: '5wd' }, '06-16–06-18 3d 2wd'],
    [{ from: '2016-06-18', to: '2016-06-16' }, '06-18–06-16 0d 0wd'],
    [{ duration: '5wd' }, '?–? 0d 0wd'],
    [{}, '?–? 0d 0wd'],
  ])('%o: %s', async (step, days) => {
    expect(shown(await scheduleOf([{ id: 's', ...step }]))).toEqual([`s ${days}`]);
  });

  it('written as a duration alone begin when the predecessors are over, in working days on a working day', async () => {
    const steps = [
      { id: 'a', on: '2016-06-17' },
      { id: 'w', duration: '2wd', after: ['a'] },
      { id: 'd', duration: '2d', after: ['a'] },
      { id: 'none', after: ['a'] },
    ];
    expect(shown(await scheduleOf(steps))).toEqual([
      'a 06-17–06-17 1d 1wd',
      'w 06-20–06-21 2d 2wd computed',
      'd 06-18–06-19 2d 0wd computed',
      'none ?–? 0d 0wd',
    ]);
  });

  it.each([[['early', 'late', 'undated']], [['late', 'undated', 'early']], [['undated', 'early', 'late']]])(
    'wait for the latest of %o, and not for what has no day',
    async after => {
      const schedule = await scheduleOf([
        { id: 'last', duration: '1d', after },
        { id: 'early', on: '2016-06-13' },
        { id: 'late', on: '2016-06-20' },
        { id: 'undated' },
      ]);
      expect(shown(schedule)[0]).toBe('last 06-21–06-21 1d 1wd computed');
      expect(
        schedule.links.map(({ before, after: { step }, earliest }) => [
          before.step.id,
          step.id,
          short(earliest),
        ]),
      ).toEqual(
        after.filter(id => id !== 'undated').map(id => [id, 'last', id === 'early' ? '06-14' : '06-21']),
      );
    },
  );

  it('are worked out through a chain that stands in the list the other way round', async () => {
    const steps = [
      { id: 'c', duration: '1d', after: ['b+1d'] },
      { id: 'b', duration: '5wd', after: ['a'] },
      { id: 'a', on: '2016-06-15' },
    ];
    expect(shown(await scheduleOf(steps))).toEqual([
      'c 06-24–06-24 1d 1wd computed',
      'b 06-16–06-22 7d 5wd computed',
      'a 06-15–06-15 1d 1wd',
    ]);
  });

  it('are no link to a step without a day', async () => {
    const { links } = await scheduleOf([
      { id: 'a', on: '2016-06-15' },
      { id: 'b', after: ['a', 'nobody'] },
    ]);
    expect(links).toEqual([]);
  });
});

describe('a lag and a duration', () => {
  const days = (count: number, unit: Duration['unit'] = 'd'): Duration => ({ count, unit });

  it.each<[string, Duration | undefined, string]>([
    ['2016-06-08', undefined, '2016-06-09'],
    ['2016-06-08', days(1), '2016-06-10'],
    // one working day between: Sunday the 12th
    ['2016-06-08', days(1, 'wd'), '2016-06-13'],
    ['2016-06-15', days(5, 'wd'), '2016-06-23'],
    ['2016-02-28', days(1), '2016-03-01'],
  ])('the first day after %s and %o is %s', (to, lag, next) => {
    expect(isoOf(dayAfter(day(to), lag, chinaCalendar))).toBe(next);
  });

  it.each<[string, Duration, string]>([
    ['2016-06-16', days(1), '2016-06-16'],
    ['2016-06-16', days(1, 'wd'), '2016-06-16'],
    ['2016-06-16', days(5, 'wd'), '2016-06-22'],
    ['2016-06-08', days(2, 'wd'), '2016-06-12'],
    ['2016-02-28', days(3), '2016-03-01'],
  ])('from %s on %o last to %s, and so many end there', (from, duration, to) => {
    expect(isoOf(lastDay(day(from), duration, chinaCalendar))).toBe(to);
    expect(isoOf(firstDay(day(to), duration, chinaCalendar))).toBe(from);
  });
});

describe('the order of steps', () => {
  const orderOf = async (steps: object[]) => {
    const plan = await planOf(steps);
    const { order, circle } = inOrder(plan.steps, new Map(plan.steps.map(step => [step.id, step])));
    return { order: order.map(({ id }) => id).join(' '), circle: circle.join(' ') };
  };

  it.each<[string, object[], string]>([
    ['is that of the list', [{ id: 'a' }, { id: 'b' }, { id: 'c', after: ['a'] }], 'a b c'],
    ['has all predecessors first', [{ id: 'c', after: ['b', 'a'] }, { id: 'a' }, { id: 'b' }], 'b a c'],
    [
      'names each step once, however many wait for it',
      [{ id: 'd', after: ['b', 'c'] }, { id: 'b', after: ['a'] }, { id: 'c', after: ['a'] }, { id: 'a' }],
      'a b c d',
    ],
    ['passes over names that nobody has', [{ id: 'b', after: ['nobody', 'a'] }, { id: 'a' }], 'a b'],
  ])('%s', async (_, steps, order) => {
    expect(await orderOf(steps)).toEqual({ order, circle: '' });
  });

  it.each<[string, object[], string]>([
    ['of a step with itself', [{ id: 'a', after: ['a'] }], 'a'],
    [
      'without the steps that only lead into it',
      [
        { id: 'x', after: ['a'] },
        { id: 'a', after: ['b'] },
        { id: 'b', after: ['a'] },
      ],
      'a b',
    ],
    [
      'the first, where there are two',
      [
        { id: 'a', after: ['b'] },
        { id: 'b', after: ['a'] },
        { id: 'c', after: ['d'] },
        { id: 'd', after: ['c'] },
      ],
      'a b',
    ],
  ])('has a circle: %s', async (_, steps, circle) => {
    expect((await orderOf(steps)).circle).toBe(circle);
    expect((await scheduleOf(steps)).circle.join(' ')).toBe(circle);
  });

  it('stands for a chain as long as a timeline may be', async () => {
    const steps = Array.from({ length: 2000 }, (_, index) => ({ id: `s${index}`, after: [`s${index + 1}`] }));
    const { order, circle } = await orderOf([...steps, { id: 's2000' }].slice(1));
    expect(order.split(' ')).toHaveLength(2000);
    expect([order.startsWith('s2000 s1999 '), circle]).toEqual([true, '']);
  });
});
