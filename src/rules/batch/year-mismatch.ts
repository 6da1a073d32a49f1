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
    for (const { index, name, folder = '', year } of townships)
      if (year !== undefined && year !== file.year)
        report(
          place.at('townships', index, 'path'),
          { name, path: folder, year, countyYear: file.year },
          { subject: name },
        );
  },
} satisfies CountyRule;
