import { fullOn, severityOf } from '../../facts/procedure/time-limits.ts';
import { dateText } from '../../model/steps.ts';
import { isoOf } from '../../values/day.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** Somebody became an activist sooner after the application than a local norm allows; the Rules set no such time. */
export const activistWait = {
  id: 'period/activist-wait',
  severity: 'warning',
  norm: 'activist-wait',
  spans: [{ norm: 'activist-wait', from: 'application', to: 'activist', bound: 'earliest' }],
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      application: string;
      activist: string;
      months: number;
      earliest: string;
    }>,
  ) {
    for (const person of plan.people) {
      const application = person.dates.application;
      const activist = person.dates.activist;
      const norm = activist && plan.norms.find('activist-wait', activist.last);
      if (!application || norm?.value === undefined) continue;
      const day = activist!.last;
      const earliest = fullOn(application, norm.value);
      if (day >= earliest) continue;
      report(
        person.place.at('events', 'activist'),
        {
          person: ref(person),
          application: dateText(application),
          activist: dateText(activist!),
          months: norm.value,
          earliest: isoOf(earliest),
        },
        {
          subject: person.id,
          norm,
          severity: severityOf(plan.norms, 'activist-wait', day, months => day < fullOn(application, months)),
        },
      );
    }
  },
} satisfies Rule;
