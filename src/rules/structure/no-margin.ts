import type { Requirement } from '../../model/plan.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** A requirement is met with nobody to spare: one nominee fewer of the kind, and it fails. Good to know early. */
export const noMargin = {
  id: 'structure/no-margin',
  severity: 'info',
  norm: 'structure',
  settings: ['aboutTolerance'],
  check({ structure }: Facts, report: Report<{ name: string; have: number; min: number }>) {
    for (const { requirement, accepted, counted, met } of structure)
      if (met && accepted && hasMargin(requirement) && accepted.min > 0 && counted.length === accepted.min)
        report(
          requirement.place.at(requirement.comparator),
          { name: requirement.name, have: counted.length, min: accepted.min },
          { subject: requirement.id },
        );
  },
} satisfies Rule;

/** One exact number has no margin by itself, and a result is what it is. */
const hasMargin = ({ comparator }: Requirement): boolean =>
  comparator !== 'exactly' && comparator !== 'actual';
