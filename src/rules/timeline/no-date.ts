import type { Facts, Report, Rule } from '../rule.ts';

/** Nothing says when a step is: no date, and no duration behind dated steps. It cannot be checked. */
export const noDate = {
  id: 'timeline/no-date',
  severity: 'warning',
  norm: 'plan-consistency',
  check({ schedule }: Facts, report: Report<{ step: string }>) {
    for (const { step, from } of schedule.steps)
      if (from === undefined) report(step.place.at('name'), { step: step.name }, { subject: step.id });
  },
} satisfies Rule;
