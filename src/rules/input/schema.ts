import type { ReadingRule } from '../rule.ts';

/** A value is missing, or is not what its field takes. */
export const schema = {
  id: 'input/schema',
  severity: 'error',
  norm: 'file-format',
} satisfies ReadingRule;
