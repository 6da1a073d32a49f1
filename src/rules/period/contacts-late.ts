import { tooLate } from '../../facts/procedure/time-limits.ts';
import type { Facts, Report, Rule } from '../rule.ts';
import { spans, type Whose } from '../spans.ts';

/** Contacts are named within a time of becoming an activist that a local norm sets; the Rules set none. */
export const contactsLate = {
  id: 'period/contacts-late',
  severity: 'warning',
  norm: 'contacts-named',
  check(facts: Facts, report: Report<Whose & { from: string; to: string; months: number; limit: string }>) {
    for (const { start, end, whose, dates, subject, place } of spans(facts, 'activist', 'contactsAssigned')) {
      const late = tooLate(facts.plan.norms, 'contacts-named', start, end);
      if (!late) continue;
      const { months, limit, norm, severity } = late;
      report(place, { ...whose, ...dates, months, limit }, { subject, norm, severity });
    }
  },
} satisfies Rule;
