import type { Category, Person, Plan, Slot } from '../../model/plan.ts';
import type { Day } from '../../values/day.ts';
import { boundsOf } from '../../values/quantity.ts';
import { assign } from './assign.ts';
import { fitsCategory } from './fitness.ts';

/** A slot with those who hold it. */
export interface FilledSlot {
  slot: Slot;
  /** nominees, listed for this slot or placed here by the tool; more than one only where the plan lists more */
  nominees: Person[];
}

/**
 * The choice that the plan makes: every slot with its nominees. Those without a slot are placed in the open ones that they fit, by
 * category or condition, so that as many as possible have one; of those for whom none is left nobody is placed.
 */
export function placeNominees(plan: Plan): FilledSlot[] {
  const slots: FilledSlot[] = [];
  const bySlot = new Map<string, FilledSlot>();
  for (const slot of plan.quota?.slots ?? []) {
    const filled: FilledSlot = { slot, nominees: [] };
    slots.push(filled);
    bySlot.set(slot.id, filled);
  }
  const unplaced: Person[] = [];
  for (const person of plan.people) {
    if (person.role !== 'nominee') continue;
    if (person.slot === undefined) unplaced.push(person);
    else bySlot.get(person.slot)?.nominees.push(person);
  }
  if (unplaced.length === 0) return slots;
  const open = slots.filter(({ nominees }) => nominees.length === 0);
  const { assigned } = assign(
    open.map(({ slot }) => ({ id: slot.id, min: 1, max: 1 })),
    eligibility(unplaced, open, plan.ageAsOf),
  );
  for (const [index, people] of assigned.entries())
    for (const person of people) open[index]!.nominees.push(unplaced[person]!);
  return slots;
}

/**
 * The category that each nominee counts in: that of the slot held. For whom no slot was left counts where the person belongs, else in
 * the first category that takes the person by its condition; nobody else is in it.
 */
export function nomineeCategories(plan: Plan): Map<Person, Category> {
  const found = new Map<Person, Category>();
  for (const { slot, nominees } of placeNominees(plan))
    for (const person of nominees) found.set(person, slot.category);
  const categories = plan.quota?.categories ?? [];
  for (const person of plan.people) {
    if (person.role !== 'nominee' || person.slot !== undefined || found.has(person)) continue;
    const category =
      categories.find(({ id }) => id === person.category) ??
      categories.find(each => fitsCategory(person, each, plan.ageAsOf) === true);
    if (category) found.set(person, category);
  }
  return found;
}

/**
 * How many slots of a category have to be filled: a limit need not be reached, and 左右 says that it may not be; of a range the lower
 * end must.
 */
export const slotsToFill = ({ count }: Category): number =>
  count.kind === 'exact' || count.kind === 'range' ? boundsOf(count).min : 0;

/** For each person the numbers of the slots that they can serve; alike for all slots of a category. */
export function eligibility(
  people: readonly Person[],
  slots: readonly FilledSlot[],
  ageAsOf: Day,
): (readonly number[])[] {
  const eligible: (readonly number[])[] = [];
  if (people.length === 0) return eligible;
  const byCategory = new Map<Category, number[]>();
  for (let index = 0; index < slots.length; index++) {
    const { category } = slots[index]!.slot;
    const own = byCategory.get(category);
    if (own) own.push(index);
    else byCategory.set(category, [index]);
  }
  for (const person of people) {
    // Nearly everybody fits one category: its list serves them all.
    let own: readonly number[] | undefined;
    let several: number[] | undefined;
    for (const [category, indices] of byCategory) {
      if (!fitsCategory(person, category, ageAsOf)) continue;
      if (own) {
        several ??= [...own];
        for (const index of indices) several.push(index);
      } else own = indices;
    }
    eligible.push(several ?? own ?? NO_SLOTS);
  }
  return eligible;
}

const NO_SLOTS: readonly number[] = [];
