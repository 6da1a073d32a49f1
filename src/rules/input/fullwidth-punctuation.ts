import type { ReadingRule } from '../rule.ts';

/** Marks of a Chinese input method where YAML wants ASCII ones. */
export const fullwidthPunctuation = {
  id: 'input/fullwidth-punctuation',
  severity: 'warning',
  norm: 'file-format',
} satisfies ReadingRule;
