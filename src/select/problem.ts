import { reserveNeed } from '../facts/reserve/allocate.ts';
import { cultivationMonths, fitsCategory, slotDay, unfitness } from '../facts/reserve/fitness.ts';
import { nomineeCategories, placeNominees, slotsToFill } from '../facts/reserve/nominees.ts';
import { shareBaseOf } from '../facts/structure/base.ts';
import { meets } from '../model/condition.ts';
import type { Category, Person, Plan, Requirement, Slot } from '../model/plan.ts';
import { headsOf } from '../values/quantity.ts';
import { type Amount, acceptedHeads, type HeadRange } from '../values/share.ts';
import type { Truth } from '../values/truth.ts';

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
  /** number of the category whose slot they hold; -1 for all others */
  holds: number;
  /** nominated, but no slot is left for them */
  surplus: boolean;
  /** nominated and decided */
  fixed: boolean;
  /** something speaks against nominating them, whatever the slot; they may still stand in reserve */
  barred: boolean;
  /** could be nominated or stand in reserve: an activist, ripe on the slots' day */
  ripe: boolean;
}

/** What a category has to give: its slots, and the reserves that they need. */
export interface Seats {
  category: Category;
  slots: number;
  /** of its slots those that must have a nominee */
  toFill: number;
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
  /** the choice as it is: who holds which slot, as the check places them */
  holders: ReadonlyMap<Person, Slot>;
}

/**
 * Says what is to be chosen: a nominee for every slot, from those nominated and from all who are ripe. Somebody counts for a
 * requirement, or fits a category, only where that is known. Fixed nominees stay. All slots of a category are alike here, so it does
 * not matter which of them a reserve is for.
 *
 * @param barred ids of people who must not be nominated, unless they are decided already
 */
export function problemOf(plan: Plan, barred: ReadonlySet<string> = NOBODY): Problem {
  const categories = (plan.quota?.categories ?? []).filter(({ count }) => (headsOf(count) ?? 0) > 0);
  const seats = categories.map(category => ({
    category,
    slots: headsOf(category.count)!,
    toFill: toFillIn(plan, category),
    reserves: plan.reserve ? headsOf(category.count)! * reserveNeed(plan, 1).min : 0,
  }));
  const { requirements } = plan;
  const holders = new Map<Person, Slot>();
  for (const { slot, nominees } of placeNominees(plan)) if (nominees[0]) holders.set(nominees[0], slot);
  const kinds = kindsOf(plan, categories, holders, barred);
  const bounds = [...requirements.keys()]
    .sort((a, b) => Number(isAdvisory(requirements[a]!)) - Number(isAdvisory(requirements[b]!)))
    .flatMap(index => boundsOf(plan, index, categories));
  return {
    plan,
    seats,
    requirements,
    kinds,
    bounds,
    holders,
  };
}

/** Who nominates nobody yet wants every slot filled, those as well that may stay open. */
const toFillIn = ({ people }: Plan, category: Category): number =>
  people.some(({ role }) => role === 'nominee') ? slotsToFill(category) : headsOf(category.count)!;

const NOBODY: ReadonlySet<string> = new Set();

export const isAdvisory = ({ level }: Requirement): boolean => level === 'advisory';

function kindsOf(
  plan: Plan,
  categories: readonly Category[],
  holders: Problem['holders'],
  barred: ReadonlySet<string>,
): Kind[] {
  const day = slotDay(plan);
  const months = cultivationMonths(plan, day);
  const nominated = nomineeCategories(plan);
  const kinds = new Map<string, Kind>();
  for (const person of plan.people) {
    const category = nominated.get(person);
    const own = category ? categories.indexOf(category) : -1;
    const holds = holders.has(person) ? own : -1;
    const surplus = own >= 0 && holds < 0;
    const ripe = unfitness(person, day, months) === undefined;
    const fixed = own >= 0 && person.data.fixed === true;
    const isBarred = !fixed && barred.has(person.id);
    // Whoever is nominated may stay unless barred, in a slot that the plan names even where no category is known.
    const mayStay = (index: number, fit: Truth) =>
      index === own && !isBarred && (fit ?? person.slot !== undefined);
    const fits = fixed
      ? [own]
      : categories.flatMap((each, index) => {
          const fit = fitsCategory(person, each, plan.ageAsOf);
          return (fit && ripe) || mayStay(index, fit) ? [index] : [];
        });
    if (fits.length === 0) continue;
    const counts = plan.requirements.map(({ where }) => meets(person.data, where, plan.ageAsOf) === true);
    const flags = [fixed, ripe, surplus, isBarred].map(Number).join('');
    const key = `${fits.join()} ${counts.map(Number).join('')} ${holds} ${flags}`;
    const kind = kinds.get(key);
    if (kind) kind.people.push(person);
    else kinds.set(key, { people: [person], fits, counts, holds, surplus, fixed, barred: isBarred, ripe });
  }
  return [...kinds.values()];
}

function boundsOf(plan: Plan, index: number, categories: readonly Category[]): Bound[] {
  const requirement = plan.requirements[index]!;
  const { comparator, amount } = requirement;
  const tolerance = plan.settings.aboutTolerance ?? 0;
  const base = shareBaseOf(plan, requirement);
  // What it is a share of is not known: it demands nothing.
  if (base.isUnknown) return [];
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
