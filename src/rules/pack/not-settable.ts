import type { ReadingRule } from '../rule.ts';

/** A pack sets a norm that has no number to be stricter in, or that no rule reads: it would be without effect. */
export const notSettable = {
  id: 'pack/not-settable',
  severity: 'error',
  norm: 'file-format',
} satisfies ReadingRule;
