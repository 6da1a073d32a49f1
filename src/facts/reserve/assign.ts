import { Flow } from './flow.ts';

/** What a slot still needs, in people. Both are whole numbers from 0, `max` at least `min`; it may be huge. */
export interface SlotNeed {
  id: string;
  /** reserves still needed at least */
  min: number;
  /** still accepted at most */
  max: number;
}

/**
 * Slots that cannot all have their minimum, as Hall's theorem shows: together they need more people than are eligible
 * for any of them.
 */
export interface NetworkShortage {
  /** slots, ascending; none with a minimum of 0 */
  slots: number[];
  /** everybody eligible for at least one of the slots, ascending */
  people: number[];
  /** sum of the minimums of the slots, more than there are people */
  needed: number;
}

/** Slots and people are given by their indices in what was passed to `assign`. */
export interface Assignment {
  /** for each slot the people assigned to it, ascending */
  assigned: number[][];
  /**
   * Empty exactly when every slot has at least its minimum. By the max-flow min-cut theorem the people lacking in all shortages, `needed` less
   * those eligible, add up to the minimums that are not served: no choice serves more. Of all sets of slots that
   * lack so many this is the smallest: any part of a shortage lacks fewer people than the whole, though it may lack
   * some as well. Shortages share neither slots nor people, and each slot below its minimum is in one. What competes
   * for the same people is one shortage, and so are all the slots that nobody is eligible for.
   */
  shortages: NetworkShortage[];
}

/**
 * Assigns people to slots, nobody to more than one. `eligible`: for each person the slots that they can serve, in any
 * order. The result depends on nothing but the arguments:
 *
 * 1. The total of served minimums is the greatest possible. Where not all can be served, earlier slots come first: no
 *    choice with that total gives a slot more without giving an earlier one less. This need not be the choice in
 *    which the most slots are complete.
 * 2. Without taking from those, the total assigned is the greatest possible within the maximums. The next person goes
 *    to the slot with the most room left to its maximum, the earlier among equals, as long as anybody can be found for
 *    it: slots with the same limit are filled evenly, whether they start empty or had people before.
 * 3. How many each slot gets is thereby fixed, whatever the order of the people; of those who could fill the slots so,
 *    the earlier are taken: nobody is left out in favour of somebody later. Of slots open to the same people the
 *    earlier has the earlier people.
 *
 * Throws a RangeError for a need that is not as described, or a slot that does not exist.
 */
export function assign(slots: readonly SlotNeed[], eligible: readonly (readonly number[])[]): Assignment {
  for (const { id, min, max } of slots)
    if (!Number.isInteger(min) || !Number.isInteger(max) || min < 0 || max < min)
      throw new RangeError(`not a need of slot ${id}: ${min} to ${max}`);
  // Most rosters name the slot of everybody, and nothing is left to be done.
  if (eligible.length === 0 && slots.every(({ min }) => min === 0))
    return { assigned: emptyLists(slots.length), shortages: [] };
  const network = mergeAlike(slots.length, eligible);
  const { counts, shortages } = countPeople(slots, network);
  const assigned = dealPeople(counts, network);
  return { assigned, shortages };
}

/** Things numbered by class: those in one class are interchangeable. */
interface Classes {
  /** for each thing its class; classes are numbered by their first member */
  of: readonly number[];
  /** for each class its members, ascending */
  members: readonly (readonly number[])[];
}

/** Slots open to the same people are one class, and so are people who can serve the same slots. */
interface Network {
  slots: Classes;
  people: Classes;
  /** for each class of slots the classes of people eligible for it */
  peopleFor: readonly (readonly number[])[];
  /** for each class of people the classes of slots that it can serve */
  slotsFor: readonly (readonly number[])[];
}

function mergeAlike(slotCount: number, eligible: readonly (readonly number[])[]): Network {
  const slots = classify(slotCount, eligible);
  const eligibleFor = emptyLists(slots.members.length);
  for (let person = 0; person < eligible.length; person++)
    for (const slot of eligible[person]!) {
      const slotClass = slots.of[slot]!;
      // The first of a class stands for all.
      if (slots.members[slotClass]![0] === slot) eligibleFor[slotClass]!.push(person);
    }
  const people = classify(eligible.length, eligibleFor);
  const peopleFor = emptyLists(slots.members.length);
  const slotsFor = emptyLists(people.members.length);
  for (let slotClass = 0; slotClass < eligibleFor.length; slotClass++)
    for (const person of eligibleFor[slotClass]!) {
      const personClass = people.of[person]!;
      // Each class of people once, by its first member.
      if (people.members[personClass]![0] !== person) continue;
      peopleFor[slotClass]!.push(personClass);
      slotsFor[personClass]!.push(slotClass);
    }
  return { slots, people, peopleFor, slotsFor };
}

const emptyLists = (count: number): number[][] => Array.from({ length: count }, () => []);

