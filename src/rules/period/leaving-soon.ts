import { fullOn, severityOf } from '../../facts/procedure/time-limits.ts';
import { slotDay } from '../../facts/reserve/fitness.ts';
import type { Person, Plan } from '../../model/plan.ts';
import { dateText } from '../../model/steps.ts';
import { isoOf } from '../../values/day.ts';
import type { KnownDate } from '../../values/period.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** From what the three months are counted. */
type Since = 'preReview' | 'branchMeeting' | 'slot';

/**
 * Somebody who leaves the unit within three months of the preliminary review is generally not handled there (Rules,
 * Art. 19, since 2026 Art. 18); the unit that receives the person goes on.
 */
export const leavingSoon = {
  id: 'period/leaving-soon',
  severity: 'error',
  norm: 'leaving',
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      leaving: string;
      since: Since;
      on: string;
      months: number;
      until: string;
    }>,
  ) {
    for (const person of plan.people) {
      const leaving = person.dates.leaving;
      const start = leaving && startOf(person, plan);
      if (!start) continue;
      const day = start.on.first;
      const norm = plan.norms.on('leaving', day);
      // 三个月内 includes the day on which the three months end.
      const until = fullOn(start.on, norm.value!);
      if (leaving.last > until) continue;
      report(
        person.place.at('events', 'leaving'),
        {
          person: ref(person),
          leaving: dateText(leaving),
          since: start.since,
          on: dateText(start.on),
          months: norm.value!,
          until: isoOf(until),
        },
        {
          subject: person.id,
          norm,
          severity: severityOf(
            plan.norms,
            'leaving',
            day,
            months => leaving.last <= fullOn(start.on, months),
          ),
        },
      );
    }
  },
} satisfies Rule;

function startOf({ dates, role }: Person, plan: Plan): { since: Since; on: KnownDate } | undefined {
  for (const since of ['preReview', 'branchMeeting'] as const) {
    const on = dates[since];
    if (on) return { since, on };
  }
  const day = slotDay(plan);
  return role === 'nominee' ? { since: 'slot', on: { first: day, last: day } } : undefined;
}
