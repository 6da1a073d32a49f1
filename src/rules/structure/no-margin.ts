import type { Facts, Report, Rule } from '../rule.ts';

/** A requirement is met with nobody to spare: one nominee fewer of the kind, and it fails. Good to know early. */
export const noMargin = {
  id: 'structure/no-margin',
  severity: 'info',
  norm: 'structure',
  check({ structure }: Facts, report: Report<{ name: string; have: number; min: number }>) {
    for (const { requirement, accepted, counted, met } of structure)
      if (met && accepted.min > 0 && counted.length === accepted.min)
        report(
          requirement.place.at(requirement.comparator),
          { name: requirement.name, have: counted.length, min: accepted.min },
          { subject: requirement.id },
        );
  },
} satisfies Rule;
