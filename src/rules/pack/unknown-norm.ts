import type { ReadingRule } from '../rule.ts';

/** A pack names a norm that does not exist. */
export const unknownNorm = {
  id: 'pack/unknown-norm',
  severity: 'error',
  norm: 'file-format',
} satisfies ReadingRule;
