import { attendedDaysOff } from '../../facts/schedule/days.ts';
import { isoOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** A step falls on a weekend. Usual in townships, so a thing to know and no more. */
export const restDay = {
  id: 'timeline/rest-day',
  severity: 'info',
  norm: 'rest-days',
  settings: ['holidays', 'workdays'],
  check({ plan, schedule }: Facts, report: Report<{ step: string; days: string[]; next: string }>) {
    for (const scheduled of schedule.steps) {
      const days = attendedDaysOff(scheduled, 'weekend', plan.calendar);
      if (days.length === 0) continue;
      const { step } = scheduled;
      const last = days.at(-1)!;
      const field =
        step.on !== undefined ? 'on' : last === scheduled.to && step.to !== undefined ? 'to' : 'from';
      report(
        step.place.at(field),
        { step: step.name, days: days.map(isoOf), next: isoOf(plan.calendar.cautious.nextWorkday(last)) },
        { subject: step.id },
      );
    }
  },
} satisfies Rule;
