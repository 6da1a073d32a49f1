import { type Decision, STEPS_OF } from '../../../facts/procedure/decisions.ts';
import type { Person } from '../../../model/plan.ts';
import { dateText } from '../../../model/steps.ts';
import { unknownYears } from '../../../norms/calendar/calendar.ts';
import { isoOf, parseDay } from '../../../values/day.ts';
import type { PrintDocument } from '../../print/model.ts';
import { noticeTerms } from '../notice.ts';
import { type PaperContext, paperOf, paragraphs } from './paper.ts';

/** What came of a public notice (公示情况说明): the days as far as they are known, the rest in boxes and blanks. */
export function noticeResultPaper(context: PaperContext): PrintDocument {
  const { facts, people, decision, texts } = context;
  const { plan } = facts;
  const { noticeResult, who, blankDate, box } = texts.stepPapers;
  const names = who(people.map(({ name }) => name));
  const days = daysOf(context);
  const isMobile = people.some(({ data }) => data.mobile === true);
  const [none, some] = noticeResult.received;
  return paperOf(
    [
      {
        title: noticeResult.title(decision, names),
        parts: [
          ...paragraphs(
            noticeResult.opening(decision, names, days.text, days.workingDays, days.isCertain),
            noticeResult.places(isMobile),
            `${noticeResult.during}${box(false, none!)}　${box(false, some!)}`,
            noticeResult.checked,
            `${noticeResult.result}${noticeResult
              .results(decision)
              .map(each => box(false, each))
              .join('　')}`,
          ),
          { kind: 'signature', labels: [...noticeResult.signature] },
          { kind: 'issuer', organization: plan.organization.name, date: blankDate },
        ],
      },
    ],
    context,
    { style: 'official' },
  );
}

/** In words, empty where they are not known, and how many of them are working days. */
interface NoticeDays {
  text: string;
  workingDays: number | undefined;
  /** false where there are at the least so many, since a holiday notice is not known */
  isCertain: boolean;
}

/** The days of the notice: those on the roster, if all have the same, else those of the plan once they are over. */
function daysOf({ facts: { plan, schedule }, people, decision, texts }: PaperContext): NoticeDays {
  const { days } = texts.papers.document;
  const own = new Set(people.map(person => eventDays(person, decision)));
  const [only] = own;
  if (own.size === 1 && only !== undefined) {
    const [from = '', to = ''] = only.split('/');
    const [first, last] = [parseDay(from), parseDay(to)];
    // Of months no days are counted.
    if (first === undefined || last === undefined)
      return { text: days(from, to), workingDays: undefined, isCertain: true };
    const { calendar, settings } = plan;
    return {
      text: days(from, to),
      workingDays: calendar.cautious.workingDays(settings.noticeExcludesFirstDay ? first + 1 : first, last),
      isCertain: unknownYears(calendar, first, last).length === 0,
    };
  }
  const terms = noticeTerms(plan, schedule, {}, decision);
  // Of a notice that still hangs nothing can be stated.
  return terms && terms.to < plan.asOf
    ? {
        text: days(isoOf(terms.from), isoOf(terms.to)),
        workingDays: terms.workingDays,
        isCertain: terms.unknown.length === 0,
      }
    : { text: '', workingDays: undefined, isCertain: true };
}

function eventDays({ dated }: Person, decision: Decision): string | undefined {
  const step = dated.find(({ name }) => name === STEPS_OF[decision].notice);
  return step && `${dateText(step.start)}/${dateText(step.end)}`;
}
