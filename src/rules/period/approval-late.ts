import { lastDay } from '../../facts/procedure/time-limits.ts';
import { isAtLeast } from '../../model/stage.ts';
import { dateText, hasAny, type StepName, stepsFrom } from '../../model/steps.ts';
import { isoOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';
import { type JudgedSpan, spans, type Whose } from '../spans.ts';

/** The decisions that the committee takes on resolutions of the branch meeting. */
const DECISIONS = [
  { from: 'branchMeeting', to: 'approval', norm: 'approval', bound: 'latest' },
  { from: 'conversionMeeting', to: 'conversionApproval', norm: 'conversion-approval', bound: 'latest' },
] as const;

type CommitteeDecision = (typeof DECISIONS)[number];

/**
 * The committee decides on an admission within three months of the branch meeting, in special cases within six (Rules,
 * Art. 26, since 2026 Art. 25), on a conversion within three (Art. 34, 33). Between three and six months the special
 * case is asked for; without a decision the months run until today. Judged of people and of the plan's own steps.
 */
export const approvalLate = {
  id: 'period/approval-late',
  severity: 'error',
  norm: 'approval',
  alsoCites: ['conversion-approval'],
  spans: DECISIONS,
  check(
    facts: Facts,
    report: Report<
      Whose & {
        approval: CommitteeDecision['to'];
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
      }
    >,
  ) {
    const { plan } = facts;
    for (const decision of DECISIONS) {
      const { to: approval, norm: id } = decision;
      for (const { start, end, whose, dates, subject, place } of [
        ...spans(facts, decision),
        ...undecided(facts, decision),
      ]) {
        const day = end.first;
        const norm = plan.norms.on(id, day);
        const limit = lastDay(start, norm.value!);
        if (day <= limit) continue;
        const regulation = plan.norms.regulation(id, day);
        const most = regulation?.most;
        const beyond = regulation !== undefined && day > lastDay(start, most ?? regulation.value!);
        report(
          place,
          {
            ...whose,
            approval,
            meeting: dates.from,
            approved: dates.to,
            today: isoOf(plan.asOf),
            months: norm.value!,
            limit: isoOf(limit),
            most: most ?? null,
            utmost: most === undefined ? '' : isoOf(lastDay(start, most)),
            beyond,
          },
          { subject, norm, severity: beyond ? 'error' : 'warning' },
        );
      }
    }
  },
} satisfies Rule;

/** People whose meeting was held and of whom nothing says that there was a decision: the months run until today. */
function undecided({ plan }: Facts, { from: meeting, to: approval }: CommitteeDecision): JudgedSpan[] {
  return plan.people.flatMap(person => {
    const start = person.dates[meeting];
    // What follows an approval says that there was one, on a day that is not known; so does the stage that it gives.
    const isCalled = person.data.stage !== undefined && isAtLeast(person.data.stage, GIVES[approval]);
    if (!start || isCalled || person.dates[approval] || hasAny(person, followers(approval))) return [];
    return [
      {
        start,
        end: { first: plan.asOf, last: plan.asOf },
        whose: { person: ref(person) },
        dates: { from: dateText(start), to: '' },
        subject: person.id,
        place: person.place.at('events', meeting, 'on'),
      },
    ];
  });
}

const GIVES = { approval: 'probationary', conversionApproval: 'full' } as const;

const followers = (step: StepName): StepName[] => stepsFrom(step).slice(1);
