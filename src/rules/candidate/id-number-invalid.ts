import { type IdNumber, readIdNumber } from '../../model/id-number.ts';
import { yearOf } from '../../values/day.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** Nobody alive was born before; a year such as 1090 is a slip. */
const FIRST_YEAR = 1900;

/** An ID number that no person can have: its date does not exist or lies ahead, or its check digit is another's. */
export const idNumberInvalid = {
  id: 'candidate/id-number-invalid',
  severity: 'error',
  norm: 'id-number',
  check({ plan }: Facts, report: Report<{ person: PersonRef; why: 'date' | 'check-digit' | 'old' }>) {
    for (const person of plan.people) {
      if (person.data.idNumber === undefined) continue;
      const why = fault(readIdNumber(person.data.idNumber), plan.asOf);
      if (why)
        report(
          person.place.at('idNumber'),
          { person: ref(person), why },
          { subject: person.id, severity: why === 'old' ? 'warning' : 'error' },
        );
    }
  },
} satisfies Rule;

function fault({ birth, checks, old }: IdNumber, today: number): 'date' | 'check-digit' | 'old' | undefined {
  if (birth === undefined || birth > today || yearOf(birth) < FIRST_YEAR) return 'date';
  if (!checks) return 'check-digit';
  return old ? 'old' : undefined;
}
