import { lastDay } from '../../facts/procedure/limits.ts';
import { dateText, hasAny, type StepName, stepsFrom } from '../../model/steps.ts';
import { isoOf } from '../../values/day.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** The decisions that the committee takes on resolutions of the branch meeting. */
const DECISIONS = [
  { meeting: 'branchMeeting', approval: 'approval', norm: 'approval' },
  { meeting: 'conversionMeeting', approval: 'conversionApproval', norm: 'conversion-approval' },
] as const;

/**
 * The committee decides on an admission within three months of the branch meeting, in special cases within six (Rules,
 * Art. 26, since 2026 Art. 25), on a conversion within three (Art. 34, 33). Between three and six months the special
 * case is asked for; without a decision the months run until today.
 */
export const approvalLate = {
  id: 'period/approval-late',
  severity: 'error',
  norm: 'approval',
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      approval: (typeof DECISIONS)[number]['approval'];
      meeting: string;
      /** empty where there is no decision yet */
      approved: string;
      today: string;
      months: number;
      limit: string;
      /** months and last day in special cases; null and empty where there are none */
      most: number | null;
      utmost: string;
      /** whether even those have passed */
      beyond: boolean;
    }>,
  ) {
    for (const person of plan.people)
      for (const { meeting, approval, norm: id } of DECISIONS) {
        const start = person.dates[meeting];
        const approved = person.dates[approval];
        // What follows an approval says that there was one, on a day that is not known.
        if (!start || (!approved && hasAny(person, followers(approval)))) continue;
        const day = approved?.first ?? plan.asOf;
        const norm = plan.norms.on(id, day);
        const limit = lastDay(start, norm.value!);
        if (day <= limit) continue;
        const regulation = plan.norms.regulation(id, day);
        const most = regulation?.most;
        const beyond = regulation !== undefined && day > lastDay(start, most ?? regulation.value!);
        report(
          person.place.at('events', approved ? approval : meeting, 'on'),
          {
            person: ref(person),
            approval,
            meeting: dateText(start),
            approved: approved ? dateText(approved) : '',
            today: isoOf(plan.asOf),
            months: norm.value!,
            limit: isoOf(limit),
            most: most ?? null,
            utmost: most === undefined ? '' : isoOf(lastDay(start, most)),
            beyond,
          },
          { subject: person.id, norm, severity: beyond ? 'error' : 'warning' },
        );
      }
  },
} satisfies Rule;

const followers = (step: StepName): StepName[] => stepsFrom(step).slice(1);
