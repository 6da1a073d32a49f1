import type { Person } from '../../../model/plan.ts';
import { dateText } from '../../../model/steps.ts';
import { isoOf } from '../../../values/day.ts';
import type { PrintDocument } from '../../print/model.ts';
import { type Decision, STEPS_OF } from './decisions.ts';
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
            noticeResult.opening(decision, names, days),
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

/** The days of the notice: those on the roster, if all have the same, else those of the plan's step. */
function daysOf({ facts: { schedule }, people, decision, texts }: PaperContext): string {
  const own = new Set(people.map(person => eventDays(person, decision)));
  const [only] = own;
  const [from, to] =
    own.size === 1 && only !== undefined
      ? only.split('/')
      : schedule.steps
          .filter(({ step }) => step.kind === STEPS_OF[decision].kind)
          .flatMap(step =>
            step.from === undefined || step.to === undefined ? [] : [isoOf(step.from), isoOf(step.to)],
          );
  return from !== undefined && to !== undefined ? texts.papers.document.days(from, to) : '';
}

function eventDays({ dated }: Person, decision: Decision): string | undefined {
  const step = dated.find(({ name }) => name === STEPS_OF[decision].notice);
  return step && `${dateText(step.start)}/${dateText(step.end)}`;
}
