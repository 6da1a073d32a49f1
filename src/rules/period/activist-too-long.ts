import { isInTime, keptUpTo, lastDay, severityOf } from '../../facts/procedure/time-limits.ts';
import { stageOn } from '../../model/stage.ts';
import { dateText } from '../../model/steps.ts';
import { isoOf } from '../../values/day.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** Somebody was, or is still, an activist for longer than a local norm allows; the Rules set no such limit. */
export const activistTooLong = {
  id: 'period/activist-too-long',
  severity: 'warning',
  norm: 'activist-limit',
  spans: [{ norm: 'activist-limit', from: 'activist', to: 'prospective', bound: 'latest' }],
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      activist: string;
      /** empty where the person is an activist still */
      prospective: string;
      months: number;
      limit: string;
    }>,
  ) {
    const today = keptUpTo(plan);
    for (const person of plan.people) {
      const activist = person.dates.activist;
      const prospective = person.dates.prospective;
      const day = prospective?.first ?? today;
      const norm = day === undefined ? undefined : plan.norms.find('activist-limit', day);
      if (!activist || day === undefined || norm?.value === undefined) continue;
      if (isInTime(activist, day, norm.value)) continue;
      if (!prospective && stageOn(person, plan.asOf) !== 'activist') continue;
      const limit = lastDay(activist, norm.value);
      report(
        person.place.at('events', 'activist'),
        {
          person: ref(person),
          activist: dateText(activist),
          prospective: prospective ? dateText(prospective) : '',
          months: norm.value,
          limit: isoOf(limit),
        },
        {
          subject: person.id,
          norm,
          severity: severityOf(plan.norms, 'activist-limit', day, months => day > lastDay(activist, months)),
        },
      );
    }
  },
} satisfies Rule;
