import { isoOf, yearOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/**
 * A step, or the day on which ages are taken, lies outside the year of the plan: usually a date left over from last year's file.
 * Ages on a day of another year make every share of young people wrong without a sign of it.
 */
export const outsideYear = {
  id: 'timeline/outside-year',
  severity: 'warning',
  norm: 'plan-consistency',
  check(
    { plan, schedule }: Facts,
    report: Report<{ step: string | null; date: string; year: number; lastYear?: number }>,
  ) {
    const { ageAsOf, year } = plan;
    const lastYear = year + (plan.quota?.overYears ?? 1) - 1;
    if (yearOf(ageAsOf) < year || yearOf(ageAsOf) > lastYear)
      report(
        plan.place.at('ageAsOf'),
        { step: null, date: isoOf(ageAsOf), year, ...(lastYear > year && { lastYear }) },
        { subject: 'age-date' },
      );
    for (const { step, from, to, kind } of schedule.steps) {
      if (from === undefined || to === undefined) continue;
      const outside = [from, to].find(day => yearOf(day) < plan.year || yearOf(day) > lastYear);
      if (outside === undefined) continue;
      const field =
        kind === 'deadline'
          ? 'deadline'
          : step.on !== undefined
            ? 'on'
            : outside === from || step.to === undefined
              ? 'from'
              : 'to';
      report(
        step.place.at(field),
        { step: step.name, date: isoOf(outside), year: plan.year, ...(lastYear > plan.year && { lastYear }) },
        { subject: step.id },
      );
    }
  },
} satisfies Rule;
