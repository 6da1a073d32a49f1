import { attendedDaysOff, isPeriod } from '../../facts/schedule/days.ts';
import type { Calendar } from '../../norms/calendar/calendar.ts';
import { type Day, isoOf, weekdayOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** A festival with those of its days off that lie in a step. */
interface Festival {
  zh: string;
  en: string;
  days: string[];
}

/**
 * A step falls on days off by the State Council's notice (case C1: an inspection over the Dragon Boat Festival). Of a period
 * only its first or last day is asked after, and all festivals in it are named.
 */
export const publicHoliday = {
  id: 'timeline/public-holiday',
  severity: 'warning',
  norm: 'rest-days',
  settings: ['holidays', 'workdays'],
  check(
    { plan, schedule }: Facts,
    report: Report<{
      step: string;
      festivals: Festival[];
      workingDays: number;
      calendarDays: number;
      makeup: string[];
      /** the first working day behind the days off; empty where only the end of a period is one */
      next: string;
      /** the working days that the step would have without the festivals; 0 for a period, which need not be kept whole */
      need: number;
      /** the last of so many working days from `next` on; empty where there is none to be told */
      until: string;
    }>,
  ) {
    const { calendar } = plan;
    for (const scheduled of schedule.steps) {
      const days = attendedDaysOff(scheduled, 'holiday', calendar);
      if (days.length === 0) continue;
      const { step, workingDays, calendarDays } = scheduled;
      const [from, to] = [scheduled.from!, scheduled.to!];
      const period = isPeriod(scheduled);
      const all = daysBetween(from, to).map(day => ({ day, ...calendar.status(day) }));
      // A festival takes the place of working days only where the day would have been one.
      const lost = all.filter(({ day, kind }) => kind === 'holiday' && isWeekday(day)).length;
      const need = period ? 0 : workingDays + lost;
      const next =
        !period || days[0] === from ? calendar.cautious.nextWorkday(period ? from : days.at(-1)!) : undefined;
      report(
        step.place.at(step.on === undefined ? 'from' : 'on'),
        {
          step: step.name,
          festivals: festivalsOf(
            all.filter(({ kind }) => kind === 'holiday').map(({ day }) => day),
            calendar,
          ),
          workingDays,
          calendarDays,
          makeup: period
            ? []
            : all.filter(({ kind }) => kind === 'makeup-workday').map(({ day }) => isoOf(day)),
          next: next === undefined ? '' : isoOf(next),
          need,
          until: next !== undefined && need > 1 ? isoOf(calendar.cautious.nthWorkingDay(next, need)) : '',
        },
        { subject: step.id },
      );
    }
  },
} satisfies Rule;

const isWeekday = (day: Day): boolean => weekdayOf(day) !== 0 && weekdayOf(day) !== 6;

const daysBetween = (from: Day, to: Day): Day[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

function festivalsOf(days: readonly Day[], calendar: Calendar): Festival[] {
  const festivals: Festival[] = [];
  for (const day of days) {
    const name = calendar.status(day).name ?? { zh: '地方假日', en: 'local holiday' };
    const known = festivals.find(({ zh }) => zh === name.zh);
    if (known) known.days.push(isoOf(day));
    else festivals.push({ ...name, days: [isoOf(day)] });
  }
  return festivals;
}
