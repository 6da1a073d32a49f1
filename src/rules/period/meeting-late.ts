import { type Late, tooLate } from '../../facts/procedure/limits.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/**
 * The branch meeting is held within one month of passing the preliminary review: Article 19 since 2026, before that
 * only where a local norm asks for it.
 */
export const meetingLate = {
  id: 'period/meeting-late',
  severity: 'error',
  norm: 'meeting',
  check({ plan }: Facts, report: Report<Late['args'] & { person: PersonRef }>) {
    for (const person of plan.people) {
      const late = tooLate(plan, person, 'meeting', 'preReview', 'branchMeeting');
      if (late)
        report(
          person.place.at('events', 'branchMeeting', 'on'),
          { person: ref(person), ...late.args },
          { subject: person.id, norm: late.norm, severity: late.severity },
        );
    }
  },
} satisfies Rule;
