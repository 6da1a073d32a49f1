import { asScheduled, type Misfit, type Placement } from '../../facts/schedule/placement.ts';
import type { ScheduledStep } from '../../facts/schedule/resolve.ts';
import type { Plan } from '../../model/plan.ts';
import type { Texts } from '../../text/texts.ts';
import { isoOf, weekdayOf } from '../../values/day.ts';
import { planTitle } from '../findings/rows.ts';
import type { Cell, Column } from '../findings/section.ts';
import { remarksOf } from '../findings/timeline-rows.ts';
import type { Part, PrintDocument } from '../print/model.ts';
import { ganttOf } from './gantt.ts';
import { whenSaid } from './when.ts';

/** The steps by date with their working days, owners and papers, and a chart; `placement` where days were worked out. */
export function scheduleOf(
  plan: Plan,
  steps: readonly ScheduledStep[],
  placement: Placement | undefined,
  texts: Texts,
): PrintDocument {
  const { papers, report } = texts;
  const sorted = placement ? asScheduled(placement, plan) : byDate(steps);
  return {
    title: papers.schedule.title(planTitle({ plan }, texts)),
    language: texts.language,
    style: 'sheet',
    orientation: 'landscape',
    day: plan.asOf,
    parts: [
      ...(placement ? placementParts(placement, plan, texts) : []),
      ...(sorted.length === 0 ? [{ kind: 'paragraph' as const, text: papers.schedule.nothing }] : []),
      ...phasesOf(sorted).flatMap(([phase, own]): Part[] => [
        ...(phase === '' ? [] : [{ kind: 'heading' as const, level: 2 as const, text: phase }]),
        {
          kind: 'table',
          name: phase === '' ? report.timeline.heading : phase,
          ...tableOf(own, plan, placement, texts),
        },
      ]),
      ...chart(sorted, plan, placement, texts),
    ],
  };
}

/** Dated steps by their first day, then those without one, else in the order of the plan. */
export const byDate = (steps: readonly ScheduledStep[]): ScheduledStep[] =>
  [...steps].sort((a, b) => (a.from ?? Infinity) - (b.from ?? Infinity) || (a.to ?? 0) - (b.to ?? 0) || 0);

/** Steps one after the other under the same phase. */
export function phasesOf(steps: readonly ScheduledStep[]): [phase: string, steps: ScheduledStep[]][] {
  const phases: [string, ScheduledStep[]][] = [];
  for (const scheduled of steps) {
    const phase = scheduled.step.phase ?? '';
    const last = phases.at(-1);
    if (last && last[0] === phase) last[1].push(scheduled);
    else phases.push([phase, [scheduled]]);
  }
  return phases;
}

interface Field {
  column: Column;
  cell(scheduled: ScheduledStep): Cell;
}

/** Columns that no step has anything for are left out. */
function tableOf(
  steps: readonly ScheduledStep[],
  plan: Plan,
  placement: Placement | undefined,
  texts: Texts,
): { columns: Column[]; rows: Cell[][] } {
  const fields = fieldsOf(plan, placement, texts).map(({ column, cell }) => ({
    column,
    cells: steps.map(cell),
  }));
  const used = fields.filter(({ cells }, index) => index < 3 || cells.some(({ text }) => text !== ''));
  return {
    columns: used.map(({ column }) => column),
    rows: steps.map((_, row) => used.map(({ cells }) => cells[row]!)),
  };
}

