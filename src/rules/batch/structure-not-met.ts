import type { Comparator } from '../../values/share.ts';
import type { BatchRule } from '../rule.ts';

/** A requirement of the county is not met by the sum of the townships' nominees. */
export const countyStructure = {
  id: 'batch/structure-not-met',
  severity: 'error',
  norm: 'structure',
  args: {
    name: '',
    comparator: 'min' as Comparator,
    amount: '',
    whole: 0,
    min: 0,
    max: null as number | null,
    have: 0,
  },
} satisfies BatchRule;
