import type { BatchRule } from '../rule.ts';

/** A township of the county has no plan where the county's file says. */
export const missingTownship = {
  id: 'batch/missing-township',
  severity: 'error',
  norm: 'plan-consistency',
  args: { name: '', path: '' },
} satisfies BatchRule;
