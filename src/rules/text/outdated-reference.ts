import { planTexts, sentencesOf, type TextOwner } from '../../model/plan-texts.ts';
import { type OldReference, oldReferences } from '../../norms/phrases.ts';
import { isoOf, parseDay, yearEndOf } from '../../values/day.ts';
import { lazy } from '../../values/memo.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** A text that says so does not rely on the document. */
const REPEALED = /废止|作废|失效|取代|替代|代替|停止执行|不再执行/;

/**
 * A title begins here: not in the middle of another one (某县发展党员工作细则（试行） is a local document). What stands
 * before it is looked at once the title is found: the other way round every character would be looked back from.
 */
const fromBeginning = (title: string): string =>
  `${title}(?<=(?:(?<!\\p{Script=Han})|(?<=[照据行彻按循守和与及对到]))${title})`;

/** A way in which a document is cited, and words without which it is not: looking for them is a tenth of the work. */
interface Citation {
  words: readonly string[];
  pattern: () => RegExp;
}

/** The ways in which a document is cited: by its title, its number, its year of issue. */
function citationsOf({ titles, numbers, issued }: OldReference): Citation[] {
  const citation = (words: readonly string[], source: string) => ({
    words,
    pattern: lazy(() => new RegExp(source, 'u')),
  });
  return [
    // 《…细则（试行）》 and 《…细则》（试行）, in brackets of either width
    ...titles.map(title => {
      const [name = '', trial] = title.split('（试行）');
      return trial === undefined
        ? citation([name], fromBeginning(name))
        : citation([name, '试行'], `${fromBeginning(name)}》?\\s*[（(<〈]\\s*试行\\s*[）)>〉]${trial}`);
    }),
    ...numbers.map(({ prefix, year, number }) =>
      citation(
        [prefix, String(year)],
        `${prefix}\\s*[〔［\\[【（(]\\s*${year}\\s*[〕］\\]】）)]\\s*第?${number}\\s*号`,
      ),
    ),
    ...(issued
      ? [
          citation([`${issued}年`, '细则'], `${issued}年[^。；;，,]{0,20}?(?<!实施)细则`),
          citation(['发展党员工作细则', String(issued)], `发展党员工作细则[》）)]*\\s*[（(]\\s*${issued}`),
        ]
      : []),
  ];
}

const references = oldReferences.map(reference => ({ ...reference, citations: citationsOf(reference) }));

const isCited = (text: string, citations: readonly Citation[]): boolean =>
  citations.some(({ words, pattern }) => words.every(word => text.includes(word)) && pattern().test(text));

const citedIn = (text: string) => references.filter(({ citations }) => isCited(text, citations));

/** A document is cited that was superseded before the plan: the trial Rules of 1990 after 2014 (phrases.yaml). */
export const outdatedReference = {
  id: 'text/outdated-reference',
  severity: 'warning',
  norm: 'wording',
  check(
    { plan }: Facts,
    report: Report<{
      text: string;
      owner: TextOwner;
      document: { zh: string; en: string };
      /** first day on which it was no longer in force */
      since: string;
      /** the Rules in force at the end of the plan's year */
      instead: { zh: string; en: string };
    }>,
  ) {
    for (const entry of planTexts(plan)) {
      for (const { fromYear, document, citations } of citedIn(entry.text)) {
        if (plan.year < fromYear) continue;
        const { text, place, owner, subject } = entry;
        const sentences = sentencesOf(text).filter(sentence => !REPEALED.test(sentence));
        const [match] = sentences.flatMap(sentence =>
          citations.flatMap(({ pattern }) => pattern().exec(sentence) ?? []),
        );
        if (!match) continue;
        // Article 3 stands in every version of the Rules.
        const { document: current } = plan.norms.regulation('control-total', yearEndOf(plan.year))!;
        report(
          place,
          {
            text: match.replace(/\s+/g, ''),
            owner,
            document: { zh: document.zh, en: document.en },
            since: isoOf(parseDay(document.until!)! + 1),
            instead: { zh: current.zh, en: current.en },
          },
          { subject },
        );
      }
    }
  },
} satisfies Rule;
