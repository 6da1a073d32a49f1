import { isRefused } from '../../model/place.ts';
import type { Person, Plan } from '../../model/plan.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/**
 * People of whom the roster does not say since when they are activists, though it says so of others: whether their year of
 * cultivation is full was not checked. Of a date that was not understood input/schema tells already.
 */
export const noActivistDate = {
  id: 'candidate/no-activist-date',
  severity: 'warning',
  norm: 'cultivation',
  check({ plan }: Facts, report: Report<{ people: PersonRef[]; nominees: number }>) {
    if (!plan.people.some(({ dates }) => dates.activist)) return;
    const people = plan.people.filter(
      person =>
        !person.dates.activist && counts(person, plan) && !isRefused(person.place.at('events'), 'activist'),
    );
    if (people.length === 0) return;
    const nominees = people.filter(({ role }) => role === 'nominee').length;
    report(people[0]!.place, { people: people.map(ref), nominees }, { subject: 'activist' });
  },
} satisfies Rule;

/**
 * Nominees, and whom a plan that asks for reserves may count as one; an applicant has no such date yet. Of reserves of a slot
 * reserve/not-eligible tells.
 */
const counts = ({ role, slot, data }: Person, { reserve }: Plan): boolean =>
  role === 'nominee' || (reserve !== undefined && slot === undefined && data.stage !== 'applicant');
