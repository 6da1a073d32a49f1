import { type ReservePlan, reserveNeed, type SlotState } from '../facts/reserve/allocate.ts';
import { fitsCategory } from '../facts/reserve/fitness.ts';
import { shareBaseOf } from '../facts/structure/base.ts';
import { type Condition, conditionOf } from '../model/condition.ts';
import type { Category, Person, Plan, Requirement, Slot } from '../model/plan.ts';
import { headsOf } from '../values/quantity.ts';
import { acceptedHeads, type HeadRange, isWithin } from '../values/share.ts';
import { every } from '../values/truth.ts';
import { isAdvisory } from './problem.ts';

/** A slot, and those of its reserves who could take the nominee's place so that all required requirements still hold. */
export interface SlotResilience {
  slot: Slot;
  nominee: Person;
  substitutes: Person[];
  safe: boolean;
}

export interface Resilience {
  slots: SlotResilience[];
  /** pairs of slots, and those of them where any two nominees may drop out together */
  pairs: { all: number; safe: number };
}

/**
 * Finds, for each nominee who might drop out, the reserves of that slot with whom all required requirements still hold; and the number
 * of pairs of slots where that is so for two nominees at once. Leaves out slots that do not have exactly one nominee.
 */
export function resilienceOf(plan: Plan, slots: readonly SlotState[]): Resilience {
  const counter = new Counter(plan, slots);
  const rows = counter.rows.map(row => ({
    row,
    moves: row.reserves.map(person => ({ person, parts: counter.partsOf(person, row.slot) })),
  }));
  const pairs = { all: 0, safe: 0 };
  for (const [index, a] of rows.entries())
    for (const b of rows.slice(index + 1)) {
      pairs.all++;
      const survives = a.moves.some(({ parts: first }) => {
        const moved = counter.moved(counter.base, a.row.own, first);
        return b.moves.some(({ parts: second }) => counter.holds(counter.moved(moved, b.row.own, second)));
      });
      if (survives) pairs.safe++;
    }
  return {
    slots: rows.map(({ row, moves }) => {
      const substitutes = moves
        .filter(({ parts }) => counter.canReplace(row, parts))
        .map(({ person }) => person);
      return { slot: row.slot, nominee: row.nominee, substitutes, safe: substitutes.length > 0 };
    }),
    pairs,
  };
}

/**
 * Finds the slots of which none who is or might be a reserve could take the nominee's place so; without slots that have no reserves.
 * Where the plan does not say who stands in reserve, the assignment of the program is one of many: then everybody is asked who is
 * listed for no slot and fits, unless the plan's own reserves fill the slot.
 */
export function slotsWithoutSubstitute(plan: Plan, { slots, eligible }: ReservePlan): readonly Row[] {
  const counter = new Counter(plan, slots);
  const isSafe = (row: Row, people: readonly Person[]) =>
    people.some(person => counter.canReplace(row, counter.partsOf(person, row.slot)));
  const listed = new Map(slots.map(state => [state.slot, state.listed]));
  const free = eligible.filter(({ slot }) => slot === undefined);
  return counter.rows.flatMap((row): Row[] => {
    if (row.reserves.length === 0 || isSafe(row, row.reserves)) return [];
    if (listed.get(row.slot)! >= reserveNeed(plan, 1).max) return [row];
    const others = free.filter(person => fitsCategory(person, row.slot.category, plan.ageAsOf));
    if (isSafe(row, others)) return [];
    return [{ ...row, reserves: [...new Set([...row.reserves, ...others])] }];
  });
}

/** A slot with its one nominee. */
interface Row {
  slot: Slot;
  nominee: Person;
  /** what the nominee adds to each requirement */
  own: Parts;
  reserves: readonly Person[];
}

/** For each required requirement the heads that count, and those of whom the share is taken. */
type Parts = readonly number[];

/** A required requirement, and what its share is taken of. */
interface Share {
  requirement: Requirement;
  counts: Condition;
  /** the category among whose slots is counted */
  category: Category | undefined;
  /** the condition of the requirement among whose people is counted: they are the whole */
  base: Condition | undefined;
  /** accepted heads by the whole, memoized: the same few are asked for each reserve */
  accepted: Map<number, HeadRange>;
}

