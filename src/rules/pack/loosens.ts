import type { ReadingRule } from '../rule.ts';

/** A pack would loosen a regulation; local norms may only tighten, so its value is not used. */
export const loosens = {
  id: 'pack/loosens',
  severity: 'error',
  norm: 'plan-consistency',
} satisfies ReadingRule;
