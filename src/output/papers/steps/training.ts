import type { ScheduledStep } from '../../../facts/schedule/resolve.ts';
import { type Day, isoOf } from '../../../values/day.ts';
import type { PrintDocument } from '../../print/model.ts';
import { type PaperContext, paperOf, paragraphs } from './paper.ts';

/** As many half days have a column each; of a longer course each day has one. */
const MOST_HALF_DAYS = 6;
const MOST_DAYS = 8;
/** Where the plan does not say how long the course is: three days, as the Rules ask. */
const USUAL_DAYS = 3;

/** The sign-in sheet of the training (培训签到册): a column for each half day of the plan's own course. */
export function trainingPaper(context: PaperContext): PrintDocument {
  const { facts, people, decision, texts } = context;
  const { training, fields } = texts.stepPapers;
  const kind = decision === 'activist' ? 'activist-training' : 'training';
  const course = facts.schedule.steps.find(({ step }) => step.kind === kind);
  const sessions = sessionsOf(course, context);
  return paperOf(
    [
      {
        title: training.title(decision === 'activist' ? 'activist' : 'prospective'),
        parts: [
          ...paragraphs(
            training.head(
              course?.from === undefined || course.to === undefined
                ? ''
                : texts.papers.document.days(isoOf(course.from), isoOf(course.to)),
              facts.plan.organization.name,
            ),
          ),
          {
            kind: 'table',
            name: training.sheet,
            rowHeight: 10,
            columns: [
              fields.number,
              fields.name,
              fields.gender,
              fields.branch,
              ...sessions,
              fields.remarks,
            ].map(title => ({
              title,
              min: 4,
            })),
            rows: people.map(({ name, data }, index) =>
              [
                String(index + 1),
                name,
                texts.papers.notice.term('gender', data.gender ?? ''),
                data.branch ?? '',
                ...sessions.map(() => ''),
                '',
              ].map(text => ({ text })),
            ),
          },
          { kind: 'signature', labels: [...training.signature] },
        ],
      },
    ],
    context,
    { style: 'sheet', orientation: 'landscape' },
  );
}

function sessionsOf(course: ScheduledStep | undefined, { facts, texts }: PaperContext): string[] {
  const { training } = texts.stepPapers;
  const { from, to } = course ?? {};
  const known = from !== undefined && to !== undefined;
  const { calendar } = facts.plan;
  // A course of three working days over a weekend is held on three days.
  const isHeld = (day: Day) => course?.step.duration?.unit !== 'wd' || calendar.isWorkday(day);
  const names = known
    ? Array.from({ length: to - from + 1 }, (_, index) => from + index)
        .filter(isHeld)
        .slice(0, MOST_DAYS)
        .map(day => texts.papers.gantt.label(isoOf(day)))
    : Array.from({ length: USUAL_DAYS }, (_, index) => training.day(index + 1));
  return names.length * 2 > MOST_HALF_DAYS
    ? names
    : names.flatMap(day => training.halves.map(half => `${day}${half}`));
}
