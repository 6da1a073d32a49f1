import type { ReadingRule } from '../rule.ts';

/** A second document in the file; only the first is read. */
export const severalDocuments = {
  id: 'input/several-documents',
  severity: 'error',
  norm: 'file-format',
} satisfies ReadingRule;
