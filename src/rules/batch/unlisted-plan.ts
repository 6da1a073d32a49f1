import type { BatchRule } from '../rule.ts';

/** A plan in the county's folder that no entry of its file names: it is in the sums, and was allocated nothing. */
export const unlistedPlan = {
  id: 'batch/unlisted-plan',
  severity: 'warning',
  norm: 'control-total',
  args: { name: '', path: '', total: null as number | null },
} satisfies BatchRule;
