import type { Facts, Report, Rule } from '../rule.ts';
import { type LateStep, reportLate } from '../spans.ts';

const SPAN = { norm: 'contacts-named', from: 'activist', to: 'contactsAssigned', bound: 'latest' } as const;

/** Contacts are named within a time of becoming an activist that a local norm sets; the Rules set none. */
export const contactsLate = {
  id: 'period/contacts-late',
  severity: 'warning',
  norm: SPAN.norm,
  spans: [SPAN],
  check(facts: Facts, report: Report<LateStep>) {
    reportLate(facts, SPAN, report);
  },
} satisfies Rule;
