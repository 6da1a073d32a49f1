import type { Language, Texts } from './texts.ts';

import { texts as zh } from './zh/index.ts';

/** The texts of one language. Chinese is the default and stands ready; English is loaded when it is wanted. */
export async function loadTexts(language: Language): Promise<Texts> {
  return language === 'zh' ? zh : (await import('./en/index.ts')).texts;
}
