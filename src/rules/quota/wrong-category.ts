import { fitsCategory } from '../../facts/reserve/fitness.ts';
import type { Facts, PersonRef, Report, Rule, SlotName } from '../rule.ts';
import { ref, slotName } from '../rule.ts';

/** A nominee listed for a slot of a category to which the person does not belong. */
export const wrongCategory = {
  id: 'quota/wrong-category',
  severity: 'error',
  norm: 'plan-consistency',
  check(
    { plan }: Facts,
    report: Report<{ person: PersonRef; slot: string; slotName: SlotName; category: string; own: string }>,
  ) {
    const slots = new Map(plan.quota?.slots.map(slot => [slot.id, slot]));
    const nameOf = (id: string) => plan.quota?.categories.find(category => category.id === id)?.name ?? id;
    for (const person of plan.people) {
      const slot =
        person.role === 'nominee' && person.slot !== undefined ? slots.get(person.slot) : undefined;
      if (slot && fitsCategory(person, slot.category, plan.ageAsOf) === false)
        report(
          person.place.at('slot'),
          {
            person: ref(person),
            slot: slot.id,
            slotName: slotName(slot),
            category: slot.category.name,
            own: nameOf(person.category ?? ''),
          },
          { subject: person.id },
        );
    }
  },
} satisfies Rule;
