import { fullOn, lastDay } from '../../facts/procedure/limits.ts';
import { dateText, hasAny, stepsFrom } from '../../model/steps.ts';
import { isoOf } from '../../values/day.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

const APPROVED = stepsFrom('approval');
const CONVERTED = stepsFrom('conversionApproval');

/**
 * One year of probation, counted from the branch meeting (Charter, Art. 7; Rules, Art. 32, since 2026 Art. 31), never
 * from the approval or the oath: the meeting on conversion is not held before it is full. When it is over and no meeting
 * has been held that is a warning: an extension has no date of its own on the roster.
 */
export const probation = {
  id: 'period/probation',
  severity: 'error',
  norm: 'probation',
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      why: 'too-early' | 'overdue';
      meeting: string;
      /** the meeting on conversion; today where there is none */
      on: string;
      months: number;
      endsOn: string;
    }>,
  ) {
    for (const person of plan.people) {
      const meeting = person.dates.branchMeeting;
      if (!meeting) continue;
      const conversion = person.dates.conversionMeeting;
      const norm = plan.norms.on('probation', conversion?.last ?? plan.asOf);
      const months = norm.value!;
      const args = { person: ref(person), meeting: dateText(meeting), months };
      if (conversion && conversion.last < fullOn(meeting, months))
        report(
          person.place.at('events', 'conversionMeeting', 'on'),
          {
            ...args,
            why: 'too-early',
            on: dateText(conversion),
            endsOn: isoOf(fullOn(meeting, months)),
          },
          { subject: person.id, norm },
        );
      const end = lastDay(meeting, months);
      // Of somebody who was not approved period/approval-late speaks.
      const isOnProbation = hasAny(person, APPROVED) && !hasAny(person, CONVERTED);
      if (!conversion && isOnProbation && plan.asOf > end)
        report(
          person.place.at('events', 'branchMeeting', 'on'),
          { ...args, why: 'overdue', on: isoOf(plan.asOf), endsOn: isoOf(end) },
          { subject: person.id, norm, severity: 'warning' },
        );
    }
  },
} satisfies Rule;
