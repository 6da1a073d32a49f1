import { materialsOf } from '../../materials/state.ts';
import { civil } from '../../model/day.ts';
import type { KnownDate } from '../../model/period.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/**
 * A nominee has handed in some of several papers but not all; or quarterly ones of which two fall into one quarter, so
 * that another has none. An error once they are due.
 */
export const wrongCount = {
  id: 'materials/wrong-count',
  severity: 'warning',
  norm: 'archive-papers',
  check(
    { plan }: Facts,
    report: Report<{ person: PersonRef; material: string; have: number; need: number; quarter: string }>,
  ) {
    for (const person of plan.people) {
      if (person.role !== 'nominee') continue;
      for (const { material, status, dates, undated, count, due } of materialsOf(plan, person)) {
        const place = person.place.at('materials', material.id);
        const have = dates.length + undated;
        const args = { person: ref(person), material: material.name, have, need: count };
        const overdue = due !== undefined && due.day < plan.asOf;
        if (status === 'partial')
          report(
            place,
            { ...args, quarter: '' },
            { subject: person.id, severity: overdue ? 'error' : 'warning' },
          );
        const twice = material.name.includes('季度') && quarterTwice(dates);
        if (twice && dates.length <= count)
          report(place, { ...args, quarter: twice }, { subject: person.id });
      }
    }
  },
} satisfies Rule;

/** The first quarter that holds two of the dates, as `2015-3`. */
function quarterTwice(dates: readonly KnownDate[]): string | undefined {
  const quarters = dates.map(({ first }) => {
    const { year, month } = civil(first);
    return `${year}-${Math.ceil(month / 3)}`;
  });
  return quarters.find((quarter, index) => quarters.indexOf(quarter) !== index);
}