/** Undefined where it is not known what it is a share of: it demands nothing. */
function shareOf(requirement: Requirement, plan: Plan): Share | undefined {
  const { outer, category, isUnknown } = shareBaseOf(plan, requirement);
  if (isUnknown) return undefined;
  const conditions = outer.map(({ where }) => conditionOf(where));
  return {
    requirement,
    counts: conditionOf(requirement.where),
    category,
    base: outer.length === 0 ? undefined : (data, on) => every(conditions, meets => meets(data, on)),
    accepted: new Map(),
  };
}

function areEqual(a: Parts, b: Parts): boolean {
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}

/** Counts for all requirements at once, and changes the counts by one exchange instead of counting again. */
class Counter {
  readonly rows: readonly Row[];
  /** what all nominees add up to */
  readonly base: Parts;
  private readonly plan: Plan;
  private readonly shares: readonly Share[];
  private readonly baseHolds: boolean;

  constructor(plan: Plan, slots: readonly SlotState[]) {
    this.plan = plan;
    const shares: Share[] = [];
    const base: number[] = [];
    for (const requirement of plan.requirements) {
      const share = isAdvisory(requirement) ? undefined : shareOf(requirement, plan);
      if (!share) continue;
      shares.push(share);
      base.push(0, 0);
    }
    this.shares = shares;
    const rows: Row[] = [];
    for (const { slot, nominees, reserves } of slots) {
      if (nominees.length !== 1) continue;
      const own = this.partsOf(nominees[0]!, slot);
      rows.push({ slot, nominee: nominees[0]!, own, reserves });
      for (let index = 0; index < own.length; index++) base[index]! += own[index]!;
    }
    this.rows = rows;
    this.base = base;
    this.baseHolds = this.holds(base);
  }

  /** What somebody in a slot adds to each requirement. */
  partsOf({ data }: Person, slot: Slot): Parts {
    const { ageAsOf } = this.plan;
    const parts: number[] = [];
    for (const { counts, category, base } of this.shares) {
      const isInCategory = category === undefined || slot.category === category;
      const isWithinBase = isInCategory && base?.(data, ageAsOf) === true;
      const isCounted = (base ? isWithinBase : isInCategory) && counts(data, ageAsOf) === true;
      parts.push(isCounted ? 1 : 0, isWithinBase ? 1 : 0);
    }
    return parts;
  }

  /** Whether the requirements hold once somebody with these parts has taken the nominee's place. */
  canReplace({ own }: Row, parts: Parts): boolean {
    // Somebody who is like the nominee changes nothing.
    if (areEqual(own, parts)) return this.baseHolds;
    return this.holds(this.moved(this.base, own, parts));
  }

  /** The counts after one nominee went and another came. */
  moved(all: Parts, out: Parts, into: Parts): Parts {
    const parts: number[] = [];
    for (let index = 0; index < all.length; index++) parts.push(all[index]! - out[index]! + into[index]!);
    return parts;
  }

  /** Whether all required requirements hold with these counts. */
  holds(parts: Parts): boolean {
    const { quota } = this.plan;
    for (let index = 0; index < this.shares.length; index++) {
      const share = this.shares[index]!;
      const count = share.category?.count ?? quota?.total;
      const whole = share.base ? parts[2 * index + 1] : count && headsOf(count);
      if (whole === undefined && typeof share.requirement.amount !== 'number') continue;
      if (!isWithin(parts[2 * index]!, this.acceptedOf(share, whole ?? 0))) return false;
    }
    return true;
  }

  private acceptedOf({ requirement: { comparator, amount }, accepted }: Share, whole: number): HeadRange {
    let range = accepted.get(whole);
    if (!range) {
      range = acceptedHeads(comparator, amount, whole, this.plan.settings.aboutTolerance);
      accepted.set(whole, range);
    }
    return range;
  }
}
