import type { Category } from '../../model/plan.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** Two categories of one name (case A4: 林场支部 twice): the sum is right only if they are two, and nobody can tell them apart. */
export const sameName = {
  id: 'quota/same-name',
  severity: 'warning',
  norm: 'plan-consistency',
  check({ plan: { quota } }: Facts, report: Report<{ name: string; firstLine: number }>) {
    const seen = new Map<string, Category>();
    for (const category of quota?.categories ?? []) {
      const first = seen.get(category.name);
      if (!first) seen.set(category.name, category);
      else if (!category.implicit)
        report(
          category.place.at('name'),
          { name: category.name, firstLine: first.place.at('name').locate().line },
          { subject: category.id },
        );
    }
  },
} satisfies Rule;
