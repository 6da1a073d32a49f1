import type { ReadingRule } from '../rule.ts';

/** A key that no field has: a slip of the pen would otherwise be passed over in silence. */
export const unknownKey = {
  id: 'input/unknown-key',
  severity: 'error',
  norm: 'file-format',
} satisfies ReadingRule;
