import { isDerived, type ScheduledStep } from '../../facts/schedule/resolve.ts';
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
    report: Report<{
      step: string | null;
      date: string;
      year: number;
      lastYear?: number;
      /** the day is worked out from the steps before it, which are within the year */
      derived?: true;
    }>,
  ) {
    const { ageAsOf, year } = plan;
    const lastYear = year + (plan.quota?.overYears ?? 1) - 1;
    if (yearOf(ageAsOf) < year || yearOf(ageAsOf) > lastYear)
      report(
        plan.place.at('ageAsOf'),
        { step: null, date: isoOf(ageAsOf), year, ...(lastYear > year && { lastYear }) },
        { subject: 'age-date' },
      );
    const outsideDay = ({ from, to }: ScheduledStep) =>
      from === undefined || to === undefined
        ? undefined
        : [from, to].find(day => yearOf(day) < plan.year || yearOf(day) > lastYear);
    const outsiders = new Set(
      schedule.steps.flatMap(each => (outsideDay(each) === undefined ? [] : [each.step.id])),
    );
    for (const scheduled of schedule.steps) {
      const { step, from, kind } = scheduled;
      const outside = outsideDay(scheduled);
      // 次年1月10日前 is meant.
      if (outside === undefined || step.isOtherYear) continue;
      const derived = isDerived(step);
      // A step without a date of its own follows one that is told already.
      if (derived && step.after.some(({ id }) => outsiders.has(id))) continue;
      const field = derived
        ? 'duration'
        : kind === 'deadline'
          ? 'deadline'
          : step.on !== undefined
            ? 'on'
            : outside === from || step.to === undefined
              ? 'from'
              : 'to';
      report(
        step.place.at(field),
        {
          step: step.name,
          date: isoOf(outside),
          year: plan.year,
          ...(lastYear > plan.year && { lastYear }),
          ...(derived && { derived }),
        },
        { subject: step.id },
      );
    }
  },
} satisfies Rule;
