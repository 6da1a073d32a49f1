import type { ScheduledStep } from '../../facts/schedule/resolve.ts';
import type { Plan, Step } from '../../model/plan.ts';
import type { Texts } from '../../text/texts.ts';
import { isoOf } from '../../values/day.ts';
import type { Gantt } from '../print/model.ts';
import { whenSaid } from './when.ts';

/** A chart longer than this would show nothing of the rest days, and need not know them. */
const SHADED_DAYS = 120;

/** The dated steps as bars; undefined where none is dated. */
export function ganttOf(
  steps: readonly ScheduledStep[],
  plan: Plan,
  critical: ReadonlySet<Step>,
  texts: Texts,
): Gantt | undefined {
  const dated = steps.flatMap(scheduled => {
    const { from, to } = scheduled;
    return from === undefined || to === undefined || to < from ? [] : [{ ...scheduled, from, to }];
  });
  if (dated.length === 0) return undefined;
  const from = Math.min(...dated.map(each => each.from));
  const to = Math.max(...dated.map(each => each.to));
  const days =
    to - from < SHADED_DAYS ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : [];
  const { calendar } = plan;
  const { gantt } = texts.papers;
  return {
    title: gantt.title,
    from,
    to,
    rest: days.filter(day => !calendar.isWorkday(day)),
    legend: gantt.legend,
    label: day => gantt.label(isoOf(day)),
    month: day => gantt.month(isoOf(day)),
    dayNumber: day => String(Number(isoOf(day).slice(8))),
    bars: dated.map(scheduled => {
      const { step, from: first, to: last } = scheduled;
      return {
        name: step.name,
        phase: step.phase ?? '',
        from: first,
        to: last,
        deadline: step.deadline,
        state: step.done !== undefined ? 'done' : critical.has(step) ? 'critical' : 'planned',
        days: whenSaid(scheduled, texts, plan.year) ?? gantt.days(isoOf(first), isoOf(last)),
      };
    }),
  };
}
