import type { RequirementState } from '../../facts/structure/assess.ts';
import { isPartOf } from '../../model/implication.ts';
import { headsOf } from '../../values/quantity.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/**
 * A part is to be larger than the whole that contains it: 大专以上 more than 高中以上, 农牧民 more than 生产一线 (case
 * A2), or any requirement more than the total. Where only the stated numbers sit oddly it is a warning.
 */
export const subsetLargerThanWhole = {
  id: 'structure/subset-larger-than-whole',
  severity: 'error',
  norm: 'plan-consistency',
  check(
    { plan, structure }: Facts,
    report: Report<{ part: string; whole: string; partHeads: number; wholeHeads: number; certain: boolean }>,
  ) {
    for (const state of structure) {
      const { requirement } = state;
      const heads = least(state);
      const total = plan.quota && headsOf(plan.quota.total);
      if (heads === undefined) continue;
      if (total !== undefined && heads > total)
        report(
          requirement.place,
          { part: requirement.name, whole: '', partHeads: heads, wholeHeads: total, certain: true },
          { subject: requirement.id },
        );
      for (const other of structure) {
        if (other === state || requirement.of !== undefined || other.requirement.of !== undefined) continue;
        if (
          !isPartOf(requirement.where, other.requirement.where) ||
          isPartOf(other.requirement.where, requirement.where)
        )
          continue;
        const certain = heads > most(other);
        const wholeHeads = certain ? most(other) : least(other);
        if (wholeHeads !== undefined && (certain || heads > wholeHeads))
          report(
            requirement.place,
            { part: requirement.name, whole: other.requirement.name, partHeads: heads, wholeHeads, certain },
            { subject: requirement.id, severity: certain ? 'error' : 'warning' },
          );
      }
    }
  },
} satisfies Rule;

/** The fewest heads that a requirement speaks of, the plan's own number first. */
const least = ({ requirement, accepted }: RequirementState): number | undefined =>
  requirement.planned ?? accepted?.min;

const most = ({ requirement, accepted }: RequirementState): number =>
  requirement.planned ?? accepted?.max ?? Infinity;
