import type { BatchRule } from '../rule.ts';

/** What the townships are allocated is not the county's total less what it holds back. */
export const townshipSum = {
  id: 'batch/sum-mismatch',
  severity: 'error',
  norm: 'control-total',
  args: { total: 0, held: 0, allocated: 0 },
} satisfies BatchRule;
