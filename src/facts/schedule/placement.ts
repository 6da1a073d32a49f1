import type { Duration, Plan, Predecessor, Step } from '../../model/plan.ts';
import type { Calendar } from '../../norms/calendar/calendar.ts';
import type { Day } from '../../values/day.ts';
import { NORM_OF_KIND, noticeDays } from '../procedure/notices.ts';
import { dayAfter, firstDay, inOrder, lastDay, type ScheduledStep } from './resolve.ts';

/** From which end the days are worked out: from a first day on, or back from a last one (倒排工期). */
export type Direction = 'forward' | 'backward';

/** A step with the days that it can take: as early as everything before it allows, as late as everything after it. */
export interface PlacedStep {
  step: Step;
  /** the days chosen: the earliest when planning forward, the latest when planning backward */
  from: Day;
  to: Day;
  earliest: Span;
  latest: Span;
  /** working days by which it may move without moving the end; negative where it does not fit */
  slack: number;
  /** no slack: if it is late, so is the end */
  critical: boolean;
  /** done already: it stays on its day */
  done: boolean;
}

export interface Span {
  from: Day;
  to: Day;
}

/** A step that cannot be placed as demanded, and what stands in its way. */
export interface Misfit {
  step: Step;
  /** `deadline`: it ends at the earliest after its deadline; `start`: it had to begin before the first day allowed */
  why: 'deadline' | 'start';
  /** the day on which it ends (deadline) or begins (start) at best */
  day: Day;
  /** the day demanded */
  limit: Day;
  /** the chain of steps that push it there, in their order, itself last (deadline) or first (start) */
  chain: Step[];
}

export interface Placement {
  direction: Direction;
  /** in the order of their days */
  steps: PlacedStep[];
  first: Day;
  last: Day;
  misfits: Misfit[];
  /** ids of steps that wait for each other in a circle: nothing can then be placed */
  circle: string[];
}

interface Task {
  step: Step;
  length: Duration;
  before: { task: Task; lag: Duration | undefined }[];
  earliest: Span;
  latest: Span;
  /** the task that pushes it late (forward pass), and the one that it must not delay (backward pass) */
  pushedBy?: Task;
  heldBy?: Task;
}

/**
 * Works out the days of all steps from their lengths and predecessors over working days: a pass forward gives the
 * earliest days, a pass backward the latest, the difference is the slack (critical-path method).
 *
 * Where no step names a predecessor, each follows the one listed before it, as in the plans that offices write. The
 * length is the step's `duration`, else the working days of its written span; a public notice has at least the working
 * days that the norm of its day asks for. Steps that are done stay where they are. `anchor` is the first day (forward) or
 * the last (backward); when planning backward, nothing may begin before the plan's day.
 */
export function placeSteps(plan: Plan, direction: Direction, anchor: Day): Placement {
  const { order, circle } = inOrder(plan.steps, new Map(plan.steps.map(step => [step.id, step])));
  const empty = { direction, steps: [], first: anchor, last: anchor, misfits: [], circle };
  if (circle.length > 0 || order.length === 0) return empty;
  const tasks = tasksOf(plan, order, anchor);
  // Days that we choose ourselves stay clear of those that a holiday notice to come may give off.
  const calendar = plan.calendar.cautious;
  const forward = direction === 'forward';
  if (forward) {
    for (const task of tasks) passForward(task, anchor, calendar);
    const end = Math.max(...tasks.map(({ earliest }) => earliest.to));
    for (const task of tasks.toReversed()) passBackward(task, tasks, end, calendar);
  } else {
    for (const task of tasks.toReversed()) passBackward(task, tasks, anchor, calendar);
    const start = Math.min(...tasks.map(({ latest }) => latest.from));
    for (const task of tasks) passForward(task, start, calendar);
  }
  const steps = tasks
    .map(task => placed(task, forward, calendar))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  return {
    ...empty,
    steps,
    first: Math.min(...steps.map(({ from }) => from)),
    last: Math.max(...steps.map(({ to }) => to)),
    misfits: tasks.flatMap(task => misfitsOf(task, forward, plan.asOf)),
  };
}

/** The placement as a schedule that tables and charts can show. */
export const asScheduled = ({ steps }: Placement, { calendar }: Plan): ScheduledStep[] =>
  steps.map(({ step, from, to }) => ({
    step,
    from,
    to,
    computed: true,
    kind: 'days' as const,
    calendarDays: to - from + 1,
    workingDays: calendar.cautious.workingDays(from, to),
  }));

