import { nearest } from '../../values/nearest.ts';
import { headsOf } from '../../values/quantity.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** Somebody is listed for a slot that the quota does not have. */
export const unknownSlot = {
  id: 'candidate/unknown-slot',
  severity: 'error',
  norm: 'plan-consistency',
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      slot: string;
      nearest: string;
      categories: { id: string; name: string; count: number }[];
    }>,
  ) {
    if (!plan.quota) return;
    const known = plan.quota.slots.map(({ id }) => id);
    // Of a category whose number is not known no slot is wrong (quota/number-unknown).
    const open = plan.quota.categories
      .filter(({ count }) => count.kind === 'pending')
      .map(({ id }) => `${id}-`);
    const categories = plan.quota.categories.map(({ id, name, count }) => ({
      id,
      name,
      count: headsOf(count) ?? 0,
    }));
    const slots = new Set(known);
    for (const person of plan.people)
      if (
        person.slot !== undefined &&
        !slots.has(person.slot) &&
        !open.some(start => person.slot!.startsWith(start) || start === 'slot-')
      )
        report(
          person.place.at('slot'),
          {
            person: ref(person),
            slot: person.slot,
            nearest: nearest(person.slot, known),
            categories,
          },
          { subject: person.id },
        );
  },
} satisfies Rule;
