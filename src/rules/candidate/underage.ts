import { dateText } from '../../model/steps.ts';
import { isoOf } from '../../values/day.ts';
import { fullYears, knownDate } from '../../values/period.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/**
 * Somebody applied before being 18 full years old (Rules, Art. 5). Where the roster has no date of the application, the
 * age on the day on which the plan takes ages is judged.
 */
export const underage = {
  id: 'candidate/underage',
  severity: 'error',
  norm: 'age',
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      birth: string;
      age: number;
      need: number;
      on: string;
      applied: boolean;
    }>,
  ) {
    for (const person of plan.people) {
      const { birth } = person.data;
      if (birth === undefined) continue;
      const application = person.dates.application;
      const day = application?.last ?? plan.ageAsOf;
      const norm = plan.norms.on('age', day);
      // Only the month may be known of either: the earliest birth and the latest application are the oldest.
      const born = knownDate(birth).first;
      const age = fullYears(born, day);
      if (age >= norm.value!) continue;
      report(
        person.place.at(...(application ? ['events', 'application'] : ['birth'])),
        {
          person: ref(person),
          birth,
          age,
          need: norm.value!,
          on: application ? dateText(application) : isoOf(day),
          applied: application !== undefined,
        },
        { subject: person.id, norm },
      );
    }
  },
} satisfies Rule;
