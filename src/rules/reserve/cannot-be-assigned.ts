import { isContest } from '../../facts/reserve/allocate.ts';
import type { Facts, PersonRef, Report, Rule, SlotName } from '../rule.ts';
import { ref, slotName } from '../rule.ts';
import type { Waiting } from '../waiting.ts';
import { waitingFor } from '../waiting.ts';

/**
 * Slots that compete for the same few people: together they need more reserves than there are people eligible for any
 * of them, so no assignment can serve all (Hall's condition fails for exactly these slots).
 */
export const cannotBeAssigned = {
  id: 'reserve/cannot-be-assigned',
  severity: 'error',
  norm: 'reserve',
  settings: ['cultivationMonths'],
  check(
    { plan, reserves }: Facts,
    report: Report<{
      slots: string[];
      slotNames: SlotName[];
      people: PersonRef[];
      needed: number;
      have: number;
      waiting: Waiting;
    }>,
  ) {
    for (const shortage of reserves.shortages) {
      if (!isContest(shortage)) continue;
      const { slots, people, needed } = shortage;
      const ids = slots.map(({ slot }) => slot.id);
      report(
        slots[0]!.slot.category.place,
        {
          slots: ids,
          slotNames: slots.map(({ slot }) => slotName(slot)),
          people: people.map(ref),
          needed,
          have: people.length,
          waiting: waitingFor(reserves, slots, plan),
        },
        { subject: ids[0] },
      );
    }
  },
} satisfies Rule;
