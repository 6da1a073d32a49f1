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
    if (!quota || !county || county.quota === quota.total) return;
    const { file, line } = county.place.locate();
    report(
      quota.place.at('total'),
      { township: county.township, allocated: county.quota, total: quota.total, file, line },
      { subject: 'total' },
    );
  },
} satisfies Rule;
