import type { RuleTexts } from '../texts.ts';
export const ruleTexts = {} as RuleTexts;
