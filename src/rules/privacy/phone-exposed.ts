import type { TextOwner } from '../../model/plan-texts.ts';
import { reportExposed } from '../exposed.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** A mobile phone number stands in a text that is printed or passed on. */
export const phoneExposed = {
  id: 'privacy/phone-exposed',
  severity: 'error',
  norm: 'privacy',
  check(facts: Facts, report: Report<{ tails: string[]; owner: TextOwner }>) {
    reportExposed('phone', facts, report);
  },
} satisfies Rule;
