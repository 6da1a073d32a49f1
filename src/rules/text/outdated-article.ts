import { planTexts, sentencesOf, type TextOwner } from '../../model/plan-texts.ts';
import { type MovedArticle, movedArticles } from '../../norms/phrases.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** The plans of 2026 were made before the revision. */
const FROM_YEAR = 2027;

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 三十二 */
const chinese = (number: number): string =>
  `${number >= 20 ? DIGITS[Math.floor(number / 10)] : ''}十${DIGITS[number % 10]}`;

const articles = movedArticles.map(article => ({
  ...article,
  pattern: new RegExp(article.words),
  name: `第${chinese(article.old)}条`,
}));

const CITED = /第(?:[一二三四五六七八九十]{1,3}|\d{1,2})条/g;

/**
 * An article of the Rules is cited beside its subject by the number that it had before 2026 (第三十二条 for the probation, now
 * Art. 31): the text was copied from an older plan.
 */
export const outdatedArticle = {
  id: 'text/outdated-article',
  severity: 'warning',
  norm: 'wording',
  check({ plan }: Facts, report: Report<{ text: string; owner: TextOwner; old: string; instead: string }>) {
    if (plan.year < FROM_YEAR) return;
    for (const { text, owner, place, subject } of planTexts(plan)) {
      if (!text.includes('条')) continue;
      for (const sentence of sentencesOf(text)) {
        // Articles of the Charter and of other documents have numbers of their own.
        if (/《(?![^》]*细则)/.test(sentence) || /党章|条例/.test(sentence)) continue;
        for (const { cited, beside } of citations(sentence)) {
          const moved = movedIn(cited, beside);
          if (!moved) continue;
          const instead = `第${chinese(moved.new)}条`;
          report(
            place,
            { text: beside.replace(/^[\s，,、：:的》]+/, '').slice(0, 24), owner, old: cited, instead },
            { subject },
          );
        }
      }
    }
  },
} satisfies Rule;

/** The articles that a sentence cites, each with what is said from it to the next one, or before it where nothing follows. */
function citations(sentence: string): { cited: string; beside: string }[] {
  const found = [...sentence.matchAll(CITED)];
  return found.map(({ 0: cited, index }, at) => {
    const behind = sentence.slice(index + cited.length, found[at + 1]?.index);
    const previous = found[at - 1];
    const ahead = sentence.slice(previous ? previous.index + previous[0].length : 0, index);
    // 预备期一年，按第三十二条办理: what follows may say nothing of the subject.
    return { cited, beside: articles.some(({ pattern }) => pattern.test(behind)) ? behind : ahead };
  });
}

function movedIn(cited: string, beside: string): MovedArticle | undefined {
  const meant = articles.find(({ pattern }) => pattern.test(beside));
  return meant && (cited === meant.name || cited === `第${meant.old}条`) ? meant : undefined;
}
