import { figuresOf, isWithin } from '../../facts/structure/figures.ts';
import { headsOf } from '../../values/quantity.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/**
 * A part is to be larger than the whole that contains it: 大专以上 more than 高中以上, 农牧民 more than 生产一线 (case
 * A2), a requirement more than what it is a share of, or more than the total. Where only the stated numbers sit oddly it is a warning.
 */
export const subsetLargerThanWhole = {
  id: 'structure/subset-larger-than-whole',
  severity: 'error',
  norm: 'plan-consistency',
  settings: ['aboutTolerance'],
  check(
    { plan, structure }: Facts,
    report: Report<{ part: string; whole: string; partHeads: number; wholeHeads: number; certain: boolean }>,
  ) {
    for (const state of structure) {
      const { requirement } = state;
      const own = figuresOf(plan, state);
      if (!own) continue;
      const tell = (whole: string, wholeHeads: number, certain: boolean) =>
        report(
          requirement.place,
          { part: requirement.name, whole, partHeads: own.min, wholeHeads, certain },
          { subject: requirement.id, severity: certain ? 'error' : 'warning' },
        );
      const total = plan.quota && headsOf(plan.quota.total);
      if (total !== undefined && own.min > total) tell('', total, true);
      const category = plan.quota?.categories.find(({ id }) => id === requirement.of);
      const slots = category && headsOf(category.count);
      if (slots !== undefined && own.min > slots) tell(category!.name, slots, true);
      for (const other of structure) {
        const whole = figuresOf(plan, other);
        if (other === state || !whole || own.min <= whole.min) continue;
        const isPart =
          isWithin(plan, requirement, other.requirement) && !isWithin(plan, other.requirement, requirement);
        if (!isPart) continue;
        const certain = own.min > whole.max;
        tell(other.requirement.name, certain ? whole.max : whole.min, certain);
      }
    }
  },
} satisfies Rule;
