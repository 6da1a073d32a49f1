import type { Facts, Report, Rule } from '../rule.ts';
import { type LateStep, reportLate } from '../spans.ts';

const SPAN = { norm: 'pre-review-time', from: 'branchReview', to: 'preReview', bound: 'latest' } as const;

/** The preliminary review follows the branch committee's review within a time that a local norm sets; the Rules set none. */
export const preReviewLate = {
  id: 'period/pre-review-late',
  severity: 'warning',
  norm: SPAN.norm,
  spans: [SPAN],
  check(facts: Facts, report: Report<LateStep>) {
    reportLate(facts, SPAN, report);
  },
} satisfies Rule;
