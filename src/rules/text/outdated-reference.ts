import { dayOf, isoOf, parseDay } from '../../model/day.ts';
import { proseOf, sentencesOf, type TextOwner, textsOf } from '../../model/texts.ts';
import { type OldReference, oldReferences } from '../../regulations/phrases.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** A text that says so does not rely on the document. */
const REPEALED = /废止|作废|失效|取代|替代|代替|停止执行|不再执行/;

/**
 * A title begins here: not in the middle of another one (某县发展党员工作细则（试行） is a local document). What stands
 * before it is looked at once the title is found: the other way round every character would be looked back from.
 */
const fromBeginning = (title: string): string =>
  `${title}(?<=(?:(?<!\\p{Script=Han})|(?<=[照据行彻按循守和与及对到]))${title})`;

/** The ways in which a document is cited: by its title, its number, its year of issue. */
function patternsOf({ titles, numbers, issued }: OldReference): RegExp[] {
  const sources = [
    // 《…细则（试行）》 and 《…细则》（试行）, in brackets of either width
    ...titles.map(title => {
      const [name = '', trial] = title.split('（试行）');
      return fromBeginning(name) + (trial === undefined ? '' : `》?\\s*[（(<〈]\\s*试行\\s*[）)>〉]${trial}`);
    }),
    ...numbers.map(
      ({ prefix, year, number }) =>
        `${prefix}\\s*[〔［\\[【（(]\\s*${year}\\s*[〕］\\]】）)]\\s*第?${number}\\s*号`,
    ),
    ...(issued
      ? [`${issued}年[^。；;，,]{0,20}?(?<!实施)细则`, `发展党员工作细则[》）)]*\\s*[（(]\\s*${issued}`]
      : []),
  ];
  return sources.map(source => new RegExp(source, 'u'));
}

const references = oldReferences.map(reference => {
  const patterns = patternsOf(reference);
  return { ...reference, patterns, any: new RegExp(patterns.map(({ source }) => source).join('|'), 'u') };
});

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
    const prose = proseOf(plan);
    // Hardly any plan cites anything of the kind.
    const old = references.filter(({ fromYear, any }) => plan.year >= fromYear && any.test(prose));
    if (old.length === 0) return;
    // Article 3 stands in every version of the Rules.
    const { document: current } = plan.norms.regulation('control-total', dayOf(plan.year, 12, 31)!)!;
    for (const { text, place, owner, subject } of textsOf(plan)) {
      for (const { document, patterns, any } of old) {
        if (!any.test(text)) continue;
        const sentences = sentencesOf(text).filter(sentence => !REPEALED.test(sentence));
        const [match] = sentences.flatMap(sentence =>
          patterns.flatMap(pattern => pattern.exec(sentence) ?? []),
        );
        if (!match) continue;
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
