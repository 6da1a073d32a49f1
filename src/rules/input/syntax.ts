import type { ReadingRule } from '../rule.ts';

/** The text is not YAML. */
export const syntax = {
  id: 'input/syntax',
  severity: 'error',
  norm: 'file-format',
} satisfies ReadingRule;
