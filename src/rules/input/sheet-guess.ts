import type { ReadingRule } from '../rule.ts';

/** What was guessed, derived or tidied in reading a workbook. How grave it is depends on what it can change (read/roster/note.ts). */
export const sheetGuess = {
  id: 'input/sheet-guess',
  severity: 'warning',
  norm: 'file-format',
} satisfies ReadingRule;
