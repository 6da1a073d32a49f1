import type { ReadingRule } from '../rule.ts';

/** A file is missing, may not be read, or is no text. */
export const unreadable = {
  id: 'input/unreadable',
  severity: 'error',
  norm: 'file-format',
} satisfies ReadingRule;
