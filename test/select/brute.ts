import { allocateReserves, reserveNeed } from '../../src/facts/reserve/allocate.ts';
import { cultivationMonths, fitsCategory, slotDay, unfitness } from '../../src/facts/reserve/fitness.ts';
import { placeNominees } from '../../src/facts/reserve/nominees.ts';
import { assessStructure } from '../../src/facts/structure/assess.ts';
import type { Person, Plan } from '../../src/model/plan.ts';

/** The best of all choices, by trying them all: undefined where the slots cannot be filled. */
export interface Best {
  /** fewest nominees exchanged, of the choices that meet everything; undefined where none does */
  changes: number | undefined;
  /** fewest heads by which requirements and reserves are missed */
  heads: number | undefined;
}

/** Every way to nominate, for plans of a few people: the plain checker judges each. */
export function bruteForce(plan: Plan): Best {
  const best: Best = { changes: undefined, heads: undefined };
  const slots = plan.quota!.slots;
  const day = slotDay(plan);
  const months = cultivationMonths(plan, day);
  const categoryOf = new Map(slots.map(({ id, category }) => [id, category]));
  const held = new Map(
    placeNominees(plan).flatMap(({ slot, nominees }) => nominees.map(person => [person, slot.category])),
  );
  const may = (person: Person, slot: (typeof slots)[number]): boolean => {
    const holds = held.get(person);
    if (person.data.fixed && holds) return holds === slot.category;
    const ripe = unfitness(person, day, months) === undefined || holds === slot.category;
    return ripe && fitsCategory(person, slot.category, plan.ageAsOf) === true;
  };
  const chosen = new Map<Person, string>();
  const judge = () => {
    if (plan.people.some(person => person.data.fixed && held.has(person) && !chosen.has(person))) return;
    const people = plan.people.map((person): Person => {
      const slot = chosen.get(person);
      const { slot: _, ...rest } = person;
      return slot === undefined ? { ...rest, role: 'reserve' } : { ...person, role: 'nominee', slot };
    });
    const next = { ...plan, people };
    let missed = 0;
    for (const { requirement, short, over } of assessStructure(next))
      if (requirement.level !== 'advisory') missed += short + over;
    if (plan.reserve) {
      const { slots: states } = allocateReserves(next);
      for (const { reserves } of states) missed += Math.max(0, reserveNeed(plan, 1).min - reserves.length);
    }
    if (best.heads === undefined || missed < best.heads) best.heads = missed;
    if (missed > 0) return;
    const kept = [...held].filter(
      ([person, category]) => categoryOf.get(chosen.get(person) ?? '') === category,
    ).length;
    const changes = held.size - kept;
    if (best.changes === undefined || changes < best.changes) best.changes = changes;
  };
  const fill = (index: number) => {
    const slot = slots[index];
    if (!slot) {
      judge();
      return;
    }
    const before = slots[index - 1];
    for (const [number, person] of plan.people.entries()) {
      if (chosen.has(person) || !may(person, slot)) continue;
      // Slots of a category are alike: one order of their people is enough.
      if (before?.category === slot.category) {
        const last = [...chosen].find(([, id]) => id === before.id)![0];
        if (plan.people.indexOf(last) > number) continue;
      }
      chosen.set(person, slot.id);
      fill(index + 1);
      chosen.delete(person);
    }
  };
  fill(0);
  return best;
}
