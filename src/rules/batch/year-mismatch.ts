import type { CountyFacts } from '../county-facts.ts';
import type { CountyRule, Report } from '../rule.ts';

/** What stands in a township's folder is the plan of another year: mostly last year's, not yet replaced. */
export const townshipYear = {
  id: 'batch/year-mismatch',
  severity: 'error',
  norm: 'plan-consistency',
  check(
    { file, place, townships }: CountyFacts,
    report: Report<{ name: string; path: string; year: number; countyYear: number }>,
  ) {
    const { year: countyYear } = file;
    if (countyYear === undefined) return;
    for (const { index, name, folder = '', year } of townships)
      if (year !== undefined && year !== countyYear)
        report(
          place.at('townships', index, 'path'),
          { name, path: folder, year, countyYear },
          { subject: name },
        );
  },
} satisfies CountyRule;
