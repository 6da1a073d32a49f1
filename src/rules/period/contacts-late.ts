import { tooLate } from '../../facts/procedure/time-limits.ts';
import type { Facts, Report, Rule } from '../rule.ts';
import { spans, type Whose } from '../spans.ts';

const SPAN = { norm: 'contacts-named', from: 'activist', to: 'contactsAssigned', bound: 'latest' } as const;

/** Contacts are named within a time of becoming an activist that a local norm sets; the Rules set none. */
export const contactsLate = {
  id: 'period/contacts-late',
  severity: 'warning',
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
