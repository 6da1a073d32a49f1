import { tooLate } from '../../facts/procedure/time-limits.ts';
import { civil } from '../../values/day.ts';
import type { KnownDate } from '../../values/period.ts';
import type { Facts, Report, Rule } from '../rule.ts';
import { spans, type Whose } from '../spans.ts';

const SPAN = { norm: 'oath', from: 'approval', to: 'oath', bound: 'latest' } as const;

/**
 * The oath is generally (一般) taken within one month of the approval: Article 29 since 2026, before that only where a local
 * norm asks. The county's collective oaths on 1 July and on National Day are the text's own exception, so merely told.
 */
export const oathLate = {
  id: 'period/oath-late',
  severity: 'warning',
  norm: SPAN.norm,
  spans: [SPAN],
  check(
    facts: Facts,
    report: Report<Whose & { from: string; to: string; months: number; limit: string; collective: boolean }>,
  ) {
    for (const { start, end, whose, dates, subject, place } of spans(facts, SPAN)) {
      const late = tooLate(facts.plan.norms, SPAN.norm, start, end);
      if (!late) continue;
      const { months, limit, norm } = late;
      const collective = mayBeCollective(end);
      report(
        place,
        { ...whose, ...dates, months, limit, collective },
        { subject, norm, severity: collective ? 'info' : late.severity },
      );
    }
  },
} satisfies Rule;

/** Whether one of these days is 1 July or 1 October; of a whole month that is not known to be so. */
function mayBeCollective({ first, last }: KnownDate): boolean {
  if (first !== last) return false;
  const { month, date } = civil(first);
  return date === 1 && (month === 7 || month === 10);
}
