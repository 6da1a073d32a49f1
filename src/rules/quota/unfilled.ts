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
    if (open.length > 0)
      report(
        plan.quota.place.at('total'),
        { slots: open, count: open.length, total: certain.length },
        { subject: 'total' },
      );
  },
} satisfies Rule;
