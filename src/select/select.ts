import { type Allocation, allocateReserves, reserveNeed } from '../facts/reserve/allocate.ts';
import { assign } from '../facts/reserve/assign.ts';
import { assessStructure } from '../facts/structure/assess.ts';
import { shareBaseOf } from '../facts/structure/base.ts';
import type { Where } from '../generated/types.ts';
import type { Person, Plan, Requirement, Slot } from '../model/plan.ts';
import { acceptedHeads } from '../values/share.ts';
import { type Addition, added, COSTS, chosen, lacking, type ModelOptions, missed, modelOf } from './model.ts';
import { type Bound, isAdvisory, type Problem, problemOf } from './problem.ts';
import { type Answer, type Solver, solveInOrder, yalps } from './solver.ts';

/** `undecided`: the solvers ran out of time, so nothing is claimed. */
export type Status = 'feasible' | 'infeasible' | 'undecided';

/** A slot whose nominee differs from the plan's; `from` is absent where the slot was open. */
export interface Change {
  slot: Slot;
  from?: Person;
  to: Person;
}

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

export interface Selection {
  status: Status;
  problem: Problem;
  /** the plan with the choice in it; there when feasible */
  plan?: Plan;
  allocation?: Allocation;
  changes: Change[];
  shortfalls: Shortfall[];
  competitions: Competition[];
  /** a smallest set of requirements (and reserves) that cannot hold together; empty where slots alone cannot be filled */
  conflict: (Requirement | 'reserve')[];
  relaxations: Relaxation[];
  additions: Wanted[];
  /** nominees who have to be exchanged as well, with the bounds relaxed and with the people found */
  exchanges: { relaxed: number; added: number };
}

export interface SelectOptions {
  /** time for each question that is put to a solver */
  milliseconds: number;
  /** asked when the first runs out of time */
  fallback?: () => Promise<Solver>;
}

type Ask = (options: ModelOptions, costs: readonly string[]) => Promise<Answer>;

/**
 * Whether some choice of nominees meets every required requirement and leaves every slot its reserves: the choice with
 * the fewest exchanges, or why there is none and what would help. It is arithmetic on the plan's own requirements;
 * nobody is scored, and branch and committee decide.
 */
export async function select(plan: Plan, { milliseconds, fallback }: SelectOptions): Promise<Selection> {
  const problem = problemOf(plan);
  const ask: Ask = async (options, costs) => {
    const model = modelOf(problem, options);
    const answer = solveInOrder(yalps, model, costs, milliseconds);
    if (answer.status !== 'undecided' || !fallback) return answer;
    return solveInOrder(await fallback(), model, costs, milliseconds);
  };
  const held = requiredOf(problem);
  const nothing = {
    problem,
    changes: [],
    shortfalls: shortfallsOf(problem),
    competitions: competitionsOf(problem),
    conflict: [],
    relaxations: [],
    additions: [],
    exchanges: { relaxed: 0, added: 0 },
  };
  const answer = await ask({ held, reserves: true }, [COSTS.changes, COSTS.advisory]);
  if (answer.status === 'undecided') return { ...nothing, status: 'undecided' };
  if (answer.status === 'optimal') {
    const choice = choiceOf(problem, answer.values);
    // Solvers count in floating point: what is shown has passed the plain count.
    if (!choice) return { ...nothing, status: 'undecided' };
    return { ...nothing, shortfalls: [], competitions: [], status: 'feasible', ...choice };
  }
  const relaxed = await relaxationsOf(problem, held, ask);
  const extended = await additionsOf(problem, held, ask);
  return {
    ...nothing,
    status: 'infeasible',
    conflict: await conflictOf(problem, held, ask),
    relaxations: relaxed.found,
    additions: extended.found,
    exchanges: { relaxed: relaxed.exchanges, added: extended.exchanges },
  };
}

const requiredOf = ({ requirements }: Problem): Set<number> =>
  new Set([...requirements.keys()].filter(index => !isAdvisory(requirements[index]!)));

/** The people behind the numbers: those who hold a slot stay in it, the others are taken in the order of the roster. */
function choiceOf(
  problem: Problem,
  values: ReadonlyMap<string, number>,
): { plan: Plan; allocation: Allocation; changes: Change[] } | undefined {
  const { plan, kinds, seats } = problem;
  const taken = seats.map((): Person[] => []);
  for (const [index, { people, fits, holds }] of kinds.entries()) {
    let next = 0;
    // Those who keep their category first, so that it is they who keep their slots.
    for (const category of [...fits].sort((a, b) => Number(b === holds) - Number(a === holds))) {
      const count = Math.round(values.get(chosen(index, category)) ?? 0);
      taken[category]!.push(...people.slice(next, next + count));
      next += count;
    }
  }
  const bySlot = new Map<string, Person>();
  for (const [category, people] of taken.entries()) seat(problem, category, people, bySlot);
  const listed = withChoice(plan, bySlot, true);
  if (holdsUp(listed))
    return { plan: listed, allocation: allocateReserves(listed), changes: changesOf(plan, bySlot) };
  // The reserves that the plan lists may stand in the way: then they, too, are arranged anew.
  const free = withChoice(plan, bySlot, false);
  if (holdsUp(free))
    return { plan: free, allocation: allocateReserves(free), changes: changesOf(plan, bySlot) };
  return undefined;
}

