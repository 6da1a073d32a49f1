import type { Link } from '../../facts/schedule/resolve.ts';
import { isoOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/**
 * A step begins before one that must come first is over, or sooner behind it than the lag allows; or steps wait for
 * each other in a circle. Sharing days with the predecessor is timeline/overlap.
 */
export const order = {
  id: 'timeline/order',
  severity: 'error',
  norm: 'plan-consistency',
  check(
    { plan, schedule }: Facts,
    report: Report<{
      step: string;
      before: string;
      from: string;
      until: string;
      earliest: string;
      circle: string[];
      field: 'on' | 'from';
    }>,
  ) {
    for (const link of schedule.links) {
      if (!isOutOfOrder(link)) continue;
      const { before, after, earliest } = link;
      const field = after.step.on === undefined ? 'from' : 'on';
      report(
        after.step.place.at(field),
        {
          step: after.step.name,
          before: before.step.name,
          from: isoOf(after.from!),
          until: isoOf(before.to!),
          earliest: isoOf(earliest),
          circle: [],
          field,
        },
        { subject: after.step.id },
      );
    }
    const first = plan.steps.find(({ id }) => id === schedule.circle[0]);
    if (first)
      report(
        first.place.at('after'),
        {
          step: first.name,
          before: '',
          from: '',
          until: '',
          earliest: '',
          circle: schedule.circle,
          field: 'on',
        },
        { subject: first.id },
      );
  },
} satisfies Rule;

/** Without a lag, the same day will do (a morning meeting, an afternoon talk); with one, the lag must be kept. */
export function isOutOfOrder({ before, after, earliest }: Link): boolean {
  if (after.from! < before.from! || after.to! < before.to!) return true;
  const lag = earliest > before.to! + 1;
  return lag && after.from! < earliest;
}
