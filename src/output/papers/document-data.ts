import type { Facts } from '../../facts/facts.ts';
import { dueDayOf, type ScheduledStep } from '../../facts/schedule/resolve.ts';
import type { Plan, Quota, Section, Step } from '../../model/plan.ts';
import type { Texts } from '../../text/texts.ts';
import { isoOf } from '../../values/day.ts';
import { amountText } from '../../values/share.ts';
import { baseName } from '../findings/rows.ts';
import type { Cell, Column } from '../findings/section.ts';
import type { Part } from '../print/model.ts';
import { byDate, phasesOf } from './schedule.ts';
import { whenSaid } from './when.ts';

type Data = Section['data'][number];

/** A table or list of the plan, as the prose asks for it. */
export function dataParts(data: Data, facts: Facts, texts: Texts): Part[] {
  switch (data) {
    case 'quota':
      return quotaParts(facts, texts);
    case 'schedule':
      return scheduleParts(facts, texts);
    case 'materials':
      return materialParts(facts, texts);
  }
}

function quotaParts({ plan, structure }: Facts, texts: Texts): Part[] {
  const { quota, reserve } = plan;
  if (!quota) return [];
  const { document } = texts.papers;
  const { fields } = texts.stepPapers;
  const parts = quota.categories
    .filter(({ implicit }) => !implicit)
    .map(({ name, count }) => ({ name: name, count }));
  const demands = structure.map(({ requirement, accepted }) => ({
    name: requirement.name,
    comparator: requirement.comparator,
    amount: amountText(requirement.amount),
    of: requirement.of === undefined ? '' : baseName(plan, requirement.of),
    min: accepted?.min ?? null,
    max: accepted?.max ?? null,
    planned: requirement.plannedAs,
    advisory: requirement.level === 'advisory',
  }));
  const range = reserve && { min: reserve.min, max: reserve.max ?? null };
  const sentences = [
    document.quota(plan.year, quota.total, plan.organization.superior, range, parts),
    ...furtherSentences(quota, texts),
    ...(demands.length > 0 ? [document.structure(demands)] : []),
  ];
  const { columns, heads } = document;
  // A plan that states no heads of its own has no empty column for them.
  const hasPlanned = demands.some(({ planned }) => planned !== undefined);
  return [
    ...sentences.map((text): Part => ({ kind: 'paragraph', text })),
    ...(demands.length > 0
      ? [
          {
            kind: 'table' as const,
            name: document.headings.quota,
            columns: [
              { title: fields.number },
              { title: columns.requirement, min: 8 },
              { title: columns.demand, min: 6 },
              { title: columns.heads, min: 6 },
              ...(hasPlanned ? [{ title: columns.planned, min: 4 }] : []),
            ],
            rows: demands.map(({ name, comparator, amount, min, max, planned }, index) =>
              [
                String(index + 1),
                name,
                texts.report.structure.demand(comparator, amount),
                min === null || comparator === 'actual' ? '' : heads(min, max),
                ...(hasPlanned ? [planned === undefined ? '' : document.number(planned)] : []),
              ].map(text => ({ text })),
            ),
          },
        ]
      : []),
  ];
}

/** What else the plan says of its number: the years it is for, the batches, what each branch has. */
function furtherSentences(
  { overYears, yearlyTolerance, batches, perBranch, branchWord }: Quota,
  { papers: { document } }: Texts,
): string[] {
  const named = batches.map(({ name, total }) => ({ name: name, count: total }));
  return [
    ...(overYears === undefined ? [] : [document.years(overYears, yearlyTolerance?.text)]),
    ...(named.length > 0 ? [document.batches(named)] : []),
    ...(perBranch ? [document.perBranch(perBranch.min, perBranch.max, branchWord)] : []),
  ];
}

