import type { Person } from '../../model/plan.ts';
import { isCalled } from '../../read/plan/category.ts';
import { type Facts, type PersonRef, type Report, type Rule, ref } from '../rule.ts';

/** A roster calls a category of the quota otherwise than the plan does (农牧民党员 for 农牧民), and only one can be meant: it was taken. */
export const categoryRead = {
  id: 'candidate/category-read',
  severity: 'info',
  norm: 'plan-consistency',
  check({ plan }: Facts, report: Report<{ written: string; category: string; people: PersonRef[] }>) {
    const byWords = new Map<string, Person[]>();
    for (const person of plan.people) {
      const written = person.data.category;
      const category = plan.quota?.categories.find(({ id }) => id === person.category);
      if (written === undefined || !category || isCalled(category, written)) continue;
      byWords.set(written, [...(byWords.get(written) ?? []), person]);
    }
    for (const [written, people] of byWords) {
      const { category: id, place } = people[0]!;
      const { name } = plan.quota!.categories.find(each => each.id === id)!;
      report(
        place.at('category'),
        { written, category: name, people: people.map(ref) },
        { subject: people[0]!.id },
      );
    }
  },
} satisfies Rule;
