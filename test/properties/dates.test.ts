import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckedPlan } from '../../src/rules/check.ts';
import { isoOf, parseDay } from '../../src/values/day.ts';
import { checkData, kinds } from '../support/outline.ts';
import { type PlanData, plans } from '../support/plans.ts';
import { patience, runs } from '../support/runs.ts';

/**
 * What is counted in days, or compares one day with another: nothing of it can change when all days move by the same. Months
 * are of different lengths, working days have holidays among them, and ages and years have days of their own.
 */
const IN_DAYS = new Set([
  'timeline/order',
  'timeline/deadline-missed',
  'timeline/overlap',
  'timeline/no-date',
  'period/training-too-short',
  'period/vote-short',
  'candidate/date-order',
  'materials/out-of-order',
  'materials/late',
]);

/** Without working days, in which lengths and lags would end on other days elsewhere in the year, and days without a date. */
function inCalendarDays(plan: PlanData): PlanData {
  const text = JSON.stringify(plan)
    .replace(/(?<=\d)wd"/g, 'd"')
    .replace(/"(\d{4}-\d\d)"/g, '"$1-15"');
  return { ...(JSON.parse(text) as PlanData), waivers: [], rules: {} };
}

const moved = (plan: PlanData, days: number): PlanData => ({
  ...(JSON.parse(
    JSON.stringify(plan).replace(/"(\d{4}-\d\d-\d\d)"/g, (_, iso) => `"${isoOf(parseDay(iso)! + days)}"`),
  ) as PlanData),
  // Who is how old on which day is not asked here; what papers somebody needs follows from it.
  ageAsOf: '2016-12-31',
});

describe('all days moved by whole weeks', () => {
  it('leave alone what is counted in days', { timeout: patience }, async () => {
    // All texts of the regulations from before 2026 say the same of days.
    const weeks = fc.integer({ min: -30, max: 20 }).filter(count => count !== 0);
    await fc.assert(
      fc.asyncProperty(
        plans.filter(({ year }) => year === 2016),
        weeks,
        async (drawn, count) => {
          const plan = {
            ...inCalendarDays(drawn),
            materials: drawn.materials?.map(({ when: _when, ...rest }) => rest),
          };
          const told = ({ findings }: CheckedPlan) => kinds(findings.filter(({ code }) => IN_DAYS.has(code)));
          const before = await checkData(moved(plan, 0), '2016-12-31');
          const after = await checkData(moved(plan, 7 * count), '2016-12-31');
          expect(told(after)).toEqual(told(before));
        },
      ),
      runs(60),
    );
  });
});
