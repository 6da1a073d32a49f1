import type { Person, Plan, Step } from '../model/plan.ts';
import { labelOf, type StepLabel } from '../model/steps.ts';
import { type Day, yearOf } from '../values/day.ts';
import { keepsMaterials, materialsOf } from './materials/state.ts';
import { progressOf } from './procedure/progress.ts';
import { keptUpTo } from './procedure/time-limits.ts';
import type { ScheduledStep } from './schedule/resolve.ts';

/** Days ahead that a report looks: what falls due within them is `soon`. */
const SOON_DAYS = 30;

/** How near something that is still to do is: past its day, within 30 days, or neither. */
export type Urgency = 'overdue' | 'soon' | 'later';

/** A plan of a past year is kept in the archive: nothing of it is due any more. */
export function urgencyOf(plan: Plan, day: Day | undefined): Urgency {
  const today = keptUpTo(plan);
  if (day === undefined || today === undefined || day > today + SOON_DAYS) return 'later';
  return day < today ? 'overdue' : 'soon';
}

/** Something that falls due soon, on its last day. */
export type Upcoming =
  | { kind: 'step'; day: Day; step: Step }
  /** papers that a step asks for, and the nominees who lack some */
  | { kind: 'papers'; day: Day; step: Step; lacking: Person[] }
  /** people for whom a step of the procedure has its last day */
  | { kind: 'procedure'; day: Day; event: StepLabel; people: Person[] };

/**
 * What falls due within 30 days from the plan's day, that day included, earliest first. Nothing unless that day
 * lies in the plan's year: the plan is carried out then.
 */
export function upcoming(plan: Plan, steps: readonly ScheduledStep[]): Upcoming[] {
  const { asOf, year } = plan;
  if (yearOf(asOf) !== year) return [];
  const isSoon = ({ day }: Upcoming) => day >= asOf && day <= asOf + SOON_DAYS;
  // A step that ends soon is told once, with its end or its deadline, whichever comes first.
  const ends = [...stepsDue(steps)].filter(isSoon).sort(byDay);
  const first = ends.filter(({ step }, index) => ends.findIndex(other => other.step === step) === index);
  return [...first, ...[...papersDue(plan), ...procedureDue(plan)].filter(isSoon)].sort(byDay);
}

const byDay = (a: Upcoming, b: Upcoming): number => a.day - b.day;

function* stepsDue(steps: readonly ScheduledStep[]): Iterable<Upcoming & { kind: 'step' }> {
  for (const { step, to } of steps) {
    if (step.done !== undefined) continue;
    for (const day of [to, step.deadline]) if (day !== undefined) yield { kind: 'step', day, step };
  }
}

function* papersDue(plan: Plan): Iterable<Upcoming> {
  if (!keepsMaterials(plan)) return;
  const byStep = new Map<Step, { day: Day; lacking: Set<Person> }>();
  for (const person of plan.people) {
    if (person.role !== 'nominee') continue;
    for (const { status, due } of materialsOf(plan, person)) {
      if (!due || (status !== 'missing' && status !== 'partial')) continue;
      const entry = byStep.get(due.step) ?? { day: due.day, lacking: new Set() };
      entry.lacking.add(person);
      byStep.set(due.step, entry);
    }
  }
  for (const [step, { day, lacking }] of byStep) yield { kind: 'papers', day, step, lacking: [...lacking] };
}

function* procedureDue(plan: Plan): Iterable<Upcoming> {
  const groups = new Map<string, Upcoming & { kind: 'procedure' }>();
  for (const person of plan.people) {
    const { next, text } = progressOf(plan, person);
    for (const { step, latest } of next) {
      if (latest === undefined) continue;
      const key = `${latest} ${step}`;
      const group = groups.get(key) ?? {
        kind: 'procedure' as const,
        day: latest,
        event: labelOf(step, text),
        people: [],
      };
      group.people.push(person);
      groups.set(key, group);
    }
  }
  yield* groups.values();
}
