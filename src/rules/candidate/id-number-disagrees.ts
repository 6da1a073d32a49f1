import { readIdNumber } from '../../model/id-number.ts';
import type { Person } from '../../model/plan.ts';
import { isoOf } from '../../values/day.ts';
import { knownDate } from '../../values/period.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

interface Disagreement {
  field: 'birth' | 'gender';
  stated: string;
  inNumber: string;
}

/**
 * The birth date or the gender of the ID number is not the one in its column. Of a number that is wrong in itself
 * nothing is said here: the digit that is mistyped may be any.
 */
export const idNumberDisagrees = {
  id: 'candidate/id-number-disagrees',
  severity: 'error',
  norm: 'id-number',
  check({ plan }: Facts, report: Report<Disagreement & { person: PersonRef }>) {
    for (const person of plan.people)
      for (const disagreement of disagreements(person))
        report(
          person.place.at(disagreement.field),
          { person: ref(person), ...disagreement },
          { subject: person.id },
        );
  },
} satisfies Rule;

function disagreements({ data: { idNumber, birth, gender } }: Person): Disagreement[] {
  if (idNumber === undefined) return [];
  const number = readIdNumber(idNumber);
  if (!number.checks || number.birth === undefined) return [];
  const found: Disagreement[] = [];
  if (birth !== undefined) {
    const { first, last } = knownDate(birth);
    if (number.birth < first || number.birth > last)
      found.push({ field: 'birth', stated: birth, inNumber: isoOf(number.birth) });
  }
  if (gender !== undefined && gender !== number.gender)
    found.push({ field: 'gender', stated: gender, inNumber: number.gender });
  return found;
}