function scheduleParts({ schedule }: Facts, texts: Texts): Part[] {
  const { document } = texts.papers;
  const sorted = byDate(schedule.steps);
  const phases = phasesOf(sorted);
  const hasPhases = phases.some(([phase]) => phase !== '');
  let number = 0;
  return phases.flatMap(([phase, steps], index): Part[] => [
    ...(hasPhases && phase !== ''
      ? [
          {
            kind: 'heading' as const,
            level: 2 as const,
            text: document.numberedPhase(index + 1, phase),
          },
        ]
      : []),
    ...steps.map((scheduled): Part => {
      const { step, from, to } = scheduled;
      number = hasPhases && step === steps[0]!.step ? 1 : number + 1;
      const days =
        whenSaid(scheduled, texts) ??
        (from === undefined || to === undefined ? '' : document.days(isoOf(from), isoOf(to)));
      const by =
        scheduled.kind !== 'deadline' && step.deadline !== undefined
          ? document.doneBy(isoOf(step.deadline))
          : '';
      return {
        kind: 'paragraph',
        text: document.step(
          number,
          step.name,
          [days, by].filter(part => part !== '').join(document.comma),
          step.owner ?? '',
          step.note ?? '',
        ),
      };
    }),
  ]);
}

function materialParts({ plan, schedule }: Facts, texts: Texts): Part[] {
  if (plan.materials.length === 0) return [];
  const asking = schedule.steps.find(({ step }) => step.due.length > 0);
  const by = asking && dueDayOf(asking);
  const names = plan.materials.map(({ name, count }) => ({ name: name, count }));
  return [
    {
      kind: 'paragraph',
      text: texts.papers.document.materials(
        names,
        by === undefined ? '' : isoOf(by),
        (asking?.step satisfies Step | undefined)?.owner ?? '',
      ),
    },
  ];
}

/** The table of steps, for the wall. Lists of people are separate papers: a plan is passed on, a roster is not. */
export function attachmentsOf({ plan, schedule }: Facts, texts: Texts): { name: string; parts: Part[] }[] {
  if (schedule.steps.length === 0) return [];
  const { scheduleAttachment: name } = texts.papers.document;
  const phases = phasesOf(byDate(schedule.steps));
  return [
    {
      name,
      parts: phases.flatMap(([phase, steps]): Part[] => [
        ...(phase === '' ? [] : [{ kind: 'heading' as const, level: 2 as const, text: phase }]),
        {
          kind: 'table',
          name: phase === '' ? name : phase,
          ...officialTable(steps, plan, texts),
        },
      ]),
    },
  ];
}

/** What an office puts on the wall: when, what, who, which papers. What was counted or found stands in `plan schedule`. */
function officialTable(
  steps: readonly ScheduledStep[],
  plan: Plan,
  texts: Texts,
): { columns: Column[]; rows: Cell[][] } {
  const { stepPapers } = texts;
  const { document, schedule } = texts.papers;
  const material = new Map(plan.materials.map(({ id, name }) => [id, name]));
  const { columns } = schedule;
  const fields: { column: Column; text(scheduled: ScheduledStep, index: number): string }[] = [
    { column: { title: stepPapers.fields.number }, text: (_, index) => String(index + 1) },
    {
      column: { title: columns.date, min: 8 },
      text: scheduled => {
        const { from, to } = scheduled;
        const said = whenSaid(scheduled, texts, plan.year);
        if (said !== undefined || from === undefined || to === undefined) return said ?? '';
        return document.span(isoOf(from), isoOf(to), plan.year);
      },
    },
    { column: { title: columns.step, min: 12 }, text: ({ step }) => step.name },
    { column: { title: columns.owner, min: 6 }, text: ({ step }) => step.owner ?? '' },
    {
      column: { title: columns.materials, min: 8 },
      text: ({ step }) => schedule.list(step.due.map(id => material.get(id) ?? id)),
    },
    { column: { title: columns.remarks, min: 8 }, text: ({ step }) => step.note ?? '' },
  ];
  const used = fields.filter(
    ({ text }, index) => index < 3 || steps.some((each, row) => text(each, row) !== ''),
  );
  return {
    columns: used.map(({ column }) => column),
    rows: steps.map((each, row) => used.map(({ text }) => ({ text: text(each, row) }))),
  };
}
