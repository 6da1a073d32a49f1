import type { CountyFacts } from '../county-facts.ts';
import type { CountyRule, Report } from '../rule.ts';

/** What the townships are allocated is not the county's total less what it holds back. */
export const townshipSum = {
  id: 'batch/sum-mismatch',
  severity: 'error',
  norm: 'control-total',
  check(
    { file, place, rollup }: CountyFacts,
    report: Report<{ total: number; held: number; allocated: number }>,
  ) {
    // A township whose entry could not be read was allocated nobody knows what.
    if (file.townships.includes(null) || rollup.allocated === rollup.toAllocate) return;
    const { total, held = 0 } = file.quota;
    report(place.at('quota', 'total'), { total, held, allocated: rollup.allocated });
  },
} satisfies CountyRule;
