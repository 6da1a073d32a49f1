import { conditionOf } from '../../model/condition.ts';
import type { Person, Plan, Requirement } from '../../model/plan.ts';
import { beforeRounding, headsOf, type Quantity } from '../../values/quantity.ts';
import { acceptedHeadsWithin, type HeadRange, isEmpty, isWithin } from '../../values/share.ts';
import { nomineeCategories } from '../reserve/nominees.ts';

/** Why no head counts can be given for a requirement. */
export type Obstacle =
  /** the share is taken of a number that the plan does not state: its total, or a category's count */
  | { why: 'total-unknown' }
  | { why: 'count-unknown'; category: string }
  /** `of` leads to nothing that was read, or to the requirement itself */
  | { why: 'base-unknown' }
  /** no whole number of heads is that share */
  | { why: 'no-integer'; below: number; above: number };

/** How a plan stands to one of its structure requirements. */
export interface RequirementState {
  requirement: Requirement;
  /** heads of which the share is taken: the fewest, where only a range is known; undefined where nothing is */
  whole: number | undefined;
  /** head counts that meet it; undefined where there are none to be given (`obstacle`) */
  accepted: HeadRange | undefined;
  obstacle?: Obstacle;
  /** nominees who count */
  counted: Person[];
  /** nominees of whom it is not known whether they count */
  unknown: Person[];
  /** nominees of whom it is not known whether they are among those of whom the share is taken */
  perhaps: Person[];
  /** slots among those of which the share is taken for which nobody is listed; undefined where their number is not known */
  vacant: number | undefined;
  /** what the count may still come to */
  bounds: CountBounds;
  /** undefined where there are no nominees to count, or nothing to hold them against */
  met: boolean | undefined;
  /** heads lacking to the lower end; 0 when there is none lacking */
  short: number;
  /** heads above the upper end */
  over: number;
}

/** Heads that count, and the heads of which they are a share. */
export interface Count {
  heads: number;
  /** undefined where the plan does not say */
  whole: number | undefined;
}

/**
 * The fewest and the most heads that count once every value is known and every slot has its nominee. Somebody who may or may not
 * belong to those of whom the share is taken belongs to them where that makes the share smaller, or larger.
 */
export interface CountBounds {
  fewest: Count;
  /** without end where nobody knows how many slots there are */
  most: Count;
}

/**
 * Holds the nominees against every requirement. A share is taken of the whole quota, or of what `of` names: a
 * category's slots, or the people who meet another requirement, itself a share of something. Only nominees count.
 */
export function assessStructure(plan: Plan): RequirementState[] {
  const nominees: Person[] = [];
  for (const person of plan.people) if (person.role === 'nominee') nominees.push(person);
  const states: RequirementState[] = [];
  for (const requirement of plan.requirements) states.push(assess(plan, requirement, nominees));
  return states;
}

function assess(plan: Plan, requirement: Requirement, nominees: Person[]): RequirementState {
  const base = baseOf(plan, requirement, nominees, []);
  const { within, perhaps, vacant, whole, rounded, missing } = base;
  const range =
    missing.why === 'base-unknown'
      ? undefined
      : rangeOf(plan, requirement, (requirement.comparator === 'actual' && rounded) || whole);
  const counted: Person[] = [];
  const unknown: Person[] = [];
  const isMet = conditionOf(requirement.where);
  const truthOf = ({ data }: Person) => isMet(data, plan.ageAsOf);
  for (const person of within) {
    const truth = truthOf(person);
    if (truth) counted.push(person);
    else if (truth === undefined) unknown.push(person);
  }
  const have = counted.length;
  const fits = range !== undefined && !isEmpty(range);
  const obstacle = fits
    ? undefined
    : range
      ? ({ why: 'no-integer', below: range.max!, above: range.min } as const)
      : missing;
  return {
    requirement,
    whole: whole?.min,
    accepted: fits ? range : undefined,
    ...(obstacle && { obstacle }),
    counted,
    unknown,
    perhaps,
    vacant,
    bounds: boundsOf(base, have, unknown.length, perhaps.map(truthOf)),
    met: nominees.length === 0 || range === undefined ? undefined : isWithin(have, range),
    // Where no number fits, a head too few or too many is still what it misses by.
    short: range ? Math.max(0, range.min - have) : 0,
    over: range?.max === undefined ? 0 : Math.max(0, have - range.max),
  };
}

