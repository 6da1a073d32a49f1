import type { Comparator, CountyObstacle } from '../../values/share.ts';
import type { CountyFacts } from '../county-facts.ts';
import type { CountyRule, Report } from '../rule.ts';

/** A requirement of the county is not met by the sum of the townships' nominees. */
export const countyStructure = {
  id: 'batch/structure-not-met',
  severity: 'error',
  norm: 'structure',
  check(
    { file, place, rollup }: CountyFacts,
    report: Report<{
      name: string;
      comparator: Comparator;
      amount: string;
      whole: number;
      min: number;
      max: number | null;
      have: number;
      obstacle: CountyObstacle | null;
      of: string;
    }>,
  ) {
    for (const { index, id, met, obstacle = null, ...state } of rollup.structure) {
      if (met !== false) continue;
      const { name, comparator, amount, whole, min, max, have } = state;
      const { of = '', level } = file.structure?.[index] ?? {};
      report(
        obstacle === 'no-base' ? place.at('structure', index, 'of') : place.at('structure', index),
        { name, amount, comparator, whole, min, max, have, obstacle, of },
        { subject: id, ...(level === 'advisory' && { severity: 'warning' as const }) },
      );
    }
  },
} satisfies CountyRule;
