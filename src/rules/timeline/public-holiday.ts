import { attendedDays, attendedDaysOff } from '../../facts/schedule/days.ts';
import { isoOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** A step falls on days off by the State Council's notice (case C1: an inspection over the Dragon Boat Festival). */
export const publicHoliday = {
  id: 'timeline/public-holiday',
  severity: 'warning',
  norm: 'rest-days',
  settings: ['holidays', 'workdays'],
  check(
    { plan, schedule }: Facts,
    report: Report<{
      step: string;
      days: string[];
      festival: { zh: string; en: string };
      workingDays: number;
      calendarDays: number;
      makeup: string[];
      next: string;
      /** last of as many working days as the step has days, from `next` on */
      until: string;
    }>,
  ) {
    for (const scheduled of schedule.steps) {
      const days = attendedDaysOff(scheduled, 'holiday', plan.calendar);
      if (days.length === 0) continue;
      const { step, workingDays, calendarDays } = scheduled;
      const next = plan.calendar.nextWorkday(days.at(-1)!);
      report(
        step.place.at(step.on === undefined ? 'from' : 'on'),
        {
          step: step.name,
          days: days.map(isoOf),
          festival: plan.calendar.status(days[0]!).name ?? { zh: '地方假日', en: 'local holiday' },
          workingDays,
          calendarDays,
          makeup: attendedDays(scheduled)
            .filter(day => plan.calendar.status(day).kind === 'makeup-workday')
            .map(isoOf),
          next: isoOf(next),
          until: isoOf(plan.calendar.nthWorkingDay(next, calendarDays)),
        },
        { subject: step.id },
      );
    }
  },
} satisfies Rule;
