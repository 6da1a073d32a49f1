import { headsOf } from '../../values/quantity.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** The township plans another total than its county allocated to it. */
export const allocationMismatch = {
  id: 'quota/allocation-mismatch',
  severity: 'error',
  norm: 'control-total',
  check(
    { plan: { quota, county } }: Facts,
    report: Report<{ township: string; allocated: number; total: number; file: string; line: number }>,
  ) {
    const total = quota && headsOf(quota.total);
    if (!quota || !county || total === undefined || county.quota === total) return;
    const { file, line } = county.place.locate();
    report(
      quota.place.at('total'),
      { township: county.township, allocated: county.quota, total, file, line },
      { subject: 'total' },
    );
  },
} satisfies Rule;
