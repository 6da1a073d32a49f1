import { type Late, tooLate } from '../../facts/procedure/limits.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** The oath is taken within one month of the approval: Article 29 since 2026, before that only where a local norm asks. */
export const oathLate = {
  id: 'period/oath-late',
  severity: 'error',
  norm: 'oath',
  check({ plan }: Facts, report: Report<Late['args'] & { person: PersonRef }>) {
    for (const person of plan.people) {
      const late = tooLate(plan, person, 'oath', 'approval', 'oath');
      if (late)
        report(
          person.place.at('events', 'oath'),
          { person: ref(person), ...late.args },
          { subject: person.id, norm: late.norm, severity: late.severity },
        );
    }
  },
} satisfies Rule;
