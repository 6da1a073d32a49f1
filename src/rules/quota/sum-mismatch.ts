import { boundsOf, isAboutExactParts, type Quantity, sumOf } from '../../values/quantity.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/**
 * The parts of the quota, by category or by batch, do not add up to the total. Parts that are not known may be anything, limits
 * anything below them; where a number is only about right the sum need not be exact, so that is a warning.
 */
export const sumMismatch = {
  id: 'quota/sum-mismatch',
  severity: 'error',
  norm: 'plan-consistency',
  check(
    { plan: { quota, county } }: Facts,
    report: Report<{
      parts: 'categories' | 'batches';
      numbers: Quantity[];
      /** what the parts that are known come to, as far as possible towards the total */
      sum: number;
      total: Quantity;
      /** how many too many; negative: too few */
      over: number;
      /** what the county allocated, where it is known; of batches and categories alike that is what they have to add up to */
      allocated?: number;
    }>,
  ) {
    if (!quota) return;
    const { total, unreadParts } = quota;
    const allocated = county?.quota.kind === 'exact' ? county.quota.heads : undefined;
    const compare = (parts: 'categories' | 'batches', read: Quantity[]) => {
      const numbers = [...read, ...unreadParts[parts]];
      // A total that is about right, of exact parts, is told where it is read.
      if (numbers.length === 0 || isAboutExactParts(total, numbers)) return;
      const least = boundsOf(total).min;
      const most = boundsOf(total).max;
      const { min, max } = sumOf(numbers);
      const sum = min > most ? min : max;
      const over = min > most ? min - most : max < least ? max - least : 0;
      if (over === 0) return;
      const isAbout = [total, ...numbers].some(({ kind }) => kind === 'about');
      report(
        quota.place.at('total'),
        { parts, numbers, sum, total, over, ...(allocated !== undefined && { allocated }) },
        { subject: parts, severity: isAbout ? 'warning' : 'error' },
      );
    };
    // What the plan does not divide is no part.
    compare(
      'categories',
      quota.categories.filter(({ implicit }) => !implicit).map(({ count }) => count),
    );
    compare(
      'batches',
      quota.batches.map(batch => batch.total),
    );
  },
} satisfies Rule;
