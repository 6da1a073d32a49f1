import { type Late, tooLate } from '../../facts/procedure/limits.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** The Party organization talks with an applicant within one month of the application (Rules, Art. 7). */
export const talkLate = {
  id: 'period/talk-late',
  severity: 'error',
  norm: 'talk',
  check({ plan }: Facts, report: Report<Late['args'] & { person: PersonRef }>) {
    for (const person of plan.people) {
      const late = tooLate(plan, person, 'talk', 'application', 'talk');
      if (late)
        report(
          person.place.at('events', 'talk'),
          { person: ref(person), ...late.args },
          { subject: person.id, norm: late.norm, severity: late.severity },
        );
    }
  },
} satisfies Rule;
