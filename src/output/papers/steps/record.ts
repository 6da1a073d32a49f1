import { materialsOf } from '../../../facts/materials/state.ts';
import { type Actor, needsOf, type StepPaper } from '../../../facts/procedure/needs.ts';
import { isSamePaper } from '../../../model/papers.ts';
import type { Person, Plan } from '../../../model/plan.ts';
import { dateText, type RulesText, rulesOn, type StepName } from '../../../model/steps.ts';
import type { Texts } from '../../../text/texts.ts';
import type { Cell } from '../../findings/section.ts';
import { displayWidth } from '../../layout/width.ts';
import type { FormRow, PrintDocument } from '../../print/model.ts';
import { type PaperContext, paperOf } from './paper.ts';
import { isDone } from './people-concerned.ts';
import { monthOf, probationOf } from './person-fields.ts';

/** The 25 steps of the flow chart, each with the events of the roster that belong to it; the step itself is the last one. */
const CHART: readonly (readonly StepName[])[] = [
  ['application'],
  ['talk'],
  ['leagueRecommendation', 'activistNotice', 'activist'],
  ['activistFiling'],
  ['contactsAssigned'],
  ['inspections'],
  ['prospectiveNotice', 'prospective'],
  ['prospectiveFiling'],
  ['introducersAssigned'],
  ['politicalReview'],
  ['training'],
  ['branchReview'],
  ['preReview'],
  ['form'],
  ['acceptanceNotice', 'branchMeeting'],
  ['committeeTalk'],
  ['approval'],
  ['countyFiling'],
  ['assigned'],
  ['oath'],
  ['probationInspections'],
  ['conversionApplication'],
  ['probationExtension', 'conversionNotice', 'conversionMeeting'],
  ['conversionApproval'],
  ['archived'],
];

/** Since 2026 the superior committee agrees before the notice and the listing (Art. 13): steps 7 and 8 change places. */
const CHART_2026 = CHART.map((events, index) => (index === 6 ? CHART[7]! : index === 7 ? CHART[6]! : events));

/** Step 7 of the chart, which the two texts order differently. */
const LISTING = 6;

/** Type of the table in points, and the height of a row in millimetres: 25 steps fill both sides of a sheet and are written into by hand. */
const TYPE = 10.5;
const ROW = 13;

/** The record of the whole procedure (全程纪实表), a sheet a person: each step, when, by whom, which papers. */
export function recordPaper(context: PaperContext): PrintDocument {
  const { facts, people, texts } = context;
  const { record } = texts.stepPapers;
  const sheets = people.map(person => ({
    title: record.title,
    parts: [
      { kind: 'form' as const, name: record.title, rows: formRows(facts.plan, person, texts) },
      {
        kind: 'table' as const,
        name: person.name,
        type: TYPE,
        rowHeight: ROW,
        columns: record.columns.map((title, index) => ({ title, min: [3, 12, 10, 8, 12, 8][index]! })),
        rows: stepRows(facts.plan, person, texts),
      },
      { kind: 'signature' as const, labels: [...record.signature] },
    ],
  }));
  return paperOf(sheets, context, { style: 'sheet' });
}

/** The text by which somebody is listed: of the day of the listing, else of today. */
const textFor = (plan: Plan, { dates }: Person): RulesText => rulesOn(dates.prospective?.first ?? plan.asOf);

function formRows(plan: Plan, person: Person, { stepPapers, papers }: Texts): FormRow[] {
  const { data } = person;
  const { fields } = stepPapers;
  const probation = probationOf(plan, person);
  const pairs: [label: string, text: string][][] = [
    [
      [fields.name, person.name],
      [fields.gender, papers.notice.term('gender', data.gender ?? '')],
      [fields.ethnicity, data.ethnicity ?? ''],
    ],
    [
      [fields.birth, stepPapers.date((data.birth ?? '').slice(0, 7))],
      [fields.education, papers.notice.term('education', data.education ?? '')],
      [fields.branch, data.branch ?? ''],
    ],
    [
      [fields.contacts, stepPapers.list(data.contacts ?? [])],
      [fields.introducers, stepPapers.list(data.introducers ?? [])],
      [
        fields.probation,
        probation
          ? stepPapers.range(probation.from, probation.to)
          : stepPapers.date(monthOf(person, 'branchMeeting')),
      ],
    ],
  ];
  return pairs.map(row => ({
    cells: row.flatMap(([label, text]) => [{ text: label, label: true as const }, { text }]),
  }));
}

