import { beforeRounding } from '../../values/quantity.ts';
import {
  amountText,
  type Comparator,
  exactText,
  type HeadRange,
  isWithin,
  percentText,
} from '../../values/share.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** The plan states a head count that its own ratio does not allow (case A1: 45 % of 9 and "5 women"). */
export const plannedConflictsShare = {
  id: 'structure/planned-conflicts-share',
  severity: 'error',
  norm: 'plan-consistency',
  settings: ['aboutTolerance'],
  check(
    { structure }: Facts,
    report: Report<{
      name: string;
      comparator: Comparator;
      amount: string;
      whole: number;
      exact: string;
      min: number;
      max: number | null;
      planned: number;
      share: string;
    }>,
  ) {
    for (const { requirement, whole, accepted } of structure) {
      const { planned, plannedAs } = requirement;
      // Where no heads can be given, another rule says why.
      if (planned === undefined || !accepted || whole === undefined) continue;
      const rounded = plannedAs && beforeRounding(plannedAs);
      if (rounded ? meet(rounded, accepted) : isWithin(planned, accepted)) continue;
      report(
        requirement.place.at('planned'),
        {
          name: requirement.name,
          comparator: requirement.comparator,
          amount: amountText(requirement.amount),
          whole,
          exact: exactText(requirement.amount, whole),
          min: accepted.min,
          max: accepted.max ?? null,
          planned,
          share: percentText(planned, whole),
        },
        { subject: requirement.id, severity: requirement.level === 'advisory' ? 'warning' : 'error' },
      );
    }
  },
} satisfies Rule;

/** Whether 12万余, which may have been anything up to 13万, can be one of the heads that are accepted. */
const meet = (
  rounded: { min: number; max: number },
  { min, max = Number.POSITIVE_INFINITY }: HeadRange,
): boolean => rounded.min <= max && rounded.max >= min;
