import { fieldsToFillIn } from '../../model/condition.ts';
import type { Comparator } from '../../values/share.ts';
import type { CountyFacts } from '../county-facts.ts';
import type { CountyRule, Report } from '../rule.ts';

/**
 * Whether a requirement of the county is met depends on slots that have no nominee yet, or on people of whom something is not known.
 * Where nobody at all is a nominee yet there is nothing to tell.
 */
export const countyStructureUndecided = {
  id: 'batch/structure-undecided',
  severity: 'warning',
  norm: 'structure',
  check(
    { file, place, rollup }: CountyFacts,
    report: Report<{
      name: string;
      comparator: Comparator;
      amount: string;
      whole: number;
      have: number;
      /** slots without a nominee; null where their number is not known */
      vacant: number | null;
      /** nominees of whom it is not known whether they count */
      unknown: number;
      /** what has to be known of them */
      fields: string[];
    }>,
  ) {
    for (const { index, id, met, ...state } of rollup.structure) {
      if (met !== null || rollup.nominees === 0) continue;
      const { name, comparator, amount, whole, have, vacant, unknown } = state;
      const fields = fieldsToFillIn(file.structure?.[index]?.where ?? {}, []);
      report(
        place.at('structure', index),
        { name, comparator, amount, whole, have, vacant, unknown, fields },
        { subject: id },
      );
    }
  },
} satisfies CountyRule;
