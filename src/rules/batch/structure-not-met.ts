import type { Comparator } from '../../values/share.ts';
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
    }>,
  ) {
    if (rollup.nominees === 0) return;
    for (const { index, id, name, comparator, amount, whole, min, max, have, met } of rollup.structure)
      if (!met)
        report(
          place.at('structure', index),
          { name, amount, comparator, whole, min, max, have },
          {
            subject: id,
            ...(file.structure?.[index]?.level === 'advisory' && { severity: 'warning' as const }),
          },
        );
  },
} satisfies CountyRule;
