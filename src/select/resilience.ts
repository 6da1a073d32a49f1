import { meets } from '../model/condition.ts';
import type { Person, Plan, Slot } from '../model/plan.ts';
import { acceptedHeads, isWithin } from '../model/share.ts';
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

class Counter {
  private readonly plan: Plan;
  private readonly required: Plan['requirements'];
  private readonly known = new Map<Person, boolean[]>();

  constructor(plan: Plan) {
    this.plan = plan;
    this.required = plan.requirements.filter(requirement => !isAdvisory(requirement));
  }

  nothing = (): Parts => this.required.flatMap(() => [0, 0]);

  /** What a nominee in a slot adds to each requirement. */
  partsOf(person: Person, slot: Slot): Parts {
    const { plan } = this;
    const counts = this.countsOf(person);
    return this.required.flatMap(({ of }, index) => {
      const counted = counts[index] ? 1 : 0;
      if (of === undefined) return [counted, 0];
      if (plan.quota?.categories.some(({ id }) => id === of))
        return slot.category.id === of ? [counted, 0] : [0, 0];
      const other = plan.requirements.find(({ id }) => id === of);
      const within = other && meets(person.data, other.where, plan.ageAsOf) === true;
      return within ? [counted, 1] : [0, 0];
    });
  }

  holds(parts: Parts): boolean {
    const { plan } = this;
    return this.required.every(({ of, comparator, amount }, index) => {
      const category = plan.quota?.categories.find(({ id }) => id === of);
      const isShare = of !== undefined && !category && plan.requirements.some(({ id }) => id === of);
      const whole = isShare ? parts[2 * index + 1]! : (category?.count ?? plan.quota?.total ?? 0);
      return isWithin(
        parts[2 * index]!,
        acceptedHeads(comparator, amount, whole, plan.settings.aboutTolerance),
      );
    });
  }

  private countsOf(person: Person): boolean[] {
    let counts = this.known.get(person);
    if (!counts) {
      counts = this.required.map(({ where }) => meets(person.data, where, this.plan.ageAsOf) === true);
      this.known.set(person, counts);
    }
    return counts;
  }
}
