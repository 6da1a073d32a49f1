import { isWithoutCategory } from '../../facts/reserve/fitness.ts';
import { slotsToFill } from '../../facts/reserve/nominees.ts';
import type { Facts, Report, Rule, SlotName } from '../rule.ts';
import { slotName } from '../rule.ts';

/** Slots for which nobody is nominated. Quotas need not be used up, so this is a warning. */
export const unfilled = {
  id: 'quota/unfilled',
  severity: 'warning',
  norm: 'control-total',
  check(
    { plan, reserves }: Facts,
    report: Report<{ slots: string[]; slotNames: SlotName[]; count: number; total: number }>,
  ) {
    if (!plan.quota || !plan.hasRoster) return;
    const certain = plan.quota.categories.flatMap(category => {
      const own = reserves.slots.filter(({ slot }) => slot.category === category);
      const filled = own.filter(({ nominees }) => nominees.length > 0);
      const empty = own.filter(({ nominees }) => nominees.length === 0);
      return [...filled, ...empty].slice(0, slotsToFill(category));
    });
    const open = certain.filter(({ nominees }) => nominees.length === 0).map(({ slot }) => slot);
    // Who has no category yet may be meant for them (candidate/no-category).
    const unplaced = plan.people.filter(
      person => person.role === 'nominee' && isWithoutCategory(person, plan),
    );
    if (open.length > unplaced.length)
      report(
        plan.quota.place.at('total'),
        {
          slots: open.map(({ id }) => id),
          slotNames: open.map(slotName),
          count: open.length,
          total: certain.length,
        },
        { subject: 'total' },
      );
  },
} satisfies Rule;
