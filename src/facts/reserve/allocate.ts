import type { Category, Person, Plan, Slot } from '../../model/plan.ts';
import type { Day } from '../../values/day.ts';
import { addMonths } from '../../values/months.ts';
import { assign, type SlotNeed } from './assign.ts';
import { cultivationMonths, fitsCategory, slotDay, type Unfitness, unfitness } from './fitness.ts';
import { eligibility, type FilledSlot, placeNominees } from './nominees.ts';

/** A slot with the people who hold it and stand in reserve for it. */
export interface SlotState extends FilledSlot {
  /** eligible reserves: those listed for it, then those assigned */
  reserves: Person[];
  /** how many of `reserves` the plan lists itself */
  listed: number;
  /** the number of eligible reserves lies in what the plan asks for */
  met: boolean;
}

/** Somebody listed as a reserve who cannot be one. */
export interface Ineligible {
  person: Person;
  slot: Slot;
  why: Unfitness;
  /** the first day on which the person is ripe, where that is what is lacking */
  ripeOn?: Day;
}

/** A reserve without a slot who is not ripe on the slots' day, and the first day on which that changes. */
export interface Unripe {
  person: Person;
  ripeOn: Day;
}

/** Slots that cannot all have their reserves: together they need more people than are eligible for any of them. */
export interface Shortage {
  slots: SlotState[];
  people: Person[];
  needed: number;
}

export interface ReservePlan {
  /** the day by which people must be ripe, and the months of cultivation until then */
  day: Day;
  months: number;
  slots: SlotState[];
  /** everybody who could be a reserve: listed, assigned, or left in the pool */
  eligible: Person[];
  ineligible: Ineligible[];
  /** reserves without a slot who do not count yet, by the day on which they will */
  unripe: Unripe[];
  shortages: Shortage[];
}

/**
 * Gives every slot its reserves: first those that the plan lists, then people of the pool, so that as many slots as
 * possible reach the minimum (a maximum assignment: no other choice serves more).
 */
export function allocateReserves(plan: Plan): ReservePlan {
  const day = slotDay(plan);
  const months = cultivationMonths(plan, day);
  const slots: SlotState[] = [];
  for (const { slot, nominees } of placeNominees(plan))
    slots.push({ slot, nominees, reserves: [], listed: 0, met: true });
  const bySlot = new Map<string, SlotState>();
  for (const state of slots) bySlot.set(state.slot.id, state);
  const ineligible: Ineligible[] = [];
  const unripe: Unripe[] = [];
  const pool: Person[] = [];
  for (const person of plan.people) {
    if (person.role !== 'reserve') continue;
    const unfit = unfitness(person, day, months);
    if (person.slot === undefined) {
      const ripe = unfit && ripeOn(person, unfit, months);
      if (!unfit) pool.push(person);
      else if (ripe !== undefined) unripe.push({ person, ripeOn: ripe });
      continue;
    }
    const state = bySlot.get(person.slot);
    // Of a slot that does not exist candidate/unknown-slot speaks.
    if (!state) continue;
    const why = unfit ?? categoryMismatch(person, state.slot.category, plan);
    if (why) ineligible.push({ person, slot: state.slot, why, ripeOn: ripeOn(person, why, months) });
    else state.reserves.push(person);
  }
  for (const state of slots) state.listed = state.reserves.length;
  const shortages = fill(plan, slots, pool);
  for (const state of slots) state.met = isMet(state, plan);
  const eligible: Person[] = [];
  for (const { reserves, listed } of slots)
    for (let index = 0; index < listed; index++) eligible.push(reserves[index]!);
  for (const person of pool) eligible.push(person);
  unripe.sort((a, b) => a.ripeOn - b.ripeOn);
  return { day, months, slots, eligible, ineligible, unripe, shortages };
}

/** Those not ripe who could serve one of these slots later. */
export const unripeFor = (
  { unripe }: ReservePlan,
  slots: readonly SlotState[],
  { ageAsOf }: Plan,
): Unripe[] =>
  unripe.filter(({ person }) =>
    slots.some(({ slot }) => fitsCategory(person, slot.category, ageAsOf) === true),
  );

/** Whether slots compete for people; a slot alone, or with nobody to compete for, simply has too few. */
export const isContest = ({ slots, people }: Shortage): boolean => slots.length > 1 && people.length > 0;

/** What `reserveNeed` gives where the plan sets no upper limit. */
export const UNLIMITED = Number.MAX_SAFE_INTEGER;

/** How many reserves a slot needs, besides the nominee where that one counts as well. */
export function reserveNeed({ reserve }: Plan, nominees: number): { min: number; max: number } {
  const need = { min: 0, max: UNLIMITED };
  for (const { min, max = UNLIMITED, includesNominee } of reserve?.demands ?? []) {
    const own = includesNominee ? Math.min(nominees, 1) : 0;
    need.min = Math.max(need.min, min - own);
    if (max !== UNLIMITED) need.max = Math.min(need.max, Math.max(0, max - own));
  }
  return need;
}

function isMet({ reserves, nominees }: SlotState, plan: Plan): boolean {
  const { min, max } = reserveNeed(plan, nominees.length);
  return reserves.length >= min && reserves.length <= max;
}

function fill(plan: Plan, slots: SlotState[], pool: readonly Person[]): Shortage[] {
  if (!plan.reserve) return [];
  const needs: SlotNeed[] = [];
  for (const { slot, nominees, reserves } of slots) {
    const { min, max } = reserveNeed(plan, nominees.length);
    const have = reserves.length;
    // Without an upper limit a slot takes no more than it needs: who is left stays in the pool.
    const most = max === UNLIMITED ? min : max;
    needs.push({ id: slot.id, min: Math.max(0, min - have), max: Math.max(0, most - have, min - have) });
  }
  const { assigned, shortages } = assign(needs, eligibility(pool, slots, plan.ageAsOf));
  for (const [index, people] of assigned.entries())
    for (const person of people) slots[index]!.reserves.push(pool[person]!);
  return shortages.map(shortage => ({
    slots: shortage.slots.map(index => slots[index]!),
    people: shortage.people.map(index => pool[index]!),
    needed: shortage.needed,
  }));
}

function categoryMismatch(person: Person, category: Category, plan: Plan): Unfitness | undefined {
  const fits = fitsCategory(person, category, plan.ageAsOf);
  return fits ? undefined : fits === false ? 'category' : 'unknown-category';
}

/** Only who has been an activist since a known day is found not ripe. */
const ripeOn = (person: Person, why: Unfitness, months: number): Day | undefined =>
  why === 'not-ripe' ? addMonths(person.dates.activist!.last, months) : undefined;
