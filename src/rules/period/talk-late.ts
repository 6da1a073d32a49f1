import { tooLate } from '../../facts/procedure/time-limits.ts';
import type { Facts, Report, Rule } from '../rule.ts';
import { spans, type Whose } from '../spans.ts';

const SPAN = { norm: 'talk', from: 'application', to: 'talk', bound: 'latest' } as const;

/** The Party organization talks with an applicant within one month of the application (Rules, Art. 7). */
export const talkLate = {
  id: 'period/talk-late',
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
