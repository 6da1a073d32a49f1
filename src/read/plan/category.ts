import type { Category } from '../../model/plan.ts';

/**
 * Finds the category of the quota that somebody wrote: by its code or name; else by a name that is the same but for marks, a number
 * before it or a count behind it (一、农牧民（2人）), or but for a word behind it that says nothing of its own (农牧民党员, 学校 for
 * 学校党组织), where only one category is left. 农民 is not 农民工, so nothing else is guessed.
 */
export function categoryNamed(written: string, categories: readonly Category[]): Category | undefined {
  const exact = categories.find(({ id, name }) => id === written || name === written);
  if (exact) return exact;
  for (const form of [bare, core]) {
    const same = categories.filter(({ name, implicit }) => !implicit && form(name) === form(written));
    if (same.length === 1 && form(written) !== '') return same[0];
  }
  return undefined;
}

/** Whether somebody's words name a category as it is called, but for marks. */
export const isCalled = ({ id, name }: Category, written: string): boolean =>
  id === written || bare(name) === bare(written);

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^(第?[一二三四五六七八九十]+[、.:]|\([一二三四五六七八九十\d]+\)|\d+[、.]?)/, '')
    .replace(/[、,;/·.。和及与]/g, '')
    .replace(/\(?(共|合计|计)?\d+(人|名)\)?$/, '');

const NEUTRAL = /(党员|人员|人选|群众|群体|代表|干部|职工|队伍|党组织|党支部|单位|系统|领域|类别|名额|类)+$/;
const core = (text: string): string => bare(text).replace(NEUTRAL, '');
