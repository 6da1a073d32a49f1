import type { CountyFacts } from '../county-facts.ts';
import type { CountyRule, Report } from '../rule.ts';

/** A plan in the county's folder that no entry of its file names: it is in the sums, and was allocated nothing. */
export const unlistedPlan = {
  id: 'batch/unlisted-plan',
  severity: 'warning',
  norm: 'control-total',
  check(
    { place, unlisted }: CountyFacts,
    report: Report<{ name: string; path: string; total: number | null }>,
  ) {
    for (const plan of unlisted) report(place.at('townships'), plan, { subject: plan.path });
  },
} satisfies CountyRule;
