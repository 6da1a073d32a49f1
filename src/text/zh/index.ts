import type { Language } from '../language.ts';
import { batchReport } from './batch-report.ts';
import { checklist } from './checklist.ts';
import { cli } from './cli.ts';
import { explain } from './explain.ts';
import { faults } from './faults.ts';
import { fix } from './fix.ts';
import { init } from './init.ts';
import { papers } from './papers.ts';
import { report } from './report.ts';
import { roster } from './roster.ts';
import { ruleTexts } from './rules.ts';
import { select } from './select.ts';
import { sheetNotes } from './sheet-notes.ts';
import { statistics } from './statistics.ts';
import { stepPapers } from './step-papers.ts';
import { workbook } from './workbook.ts';

export const texts = {
  language: 'zh' as Language,
  rules: ruleTexts,
  report,
  explain,
  checklist,
  papers,
  stepPapers,
  select,
  batch: batchReport,
  roster,
  sheetNotes,
  workbook,
  statistics,
  init,
  fix,
  faults,
  cli,
};
