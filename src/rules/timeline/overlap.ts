import { isoOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';
import { isOutOfOrder } from './order.ts';

/** A step shares days with the one that must come first (case C3: windows that share their boundary day). */
export const overlap = {
  id: 'timeline/overlap',
  severity: 'warning',
  norm: 'plan-consistency',
  check(
    { schedule }: Facts,
    report: Report<{ step: string; before: string; days: number; first: string; last: string }>,
  ) {
    for (const link of schedule.links) {
      const { before, after } = link;
      if (isOutOfOrder(link) || after.from! > before.to!) continue;
      // Two things on one and the same day are a morning and an afternoon.
      if (before.from === before.to && after.from === after.to) continue;
      const last = Math.min(before.to!, after.to!);
      report(
        after.step.place.at(after.step.on === undefined ? 'from' : 'on'),
        {
          step: after.step.name,
          before: before.step.name,
          days: last - after.from! + 1,
          first: isoOf(after.from!),
          last: isoOf(last),
        },
        { subject: after.step.id },
      );
    }
  },
} satisfies Rule;
