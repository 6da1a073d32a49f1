import type { ReadingRule } from '../rule.ts';

/** The weekday written behind a date is not its weekday (case C6). */
export const weekdayMismatch = {
  id: 'timeline/weekday-mismatch',
  severity: 'error',
  norm: 'plan-consistency',
} satisfies ReadingRule;
