import { isoOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** A step ends behind its own deadline, or before it begins. */
export const deadlineMissed = {
  id: 'timeline/deadline-missed',
  severity: 'error',
  norm: 'plan-consistency',
  check({ schedule }: Facts, report: Report<{ step: string; to: string; limit: string; reversed: boolean }>) {
    for (const { step, from, to } of schedule.steps) {
      if (from === undefined || to === undefined) continue;
      if (to < from)
        report(
          step.place.at('to'),
          { step: step.name, to: isoOf(to), limit: isoOf(from), reversed: true },
          { subject: step.id },
        );
      else if (step.deadline !== undefined && to > step.deadline)
        report(
          step.place.at('deadline'),
          { step: step.name, to: isoOf(to), limit: isoOf(step.deadline), reversed: false },
          { subject: step.id },
        );
    }
  },
} satisfies Rule;
