import { planTexts, sentencesOf, type TextOwner } from '../../model/plan-texts.ts';
import { oldPhrases } from '../../norms/phrases.ts';
import { isoOf, yearEndOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** The words of a phrase, whatever punctuation a plan puts between them. */
const patternOf = (words: readonly string[]) => new RegExp(words.join('[\\s、，,]*'));

const phrases = oldPhrases.map(phrase => ({
  ...phrase,
  pattern: patternOf(phrase.words),
  current: patternOf(phrase.instead),
}));

const phrasesIn = (text: string) => phrases.filter(({ pattern }) => pattern.test(text));

/** A phrase of an earlier period: the plan was copied from an older one (phrases.yaml has the periods). */
export const outdatedPhrase = {
  id: 'text/outdated-phrase',
  severity: 'warning',
  norm: 'wording',
  check({ plan }: Facts, report: Report<{ text: string; owner: TextOwner; until: string; instead: string }>) {
    const lastDay = yearEndOf(plan.year);
    for (const entry of planTexts(plan))
      for (const { pattern, current, until, instead } of phrasesIn(entry.text)) {
        if (until >= lastDay) continue;
        const { text, place, owner, subject } = entry;
        // A sentence with both phrases tells how the one became the other.
        const sentence = sentencesOf(text).find(words => pattern.test(words) && !current.test(words));
        const match = sentence && pattern.exec(sentence);
        if (match)
          report(
            place,
            { text: match[0].replace(/\s+/g, ''), owner, until: isoOf(until), instead: instead.join('、') },
            { subject },
          );
      }
  },
} satisfies Rule;
