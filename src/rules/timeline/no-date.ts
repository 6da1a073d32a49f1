import { isRefused } from '../../model/place.ts';
import type { Step } from '../../model/plan.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/**
 * Nothing says when a step is: no date, no deadline, and no duration behind dated steps. It cannot be checked. Of a date that was
 * not understood input/schema tells already.
 */
export const noDate = {
  id: 'timeline/no-date',
  severity: 'warning',
  norm: 'plan-consistency',
  check({ plan, schedule }: Facts, report: Report<{ step: string; year: number }>) {
    const undated = new Set<string>();
    for (const { step, from } of schedule.steps) if (from === undefined) undated.add(step.id);
    // What only waits for a step without a date has its own as soon as that one has.
    const waits = ({ duration, after }: Step) =>
      duration !== undefined && after.some(({ id }) => undated.has(id));
    for (const { step, from } of schedule.steps)
      if (from === undefined && !waits(step) && !wasTold(step))
        report(step.place.at('name'), { step: step.name, year: plan.year }, { subject: step.id });
  },
} satisfies Rule;

const FIELDS = ['on', 'from', 'to', 'deadline'];

const wasTold = ({ place, lost }: Step): boolean =>
  (lost.length > 0 ? lost : FIELDS).some(field => isRefused(place, field));
