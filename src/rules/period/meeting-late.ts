import { tooLate } from '../../facts/procedure/time-limits.ts';
import type { Facts, Report, Rule } from '../rule.ts';
import { spans, type Whose } from '../spans.ts';

const SPAN = { norm: 'meeting', from: 'preReview', to: 'branchMeeting', bound: 'latest' } as const;

/**
 * The branch meeting is held within one month of passing the preliminary review: Article 19 since 2026, before that
 * only where a local norm asks for it. Judged of people and of the plan's own steps.
 */
export const meetingLate = {
  id: 'period/meeting-late',
  severity: 'error',
  norm: SPAN.norm,
  spans: [SPAN],
  check(facts: Facts, report: Report<Whose & { from: string; to: string; months: number; limit: string }>) {
    for (const { start, end, whose, dates, subject, place } of spans(facts, SPAN)) {
      const late = tooLate(facts.plan.norms, SPAN.norm, start, end);
      if (!late) continue;
      const { months, limit, norm, severity } = late;
      report(place, { ...whose, ...dates, months, limit }, { subject, norm, severity });
    }
  },
} satisfies Rule;
