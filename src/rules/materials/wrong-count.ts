import { materialsOf } from '../../facts/materials/state.ts';
import { keptUpTo } from '../../facts/procedure/time-limits.ts';
import { civil } from '../../values/day.ts';
import type { KnownDate } from '../../values/period.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/**
 * A nominee has handed in some of several papers but not all, an error once they are due; or more than the list asks
 * for; or quarterly ones of which two fall into one quarter, so that another has none.
 */
export const wrongCount = {
  id: 'materials/wrong-count',
  severity: 'warning',
  norm: 'archive-papers',
  check(
    { plan }: Facts,
    report: Report<{ person: PersonRef; material: string; have: number; need: number; quarter: string }>,
  ) {
    const today = keptUpTo(plan);
    for (const person of plan.people) {
      if (person.role !== 'nominee') continue;
      for (const { material, paper, needed, status, dates, undated, count, due } of materialsOf(
        plan,
        person,
      )) {
        if (!needed) continue;
        const have = dates.length + undated;
        const quarter = paper.isQuarterly ? crowdedQuarter(dates, count) : undefined;
        if (have === count && !quarter) continue;
        const place = person.place.at('materials', material.id);
        const args = { person: ref(person), material: material.name, have, need: count, quarter: '' };
        const overdue = due !== undefined && today !== undefined && due.day < today;
        if (status === 'partial')
          report(place, args, { subject: person.id, severity: overdue ? 'error' : 'warning' });
        // Of quarterly ones the list says the least.
        if (have > count && !paper.isQuarterly) report(place, args, { subject: person.id, severity: 'info' });
        if (quarter) report(place, { ...args, quarter }, { subject: person.id });
      }
    }
  },
} satisfies Rule;

/** The first quarter that holds two of the dates, as `2015-3`, where as many quarters as are needed do not have one. */
function crowdedQuarter(dates: readonly KnownDate[], count: number): string | undefined {
  const quarters: number[] = [];
  let found: number | undefined;
  for (const { first } of dates) {
    const { year, month } = civil(first);
    const quarter = 4 * year + Math.ceil(month / 3) - 1;
    if (quarters.includes(quarter)) found ??= quarter;
    quarters.push(quarter);
  }
  if (found === undefined || new Set(quarters).size >= Math.min(dates.length, count)) return undefined;
  return `${Math.floor(found / 4)}-${(found % 4) + 1}`;
}
