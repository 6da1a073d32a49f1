import { reserveNeed } from '../../facts/reserve/allocate.ts';
import type { Facts, PersonRef, Report, Rule, SlotName } from '../rule.ts';
import { ref, slotName } from '../rule.ts';

/** The plan lists more reserves for a slot than it allows itself. */
export const tooMany = {
  id: 'reserve/too-many',
  severity: 'warning',
  norm: 'reserve',
  settings: ['cultivationMonths'],
  check(
    { plan, reserves }: Facts,
    report: Report<{ slot: string; slotName: SlotName; have: number; max: number; extra: PersonRef[] }>,
  ) {
    if (!plan.reserve) return;
    for (const { slot, reserves: people, nominees } of reserves.slots) {
      const { max } = reserveNeed(plan, nominees.length);
      if (people.length > max)
        report(
          people[max]!.place.at('slot'),
          {
            slot: slot.id,
            slotName: slotName(slot),
            have: people.length,
            max,
            extra: people.slice(max).map(ref),
          },
          { subject: slot.id },
        );
    }
  },
} satisfies Rule;
