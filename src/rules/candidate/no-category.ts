import { isWithoutCategory } from '../../facts/reserve/fitness.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/**
 * People of whom neither a slot nor a category is known, and whom no category takes by its condition: they stand in no slot and in
 * no reserve. Findings that there are too few people only follow from it, and stay silent (`quota/unfilled`, `reserve/too-few`).
 */
export const noCategory = {
  id: 'candidate/no-category',
  severity: 'error',
  norm: 'plan-consistency',
  check(
    { plan }: Facts,
    report: Report<{ people: PersonRef[]; nominees: number; categories: { id: string; name: string }[] }>,
  ) {
    const people = plan.people.filter(person => isWithoutCategory(person, plan));
    if (people.length === 0) return;
    const categories = plan.quota!.categories.map(({ id, name }) => ({ id, name }));
    const nominees = people.filter(({ role }) => role === 'nominee').length;
    // A nominee who counts nowhere makes the plan's figures wrong; a reserve may be one too many.
    const severity = nominees > 0 ? 'error' : 'warning';
    report(
      people[0]!.place,
      { people: people.map(ref), nominees, categories },
      { subject: 'category', severity },
    );
  },
} satisfies Rule;
