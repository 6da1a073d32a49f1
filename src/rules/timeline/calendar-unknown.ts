import { yearOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** No holiday notice is known for a year: working days are counted by weekdays alone, provisionally (暂算). */
export const calendarUnknown = {
  id: 'timeline/calendar-unknown',
  severity: 'info',
  norm: 'rest-days',
  settings: ['holidays'],
  check({ plan, schedule }: Facts, report: Report<{ year: number }>) {
    const seen = new Set<number>();
    for (const { step, from, to } of schedule.steps)
      for (const day of [from, to]) {
        const year = day === undefined ? undefined : yearOf(day);
        if (year === undefined || seen.has(year)) continue;
        seen.add(year);
        if (!plan.calendar.isKnown(year))
          report(step.place.at(step.on === undefined ? 'from' : 'on'), { year }, { subject: step.id });
      }
  },
} satisfies Rule;
