import { reserveNeed } from '../facts/reserve/allocate.ts';
import { cultivationMonths, fitsCategory, slotDay, unfitness } from '../facts/reserve/fitness.ts';
import { shareBaseOf } from '../facts/structure/base.ts';
import { meets } from '../model/condition.ts';
import type { Category, Person, Plan, Requirement } from '../model/plan.ts';
import { headsOf } from '../values/quantity.ts';
import { type Amount, acceptedHeads, type HeadRange } from '../values/share.ts';

/**
 * People who are alike in everything that the choice depends on. The choice says how many of each kind it takes. A county's thousands
 * of people are some hundred kinds.
 */
export interface Kind {
  people: Person[];
  /** numbers of the categories that they fit */
  fits: number[];
  /** for each requirement whether they count for it */
  counts: boolean[];
  /** number of the category whose slot they are nominated for; -1 for all others */
  holds: number;
  /** nominated and decided */
  fixed: boolean;
  /** could be nominated or stand in reserve: an activist, ripe on the slots' day */
  ripe: boolean;
}

/** What a category has to give: its slots, and the reserves that they need. */
export interface Seats {
  category: Category;
  slots: number;
  /** reserves for all its slots together */
  reserves: number;
}

/**
 * One side of a requirement: what the nominees add (`part`) comes to at least (min) or at most (max) `limit`. A nominee who counts
 * adds `unit`. Where the share is taken of other nominees, each of these takes away a share, so that the limit is fixed all the same.
 */
export interface Bound {
  requirement: number;
  side: 'min' | 'max';
  limit: number;
  unit: number;
  part(counts: readonly boolean[], category: number): number;
}

/** A plan as a problem of numbers: slots by category, people by kind, requirements as bounds. */
export interface Problem {
  plan: Plan;
  seats: Seats[];
  requirements: readonly Requirement[];
  kinds: Kind[];
  /** of the required requirements, then of the advisory ones */
  bounds: Bound[];
  /** nominees now: those who hold a slot */
  nominated: number;
}

/**
 * Says what is to be chosen: a nominee for every slot, from those nominated and from all who are ripe. Somebody counts for a
 * requirement, or fits a category, only where that is known. Fixed nominees stay. All slots of a category are alike here, so it does
 * not matter which of them a reserve is for.
 */
export function problemOf(plan: Plan): Problem {
  const categories = (plan.quota?.categories ?? []).filter(({ count }) => (headsOf(count) ?? 0) > 0);
  const seats = categories.map(category => ({
    category,
    slots: headsOf(category.count)!,
    reserves: plan.reserve ? headsOf(category.count)! * reserveNeed(plan, 1).min : 0,
  }));
  const { requirements } = plan;
  const kinds = kindsOf(plan, categories);
  const bounds = [...requirements.keys()]
    .sort((a, b) => Number(isAdvisory(requirements[a]!)) - Number(isAdvisory(requirements[b]!)))
    .flatMap(index => boundsOf(plan, index, categories));
  return {
    plan,
    seats,
    requirements,
    kinds,
    bounds,
    nominated: kinds.filter(({ holds }) => holds >= 0).reduce((sum, { people }) => sum + people.length, 0),
  };
}

export const isAdvisory = ({ level }: Requirement): boolean => level === 'advisory';

function kindsOf(plan: Plan, categories: readonly Category[]): Kind[] {
  const day = slotDay(plan);
  const months = cultivationMonths(plan, day);
  const categoryOf = new Map(plan.quota?.slots.map(({ id, category }) => [id, categories.indexOf(category)]));
  const kinds = new Map<string, Kind>();
  for (const person of plan.people) {
    const holds = person.role === 'nominee' ? holdsOf(person, categories, categoryOf) : -1;
    const ripe = unfitness(person, day, months) === undefined;
    // Whoever is nominated may stay, even where other rules object; a fixed one does not move at all.
    const fixed = holds >= 0 && person.data.fixed === true;
    const fits = fixed
      ? [holds]
      : categories.flatMap((category, index) =>
          fitsCategory(person, category, plan.ageAsOf) && (ripe || index === holds) ? [index] : [],
        );
    if (fits.length === 0) continue;
    const counts = plan.requirements.map(({ where }) => meets(person.data, where, plan.ageAsOf) === true);
    const key = `${fits.join()} ${counts.map(Number).join('')} ${holds} ${fixed} ${ripe}`;
    const kind = kinds.get(key);
    if (kind) kind.people.push(person);
    else kinds.set(key, { people: [person], fits, counts, holds, fixed, ripe });
  }
  return [...kinds.values()];
}

