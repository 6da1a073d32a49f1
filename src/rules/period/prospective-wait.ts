import { fullOn, severityOf } from '../../facts/procedure/time-limits.ts';
import { isoOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';
import { spans, type Whose } from '../spans.ts';

const SPAN = {
  norm: 'prospective-wait',
  from: 'prospective',
  to: 'branchMeeting',
  bound: 'earliest',
} as const;

/** The branch meeting comes sooner after the listing than a local norm allows; the Rules set no such time. */
export const prospectiveWait = {
  id: 'period/prospective-wait',
  severity: 'warning',
  norm: SPAN.norm,
  spans: [SPAN],
  check(
    facts: Facts,
    report: Report<Whose & { from: string; to: string; months: number; earliest: string }>,
  ) {
    const { norms } = facts.plan;
    for (const { start, end, whose, dates, subject, place } of spans(facts, SPAN)) {
      const day = end.last;
      const norm = norms.find(SPAN.norm, day);
      if (norm?.value === undefined || day >= fullOn(start, norm.value)) continue;
      report(
        place,
        { ...whose, ...dates, months: norm.value, earliest: isoOf(fullOn(start, norm.value)) },
        {
          subject,
          norm,
          severity: severityOf(norms, SPAN.norm, day, months => day < fullOn(start, months)),
        },
      );
    }
  },
} satisfies Rule;
