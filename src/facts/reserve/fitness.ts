import { meets } from '../../model/condition.ts';
import type { Category, Person, Plan, Step } from '../../model/plan.ts';
import { isAtLeast, stageOn } from '../../model/stage.ts';
import type { Day } from '../../values/day.ts';
import { yearEndOf } from '../../values/day.ts';
import { addMonths } from '../../values/months.ts';
import { some, type Truth } from '../../values/truth.ts';
import { resolveSchedule } from '../schedule/resolve.ts';

/** Why somebody cannot be a reserve of a slot. `unknown-…`: the roster does not say, so nobody can tell. */
export type Unfitness =
  | 'category'
  | 'unknown-category'
  | 'not-activist'
  | 'unknown-activist'
  | 'member'
  | 'not-ripe';

/** Whether somebody belongs to a category's slots: by the category itself, or by its condition on others. */
export function fitsCategory(person: Person, category: Category, ageAsOf: Day): Truth {
  if (category.implicit) return true;
  const own = person.category === undefined ? undefined : person.category === category.id;
  if (own === true || !category.where) return own;
  return some([own, meets(person.data, category.where, ageAsOf)], truth => truth);
}

/** Whether nobody can say where somebody belongs: no slot is named, and no category known or met. */
export function isWithoutCategory(person: Person, { quota, ageAsOf }: Plan): boolean {
  if (person.slot !== undefined || person.category !== undefined || !quota) return false;
  return quota.categories.every(
    category => !category.implicit && fitsCategory(person, category, ageAsOf) !== true,
  );
}

/** The category somebody is counted in: the one that is named, else the only one whose condition is met. */
export function categoryOf(person: Person, { quota, ageAsOf }: Plan): Category | undefined {
  const categories = quota?.categories.filter(({ implicit }) => !implicit) ?? [];
  const own = categories.find(({ id }) => id === person.category);
  if (own) return own;
  const met = categories.filter(category => fitsCategory(person, category, ageAsOf) === true);
  return met.length === 1 ? met[0] : undefined;
}

/**
 * The day by which a slot's people must be ripe: when the year's prospective members are listed or named, else when the branch
 * meeting or the committee decides, else the end of the year. Of a step that leaves days open the last one speaks for them.
 */
export function slotDay(plan: Plan): Day {
  const { steps } = resolveSchedule(plan);
  for (const wanted of RIPE_BY)
    for (const { step, to } of steps) if (step.kind === wanted && to !== undefined) return to;
  return yearEndOf(plan.year);
}

const RIPE_BY: readonly Step['kind'][] = ['listing', 'nomination', 'branch-meeting', 'decision', 'approval'];

/** Months of cultivation that are needed: the norm of the day, or more where the plan asks for more. */
export const cultivationMonths = (plan: Plan, day: Day): number =>
  Math.max(plan.norms.on('cultivation', day).value!, plan.settings.cultivationMonths ?? 0);

/**
 * Why somebody cannot serve as a reserve whatever the slot: a reserve is an activist who could step in on the slot's
 * day, that is, cultivated for a year by then (Rules, Art. 13). Undefined: nothing speaks against it.
 */
export function unfitness(person: Person, day: Day, months: number): Unfitness | undefined {
  const stage = stageOn(person, day);
  if (stage !== undefined && isAtLeast(stage, 'probationary')) return 'member';
  const activist = person.dates.activist;
  if (!activist)
    return stage === undefined || isAtLeast(stage, 'activist') ? 'unknown-activist' : 'not-activist';
  if (activist.first > day) return 'not-activist';
  return day >= addMonths(activist.last, months) ? undefined : 'not-ripe';
}
