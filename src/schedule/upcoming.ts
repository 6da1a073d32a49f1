import { keepsMaterials, materialsOf } from '../materials/state.ts';
import type { Day } from '../model/day.ts';
import type { Person, Plan, Step } from '../model/plan.ts';
import { keptUpTo } from '../procedure/limits.ts';
import { progressOf } from '../procedure/progress.ts';
import type { StepName } from '../procedure/steps.ts';
import type { ScheduledStep } from './resolve.ts';

/** Something that falls due soon, on its last day. */
export type Upcoming =
  | { kind: 'step'; day: Day; from: Day; step: Step }
  /** papers that a step asks for, and the nominees who lack some */
  | { kind: 'papers'; day: Day; step: Step; lacking: Person[] }
  /** people for whom a step of the procedure has its last day */
  | { kind: 'procedure'; day: Day; event: StepName; people: Person[] };

/**
 * What falls due within so many days from the plan's day, that day included, earliest first. Nothing for a plan of a
 * past year.
 */
export function upcoming(plan: Plan, steps: readonly ScheduledStep[], days = 30): Upcoming[] {
  const today = keptUpTo(plan);
  if (today === undefined) return [];
  const isSoon = (day: Day) => day >= today && day <= today + days;
  const found = [...stepsDue(steps), ...papersDue(plan), ...procedureDue(plan)].filter(({ day }) =>
    isSoon(day),
  );
  return found.sort((a, b) => a.day - b.day);
}

function* stepsDue(steps: readonly ScheduledStep[]): Iterable<Upcoming> {
  for (const { step, from, to } of steps) {
    const day = step.deadline ?? to;
    if (step.done === undefined && day !== undefined && from !== undefined)
      yield { kind: 'step', day, from, step };
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
  for (const person of plan.people)
    for (const { step, latest } of progressOf(plan, person).next) {
      if (latest === undefined) continue;
      const key = `${latest} ${step}`;
      const group = groups.get(key) ?? { kind: 'procedure' as const, day: latest, event: step, people: [] };
      group.people.push(person);
      groups.set(key, group);
    }
  yield* groups.values();
}
