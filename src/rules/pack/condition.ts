import { fieldsOf, fieldsToFillIn, meets } from '../../model/condition.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** A nominee does not meet a condition that the county's or township's own pack adds. */
export const condition = {
  id: 'pack/condition',
  severity: 'warning',
  norm: 'plan-consistency',
  check(
    { plan }: Facts,
    report: Report<{ person: PersonRef; name: string; unknown: boolean; fields: string[] }>,
  ) {
    for (const { id, name, where, when, severity, norm } of plan.conditions) {
      if (severity === 'off') continue;
      for (const person of plan.people) {
        if (person.role !== 'nominee') continue;
        if (when && meets(person.data, when, plan.ageAsOf) !== true) continue;
        const truth = meets(person.data, where, plan.ageAsOf);
        if (truth === true) continue;
        const unknown = truth === undefined;
        const fields = unknown ? fieldsToFillIn(where, [person.data]) : fieldsOf(where);
        const [first = 'id'] = fields;
        report(
          person.place.at(...first.split('.')),
          { person: ref(person), name, unknown, fields },
          { subject: `${id}:${person.id}`, severity: unknown ? 'warning' : severity, norm },
        );
      }
    }
  },
} satisfies Rule;
