import type { ReadingRule } from '../rule.ts';

/** Digits that other programs lose when the value is not in quotes. */
export const precisionLost = {
  id: 'input/precision-lost',
  severity: 'warning',
  norm: 'file-format',
} satisfies ReadingRule;
