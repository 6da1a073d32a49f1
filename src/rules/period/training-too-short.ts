import { plannedSteps } from '../../facts/schedule/course.ts';
import type { Place } from '../../model/place.ts';
import type { Step } from '../../model/plan.ts';
import { type Day, isoOf, parseDay } from '../../values/day.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';
import { whenPlace } from '../spans.ts';

/** A training of a person, or one that the plan arranges. */
interface Training {
  whose: { person: PersonRef } | { step: string };
  subject: string;
  first: Day;
  last: Day;
  hours: number | undefined;
  place: Place;
}

/**
 * The short training of prospective members generally (一般) has no fewer than three days or 24 class hours; either suffices
 * (Rules, Art. 17). A training of the plan that lies somewhere between two days has the length that is stated, else at most all of them.
 */
export const trainingTooShort = {
  id: 'period/training-too-short',
  severity: 'warning',
  norm: 'training',
  check(
    facts: Facts,
    report: Report<
      Training['whose'] & {
        start: string;
        end: string;
        days: number;
        needDays: number;
        hours: number | null;
        needHours: number;
      }
    >,
  ) {
    const { norms } = facts.plan;
    for (const { whose, subject, first, last, hours, place } of [...ofPeople(facts), ...ofPlan(facts)]) {
      if (last < first) continue;
      const days = last - first + 1;
      const norm = norms.on('training', last);
      const needHours = norms.on('training-hours', last).value!;
      if (days >= norm.value! || (hours ?? 0) >= needHours) continue;
      report(
        place,
        {
          ...whose,
          start: isoOf(first),
          end: isoOf(last),
          days,
          needDays: norm.value!,
          hours: hours ?? null,
          needHours,
        },
        { subject, norm },
      );
    }
  },
} satisfies Rule;

function ofPeople({ plan }: Facts): Training[] {
  return plan.people.flatMap(person => {
    if (!person.isDetailed) return [];
    const { start, end, hours } = person.data.events?.training ?? {};
    const first = start === undefined ? undefined : parseDay(start);
    const last = end === undefined ? undefined : parseDay(end);
    if (first === undefined || last === undefined) return [];
    return [
      {
        whose: { person: ref(person) },
        subject: person.id,
        first,
        last,
        hours,
        place: person.place.at('events', 'training', hours === undefined ? 'end' : 'hours'),
      },
    ];
  });
}

function ofPlan({ schedule }: Facts): Training[] {
  return plannedSteps(schedule).flatMap(({ name, step, scheduled, start, end }) => {
    const stated = step.duration && (scheduled.placed ?? scheduled);
    const first = stated?.from ?? start.first;
    const last = stated?.to ?? end.last;
    if (name !== 'training' || !Number.isFinite(first)) return [];
    return [
      {
        whose: { step: step.name },
        subject: step.id,
        first,
        last,
        hours: hoursOf(step),
        place: step.hours === undefined ? whenPlace(step) : step.place.at('hours'),
      },
    ];
  });
}

/** The class hours of a training, in their own field or as plans write them: 集中培训（24学时）. */
function hoursOf({ hours, name, note = '' }: Step): number | undefined {
  const written = /(\d{1,4})\s*个?(?:学时|课时)/.exec(`${name}\n${note}`);
  return hours ?? (written ? Number(written[1]) : undefined);
}
