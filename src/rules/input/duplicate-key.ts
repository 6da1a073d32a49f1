import type { ReadingRule } from '../rule.ts';

/** The same field twice, also when once in Chinese and once in English; only the first is used. */
export const duplicateKey = {
  id: 'input/duplicate-key',
  severity: 'error',
  norm: 'file-format',
} satisfies ReadingRule;
