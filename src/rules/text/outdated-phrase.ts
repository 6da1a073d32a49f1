import { dayOf, isoOf } from '../../model/day.ts';
import { sentencesOf, type TextOwner, textsOf } from '../../model/texts.ts';
import { oldPhrases } from '../../regulations/phrases.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** The words of a phrase, whatever punctuation a plan puts between them. */
const patternOf = (words: readonly string[]) => new RegExp(words.join('[\\s、，,]*'));

/** A phrase of an earlier period: the plan was copied from an older one (phrases.yaml has the periods). */
export const outdatedPhrase = {
  id: 'text/outdated-phrase',
  severity: 'warning',
  norm: 'wording',
  check({ plan }: Facts, report: Report<{ text: string; owner: TextOwner; until: string; instead: string }>) {
    const lastDay = dayOf(plan.year, 12, 31)!;
    const old = oldPhrases.filter(({ until }) => until < lastDay);
    for (const { text, place, owner, subject } of textsOf(plan))
      for (const { words, until, instead } of old) {
        const [phrase, current] = [patternOf(words), patternOf(instead)];
        // A sentence with both phrases tells how the one became the other.
        const sentence = sentencesOf(text).find(words => phrase.test(words) && !current.test(words));
        const match = sentence && phrase.exec(sentence);
        if (match)
          report(
            place,
            { text: match[0].replace(/\s+/g, ''), owner, until: isoOf(until), instead: instead.join('、') },
            { subject },
          );
      }
  },
} satisfies Rule;
