import { fullOn } from '../../facts/procedure/time-limits.ts';
import { dateText } from '../../model/steps.ts';
import { isoOf } from '../../values/day.ts';
import { knownDate } from '../../values/period.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** Somebody whom a branch meeting did not pass comes before it again sooner than a local norm allows; the Rules set no such time. */
export const failedVote = {
  id: 'period/failed-vote',
  severity: 'warning',
  norm: 'failed-vote',
  check(
    { plan: { people, norms } }: Facts,
    report: Report<{ person: PersonRef; from: string; to: string; months: number; earliest: string }>,
  ) {
    for (const person of people) {
      if (!person.isDetailed) continue;
      const written = person.data.events?.branchMeeting;
      if (typeof written !== 'object' || written === null || !written.failed) continue;
      const failed = knownDate(written.failed);
      const meeting = knownDate(written.on);
      const norm = norms.find('failed-vote', meeting.last);
      if (norm?.value === undefined || meeting.last >= fullOn(failed, norm.value)) continue;
      report(
        person.place.at('events', 'branchMeeting', 'failed'),
        {
          person: ref(person),
          from: dateText(failed),
          to: dateText(meeting),
          months: norm.value,
          earliest: isoOf(fullOn(failed, norm.value)),
        },
        { subject: person.id, norm },
      );
    }
  },
} satisfies Rule;
