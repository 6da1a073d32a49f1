import { fullOn } from '../../facts/procedure/time-limits.ts';
import { dateText } from '../../model/steps.ts';
import { isoOf } from '../../values/day.ts';
import { addMonths } from '../../values/months.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** The application for conversion came later before the end of probation than a local norm asks for; the Rules set no time. */
export const conversionApplication = {
  id: 'period/conversion-application',
  severity: 'warning',
  norm: 'conversion-application',
  check(
    { plan }: Facts,
    report: Report<{ person: PersonRef; applied: string; months: number; endsOn: string; latest: string }>,
  ) {
    for (const person of plan.people) {
      const meeting = person.dates.branchMeeting;
      const applied = person.dates.conversionApplication;
      const norm = applied && plan.norms.find('conversion-application', applied.first);
      if (!meeting || norm?.value === undefined) continue;
      const end =
        fullOn(meeting, plan.norms.on('probation', applied!.first).value!) + (meeting.last - meeting.first);
      const latest = addMonths(end, -norm.value);
      if (applied!.first <= latest || person.dates.probationExtension) continue;
      report(
        person.place.at('events', 'conversionApplication'),
        {
          person: ref(person),
          applied: dateText(applied!),
          months: norm.value,
          endsOn: isoOf(end),
          latest: isoOf(latest),
        },
        { subject: person.id, norm },
      );
    }
  },
} satisfies Rule;
