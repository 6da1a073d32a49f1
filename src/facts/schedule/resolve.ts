import type { Duration, Plan, Step } from '../../model/plan.ts';
import type { Calendar } from '../../norms/calendar/calendar.ts';
import type { Day } from '../../values/day.ts';
import { memoizeLast } from '../../values/memo.ts';

/** A step with the days that it takes, written in the plan or computed. */
export interface ScheduledStep {
  step: Step;
  /** first and last day; absent when nothing says when the step is, neither of them nor a deadline */
  from?: Day;
  to?: Day;
  /** computed from duration and predecessors, not written */
  computed: boolean;
  /**
   * `days`: it takes the days from `from` to `to`; `window`: it takes place some time between them (旬, a month); `deadline`: all
   * that is known is the last day, which is then both
   */
  kind: 'days' | 'window' | 'deadline';
  /** 0 when undated */
  calendarDays: number;
  workingDays: number;
  /** the days that a step with a written length takes within a window, placed where most of them are working days */
  placed?: { from: Day; to: Day };
}

/** A predecessor that ends too late, as the steps are dated. */
export interface Link {
  before: ScheduledStep;
  after: ScheduledStep;
  /** the first day on which `after` may begin */
  earliest: Day;
}

export interface Schedule {
  steps: ScheduledStep[];
  links: Link[];
  /** ids of steps that wait for each other in a circle; empty when none do */
  circle: string[];
}

/**
 * Works out the days of every step: `on`; `from` and `to`; `from` and `duration` (or `to` and `duration`);
 * `duration` and `after` alone, as early as the predecessors allow; or the `deadline` alone, the latest day that there is.
 */
export const resolveSchedule: (plan: Plan) => Schedule = memoizeLast(plan => {
  const byId = new Map<string, Step>();
  for (const step of plan.steps) byId.set(step.id, step);
  const done = new Map<Step, ScheduledStep>();
  const { order, circle } = inOrder(plan.steps, byId);
  for (const step of order)
    done.set(step, dated(step, plan.calendar, earliestDay(step, plan.calendar, byId, done)));
  const steps: ScheduledStep[] = [];
  for (const step of plan.steps) steps.push(done.get(step)!);
  return { steps, links: linksOf(plan, byId, done), circle };
});

/** The day by which a step is to be over, "by 8 June" or its own last day, written or worked out; undefined for an undated one. */
export const dueDayOf = ({ step: { deadline }, to }: ScheduledStep): Day | undefined => deadline ?? to;

/** Whether a step has no date of its own, so that its days follow from the steps before it. */
export const isDerived = ({ on, from, to, deadline }: Step): boolean =>
  [on, from, to, deadline].every(day => day === undefined);

/** The first day after `to` and a lag: the next day, or the day behind so many days or working days. */
export function dayAfter(to: Day, lag: Duration | undefined, calendar: Calendar): Day {
  if (!lag) return to + 1;
  return lag.unit === 'd' ? to + 1 + lag.count : calendar.nthWorkingDay(to + 1, lag.count) + 1;
}

/** The last day of something that begins on `from` and takes `duration`, both ends counted. */
export function lastDay(from: Day, { count, unit }: Duration, calendar: Calendar): Day {
  return unit === 'd' ? from + count - 1 : calendar.nthWorkingDay(from, count);
}

function dated(step: Step, calendar: Calendar, earliest: Day | undefined): ScheduledStep {
  const { on, from, to, duration, deadline, precision } = step;
  const kind = precision === 'day' ? 'days' : 'window';
  const first = from ?? on;
  if (first !== undefined) {
    const end = to ?? (duration ? lastDay(first, duration, calendar) : first);
    if (kind === 'window' && to !== undefined && duration)
      return placedWithin(measured(step, first, end, calendar, kind, false), duration, calendar);
    return measured(step, first, end, calendar, kind, to === undefined && duration !== undefined);
  }
  if (to !== undefined) {
    const begin = duration ? firstDay(to, duration, calendar) : to;
    return measured(step, begin, to, calendar, kind, duration !== undefined);
  }
  if (earliest !== undefined && duration) {
    const begin = duration.unit === 'wd' ? calendar.nextWorkday(earliest) : earliest;
    return measured(step, begin, lastDay(begin, duration, calendar), calendar, 'days', true);
  }
  // 4月28日前公示5个工作日: at the latest on the five that end with the deadline.
  if (deadline !== undefined) {
    const begin = duration ? firstDay(deadline, duration, calendar) : deadline;
    return measured(step, begin, deadline, calendar, 'deadline', duration !== undefined);
  }
  return {
    step,
    from: undefined,
    to: undefined,
    computed: false,
    kind: 'days',
    calendarDays: 0,
    workingDays: 0,
  };
}

