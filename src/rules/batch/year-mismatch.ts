import type { BatchRule } from '../rule.ts';

/** What stands in a township's folder is the plan of another year: mostly last year's, not yet replaced. */
export const townshipYear = {
  id: 'batch/year-mismatch',
  severity: 'error',
  norm: 'plan-consistency',
  args: { name: '', path: '', year: 0, countyYear: 0 },
} satisfies BatchRule;
