import { boundsOf, headsOf, type Quantity } from '../../values/quantity.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** The township plans another total than its county allocated to it. */
export const allocationMismatch = {
  id: 'quota/allocation-mismatch',
  severity: 'error',
  norm: 'control-total',
  check(
    { plan: { quota, county } }: Facts,
    report: Report<{
      township: string;
      allocated: number;
      /** what is allocated as it is written, where it is no exact number */
      allocatedAs?: Quantity;
      total: number;
      file: string;
      line: number;
    }>,
  ) {
    const total = quota && headsOf(quota.total);
    const allocated = county && headsOf(county.quota);
    if (!quota || !county || total === undefined || allocated === undefined) return;
    const { min, max } = boundsOf(county.quota);
    if (total >= min && total <= max) return;
    const { file, line } = county.place.locate();
    const { kind } = county.quota;
    report(
      quota.place.at('total'),
      {
        ...{ township: county.township, allocated, total, file, line },
        ...(kind !== 'exact' && { allocatedAs: county.quota }),
      },
      { subject: 'total', severity: kind === 'about' ? 'warning' : 'error' },
    );
  },
} satisfies Rule;
