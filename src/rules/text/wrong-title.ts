import { planTexts, sentencesOf, type TextOwner } from '../../model/plan-texts.ts';
import { wrongTitles } from '../../norms/phrases.ts';
import type { Facts, Report, Rule } from '../rule.ts';

const titles = wrongTitles.map(({ words, instead }) => ({ pattern: new RegExp(words), instead }));

/** A title is cited that no document has, such as 《发展党员工作条例》 (phrases.yaml). */
export const wrongTitle = {
  id: 'text/wrong-title',
  severity: 'warning',
  norm: 'wording',
  check({ plan }: Facts, report: Report<{ text: string; owner: TextOwner; instead: string }>) {
    for (const { text, owner, place, subject } of planTexts(plan))
      for (const { pattern, instead } of titles) {
        if (!pattern.test(text)) continue;
        const match = sentencesOf(text).flatMap(sentence => pattern.exec(sentence) ?? [])[0];
        if (match) report(place, { text: match, owner, instead }, { subject });
      }
  },
} satisfies Rule;
