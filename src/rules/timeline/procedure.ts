import { normOfStep, orderNorms } from '../../facts/procedure/order.ts';
import { dayOfText, misplacedSteps, type PlannedStep, plannedSteps } from '../../facts/schedule/course.ts';
import { labelOf, rulesOn, type StepLabel } from '../../model/steps.ts';
import { isoOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';
import { whenPlace } from '../spans.ts';
import { isOutOfOrder } from './order.ts';

/** A planned step as the finding names it; `from` is empty where it has nothing but a deadline. */
interface PlannedRef {
  name: string;
  as: StepLabel;
  from: string;
  to: string;
}

/**
 * The plan's steps run against the order of the Rules: training, reviews and the form come before the branch meeting, the talk
 * before the approval, the approval before the oath (the same order that candidate/date-order asks of people). Only what is
 * certain is told: where some choice of the days that the plan leaves open is in order there is nothing to find.
 */
export const procedure = {
  id: 'timeline/procedure',
  severity: 'error',
  norm: 'procedure',
  alsoCites: orderNorms,
  check(
    { plan, schedule }: Facts,
    report: Report<{
      step: PlannedRef;
      other: PlannedRef;
      belongs: 'before' | 'after';
      /** the last day (before) or the first (after) on which it would be in order; empty where none is known */
      limit: string;
    }>,
  ) {
    const steps = plannedSteps(schedule);
    if (steps.length < 2) return;
    for (const { planned, other, belongs, first } of misplacedSteps(steps)) {
      // What the plan itself puts in order is told by timeline/order.
      const isLinked = schedule.links.some(
        link =>
          isOutOfOrder(link) &&
          [link.before.step, link.after.step].every(step => step === planned.step || step === other.step),
      );
      if (isLinked) continue;
      report(
        whenPlace(planned.step),
        { step: refOf(planned), other: refOf(other), belongs, limit: limitOf(other, belongs) },
        { subject: planned.step.id, norm: plan.norms.find(normOfStep(first.name), dayOfText(planned)) },
      );
    }
  },
} satisfies Rule;

function limitOf({ start, end }: PlannedStep, belongs: 'before' | 'after'): string {
  const day = belongs === 'before' ? start.last : end.first;
  return Number.isFinite(day) ? isoOf(day) : '';
}

const refOf = (planned: PlannedStep): PlannedRef => ({
  name: planned.step.name,
  as: labelOf(planned.name, rulesOn(dayOfText(planned))),
  from: Number.isFinite(planned.start.first) ? isoOf(planned.start.first) : '',
  to: isoOf(planned.end.last),
});
