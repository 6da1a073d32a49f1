import type { CountyFacts } from '../county-facts.ts';
import type { CountyRule, Report } from '../rule.ts';

/**
 * What the townships are allocated is not the county's total less what it holds back, or their own plans add up to more than that,
 * whatever they are allocated.
 */
export const townshipSum = {
  id: 'batch/sum-mismatch',
  severity: 'error',
  norm: 'control-total',
  check(
    { file: { quota, townships }, place, rollup: { allocated, toAllocate, planned }, unlisted }: CountyFacts,
    report: Report<{ total: number; held: number; sum: number; of: 'allocated' | 'planned' }>,
  ) {
    if (!quota || toAllocate === undefined) return;
    const { total, held = 0 } = quota;
    const tell = (of: 'allocated' | 'planned', sum: number) =>
      report(place.at('quota', 'total'), { total, held, sum, of });
    // A township whose entry could not be read was allocated nobody knows what.
    if (!townships.includes(null) && allocated !== toAllocate) tell('allocated', allocated);
    // Plans that are not there yet can only make it more; those that no entry names are told of one by one.
    const listed = planned - unlisted.reduce((sum, { total: own }) => sum + (own ?? 0), 0);
    if (listed > toAllocate) tell('planned', listed);
  },
} satisfies CountyRule;
