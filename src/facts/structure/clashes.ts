import type { Plan } from '../../model/plan.ts';
import { areDisjoint, countUncovered, type ValueSets, valueSetsOf } from '../../model/value-sets.ts';
import type { Quantity } from '../../values/quantity.ts';
import type { RequirementState } from './assess.ts';
import { roundedBoundsOf, roundedFiguresOf } from './figures.ts';

/** Requirements that cannot hold together, whoever is chosen. */
export interface Clash {
  states: readonly RequirementState[];
  /** they count different people and ask for more than there are; else they count everybody and allow fewer */
  isTooMany: boolean;
  /** what they ask for, or allow, together */
  heads: number;
  /** of how many */
  whole: number;
}

/** A requirement with its numbers and what it asks of each field. */
interface Figured {
  state: RequirementState;
  min: number;
  max: number;
  sets: ValueSets;
}

/**
 * Requirements on the same whole whose numbers do not add up to it: at most 4 women and at most 5 men of 10; at least 8 farmers and at
 * least 5 officials of 12. Each is told once, with as few requirements as show it.
 */
export function clashes(plan: Plan, structure: readonly RequirementState[]): Clash[] {
  const byBase = new Map<string, Figured[]>();
  for (const state of structure) {
    const figures = roundedFiguresOf(plan, state);
    if (!figures) continue;
    const { of = '', where } = state.requirement;
    byBase.set(of, [...(byBase.get(of) ?? []), { state, ...figures, sets: valueSetsOf(where) }]);
  }
  return [...byBase].flatMap(([of, all]) => {
    const whole = wholeOf(plan, of, structure);
    if (!whole) return [];
    const { written } = whole;
    return [...tooMany(all, whole.max), ...tooFew(all, whole.min)].map(clash =>
      written === undefined ? clash : { ...clash, whole: written },
    );
  });
}

interface Whole {
  min: number;
  max: number;
  /** the number in the plan, where the bounds are those from which it may have been rounded */
  written?: number;
}

const ofQuantity = (quantity: Quantity): Whole => ({
  ...roundedBoundsOf(quantity),
  ...(quantity.kind === 'about' && { written: quantity.heads }),
});

function wholeOf(plan: Plan, of: string, structure: readonly RequirementState[]): Whole | undefined {
  if (of === '') return plan.quota && ofQuantity(plan.quota.total);
  const category = plan.quota?.categories.find(({ id }) => id === of);
  if (category) return ofQuantity(category.count);
  const other = structure.find(({ requirement }) => requirement.id === of);
  return other && roundedFiguresOf(plan, other);
}

function tooMany(all: readonly Figured[], whole: number): Clash[] {
  const asking = all.filter(({ min }) => min > 0).sort((a, b) => b.min - a.min);
  return firstOf(asking, seed => {
    const family = [seed];
    for (const other of asking)
      if (family.every(({ sets }) => areDisjoint(sets, other.sets))) family.push(other);
    const sum = (of: readonly Figured[]) => of.reduce((heads, { min }) => heads + min, 0);
    // The smallest go again, as long as the rest is too many.
    while (family.length > 2 && sum(family.slice(0, -1)) > whole) family.pop();
    return family.length > 1 && family.every(({ min }) => min <= whole) && sum(family) > whole
      ? { states: family.map(({ state }) => state), isTooMany: true, heads: sum(family), whole }
      : undefined;
  });
}

function tooFew(all: readonly Figured[], whole: number): Clash[] {
  // Conditions on several fields leave out more than their values show.
  const simple = all.filter(
    ({ max, sets, state }) =>
      Number.isFinite(max) && sets.size === 1 && Object.keys(state.requirement.where).length === 1,
  );
  return firstOf(simple, seed => {
    const [key] = seed.sets.keys();
    const others = simple.filter(({ sets }) => sets.has(key!)).sort((a, b) => a.max - b.max);
    const uncovered = (of: readonly Figured[]) =>
      countUncovered(
        key!,
        of.map(({ sets }) => sets.get(key!)!),
      );
    const family = [seed];
    for (let left = uncovered(family); left > 0; left = uncovered(family)) {
      // What leaves the least uncovered; of equals the one that allows the fewest.
      const next = others.reduce<Figured | undefined>((best, other) => {
        const rest = uncovered([...family, other]);
        return rest < (best ? uncovered([...family, best]) : left) ? other : best;
      }, undefined);
      if (!next) return undefined;
      family.push(next);
    }
    const heads = family.reduce((sum, { max }) => sum + max, 0);
    return family.length > 1 && heads < whole
      ? { states: family.map(({ state }) => state), isTooMany: false, heads, whole }
      : undefined;
  });
}

/** The clashes that are found from each requirement on, without those of requirements that are told already. */
function firstOf(all: readonly Figured[], clashFrom: (seed: Figured) => Clash | undefined): Clash[] {
  const told = new Set<RequirementState>();
  return all.flatMap(seed => {
    const clash = told.has(seed.state) ? undefined : clashFrom(seed);
    if (!clash || clash.states.some(state => told.has(state))) return [];
    for (const state of clash.states) told.add(state);
    return [clash];
  });
}
