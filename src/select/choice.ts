import { allocateReserves, type ReservePlan, reserveNeed } from '../facts/reserve/allocate.ts';
import { placeNominees, slotsToFill } from '../facts/reserve/nominees.ts';
import { assessStructure } from '../facts/structure/assess.ts';
import type { Category, Person, Plan, Slot } from '../model/plan.ts';
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
  allocation: ReservePlan;
  changes: Change[];
  /** nominees who are none any more, besides those whose slot somebody else takes */
  dropped: Person[];
}

/**
 * Gives the numbers of a solver back to people: those who hold a slot stay in it, the others are taken in the order of the roster.
 * Undefined where the choice does not pass the plain count: solvers calculate in floating point.
 */
export function choiceOf(problem: Problem, values: ReadonlyMap<string, number>): Choice | undefined {
  const { kinds, seats } = problem;
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
  // Who stays is left as written, with or without a slot, where the check places everybody as chosen. The reserves that the plan lists
  // may stand in the way: then they are assigned again, too.
  const ways = [true, false].flatMap(keepsLists =>
    [true, false].map(asWritten => withChoice(problem, bySlot, { keepsLists, asWritten })),
  );
  const found = ways.find(way => placesAs(way, bySlot) && holdsUp(way));
  return found && { plan: found, allocation: allocateReserves(found), ...changesOf(problem, bySlot) };
}

const placesAs = (plan: Plan, bySlot: ReadonlyMap<string, Person>): boolean =>
  placeNominees(plan).every(({ slot, nominees }) => nominees[0]?.id === bySlot.get(slot.id)?.id);

function seat(
  { plan, seats, holders }: Problem,
  category: number,
  people: Person[],
  bySlot: Map<string, Person>,
): void {
  const slots = plan.quota!.slots.filter(slot => slot.category === seats[category]!.category);
  const inOrder = plan.people.filter(person => people.includes(person));
  const open: Person[] = [];
  for (const person of inOrder) {
    const own = holders.get(person);
    if (own && slots.includes(own)) bySlot.set(own.id, person);
    else open.push(person);
  }
  for (const { id } of slots) if (!bySlot.has(id) && open.length > 0) bySlot.set(id, open.shift()!);
}

interface Writing {
  /** reserves keep the slots that they are listed for; else all become free */
  keepsLists: boolean;
  /** nominees who stay where the check places them are left as they are; else the slot is written for each */
  asWritten: boolean;
}

/** The plan with these nominees. */
function withChoice(
  { plan, holders }: Problem,
  bySlot: ReadonlyMap<string, Person>,
  { keepsLists, asWritten }: Writing,
): Plan {
  const slotOf = new Map([...bySlot].map(([slot, person]) => [person, slot]));
  return {
    ...plan,
    people: plan.people.map((person): Person => {
      const slot = slotOf.get(person);
      if (asWritten && slot !== undefined && holders.get(person)?.id === slot) return person;
      if (slot !== undefined) return { ...person, role: 'nominee', slot };
      const { slot: listed, ...rest } = person;
      const keeps = keepsLists && person.role === 'reserve' && listed !== undefined;
      return keeps ? person : { ...rest, role: 'reserve' };
    }),
  };
}

/** The plain count: every slot filled that has to be, every required requirement met, every slot with its reserves. */
export function holdsUp(plan: Plan): boolean {
  const { slots } = allocateReserves(plan);
  const isFilled = (category: Category) =>
    slots.filter(({ slot, nominees }) => slot.category === category && nominees.length > 0).length >=
    slotsToFill(category);
  return (
    plan.quota!.categories.every(isFilled) &&
    slots.every(
      ({ nominees, reserves }) => !plan.reserve || reserves.length >= reserveNeed(plan, nominees.length).min,
    ) &&
    assessStructure(plan).every(({ met, requirement }) => isAdvisory(requirement) || met !== false)
  );
}

function changesOf(
  { plan, holders }: Problem,
  bySlot: ReadonlyMap<string, Person>,
): Pick<Choice, 'changes' | 'dropped'> {
  const before = new Map([...holders].map(([person, { id }]) => [id, person]));
  const changes = (plan.quota?.slots ?? []).flatMap((slot): Change[] => {
    const from = before.get(slot.id);
    const to = bySlot.get(slot.id);
    if (!to || from === to) return [];
    return [{ slot, to, ...(from ? { from } : {}) }];
  });
  const accounted = new Set([...bySlot.values(), ...changes.map(({ from }) => from)]);
  const dropped = plan.people.filter(person => person.role === 'nominee' && !accounted.has(person));
  return { changes, dropped };
}
