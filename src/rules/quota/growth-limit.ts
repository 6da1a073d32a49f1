import { headsOf } from '../../values/quantity.ts';
import { headsAtMost } from '../../values/share.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** The total exceeds a share of what was really admitted last year, e.g. 120 % (case B3). A local norm. */
export const growthLimit = {
  id: 'quota/growth-limit',
  severity: 'warning',
  norm: 'growth',
  check(
    { plan: { quota } }: Facts,
    report: Report<{ total: number; limit: number; lastYear: number; share: string }>,
  ) {
    const total = quota && headsOf(quota.total);
    if (quota?.lastYearActual === undefined || !quota.growthLimit || total === undefined) return;
    const limit = headsAtMost(quota.growthLimit, quota.lastYearActual);
    if (total > limit)
      report(
        quota.place.at('total'),
        { total, limit, lastYear: quota.lastYearActual, share: quota.growthLimit.text },
        { subject: 'total' },
      );
  },
} satisfies Rule;
