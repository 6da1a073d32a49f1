import type { Code } from '../rules/index.ts';
import type { Texts } from './texts.ts';

/** The title of a rule by its code; the code itself where there is no such rule. */
export const ruleTitle = (code: string, texts: Texts): string =>
  Object.hasOwn(texts.rules, code) ? texts.rules[code as Code].title : code;
