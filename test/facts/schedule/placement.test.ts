import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asScheduled,
  type Direction,
  type Placement,
  placeSteps,
} from '../../../src/facts/schedule/placement.ts';
import { dayAfter } from '../../../src/facts/schedule/resolve.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { isoOf, parseDay } from '../../../src/values/day.ts';
import { checkInMemory } from '../../support/memory.ts';
import { runs } from '../../support/runs.ts';

async function planOf(timeline: object[], asOf = '2016-06-01', more: object = {}): Promise<Plan> {
  const { facts } = await checkInMemory(
    { year: 2016, organization: { name: '某镇党委' }, timeline, ...more },
    asOf,
  );
  return facts!.plan;
}

const shown = ({ steps }: Placement) =>
  steps.map(
    ({ step, from, to, slack }) => `${step.id} ${isoOf(from).slice(5)}–${isoOf(to).slice(5)} ${slack}`,
  );

const day = (iso: string) => parseDay(iso)!;

describe('planning forward', () => {
  it('follows the list where no step names another, over working days', async () => {
    const plan = await planOf([
      { id: 'a', name: '甲', duration: '2wd' },
      { id: 'b', name: '乙', from: '2016-01-04', to: '2016-01-06' },
      { id: 'c', name: '丙', duration: '3d' },
    ]);
    // The Dragon Boat Festival: off from the 9th to the 11th, the 12th a working day.
    const placement = placeSteps(plan, 'forward', day('2016-06-08'));
    expect(shown(placement)).toEqual(['a 06-08–06-12 0', 'b 06-13–06-15 0', 'c 06-16–06-18 0']);
    expect([isoOf(placement.first), isoOf(placement.last)]).toEqual(['2016-06-08', '2016-06-18']);
  });

  it('gives slack to what need not be soon', async () => {
    const plan = await planOf([
      { id: 'a', name: '甲', duration: '1wd' },
      { id: 'long', name: '乙', duration: '5wd', after: ['a'] },
      { id: 'short', name: '丙', duration: '2wd', after: ['a'] },
      { id: 'end', name: '丁', duration: '1wd', after: ['long', 'short'] },
    ]);
    const { steps } = placeSteps(plan, 'forward', day('2016-06-13'));
    expect(steps.map(({ step, critical, slack }) => [step.id, critical, slack])).toEqual([
      ['a', true, 0],
      ['short', false, 3],
      ['long', true, 0],
      ['end', true, 0],
    ]);
  });

  it('stays clear of the days that a holiday notice to come may give off', async () => {
    const plan = await planOf(
      [
        { id: 'a', name: '甲', duration: '2wd' },
        { id: 'n', name: '公示', kind: 'notice', duration: '5wd', after: ['a'] },
        { id: 'b', name: '乙', duration: '1wd', after: ['n'] },
      ],
      '2026-11-27',
      { year: 2027 },
    );
    const early = placeSteps(plan, 'forward', day('2027-09-29'));
    expect(shown(early)).toEqual(['a 09-29–09-30 0', 'n 10-08–10-14 0', 'b 10-15–10-15 0']);
    const late = placeSteps(plan, 'backward', day('2027-10-07'));
    expect(shown(late)).toEqual(['a 09-21–09-22 0', 'n 09-23–09-29 0', 'b 09-30–09-30 0']);
    expect(asScheduled(late, plan)[1]).toMatchObject({ calendarDays: 7, workingDays: 5 });
  });

  it('makes a notice as long as is demanded', async () => {
    const plan = await planOf([
      { id: 'n', name: '公示', kind: 'notice', from: '2016-06-16', to: '2016-06-18' },
    ]);
    expect(shown(placeSteps(plan, 'forward', day('2016-06-16')))).toEqual(['n 06-16–06-22 0']);
  });

  it('names the deadline that cannot be kept, and what pushes the step there', async () => {
    const plan = await planOf([
      { id: 'a', name: '甲', duration: '5wd' },
      { id: 'b', name: '乙', duration: '1wd' },
      { id: 'c', name: '丙', duration: '1wd', after: ['a'], deadline: '2016-06-17' },
    ]);
    const { misfits } = placeSteps(plan, 'forward', day('2016-06-13'));
    expect(
      misfits.map(({ step, why, day: at, limit, chain }) => [
        step.id,
        why,
        isoOf(at),
        isoOf(limit),
        chain.map(({ id }) => id),
      ]),
    ).toEqual([['c', 'deadline', '2016-06-20', '2016-06-17', ['a', 'c']]]);
    expect(placeSteps(plan, 'forward', day('2016-06-12')).misfits).toEqual([]);
  });

  it('leaves what is done where it was', async () => {
    const plan = await planOf([
      { id: 'a', name: '甲', duration: '5wd', done: '2016-05-31' },
      { id: 'b', name: '乙', duration: '1wd' },
    ]);
    expect(shown(placeSteps(plan, 'forward', day('2016-06-01')))).toEqual([
      'a 05-31–05-31 0',
      'b 06-01–06-01 0',
    ]);
  });
});