function fieldsOf(plan: Plan, placement: Placement | undefined, texts: Texts): Field[] {
  const { papers, report } = texts;
  const { columns, list } = papers.schedule;
  const placed = new Map(placement?.steps.map(each => [each.step, each]));
  const material = new Map(plan.materials.map(({ id, name }) => [id, name]));
  const plain = (text: string): Cell => ({ text });
  const range = (from: string, to: string) => (from === to ? from : report.timeline.weekdays(from, to));
  return [
    {
      column: { title: columns.date, min: 5 },
      cell: scheduled => {
        const { from, to } = scheduled;
        if (from === undefined || to === undefined) return { text: report.timeline.undated, tone: 'faint' };
        return plain(
          (!placement && whenSaid(scheduled, texts, plan.year)) ||
            papers.document.span(isoOf(from), isoOf(to), plan.year),
        );
      },
    },
    {
      column: { title: columns.weekday, min: 3 },
      cell: ({ from, to, kind }) => {
        if (from === undefined || to === undefined || kind === 'window') return plain('');
        const first = kind === 'deadline' ? to : from;
        return plain(
          range(report.timeline.weekday(weekdayOf(first)), report.timeline.weekday(weekdayOf(to))),
        );
      },
    },
    { column: { title: columns.step, min: 12 }, cell: ({ step }) => plain(step.name) },
    {
      column: { title: columns.workingDays, align: 'right' },
      // Of a day by which something is done, or days between which it is, the days in between are not its own.
      cell: ({ from, kind, step, workingDays }) =>
        plain(from === undefined || (kind !== 'days' && !step.duration) ? '' : String(workingDays)),
    },
    { column: { title: columns.owner, min: 6 }, cell: ({ step }) => plain(step.owner ?? '') },
    {
      column: { title: columns.materials, min: 8 },
      cell: ({ step }) => plain(list(step.due.map(id => material.get(id) ?? id))),
    },
    {
      column: { title: columns.slack, align: 'right' },
      cell: ({ step }) => {
        const own = placed.get(step);
        if (!own) return plain('');
        return own.critical
          ? { text: papers.schedule.critical, tone: 'warning' }
          : plain(own.done ? '' : String(own.slack));
      },
    },
    {
      column: { title: columns.remarks, min: 8 },
      cell: scheduled => {
        const { step } = scheduled;
        // Of computed days everything is computed: that is said once above the table.
        const remarks = remarksOf({ ...scheduled, computed: scheduled.computed && !placement }, plan, texts);
        if (step.deadline !== undefined && scheduled.kind !== 'deadline')
          remarks.push(papers.schedule.deadline(isoOf(step.deadline)));
        if (step.done !== undefined) remarks.push(papers.schedule.done(isoOf(step.done)));
        if (step.note) remarks.push(step.note);
        return plain(remarks.join(texts.language === 'zh' ? '；' : '; '));
      },
    },
  ];
}

function placementParts(placement: Placement, plan: Plan, texts: Texts): Part[] {
  const nameOf = (id: string): string => plan.steps.find(step => step.id === id)?.name ?? id;
  const { direction, first, last, steps, misfits, circle } = placement;
  const { schedule } = texts.papers;
  if (circle.length > 0)
    return [{ kind: 'paragraph', text: schedule.circle(circle.map(nameOf)), tone: 'error' }];
  if (steps.length === 0) return [];
  const critical = steps.filter(each => each.critical).map(({ step }) => step.name);
  return [
    { kind: 'paragraph', text: schedule.placed(direction, isoOf(first), isoOf(last)) },
    { kind: 'paragraph', text: schedule.criticalPath(critical) },
    ...misfits.map((misfit): Part => ({ kind: 'paragraph', text: misfitText(misfit, texts), tone: 'error' })),
  ];
}

/** What does not fit, and which constraint binds. */
const misfitText = ({ step, why, day, limit, chain }: Misfit, { papers }: Texts): string =>
  papers.schedule.misfit[why](
    step.name,
    isoOf(day),
    isoOf(limit),
    chain.map(({ name }) => name),
  );

function chart(
  steps: readonly ScheduledStep[],
  plan: Plan,
  placement: Placement | undefined,
  texts: Texts,
): Part[] {
  const critical = new Set(placement?.steps.filter(each => each.critical).map(({ step }) => step));
  const gantt = ganttOf(steps, plan, critical, texts);
  return gantt ? [{ kind: 'gantt', chart: gantt }] : [];
}
