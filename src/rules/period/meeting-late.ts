import type { Facts, Report, Rule } from '../rule.ts';
import { type LateStep, reportLate } from '../spans.ts';

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
  check(facts: Facts, report: Report<LateStep>) {
    reportLate(facts, SPAN, report);
  },
} satisfies Rule;
