import { isoOf, yearOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** A step lies outside the years of the plan: usually a date left over from last year's file. */
export const outsideYear = {
  id: 'timeline/outside-year',
  severity: 'warning',
  norm: 'plan-consistency',
  check(
    { plan, schedule }: Facts,
    report: Report<{ step: string; date: string; year: number; lastYear?: number }>,
  ) {
    const lastYear = plan.year + (plan.quota?.overYears ?? 1) - 1;
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
