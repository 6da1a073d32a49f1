import { yearOf } from '../../model/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** No holiday notice is known for a year: working days are counted by weekdays alone, provisionally (暂算). */
export const calendarUnknown = {
  id: 'timeline/calendar-unknown',
  severity: 'info',
  norm: 'rest-days',
  check({ plan, schedule }: Facts, report: Report<{ year: number }>) {
    const said = new Set<number>();
    for (const { step, from, to } of schedule.steps)
      for (const day of [from, to]) {
        if (day === undefined || said.has(yearOf(day)) || plan.calendar.isKnown(yearOf(day))) continue;
        said.add(yearOf(day));
        report(
          step.place.at(step.on === undefined ? 'from' : 'on'),
          { year: yearOf(day) },
          { subject: step.id },
        );
      }
  },
} satisfies Rule;
