import type { Texts } from '../texts.ts';
import { batchReport } from './batch-report.ts';
import { checklist } from './checklist.ts';
import { cli } from './cli.ts';
import { explain } from './explain.ts';
import { papers } from './papers.ts';
import { report } from './report.ts';
import { ruleTexts } from './rules.ts';
import { select } from './select.ts';

export const texts: Texts = {
  language: 'zh',
  rules: ruleTexts,
  report,
  explain,
  checklist,
  papers,
  select,
  batch: batchReport,
  cli,
};