/** The category of a nominee's slot; of one without a slot that of the person. */
function holdsOf(
  person: Person,
  categories: readonly Category[],
  categoryOf: ReadonlyMap<string, number>,
): number {
  if (person.slot !== undefined) return categoryOf.get(person.slot) ?? -1;
  return categories.findIndex(({ id, implicit }) => implicit || id === person.category);
}

function boundsOf(plan: Plan, index: number, categories: readonly Category[]): Bound[] {
  const requirement = plan.requirements[index]!;
  const { comparator, amount } = requirement;
  const tolerance = plan.settings.aboutTolerance ?? 0;
  const base = shareBaseOf(plan, requirement);
  const category = base.category ? categories.indexOf(base.category) : -1;
  const outer = base.outer.map(other => plan.requirements.indexOf(other));
  const isWithin = (counts: readonly boolean[], at: number): boolean =>
    (category < 0 || category === at) && outer.every(other => counts[other]);
  if (outer.length === 0) {
    const whole = plan.quota && headsOf((base.category ?? { count: plan.quota.total }).count);
    // Of a number that is not known yet a share demands nothing.
    if (whole === undefined && typeof amount !== 'number') return [];
    const range = acceptedHeads(comparator, amount, whole ?? 0, tolerance);
    return sides(index, range, 1, (counts, at) => (counts[index] && isWithin(counts, at) ? 1 : 0));
  }
  const [share, whole] = ratio(amount);
  const part: Bound['part'] = (counts, at) =>
    isWithin(counts, at) ? (counts[index] ? whole : 0) - share : 0;
  return sides(index, sharedRange(comparator, amount, whole, tolerance), whole, part, -Infinity);
}

/**
 * Gives the range of `whole × heads − share × others` in which the heads are accepted. 左右 accepts both whole numbers beside a
 * fraction, so for it the sum may be nearly one head above or below 0.
 */
function sharedRange(
  comparator: Requirement['comparator'],
  amount: Amount,
  unit: number,
  tolerance: number,
): HeadRange {
  if (typeof amount === 'number') return acceptedHeads(comparator, amount, 0, tolerance);
  const slack = unit * (tolerance + 1) - 1;
  switch (comparator) {
    case 'min':
      return { min: 0 };
    case 'max':
      return { min: -Infinity, max: 0 };
    case 'about':
    case 'actual':
      return { min: -slack, max: slack };
    case 'exactly':
      return { min: 0, max: 0 };
  }
}

/** The share as a fraction in lowest terms (`[9, 20]` for 45 %), so that sums stay exact in floating point; `[0, 1]` for a number of heads. */
function ratio(amount: Amount): [share: number, whole: number] {
  if (typeof amount === 'number') return [0, 1];
  const { numerator, denominator } = amount;
  const divisor = gcd(numerator, denominator);
  return [numerator / divisor, denominator / divisor];
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** @param least what the sum is at least in any case: a lower bound at or below it demands nothing */
function sides(
  requirement: number,
  { min, max }: HeadRange,
  unit: number,
  part: Bound['part'],
  least = 0,
): Bound[] {
  const bounds: Bound[] = [];
  if (min > least) bounds.push({ requirement, side: 'min', limit: min, unit, part });
  if (max !== undefined) bounds.push({ requirement, side: 'max', limit: max, unit, part });
  return bounds;
}
