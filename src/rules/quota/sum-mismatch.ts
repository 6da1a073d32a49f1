import type { Facts, Report, Rule } from '../rule.ts';

/** The parts of the quota, by category or by batch, do not add up to the total. */
export const sumMismatch = {
  id: 'quota/sum-mismatch',
  severity: 'error',
  norm: 'plan-consistency',
  check(
    { plan: { quota } }: Facts,
    report: Report<{ parts: 'categories' | 'batches'; numbers: number[]; sum: number; total: number }>,
  ) {
    if (!quota) return;
    const compare = (parts: 'categories' | 'batches', numbers: number[]) => {
      const sum = numbers.reduce((a, b) => a + b, 0);
      if (numbers.length > 0 && sum !== quota.total)
        report(quota.place.at('total'), { parts, numbers, sum, total: quota.total }, { subject: parts });
    };
    compare(
      'categories',
      quota.categories.map(({ count }) => count),
    );
    compare(
      'batches',
      quota.batches.map(({ total }) => total),
    );
  },
} satisfies Rule;
