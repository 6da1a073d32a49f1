import type { Language, Texts } from './texts.ts';

/** The texts of one language; the other is not even loaded. */
export async function loadTexts(language: Language): Promise<Texts> {
  const { texts } = language === 'zh' ? await import('./zh/index.ts') : await import('./en/index.ts');
  return texts;
}
