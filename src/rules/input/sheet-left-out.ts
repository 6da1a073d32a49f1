import type { ReadingRule } from '../rule.ts';

/** What a workbook has and reading it left out. How grave it is depends on what it can change (read/roster/note.ts). */
export const sheetLeftOut = {
  id: 'input/sheet-left-out',
  severity: 'warning',
  norm: 'file-format',
} satisfies ReadingRule;