function tasksOf(plan: Plan, order: readonly Step[], anchor: Day): Task[] {
  const isListed = plan.steps.every(({ after }) => after.length === 0);
  const tasks = new Map<string, Task>();
  for (const [index, step] of order.entries()) {
    const previous = order[index - 1];
    const after: readonly Predecessor[] = isListed && previous ? [{ id: previous.id }] : step.after;
    const nowhere = { from: anchor, to: anchor };
    tasks.set(step.id, {
      step,
      length: lengthOf(step, plan, anchor),
      before: after.flatMap(({ id, lag }) => {
        const task = tasks.get(id);
        return task ? [{ task, lag }] : [];
      }),
      earliest: nowhere,
      latest: nowhere,
    });
  }
  return [...tasks.values()];
}

function lengthOf({ kind, duration, on, from, to, precision }: Step, plan: Plan, anchor: Day): Duration {
  const first = from ?? on ?? anchor;
  const length: Duration =
    duration ??
    // Some time in a month is no month long.
    (precision === 'day'
      ? { count: Math.max(1, plan.calendar.workingDays(first, to ?? first)), unit: 'wd' }
      : { count: 1, unit: 'wd' });
  const norm = NORM_OF_KIND[kind];
  if (norm === undefined || length.unit !== 'wd') return length;
  const least = noticeDays(plan, norm, anchor);
  return { count: Math.max(length.count, least), unit: 'wd' };
}

function passForward(task: Task, start: Day, calendar: Calendar): void {
  if (task.step.done !== undefined) {
    task.earliest = { from: task.step.done, to: task.step.done };
    return;
  }
  let from = start;
  for (const { task: before, lag } of task.before) {
    const day = dayAfter(before.earliest.to, lag, calendar);
    if (day <= from) continue;
    from = day;
    task.pushedBy = before;
  }
  const begin = task.length.unit === 'wd' ? calendar.nextWorkday(from) : from;
  task.earliest = { from: begin, to: lastDay(begin, task.length, calendar) };
}

function passBackward(task: Task, tasks: readonly Task[], end: Day, calendar: Calendar): void {
  const { step, length } = task;
  if (step.done !== undefined) {
    task.latest = { from: step.done, to: step.done };
    return;
  }
  let to = step.deadline === undefined ? end : Math.min(end, step.deadline);
  for (const next of tasks)
    for (const { task: before, lag } of next.before) {
      if (before !== task || next.step.done !== undefined) continue;
      const day = dayBefore(next.latest.from, lag, calendar);
      if (day >= to) continue;
      to = day;
      task.heldBy = next;
    }
  if (length.unit === 'wd') to = previousWorkday(to, calendar);
  task.latest = { from: firstDay(to, length, calendar), to };
}

/** The last day on which something may end so that what follows it after a lag can begin on `from`. */
function dayBefore(from: Day, lag: Duration | undefined, calendar: Calendar): Day {
  if (!lag) return from - 1;
  return lag.unit === 'd' ? from - 1 - lag.count : firstDay(from - 1, lag, calendar) - 1;
}

function previousWorkday(day: Day, calendar: Calendar): Day {
  let found = day;
  // Holidays are at most a few weeks.
  while (!calendar.isWorkday(found)) found--;
  return found;
}

function placed({ step, earliest, latest }: Task, forward: boolean, calendar: Calendar): PlacedStep {
  const { from, to } = forward ? earliest : latest;
  const slack =
    latest.from >= earliest.from
      ? calendar.workingDays(earliest.from, latest.from - 1)
      : -calendar.workingDays(latest.from, earliest.from - 1);
  const done = step.done !== undefined;
  return { step, from, to, earliest, latest, slack, critical: !done && slack <= 0, done };
}

function misfitsOf(task: Task, forward: boolean, today: Day): Misfit[] {
  const { step, earliest, latest } = task;
  if (step.done !== undefined) return [];
  if (forward && step.deadline !== undefined && earliest.to > step.deadline)
    return [
      {
        step,
        why: 'deadline',
        day: earliest.to,
        limit: step.deadline,
        chain: chainOf(task, 'pushedBy').reverse(),
      },
    ];
  // Of a chain only its first step is told.
  const first = task.before.every(({ task: { step: before } }) => before.done !== undefined);
  if (!forward && first && latest.from < today)
    return [{ step, why: 'start', day: latest.from, limit: today, chain: chainOf(task, 'heldBy') }];
  return [];
}

function chainOf(task: Task, along: 'pushedBy' | 'heldBy'): Step[] {
  const chain: Step[] = [];
  for (let next: Task | undefined = task; next; next = next[along]) chain.push(next.step);
  return chain;
}
