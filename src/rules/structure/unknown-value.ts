import { fieldsToFillIn } from '../../model/condition.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** Nominees of whom the roster does not say whether they count; they count neither for a condition nor against it. */
export const unknownValue = {
  id: 'structure/unknown-value',
  severity: 'warning',
  norm: 'structure',
  check({ structure }: Facts, report: Report<{ name: string; people: PersonRef[]; fields: string[] }>) {
    for (const { requirement, unknown } of structure) {
      if (unknown.length === 0) continue;
      report(
        unknown[0]!.place,
        {
          name: requirement.name,
          people: unknown.map(ref),
          fields: fieldsToFillIn(
            requirement.where,
            unknown.map(({ data }) => data),
          ),
        },
        { subject: requirement.id },
      );
    }
  },
} satisfies Rule;
