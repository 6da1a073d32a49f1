import { meets } from '../model/condition.ts';
import type { Category, Person, Plan, Requirement, Slot } from '../model/plan.ts';
import { acceptedHeads, type HeadRange, isWithin } from '../model/share.ts';
import type { SlotState } from '../reserve/allocate.ts';
import { isAdvisory } from './problem.ts';

/** A slot, and who of its reserves could take the nominee's place without breaking a required requirement. */
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
 * For each nominee who drops out the reserves of that slot with whom all required requirements still hold, and for how
 * many pairs of slots both can be filled so. Slots without exactly one nominee are left out: there the requirement is
 * not met as it is.
 */
export function resilienceOf(plan: Plan, slots: readonly SlotState[], withPairs = true): Resilience {
  const counter = new Counter(plan);
  const states = slots.filter(({ nominees }) => nominees.length === 1);
  const base = states.reduce(
    (sum, { nominees, slot }) => plus(sum, counter.partsOf(nominees[0]!, slot), 1),
    counter.nothing(),
  );
  const rows = states.map(({ slot, nominees: [nominee], reserves }) => {
    const without = plus(base, counter.partsOf(nominee!, slot), -1);
    const moves = reserves.map(person => ({ person, parts: counter.partsOf(person, slot) }));
    const substitutes = moves
      .filter(({ parts }) => counter.holds(plus(without, parts, 1)))
      .map(({ person }) => person);
    return { slot, nominee: nominee!, moves, substitutes };
  });
  const pairs = { all: 0, safe: 0 };
  for (const [index, a] of withPairs ? rows.entries() : [])
    for (const b of rows.slice(index + 1)) {
      pairs.all++;
      const without = plus(
        plus(base, counter.partsOf(a.nominee, a.slot), -1),
        counter.partsOf(b.nominee, b.slot),
        -1,
      );
      const survives = a.moves.some(({ parts: first }) =>
        b.moves.some(({ parts: second }) => counter.holds(plus(plus(without, first, 1), second, 1))),
      );
      if (survives) pairs.safe++;
    }
  return {
    slots: rows.map(({ slot, nominee, substitutes }) => ({
      slot,
      nominee,
      substitutes,
      safe: substitutes.length > 0,
    })),
    pairs,
  };
}

/** For each required requirement the heads that count, and those of whom the share is taken. */
type Parts = readonly number[];

const plus = (a: Parts, b: Parts, sign: 1 | -1): Parts => a.map((value, index) => value + sign * b[index]!);

/** A required requirement, and what its share is taken of. */
interface Share {
  requirement: Requirement;
  /** the category among whose slots is counted */
  category?: Category;
  /** the requirement among whose people is counted: they are the whole */
  base?: Requirement;
  /** accepted heads by the whole: few are asked for, again and again */
  accepted: Map<number, HeadRange>;
}

class Counter {
  private readonly plan: Plan;
  private readonly shares: readonly Share[];
  private readonly known = new Map<Person, boolean[]>();

  constructor(plan: Plan) {
    this.plan = plan;
    this.shares = plan.requirements
      .filter(requirement => !isAdvisory(requirement))
      .map(requirement => {
        const { of } = requirement;
        const category = plan.quota?.categories.find(({ id }) => id === of);
        const base = category ? undefined : plan.requirements.find(({ id }) => id === of);
        return { requirement, ...(category && { category }), ...(base && { base }), accepted: new Map() };
      });
  }

  nothing = (): Parts => this.shares.flatMap(() => [0, 0]);

  /** What a nominee in a slot adds to each requirement. */
  partsOf(person: Person, slot: Slot): Parts {
    const counts = this.countsOf(person);
    const parts: number[] = [];
    for (const [index, { requirement, category, base }] of this.shares.entries()) {
      const isWithinBase = base && meets(person.data, base.where, this.plan.ageAsOf) === true;
      const isCounted =
        counts[index] && (requirement.of === undefined || slot.category === category || isWithinBase);
      parts.push(isCounted ? 1 : 0, isWithinBase ? 1 : 0);
    }
    return parts;
  }

  holds(parts: Parts): boolean {
    const total = this.plan.quota?.total ?? 0;
    return this.shares.every((share, index) => {
      const whole = share.base ? parts[2 * index + 1]! : (share.category?.count ?? total);
      return isWithin(parts[2 * index]!, this.acceptedOf(share, whole));
    });
  }

  private acceptedOf({ requirement: { comparator, amount }, accepted }: Share, whole: number): HeadRange {
    let range = accepted.get(whole);
    if (!range) {
      range = acceptedHeads(comparator, amount, whole, this.plan.settings.aboutTolerance);
      accepted.set(whole, range);
    }
    return range;
  }

  private countsOf(person: Person): boolean[] {
    let counts = this.known.get(person);
    if (!counts) {
      counts = this.shares.map(
        ({ requirement }) => meets(person.data, requirement.where, this.plan.ageAsOf) === true,
      );
      this.known.set(person, counts);
    }
    return counts;
  }
}
