import { nearest } from '../../values/nearest.ts';
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
      categories: { id: string; count: number }[];
    }>,
  ) {
    if (!plan.quota) return;
    const known = plan.quota.slots.map(({ id }) => id);
    const categories = plan.quota.categories.map(({ id, count }) => ({ id, count }));
    const slots = new Set(known);
    for (const person of plan.people)
      if (person.slot !== undefined && !slots.has(person.slot))
        report(
          person.place.at('slot'),
          { person: ref(person), slot: person.slot, nearest: nearest(person.slot, known), categories },
          { subject: person.id },
        );
  },
} satisfies Rule;
