import { type Allocation, allocateReserves, reserveNeed } from '../facts/reserve/allocate.ts';
import { assessStructure } from '../facts/structure/assess.ts';
import type { Person, Plan, Slot } from '../model/plan.ts';
import { chosen } from './model.ts';
import { isAdvisory, type Problem } from './problem.ts';

/** A slot whose nominee differs from the plan's; `from` is absent where the slot was open. */
export interface Change {
  slot: Slot;
  from?: Person;
  to: Person;
}

/** A choice that has passed the plain count. */
export interface Choice {
  /** the plan with the choice in it */
  plan: Plan;
  allocation: Allocation;
  changes: Change[];
}

/**
 * Gives the numbers of a solver back to people: those who hold a slot stay in it, the others are taken in the order of the roster.
 * Undefined where the choice does not pass the plain count: solvers calculate in floating point.
 */
export function choiceOf(problem: Problem, values: ReadonlyMap<string, number>): Choice | undefined {
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
  // The reserves that the plan lists may stand in the way: then they are assigned again, too.
  const found = [true, false].map(keepsLists => withChoice(plan, bySlot, keepsLists)).find(holdsUp);
  return found && { plan: found, allocation: allocateReserves(found), changes: changesOf(plan, bySlot) };
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

/** The plan with these nominees. Reserves keep the slots that they are listed for, or (`keepsLists` false) all become free. */
function withChoice(plan: Plan, bySlot: ReadonlyMap<string, Person>, keepsLists: boolean): Plan {
  const slotOf = new Map([...bySlot].map(([slot, person]) => [person, slot]));
  return {
    ...plan,
    people: plan.people.map((person): Person => {
      const slot = slotOf.get(person);
      if (slot !== undefined) return { ...person, role: 'nominee', slot };
      const { slot: listed, ...rest } = person;
      const keeps = keepsLists && person.role === 'reserve' && listed !== undefined;
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
