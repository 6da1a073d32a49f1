import { parseDay } from '../../values/day.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/**
 * The short training of a prospective member had fewer than three days and fewer than 24 class hours; either suffices
 * (Rules, Art. 17). Where the hours are not written the days are all there is to judge by, and the finding is a warning.
 */
export const trainingTooShort = {
  id: 'period/training-too-short',
  severity: 'error',
  norm: 'training',
  check(
    { plan: { people, norms } }: Facts,
    report: Report<{
      person: PersonRef;
      start: string;
      end: string;
      days: number;
      needDays: number;
      hours: number | null;
      needHours: number;
    }>,
  ) {
    for (const person of people) {
      if (!person.isDetailed) continue;
      const { start, end, hours } = person.data.events?.training ?? {};
      const first = start === undefined ? undefined : parseDay(start);
      const last = end === undefined ? undefined : parseDay(end);
      if (first === undefined || last === undefined || last < first) continue;
      const days = last - first + 1;
      const norm = norms.on('training', last);
      const needHours = norms.on('training-hours', last).value!;
      const isShort = (daysNeeded: number, hoursNeeded: number) =>
        days < daysNeeded && (hours ?? 0) < hoursNeeded;
      if (!isShort(norm.value!, needHours)) continue;
      const national = isShort(
        norms.regulation('training', last)?.value ?? 0,
        norms.regulation('training-hours', last)?.value ?? 0,
      );
      report(
        person.place.at('events', 'training', hours === undefined ? 'end' : 'hours'),
        {
          person: ref(person),
          start: start!,
          end: end!,
          days,
          needDays: norm.value!,
          hours: hours ?? null,
          needHours,
        },
        { subject: person.id, norm, severity: national && hours !== undefined ? 'error' : 'warning' },
      );
    }
  },
} satisfies Rule;