function measured(
  step: Step,
  from: Day,
  to: Day,
  calendar: Calendar,
  kind: ScheduledStep['kind'],
  computed: boolean,
): ScheduledStep {
  return {
    step,
    from,
    to,
    computed,
    kind,
    calendarDays: Math.max(0, to - from + 1),
    workingDays: calendar.workingDays(from, to),
  };
}

/** `3月中旬, 5wd`: five working days, not all those of the window. */
function placedWithin(window: ScheduledStep, duration: Duration, calendar: Calendar): ScheduledStep {
  const last = Math.max(window.from!, firstDay(window.to!, duration, calendar));
  let best = { from: window.from!, to: lastDay(window.from!, duration, calendar) };
  const worked = ({ from, to }: typeof best) => calendar.workingDays(from, to);
  for (let from = window.from! + 1; from <= last && duration.unit === 'd'; from++) {
    const other = { from, to: from + duration.count - 1 };
    if (worked(other) > worked(best)) best = other;
  }
  if (duration.unit === 'wd') best.from = calendar.nextWorkday(best.from);
  return { ...window, calendarDays: best.to - best.from + 1, workingDays: worked(best), placed: best };
}

/** The first day of something that ends on `to`; working days are counted backwards. */
export function firstDay(to: Day, { count, unit }: Duration, calendar: Calendar): Day {
  if (unit === 'd') return to - count + 1;
  let day = to;
  // A stretch of rest days is at most a few weeks; the loop is bounded by the duration (schema: 9,999).
  for (let left = count; left > 0; day--) if (calendar.isWorkday(day)) left--;
  return day + 1;
}

/** The first day that all dated predecessors and their lags leave; undefined when none is dated. */
function earliestDay(
  step: Step,
  calendar: Calendar,
  byId: Map<string, Step>,
  done: Map<Step, ScheduledStep>,
): Day | undefined {
  let earliest: Day | undefined;
  for (const { id, lag } of step.after) {
    const to = done.get(byId.get(id) as Step)?.to;
    if (to === undefined) continue;
    const next = dayAfter(to, lag, calendar);
    earliest = Math.max(next, earliest ?? next);
  }
  return earliest;
}

function linksOf(plan: Plan, byId: Map<string, Step>, done: Map<Step, ScheduledStep>): Link[] {
  const links: Link[] = [];
  for (const step of plan.steps)
    for (const { id, lag } of step.after) {
      const before = done.get(byId.get(id) as Step);
      const after = done.get(step)!;
      if (before?.to !== undefined && after.from !== undefined && isCertain(before, after))
        links.push({ before, after, earliest: dayAfter(before.to, lag, plan.calendar) });
    }
  return links;
}

/**
 * Whether the days of two steps say which comes first. Of what takes place some time between two days only a span that lies
 * wholly on the wrong side does; of what is done by a day, nothing but that the other is over before it can begin.
 */
function isCertain(before: ScheduledStep, after: ScheduledStep): boolean {
  if (before.kind === 'days' && after.kind === 'days') return true;
  return before.kind !== 'deadline' && after.to! < before.from!;
}

/** The steps with predecessors first, in the plan's order otherwise; and the first circle, if there is one. */
export function inOrder(
  steps: readonly Step[],
  byId: Map<string, Step>,
): { order: Step[]; circle: string[] } {
  const order: Step[] = [];
  const state = new Map<Step, 'open' | 'done'>();
  let circle: string[] = [];
  for (const start of steps) {
    // An explicit stack: a chain of 2,000 steps must not exhaust the call stack.
    const path: { step: Step; next: number }[] = [{ step: start, next: 0 }];
    if (state.has(start)) continue;
    state.set(start, 'open');
    while (path.length > 0) {
      const top = path.at(-1)!;
      const id = top.step.after[top.next++]?.id;
      if (id === undefined) {
        state.set(top.step, 'done');
        order.push(top.step);
        path.pop();
        continue;
      }
      const before = byId.get(id);
      if (!before || state.get(before) === 'done') continue;
      if (state.get(before) === 'open') {
        if (circle.length === 0)
          circle = path.slice(path.findIndex(({ step }) => step === before)).map(({ step }) => step.id);
        continue;
      }
      state.set(before, 'open');
      path.push({ step: before, next: 0 });
    }
  }
  return { order, circle };
}