function seat(
  { plan, seats }: Problem,
  category: number,
  people: Person[],
  bySlot: Map<string, Person>,
): void {
  const slots = plan.quota!.slots.filter(slot => slot.category === seats[category]!.category);
  const inOrder = plan.people.filter(person => people.includes(person));
  const open: Person[] = [];
  for (const person of inOrder) {
    const own = person.role === 'nominee' ? slots.find(({ id }) => id === person.slot) : undefined;
    if (own && !bySlot.has(own.id)) bySlot.set(own.id, person);
    else open.push(person);
  }
  for (const { id } of slots) if (!bySlot.has(id) && open.length > 0) bySlot.set(id, open.shift()!);
}

/** The plan with these nominees; reserves keep the slots that they are listed for, or all lists are given up. */
function withChoice(plan: Plan, bySlot: ReadonlyMap<string, Person>, keepLists: boolean): Plan {
  const slotOf = new Map([...bySlot].map(([slot, person]) => [person, slot]));
  return {
    ...plan,
    people: plan.people.map((person): Person => {
      const slot = slotOf.get(person);
      if (slot !== undefined) return { ...person, role: 'nominee', slot };
      const { slot: listed, ...rest } = person;
      const keeps = keepLists && person.role === 'reserve' && listed !== undefined;
      return keeps ? person : { ...rest, role: 'reserve' };
    }),
  };
}

/** The plain count: every slot filled, every required requirement met, every slot with its reserves. */
export function holdsUp(plan: Plan): boolean {
  const { slots } = allocateReserves(plan);
  return (
    slots.every(
      ({ nominees, reserves }) =>
        nominees.length > 0 && (!plan.reserve || reserves.length >= reserveNeed(plan, nominees.length).min),
    ) && assessStructure(plan).every(({ met, requirement }) => isAdvisory(requirement) || met !== false)
  );
}

function changesOf(plan: Plan, bySlot: ReadonlyMap<string, Person>): Change[] {
  const before = new Map(
    allocateReserves({ ...plan, reserve: undefined }).slots.map(({ slot, nominees }) => [
      slot.id,
      nominees[0],
    ]),
  );
  return (plan.quota?.slots ?? []).flatMap((slot): Change[] => {
    const from = before.get(slot.id);
    const to = bySlot.get(slot.id)!;
    if (from?.id === to.id) return [];
    return [{ slot, to, ...(from ? { from } : {}) }];
  });
}

function shortfallsOf({ seats, kinds, bounds, requirements }: Problem): Shortfall[] {
  const heads = (test: (kind: Problem['kinds'][number], category: number) => boolean) =>
    kinds
      .filter(kind => kind.fits.some(category => test(kind, category)))
      .reduce((sum, { people }) => sum + people.length, 0);
  const found: Shortfall[] = [];
  for (const [category, { slots }] of seats.entries()) {
    const have = heads((_, at) => at === category);
    if (have < slots) found.push({ kind: 'category', category, need: slots, have });
  }
  const total = seats.reduce((sum, { slots }) => sum + slots, 0);
  for (const { requirement: index, side, limit, unit, part } of bounds) {
    const requirement = requirements[index]!;
    // Of a share of other nominees nothing can be said before they are chosen.
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

/** Nominees and reserves compete for the same people: slots that cannot all have both. */
function competitionsOf({ plan, seats, kinds }: Problem): Competition[] {
  const slots = plan.quota?.slots ?? [];
  const categoryOf = slots.map(slot => seats.findIndex(({ category }) => category === slot.category));
  const people = kinds.flatMap(({ people: own, fits }) => own.map(person => ({ person, fits })));
  const need = 1 + (plan.reserve ? reserveNeed(plan, 1).min : 0);
  const { shortages } = assign(
    slots.map(({ id }) => ({ id, min: need, max: need })),
    people.map(({ fits }) => slots.flatMap((_, index) => (fits.includes(categoryOf[index]!) ? [index] : []))),
  );
  return shortages.map(shortage => ({
    slots: shortage.slots.map(index => slots[index]!),
    people: shortage.people.map(index => people[index]!.person),
    needed: shortage.needed,
  }));
}

/** Larger sets are not tried one by one: there are too many. */
const TRIED = 3;

/**
 * A smallest set that cannot hold together, tried by size up to `TRIED`. Beyond that everything is left out that may be: what remains
 * may not be the smallest, but has no part to spare.
 */
async function conflictOf(
  { requirements, seats }: Problem,
  held: ReadonlySet<number>,
  ask: Ask,
): Promise<Selection['conflict']> {
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

function* subsets<T>(items: readonly T[], size: number): Iterable<T[]> {
  if (size === 0) yield [];
  else
    for (const [index, item] of items.entries())
      for (const rest of subsets(items.slice(index + 1), size - 1)) yield [item, ...rest];
}

/** The fewest heads by which bounds have to give way, with the fewest exchanges among those. */
async function relaxationsOf(problem: Problem, held: Set<number>, ask: Ask): Promise<WayOut<Relaxation>> {
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
const exchangesIn = ({ kinds, nominated }: Problem, values: ReadonlyMap<string, number>): number =>
  nominated -
  kinds.reduce(
    (sum, { holds }, index) => sum + (holds < 0 ? 0 : Math.round(values.get(chosen(index, holds)) ?? 0)),
    0,
  );

/** The bound in heads; of a share of other nominees as many as the choice makes of them. */
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

/** More requirements than this are not combined when people are looked for: each alone, and all together. */
const COMBINED = 6;

/** The fewest people who would have to be found, asking of them as little as possible. */
async function additionsOf(problem: Problem, held: Set<number>, ask: Ask): Promise<WayOut<Wanted>> {
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