describe('planning backward', () => {
  it('gives the latest days, and says when it is too late to begin', async () => {
    const plan = await planOf(
      [
        { id: 'a', name: '甲', duration: '3wd' },
        { id: 'n', name: '公示', kind: 'notice', duration: '5wd', after: ['a+1wd'] },
        { id: 'z', name: '审批', duration: '1wd', after: ['n'] },
      ],
      '2016-06-14',
    );
    const placement = placeSteps(plan, 'backward', day('2016-06-24'));
    expect(shown(placement)).toEqual(['a 06-13–06-15 0', 'n 06-17–06-23 0', 'z 06-24–06-24 0']);
    expect(placement.misfits.map(({ step, why }) => [step.id, why])).toEqual([['a', 'start']]);
    expect(placeSteps(plan, 'backward', day('2016-06-27')).misfits).toEqual([]);
  });

  it('ends nothing after its deadline', async () => {
    const plan = await planOf([
      { id: 'a', name: '甲', duration: '1wd', deadline: '2016-06-20' },
      { id: 'b', name: '乙', duration: '1wd' },
    ]);
    const [a] = placeSteps(plan, 'backward', day('2016-06-30')).steps;
    expect(isoOf(a!.to)).toBe('2016-06-20');
  });

  it('places nothing where steps wait for each other', async () => {
    const plan = await planOf([
      { id: 'a', name: '甲', duration: '1wd', after: ['b'] },
      { id: 'b', name: '乙', duration: '1wd', after: ['a'] },
    ]);
    const { steps, circle } = placeSteps(plan, 'backward', day('2016-06-30'));
    expect(steps).toEqual([]);
    expect(circle).toEqual(['a', 'b']);
  });
});

describe('whatever the steps', () => {
  const duration = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom('wd', 'd'))
    .map(([n, unit]) => n + unit);
  const timelines = fc
    .array(fc.tuple(duration, fc.array(fc.nat(), { maxLength: 3 }), fc.option(duration)), {
      minLength: 1,
      maxLength: 10,
    })
    .map(steps =>
      steps.map(([length, before, lag], index) => ({
        id: `s${index}`,
        name: `步骤${index}`,
        duration: length,
        after:
          index === 0 ? [] : [...new Set(before.map(other => `s${other % index}${lag ? `+${lag}` : ''}`))],
      })),
    );

  it('every order is kept, by the earliest days and by the latest, and something is critical', async () => {
    await fc.assert(
      fc.asyncProperty(
        timelines,
        fc.constantFrom<Direction>('forward', 'backward'),
        fc.integer({ min: 0, max: 300 }),
        async (timeline, direction, offset) => {
          const plan = await planOf(timeline, '2016-01-01');
          const anchor = day('2016-01-04') + offset;
          const { steps, misfits } = placeSteps(plan, direction, anchor);
          const placed = new Map(steps.map(each => [each.step.id, each]));
          for (const each of steps) {
            expect(each.earliest.from).toBeLessThanOrEqual(each.latest.from);
            expect(each.slack).toBeGreaterThanOrEqual(0);
            for (const { id, lag } of each.step.after)
              for (const side of ['earliest', 'latest'] as const)
                expect(each[side].from).toBeGreaterThanOrEqual(
                  dayAfter(placed.get(id)![side].to, lag, plan.calendar),
                );
            if (each.step.duration!.unit === 'wd') {
              expect(plan.calendar.workingDays(each.from, each.to)).toBe(each.step.duration!.count);
              expect(plan.calendar.isWorkday(each.to)).toBe(true);
            } else expect(each.to - each.from + 1).toBe(each.step.duration!.count);
          }
          if (direction === 'forward') {
            expect(Math.min(...steps.map(({ from }) => from))).toBeGreaterThanOrEqual(anchor);
            expect(misfits).toEqual([]);
          } else expect(Math.max(...steps.map(({ to }) => to))).toBeLessThanOrEqual(anchor);
          expect(steps.some(({ critical }) => critical)).toBe(true);
        },
      ),
      runs(300),
    );
  });
});
