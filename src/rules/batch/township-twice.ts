import type { CountyFacts } from '../county-facts.ts';
import type { CountyRule, Report } from '../rule.ts';

/** Two entries of the county's file have one name or one folder: a plan then counts for both allocations (case A4). */
export const townshipTwice = {
  id: 'batch/township-twice',
  severity: 'error',
  norm: 'plan-consistency',
  check(
    { place, townships }: CountyFacts,
    report: Report<{ name: string; other: string; by: 'name' | 'folder'; path: string }>,
  ) {
    for (const { index, name, folder = '', twice } of townships) {
      if (!twice) continue;
      const at = place.at('townships', index, twice.by === 'name' ? 'name' : 'path');
      report(at, { name, ...twice, path: folder }, { subject: name });
    }
  },
} satisfies CountyRule;
