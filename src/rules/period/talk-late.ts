import type { Facts, Report, Rule } from '../rule.ts';
import { type LateStep, reportLate } from '../spans.ts';

const SPAN = { norm: 'talk', from: 'application', to: 'talk', bound: 'latest' } as const;

/** The Party organization talks with an applicant within one month of the application (Rules, Art. 7). */
export const talkLate = {
  id: 'period/talk-late',
  severity: 'error',
  norm: SPAN.norm,
  spans: [SPAN],
  check(facts: Facts, report: Report<LateStep>) {
    reportLate(facts, SPAN, report);
  },
} satisfies Rule;
