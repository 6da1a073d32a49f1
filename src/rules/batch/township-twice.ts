import type { BatchRule } from '../rule.ts';

/** Two entries of the county's file have one name or one folder: a plan then counts for both allocations (case A4). */
export const townshipTwice = {
  id: 'batch/township-twice',
  severity: 'error',
  norm: 'plan-consistency',
  args: { name: '', other: '', by: 'name' as 'name' | 'folder', path: '' },
} satisfies BatchRule;
