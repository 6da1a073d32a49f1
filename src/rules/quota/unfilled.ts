import { isWithoutCategory } from '../../facts/reserve/fitness.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** Slots for which nobody is nominated. Quotas need not be used up, so this is a warning. */
export const unfilled = {
  id: 'quota/unfilled',
  severity: 'warning',
  norm: 'control-total',
  check({ plan, reserves }: Facts, report: Report<{ slots: string[]; count: number; total: number }>) {
    if (!plan.quota || !plan.hasRoster) return;
    // A limit need not be reached, and 左右 says that it may not be.
    const certain = reserves.slots.filter(({ slot }) => slot.category.count.kind === 'exact');
    const open = certain.filter(({ nominees }) => nominees.length === 0).map(({ slot }) => slot.id);
    // Who has no category yet may be meant for them (candidate/no-category).
    const unplaced = plan.people.filter(
      person => person.role === 'nominee' && isWithoutCategory(person, plan),
    );
    if (open.length > unplaced.length)
      report(
        plan.quota.place.at('total'),
        { slots: open, count: open.length, total: certain.length },
        { subject: 'total' },
      );
  },
} satisfies Rule;
