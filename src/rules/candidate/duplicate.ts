import { repeatsOn } from '../../model/namesakes.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/**
 * One person stands on the roster twice: certainly with the same ID number, in its old or its new form; probably with
 * the same name and birth date, or name, gender and day of becoming an activist where a birth date is missing. Where both entries hold a slot reserve/listed-twice says it.
 */
export const duplicate = {
  id: 'candidate/duplicate',
  severity: 'error',
  norm: 'plan-consistency',
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      first: PersonRef & { line: number };
      certain: boolean;
      withoutBirth: boolean;
    }>,
  ) {
    for (const { person, earlier } of repeatsOn(plan)) {
      if (person.slot !== undefined && earlier.some(other => other.person.slot !== undefined)) continue;
      const alike = earlier.find(({ sameness }) => sameness === 'certain');
      // Of the same id input/duplicate-id speaks.
      const first =
        alike ?? earlier.find(other => other.sameness === 'suspected' && other.person.id !== person.id);
      if (!first) continue;
      const certain = alike !== undefined;
      report(
        person.place.at(certain ? 'idNumber' : 'name'),
        {
          person: ref(person),
          first: { ...ref(first.person), line: first.person.place.locate().line },
          certain,
          withoutBirth: first.withoutBirth,
        },
        { subject: person.id, severity: certain ? 'error' : 'warning' },
      );
    }
  },
} satisfies Rule;
