import { reserveNeed } from '../facts/reserve/allocate.ts';
import { assign } from '../facts/reserve/assign.ts';
import type { Person, Requirement, Slot } from '../model/plan.ts';
import { type Ask, COSTS } from './model.ts';
import { isAdvisory, type Problem } from './problem.ts';
import { subsets } from './subsets.ts';

/** What no choice can overcome, by counting alone. */
export type Shortfall =
  /** fewer fit the category than it has slots */
  | { kind: 'category'; category: number; need: number; have: number }
  /** fewer count for the requirement than it needs */
  | { kind: 'too-few'; requirement: Requirement; need: number; have: number }
  /** so few do not count for it that too many have to */
  | { kind: 'too-many'; requirement: Requirement; most: number; others: number };

/** Slots that compete for people: nominees and reserves together. */
export interface Competition {
  slots: Slot[];
  people: Person[];
  needed: number;
}

/** What counting alone shows to be impossible, whoever is chosen. */
export function shortfallsOf({ seats, kinds, bounds, requirements }: Problem): Shortfall[] {
  const heads = (test: (kind: Problem['kinds'][number], category: number) => boolean) =>
    kinds
      .filter(kind => !kind.barred && kind.fits.some(category => test(kind, category)))
      .reduce((sum, { people }) => sum + people.length, 0);
  const found: Shortfall[] = [];
  for (const [category, { toFill }] of seats.entries()) {
    const have = heads((_, at) => at === category);
    if (have < toFill) found.push({ kind: 'category', category, need: toFill, have });
  }
  const total = seats.reduce((sum, { toFill }) => sum + toFill, 0);
  for (const { requirement: index, side, limit, unit, part } of bounds) {
    const requirement = requirements[index]!;
    // A share of other nominees has no number of heads before those are chosen.
    if (isAdvisory(requirement) || unit !== 1 || (requirement.of !== undefined && limit < 0)) continue;
    if (side === 'min') {
      const have = heads((kind, at) => part(kind.counts, at) > 0);
      if (have < limit) found.push({ kind: 'too-few', requirement, need: limit, have });
    } else {
      const others = heads((kind, at) => part(kind.counts, at) === 0);
      if (others < total - limit) found.push({ kind: 'too-many', requirement, most: limit, others });
    }
  }
  return found;
}

/** The slots that cannot all have a nominee and their reserves, since they compete for the same people. */
export function competitionsOf({ plan, seats, kinds }: Problem): Competition[] {
  const slots = plan.quota?.slots ?? [];
  const categoryOf = slots.map(slot => seats.findIndex(({ category }) => category === slot.category));
  const people = kinds.flatMap(({ people: own, fits }) => own.map(person => ({ person, fits })));
  const reserves = plan.reserve ? reserveNeed(plan, 1).min : 0;
  const { shortages } = assign(
    slots.map(({ id, number }, index) => {
      const need = reserves + (number <= seats[categoryOf[index]!]!.toFill ? 1 : 0);
      return { id, min: need, max: need };
    }),
    people.map(({ fits }) => slots.flatMap((_, index) => (fits.includes(categoryOf[index]!) ? [index] : []))),
  );
  return shortages.map(shortage => ({
    slots: shortage.slots.map(index => slots[index]!),
    people: shortage.people.map(index => people[index]!.person),
    needed: shortage.needed,
  }));
}

/** Sets up to this size are tried one by one; of larger ones there are too many. */
const TRIED = 3;

/**
 * Looks for a smallest set of requirements that cannot hold together: by size up to `TRIED`, and beyond that by taking out whatever
 * the conflict does not need. What remains then may not be the smallest set, but each of its members is needed.
 */
export async function conflictOf(
  { requirements, seats }: Problem,
  held: ReadonlySet<number>,
  ask: Ask,
): Promise<(Requirement | 'reserve')[]> {
  const groups: (number | 'reserve')[] = [...held];
  if (seats.some(({ reserves }) => reserves > 0)) groups.push('reserve');
  const fails = async (set: readonly (number | 'reserve')[]): Promise<boolean> => {
    const numbers = new Set(set.filter(group => group !== 'reserve'));
    const { status } = await ask({ held: numbers, reserves: set.includes('reserve') }, [COSTS.changes]);
    return status === 'infeasible';
  };
  const named = (set: readonly (number | 'reserve')[]) =>
    set.map(group => (group === 'reserve' ? group : requirements[group]!));
  if (await fails([])) return [];
  for (let size = 1; size <= Math.min(TRIED, groups.length); size++)
    for (const set of subsets(groups, size)) if (await fails(set)) return named(set);
  let rest = groups;
  for (const group of groups) {
    const without = rest.filter(other => other !== group);
    if (await fails(without)) rest = without;
  }
  return named(rest);
}
