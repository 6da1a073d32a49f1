import type { Duration } from '../../model/plan.ts';
import { isoOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/**
 * A step states its days and its length, and the two differ: 5月2日至5月20日, 3天. Of a window (5月上旬, 20天) only a length that does not
 * fit is a mistake.
 */
export const durationDisagrees = {
  id: 'timeline/duration-disagrees',
  severity: 'warning',
  norm: 'plan-consistency',
  settings: ['holidays', 'workdays'],
  check(
    { schedule, plan: { calendar } }: Facts,
    report: Report<{
      step: string;
      from: string;
      to: string;
      isWindow: boolean;
      have: number;
      stated: number;
      unit: Duration['unit'];
    }>,
  ) {
    for (const { step, from, to, kind } of schedule.steps) {
      const { duration } = step;
      // What begins on one day and has a length states no last day.
      if (!duration || from === undefined || to === undefined || step.to === undefined || kind === 'deadline')
        continue;
      if (step.from === undefined && step.on === undefined) continue;
      const have = duration.unit === 'd' ? to - from + 1 : calendar.workingDays(from, to);
      const isWindow = kind === 'window';
      if (isWindow ? duration.count <= have : duration.count === have) continue;
      report(
        step.place.at(['duration', 'on', 'from'].find(field => step.place.has(field)) ?? 'duration'),
        {
          step: step.name,
          from: isoOf(from),
          to: isoOf(to),
          isWindow,
          have,
          stated: duration.count,
          unit: duration.unit,
        },
        { subject: step.id },
      );
    }
  },
} satisfies Rule;
