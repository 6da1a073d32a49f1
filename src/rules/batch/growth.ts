import type { BatchRule } from '../rule.ts';

/** The county's total grows by more than its own limit over last year's actual admissions. */
export const countyGrowth = {
  id: 'batch/growth',
  severity: 'warning',
  norm: 'growth',
  args: { total: 0, lastYear: 0, limit: 0 },
} satisfies BatchRule;
