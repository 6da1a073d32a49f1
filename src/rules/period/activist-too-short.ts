import { fullOn, isFull, severityOf } from '../../facts/procedure/time-limits.ts';
import { cultivationMonths, slotDay } from '../../facts/reserve/fitness.ts';
import type { Person } from '../../model/plan.ts';
import { dateText } from '../../model/steps.ts';
import { type Day, isoOf } from '../../values/day.ts';
import type { KnownDate } from '../../values/period.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** What the cultivation has to be full for. */
type Until = 'prospective' | 'branchMeeting' | 'slot';

/**
 * Less than a year of cultivation as an activist before somebody is listed as a prospective member (Rules, Art. 13).
 * Nominees who are not listed yet must be ripe on the day on which the plan fills its slots.
 */
export const activistTooShort = {
  id: 'period/activist-too-short',
  severity: 'error',
  norm: 'cultivation',
  spans: [{ norm: 'cultivation', from: 'activist', to: 'prospective', bound: 'earliest' }],
  settings: ['cultivationMonths'],
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      activist: string;
      until: Until;
      on: string;
      months: number;
      ripeOn: string;
    }>,
  ) {
    const slotsDay = slotDay(plan);
    for (const person of plan.people) {
      const activist = person.dates.activist;
      const end = activist && endOf(person, slotsDay);
      if (!end) continue;
      const day = end.on.last;
      const months = cultivationMonths(plan, day);
      if (isFull(activist, day, months)) continue;
      const ripeOn = fullOn(activist, months);
      report(
        person.place.at('events', end.until === 'slot' ? 'activist' : end.until, 'on'),
        {
          person: ref(person),
          activist: dateText(activist),
          until: end.until,
          on: dateText(end.on),
          months,
          ripeOn: isoOf(ripeOn),
        },
        {
          subject: person.id,
          norm: plan.norms.on('cultivation', day),
          severity: severityOf(plan.norms, 'cultivation', day, needed => fullOn(activist, needed) > day),
        },
      );
    }
  },
} satisfies Rule;

/** Being listed comes before the branch meeting: where its date is not known, it was no later than that. */
function endOf({ dates, role }: Person, slotsDay: Day): { until: Until; on: KnownDate } | undefined {
  for (const until of ['prospective', 'branchMeeting'] as const) {
    const on = dates[until];
    if (on) return { until, on };
  }
  return role === 'nominee' ? { until: 'slot', on: { first: slotsDay, last: slotsDay } } : undefined;
}
