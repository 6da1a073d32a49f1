import { materialsOf } from '../../facts/materials/state.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** A paper is there that the plan does not ask of this person: perhaps the condition or the person's data are wrong. */
export const notApplicable = {
  id: 'materials/not-applicable',
  severity: 'info',
  norm: 'plan-consistency',
  check({ plan }: Facts, report: Report<{ person: PersonRef; material: string }>) {
    for (const person of plan.people)
      for (const { material, needed, dates, undated } of materialsOf(plan, person))
        if (needed === false && dates.length + undated > 0)
          report(
            person.place.at('materials', material.id),
            { person: ref(person), material: material.name },
            { subject: person.id },
          );
  },
} satisfies Rule;
