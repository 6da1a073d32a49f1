import { shareBaseOf } from '../facts/structure/base.ts';
import type { Where } from '../generated/types.ts';
import type { Requirement } from '../model/plan.ts';
import { acceptedHeads } from '../values/share.ts';
import { type Addition, type Ask, added, COSTS, chosen, lacking, missed } from './model.ts';
import { type Bound, isAdvisory, type Problem } from './problem.ts';
import { subsets } from './subsets.ts';

/** A bound that is lowered or raised by heads; `reserve` stands for the reserves of all slots. */
export interface Relaxation {
  requirement: Requirement | 'reserve';
  bound: 'min' | 'max';
  from: number;
  to: number;
}

/** People to be found: so many for a category who meet a condition. */
export interface Wanted {
  category: string;
  where: Where;
  names: string[];
  count: number;
}

/** Finds the fewest heads by which bounds have to give way, and among those ways the one with the fewest exchanges. */
export async function relaxationsOf(
  problem: Problem,
  held: Set<number>,
  ask: Ask,
): Promise<WayOut<Relaxation>> {
  const answer = await ask({ held, reserves: true, relax: true }, [COSTS.heads, COSTS.changes]);
  if (answer.status !== 'optimal') return NO_WAY;
  const { values } = answer;
  const { bounds, seats, requirements } = problem;
  const found: Relaxation[] = [];
  const short = seats.reduce((sum, _, at) => sum + Math.round(values.get(lacking(at)) ?? 0), 0);
  if (short > 0) {
    const all = seats.reduce((sum, { reserves }) => sum + reserves, 0);
    found.push({ requirement: 'reserve', bound: 'min', from: all, to: all - short });
  }
  for (const [number, bound] of bounds.entries()) {
    const heads = Math.round(values.get(missed(number)) ?? 0);
    const requirement = requirements[bound.requirement]!;
    if (heads === 0 || isAdvisory(requirement)) continue;
    const from = boundIn(bound, problem, values);
    found.push({
      requirement,
      bound: bound.side,
      from,
      to: bound.side === 'min' ? from - heads : from + heads,
    });
  }
  return { found, exchanges: exchangesIn(problem, values) };
}

/** A way out, and how many nominees have to be exchanged on it. */
interface WayOut<T> {
  found: T[];
  exchanges: number;
}

const NO_WAY: WayOut<never> = { found: [], exchanges: 0 };

/** Nominees who lose their category's slots. */
const exchangesIn = ({ kinds, holders }: Problem, values: ReadonlyMap<string, number>): number =>
  holders.size -
  kinds.reduce(
    (sum, { holds }, index) => sum + (holds < 0 ? 0 : Math.round(values.get(chosen(index, holds)) ?? 0)),
    0,
  );

/** The bound in heads. A share of other nominees is taken of as many of them as the choice has. */
function boundIn(
  { requirement: index, side, limit, unit }: Bound,
  problem: Problem,
  values: ReadonlyMap<string, number>,
): number {
  if (unit === 1 && limit >= 0) return limit;
  const { requirements, kinds, plan, seats } = problem;
  const requirement = requirements[index]!;
  const base = shareBaseOf(plan, requirement);
  const outer = base.outer.map(other => requirements.indexOf(other));
  const isWithin = (category: number) => !base.category || seats[category]?.category === base.category;
  const whole = kinds
    .flatMap(({ counts, fits }, kind) =>
      outer.every(other => counts[other])
        ? fits.filter(isWithin).map(category => Math.round(values.get(chosen(kind, category)) ?? 0))
        : [],
    )
    .reduce((a, b) => a + b, 0);
  const range = acceptedHeads(
    requirement.comparator,
    requirement.amount,
    whole,
    plan.settings.aboutTolerance,
  );
  return side === 'min' ? range.min : (range.max ?? whole);
}

/** Up to so many requirements are combined when people are looked for; of more, each alone and all together are tried. */
const COMBINED = 6;

/** Finds the fewest people who would have to be added, and asks as little of them as possible. */
export async function additionsOf(problem: Problem, held: Set<number>, ask: Ask): Promise<WayOut<Wanted>> {
  const { requirements, seats, bounds } = problem;
  const asking = [...held].filter(index =>
    bounds.some(({ requirement, side }) => requirement === index && side === 'min'),
  );
  const sets =
    asking.length <= COMBINED
      ? Array.from({ length: asking.length + 1 }, (_, size) => [...subsets(asking, size)]).flat()
      : [[], ...asking.map(index => [index]), asking];
  const kinds = sets.flatMap(set => {
    const where = merged(set.map(index => requirements[index]!.where));
    return where ? [{ set, where }] : [];
  });
  const additions = seats.flatMap((_, category) =>
    kinds.map(({ set, where }): Addition & { set: number[]; where: Where } => ({
      category,
      set,
      where,
      counts: requirements.map((_requirement, index) => set.includes(index)),
      asks: set.length,
    })),
  );
  const answer = await ask({ held, reserves: true, additions }, [COSTS.people, COSTS.changes]);
  if (answer.status !== 'optimal') return NO_WAY;
  const found = additions.flatMap(({ category, where, set }, index): Wanted[] => {
    const count = [true, false].reduce(
      (sum, reserve) => sum + Math.ceil((answer.values.get(added(index, reserve)) ?? 0) - 1e-6),
      0,
    );
    if (count <= 0) return [];
    const { id } = seats[category]!.category;
    return [{ category: id, where, names: set.map(at => requirements[at]!.name), count }];
  });
  return { found, exchanges: exchangesIn(problem, answer.values) };
}

/** All conditions in one; undefined where two ask for different things of the same field. */
function merged(wheres: readonly Where[]): Where | undefined {
  const all: Record<string, unknown> = {};
  for (const where of wheres)
    for (const [key, demand] of Object.entries(where)) {
      if (key in all && JSON.stringify(all[key]) !== JSON.stringify(demand)) return undefined;
      all[key] = demand;
    }
  return all as Where;
}
