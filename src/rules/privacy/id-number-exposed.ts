import type { TextOwner } from '../../model/plan-texts.ts';
import { reportExposed } from '../exposed.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** An ID number stands in a text that is printed or passed on. */
export const idNumberExposed = {
  id: 'privacy/id-number-exposed',
  severity: 'error',
  norm: 'privacy',
  check(facts: Facts, report: Report<{ tails: string[]; owner: TextOwner }>) {
    reportExposed('id-number', facts, report);
  },
} satisfies Rule;
