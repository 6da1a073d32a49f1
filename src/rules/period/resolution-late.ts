import { keptUpTo, lastDay } from '../../facts/procedure/time-limits.ts';
import { dateText } from '../../model/steps.ts';
import { isoOf } from '../../values/day.ts';
import { knownDate } from '../../values/period.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/**
 * The resolution of a branch meeting is sent up later than a local norm allows, or not at all until today: it is deliberated anew,
 * and after the outer limit the procedure begins again. The Rules say only in time (Art. 21; 2014: Art. 22).
 */
export const resolutionLate = {
  id: 'period/resolution-late',
  severity: 'warning',
  norm: 'resolution',
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      meeting: string;
      /** when it was sent up; today where it was not */
      on: string;
      sent: boolean;
      months: number;
      limit: string;
      /** later than the outer limit */
      again: boolean;
    }>,
  ) {
    const { people, norms } = plan;
    for (const person of people) {
      const written = person.data.events?.branchMeeting;
      const meeting = person.dates.branchMeeting;
      if (!written || !meeting) continue;
      const sentUp = typeof written === 'object' && written.sentUp ? knownDate(written.sentUp) : undefined;
      // What was approved was sent up on some day.
      const until = sentUp?.first ?? (person.dates.approval ? undefined : keptUpTo(plan));
      const norm = until === undefined ? undefined : norms.find('resolution', until);
      if (until === undefined || norm?.value === undefined || until <= lastDay(meeting, norm.value)) continue;
      report(
        person.place.at('events', 'branchMeeting', sentUp ? 'sentUp' : 'on'),
        {
          person: ref(person),
          meeting: dateText(meeting),
          on: sentUp ? dateText(sentUp) : isoOf(until),
          sent: sentUp !== undefined,
          months: norm.value,
          limit: isoOf(lastDay(meeting, norm.value)),
          again: norm.most !== undefined && until > lastDay(meeting, norm.most),
        },
        { subject: person.id, norm },
      );
    }
  },
} satisfies Rule;
