import type { CountyFacts } from '../county-facts.ts';
import type { CountyRule, Report } from '../rule.ts';

/** A township of the county has no plan where the county's file says. */
export const missingTownship = {
  id: 'batch/missing-township',
  severity: 'error',
  norm: 'plan-consistency',
  check({ place, townships }: CountyFacts, report: Report<{ name: string; path: string }>) {
    for (const { index, name, folder = '', isThere } of townships)
      if (!isThere) report(place.at('townships', index, 'path'), { name, path: folder }, { subject: name });
  },
} satisfies CountyRule;