/**
 * Classes of the things from 0 to `count - 1` that are in the same sets, by partition refinement: each set moves its
 * members from the class they are in to one that is new. Linear in the size of the sets.
 */
function classify(count: number, sets: readonly (readonly number[])[]): Classes {
  const labels = new Int32Array(count);
  const movedTo = [0];
  for (const set of sets) {
    const firstNew = movedTo.length;
    for (const thing of set) {
      const label = labels[thing];
      if (label === undefined) throw new RangeError(`no such slot: ${thing}`);
      if (label >= firstNew) continue; // listed twice
      if (movedTo[label]! < firstNew) movedTo[label] = movedTo.push(0) - 1;
      labels[thing] = movedTo[label]!;
    }
  }
  const numbers = new Map<number, number>();
  const members: number[][] = [];
  const of: number[] = [];
  for (let thing = 0; thing < count; thing++) {
    let number = numbers.get(labels[thing]!);
    if (number === undefined) {
      number = members.push([]) - 1;
      numbers.set(labels[thing]!, number);
    }
    members[number]!.push(thing);
    of.push(number);
  }
  return { of, members };
}

/** How many people each slot gets: the minimums first, since a path through the network never takes them back. */
function countPeople(slots: readonly SlotNeed[], network: Network) {
  const capacity: number[] = [];
  for (const { length } of network.people.members) capacity.push(length);
  const flow = new Flow(network.peopleFor, capacity);
  const counts: number[] = [];
  while (counts.length < slots.length) counts.push(0);
  const grow = (slot: number): boolean => {
    const grown = flow.push(network.slots.of[slot]!);
    if (grown) counts[slot]!++;
    return grown;
  };
  for (let slot = 0; slot < slots.length; slot++) while (counts[slot]! < slots[slot]!.min && grow(slot));
  const shortages = findShortages(slots, network, flow);

  const room = (slot: number): number => slots[slot]!.max - counts[slot]!;
  let open = [...slots.keys()].filter(slot => room(slot) > 0);
  while (open.length > 0) {
    const most = open.reduce((widest, slot) => Math.max(widest, room(slot)), 0);
    open = open.filter(slot => room(slot) < most || (grow(slot) && room(slot) > 0));
  }
  return { counts, shortages };
}

/** The near side of the minimum cut, in connected parts. To be called when the minimums have been tried. */
function findShortages(slots: readonly SlotNeed[], network: Network, flow: Flow): NetworkShortage[] {
  const shortages: NetworkShortage[] = [];
  const seen = new Set<number>();
  for (const start of network.slots.members.keys()) {
    if (!flow.isStuck(start) || seen.has(start)) continue;
    seen.add(start);
    const slotClasses = [start];
    const personClasses = new Set<number>();
    for (const slotClass of slotClasses) {
      for (const personClass of network.peopleFor[slotClass]!) {
        if (personClasses.has(personClass)) continue;
        personClasses.add(personClass);
        for (const rival of network.slotsFor[personClass]!) {
          if (!flow.isStuck(rival) || seen.has(rival)) continue;
          seen.add(rival);
          slotClasses.push(rival);
        }
      }
    }
    const short = membersOf(network.slots, slotClasses).filter(slot => slots[slot]!.min > 0);
    shortages.push({
      slots: short,
      people: membersOf(network.people, personClasses),
      needed: short.reduce((sum, slot) => sum + slots[slot]!.min, 0),
    });
  }
  return shortages.sort((a, b) => a.slots[0]! - b.slots[0]!);
}

const membersOf = ({ members }: Classes, classes: Iterable<number>): number[] =>
  [...classes].flatMap(number => members[number]!).sort((a, b) => a - b);

/**
 * Who goes where: the flow once more, but from the people, in their order, to what each class of slots gets. As that
 * many can be placed (`countPeople` has done so), all places are filled.
 */
function dealPeople(counts: readonly number[], { slots, people, slotsFor }: Network): number[][] {
  const capacity: number[] = [];
  for (const own of slots.members) {
    let places = 0;
    for (const slot of own) places += counts[slot]!;
    capacity.push(places);
  }
  const flow = new Flow(slotsFor, capacity);
  const taken = emptyLists(people.members.length);
  for (let person = 0; person < people.of.length; person++)
    if (flow.push(people.of[person]!)) taken[people.of[person]!]!.push(person);

  const assigned = emptyLists(counts.length);
  for (let slotClass = 0; slotClass < slots.members.length; slotClass++) {
    const group: number[] = [];
    for (const [personClass, units] of flow.received(slotClass))
      for (const person of taken[personClass]!.splice(0, units)) group.push(person);
    group.sort((a, b) => a - b);
    let next = 0;
    for (const slot of slots.members[slotClass]!)
      for (let more = counts[slot]!; more > 0; more--) assigned[slot]!.push(group[next++]!);
  }
  return assigned;
}