function stepRows(plan: Plan, person: Person, texts: Texts): Cell[][] {
  const text = textFor(plan, person);
  const { steps, steps2026 } = texts.stepPapers.record;
  return (text === 2026 ? CHART_2026 : CHART).map((events, index) => {
    const name =
      text === 2026 && (index === LISTING || index === LISTING + 1)
        ? steps2026[index - LISTING]!
        : steps[index]!;
    return [
      { text: String(index + 1) },
      { text: name },
      { text: daysOf(plan, person, events, texts) },
      { text: actorOf(plan, person, events.at(-1)!, text, texts) },
      { text: papersOf(plan, person, events, text, texts) },
      { text: remarkOf(plan, person, events, texts) },
    ];
  });
}

/** When the step was done, and what else belongs to it; what is only planned stays a blank. */
function daysOf(plan: Plan, person: Person, events: readonly StepName[], { stepPapers }: Texts): string {
  const done = person.dated.filter(({ name, end }) => events.includes(name) && end.first <= plan.asOf);
  const isSeveral = new Set(done.map(({ name }) => name)).size > 1;
  return done
    .map(({ name, start, end }) => {
      const days = stepPapers.range(dateText(start), dateText(end));
      return isSeveral && name !== events.at(-1) ? stepPapers.record.dated(name, days) : days;
    })
    .join('\n');
}

/** A longer name of a unit, in columns of a terminal, is not said again in every row. */
const LONG = 24;

function actorOf(
  plan: Plan,
  person: Person,
  step: StepName,
  rules: RulesText,
  { stepPapers }: Texts,
): string {
  const { contacts, introducers, branch } = person.data;
  if (step === 'inspections' && contacts?.length) return stepPapers.list(contacts);
  const { by } = needsOf(plan, person, step, rules);
  const known: Partial<Record<Actor, string>> = {
    branch: branch ?? '',
    committee: plan.organization.name,
    county: plan.organization.superior ?? '',
  };
  if (step === 'probationInspections' && introducers?.length) return stepPapers.list(introducers);
  const name = known[by] ?? '';
  return name === '' || displayWidth(name) > LONG ? stepPapers.record.actor[by] : name;
}

/** Each paper with a box to tick, ticked where the roster has it. */
function papersOf(
  plan: Plan,
  person: Person,
  events: readonly StepName[],
  rules: RulesText,
  texts: Texts,
): string {
  const papers = new Set(
    events
      .filter(event => event !== 'leagueRecommendation' && event !== 'probationExtension')
      .filter(
        event =>
          event === events.at(-1) ||
          isDone(plan, person, event) ||
          (event === 'prospectiveNotice' && rules === 2026),
      )
      .flatMap(event =>
        needsOf(plan, person, event, rules).papers.filter(
          ({ case: when }) => when === undefined || when === 'withCommittee',
        ),
      )
      .map(({ paper }) => paper),
  );
  return [...papers]
    .map(paper => texts.stepPapers.box(isIn(plan, person, paper, texts), texts.checklist.stepPaper[paper]))
    .join(' ');
}

/** Whether the plan collects this paper and the roster has it of somebody. */
function isIn(plan: Plan, person: Person, paper: StepPaper, { checklist }: Texts): boolean {
  const name = checklist.stepPaper[paper];
  return materialsOf(plan, person).some(
    ({ material, status }) => status === 'in' && isSamePaper(material, { id: paper, name }),
  );
}

function remarkOf(plan: Plan, person: Person, events: readonly StepName[], { stepPapers }: Texts): string {
  const { record } = stepPapers;
  const { training, branchMeeting, conversionMeeting } = person.data.events ?? {};
  if (events.includes('training') && typeof training === 'object' && training.hours !== undefined)
    return stepPapers.hours(training.hours);
  const meeting = events.includes('branchMeeting')
    ? branchMeeting
    : events.includes('conversionMeeting')
      ? conversionMeeting
      : undefined;
  if (
    typeof meeting === 'object' &&
    meeting.entitled !== undefined &&
    isDone(plan, person, events.includes('branchMeeting') ? 'branchMeeting' : 'conversionMeeting')
  )
    return record.votes(meeting.entitled, meeting.present, meeting.inFavour);
  return '';
}
