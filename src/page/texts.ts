import { page as en } from '../text/en/page.ts';
import type { Language } from '../text/language.ts';
import { page as zh } from '../text/zh/page.ts';

/** The words of the page itself; findings and papers have theirs from the tool. */
export type PageTexts = typeof zh;

export const pageTexts = (language: Language): PageTexts => (language === 'zh' ? zh : en);
