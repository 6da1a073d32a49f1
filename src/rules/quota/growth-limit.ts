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
    if (quota?.lastYearActual === undefined || !quota.growthLimit) return;
    const limit = headsAtMost(quota.growthLimit, quota.lastYearActual);
    if (quota.total > limit)
      report(
        quota.place.at('total'),
        { total: quota.total, limit, lastYear: quota.lastYearActual, share: quota.growthLimit.text },
        { subject: 'total' },
      );
  },
} satisfies Rule;
