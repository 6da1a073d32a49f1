import type { Unfitness } from '../../facts/reserve/fitness.ts';
import { isoOf } from '../../values/day.ts';
import type { Facts, PersonRef, Report, Rule, SlotName } from '../rule.ts';
import { ref, slotName } from '../rule.ts';

const FIELD: Record<Unfitness, (string | number)[]> = {
  category: ['category'],
  'unknown-category': ['slot'],
  'not-activist': ['events', 'activist'],
  'unknown-activist': ['events'],
  member: ['events', 'branchMeeting'],
  'not-ripe': ['events', 'activist'],
};

/** Somebody listed as a reserve could not step in: wrong category, no activist, or not a year yet by the slot's day. */
export const notEligible = {
  id: 'reserve/not-eligible',
  severity: 'error',
  norm: 'cultivation',
  settings: ['cultivationMonths'],
  check(
    { plan, reserves }: Facts,
    report: Report<{
      person: PersonRef;
      slot: string;
      slotName: SlotName;
      category: string;
      why: Unfitness;
      day: string;
      months: number;
      ripeOn: string;
    }>,
  ) {
    for (const { person, slot, why, ripeOn } of reserves.ineligible)
      report(
        person.place.at(...FIELD[why]),
        {
          person: ref(person),
          slot: slot.id,
          slotName: slotName(slot),
          category: slot.category.name,
          why,
          day: isoOf(reserves.day),
          months: reserves.months,
          ripeOn: ripeOn === undefined ? '' : isoOf(ripeOn),
        },
        { subject: person.id, norm: plan.norms.on('cultivation', reserves.day) },
      );
  },
} satisfies Rule;
