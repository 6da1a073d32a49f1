import { dueDayOf, isDerived } from '../../facts/schedule/resolve.ts';
import { isoOf, yearOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/**
 * A step should be over and is not recorded as done. Only while the plan is being carried out: in its year, or where
 * progress is recorded at all; a plan kept in the archive is not overdue.
 */
export const overdue = {
  id: 'timeline/overdue',
  severity: 'warning',
  norm: 'plan-consistency',
  check({ plan, schedule }: Facts, report: Report<{ step: string; to: string; days: number }>) {
    const recorded = plan.steps.some(({ done }) => done !== undefined);
    if (yearOf(plan.asOf) !== plan.year && !recorded) return;
    for (const scheduled of schedule.steps) {
      const { step } = scheduled;
      const end = dueDayOf(scheduled);
      if (step.done !== undefined || end === undefined || end >= plan.asOf) continue;
      // Where the year of an earlier step is wrong, so are all days that follow from it (timeline/outside-year).
      if (isDerived(step) && yearOf(end) < plan.year) continue;
      report(
        step.place.at('name'),
        { step: step.name, to: isoOf(end), days: plan.asOf - end },
        { subject: step.id },
      );
    }
  },
} satisfies Rule;