/** @param perhaps for each who may be among those of whom the share is taken, whether the person would count */
function boundsOf(
  { within, whole, isOfPeople, vacant = Number.POSITIVE_INFINITY }: Base,
  have: number,
  unknown: number,
  perhaps: readonly (boolean | undefined)[],
): CountBounds {
  const mayCount = perhaps.filter(truth => truth !== false).length + vacant;
  const mayNot = perhaps.filter(truth => truth !== true).length + vacant;
  // Of people each more is one more in the whole; a number of slots stays what it is.
  const wholeWith = (more: number) => (isOfPeople ? within.length + more : whole?.min);
  return {
    fewest: { heads: have, whole: wholeWith(mayNot) },
    most: { heads: have + unknown + mayCount, whole: wholeWith(mayCount) },
  };
}

/** What a requirement is a share of. */
interface Base {
  /** the people among whom is counted */
  within: Person[];
  /** the people of whom it is not known whether they are among them */
  perhaps: Person[];
  /** slots for which nobody is listed: whoever comes may be among them */
  vacant: number | undefined;
  /** whether the whole are the people who meet another requirement */
  isOfPeople: boolean;
  /** the heads that are the whole; undefined where the plan does not say */
  whole: HeadRange | undefined;
  /** what the whole may have been before it was rounded (13.8万): a result may be a share of any of it, a demand is of the number written */
  rounded?: HeadRange;
  /** the number that is not known */
  missing: Obstacle;
}

const exactly = (heads: number | undefined): HeadRange | undefined =>
  heads === undefined ? undefined : { min: heads, max: heads };

const wholeOf = (quantity: Quantity): Pick<Base, 'whole' | 'rounded'> => ({
  whole: exactly(headsOf(quantity)),
  rounded: beforeRounding(quantity),
});

/** A number of heads is demanded of whatever whole; a share needs to know it. */
function rangeOf(
  { settings }: Plan,
  { comparator, amount }: Requirement,
  whole: HeadRange | undefined,
): HeadRange | undefined {
  const base = typeof amount === 'number' ? { min: 0, max: 0 } : whole;
  return base && acceptedHeadsWithin(comparator, amount, base, settings.aboutTolerance);
}

/** @param outer the requirements that are on the way already: a share of itself is a share of nothing */
function baseOf(
  plan: Plan,
  requirement: Requirement,
  nominees: Person[],
  outer: readonly Requirement[],
): Base {
  const { quota, requirements, ageAsOf } = plan;
  const category = quota?.categories.find(({ id }) => id === requirement.of);
  if (category) {
    const categoryOf = nomineeCategories(plan);
    const within = nominees.filter(person => categoryOf.get(person) === category);
    const missing = { why: 'count-unknown', category: category.name } as const;
    return { ...ofSlots(within, wholeOf(category.count)), missing };
  }
  if (requirement.of === undefined) {
    // Without a quota of its own the plan is about those it lists.
    const whole = quota
      ? wholeOf(quota.total)
      : { whole: exactly(nominees.length === 0 ? undefined : nominees.length) };
    return { ...ofSlots(nominees, whole), missing: { why: 'total-unknown' } };
  }
  const other = requirements.find(({ id }) => id === requirement.of);
  if (!other || other === requirement || outer.includes(other))
    return {
      ...{ within: nominees, perhaps: [], vacant: undefined, isOfPeople: true, whole: undefined },
      missing: { why: 'base-unknown' },
    };
  const base = baseOf(plan, other, nominees, [...outer, requirement]);
  const isWithinOther = conditionOf(other.where);
  const truthOf = ({ data }: Person) => isWithinOther(data, ageAsOf);
  const within = base.within.filter(person => truthOf(person));
  const perhaps = [
    ...base.within.filter(person => truthOf(person) === undefined),
    ...base.perhaps.filter(person => truthOf(person) !== false),
  ];
  const inner = { within, perhaps, vacant: base.vacant, isOfPeople: true, missing: base.missing };
  if (base.missing.why === 'base-unknown') return { ...inner, whole: undefined };
  if (nominees.length > 0) return { ...inner, whole: exactly(within.length) };
  return { ...inner, whole: exactly(other.planned) ?? headsOfOther(plan, other, base.whole) };
}

/** A share of slots: nobody is perhaps in them, but some may be vacant. */
function ofSlots(within: Person[], whole: Pick<Base, 'whole' | 'rounded'>): Omit<Base, 'missing'> {
  const slots = whole.whole?.max;
  const vacant = slots === undefined ? undefined : Math.max(0, slots - within.length);
  return { within, perhaps: [], vacant, isOfPeople: false, ...whole };
}

/** The heads of a requirement that others are a share of: never more than it is a share of itself. */
function headsOfOther(plan: Plan, other: Requirement, whole: HeadRange | undefined): HeadRange | undefined {
  const range = rangeOf(plan, other, whole);
  if (!range || isEmpty(range)) return undefined;
  const max = range.max ?? whole?.max;
  return max === undefined ? { min: range.min } : { min: range.min, max };
}
