import type { ReadingRule } from '../rule.ts';

/** The file is not plain UTF-8; said so that nobody wonders why another program shows nonsense. */
export const encoding = {
  id: 'input/encoding',
  severity: 'info',
  norm: 'file-format',
} satisfies ReadingRule;
