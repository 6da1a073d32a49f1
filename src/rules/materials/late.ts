import { materialsOf } from '../../facts/materials/state.ts';
import { type Day, isoOf } from '../../values/day.ts';
import type { KnownDate } from '../../values/period.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/**
 * A paper came in after the day on which the timeline asks for it. Of several, those above the number that is needed
 * may come when they like: a fifth quarterly report is not late.
 */
export const late = {
  id: 'materials/late',
  severity: 'warning',
  norm: 'plan-consistency',
  check(
    { plan }: Facts,
    report: Report<{ person: PersonRef; material: string; on: string; due: string; step: string }>,
  ) {
    for (const person of plan.people)
      for (const { material, needed, count, dates, undated, due } of materialsOf(plan, person)) {
        if (!due || !needed || !isAnyAfter(dates, due.day)) continue;
        const after = dates.map(({ first }) => first).filter(day => day > due.day);
        if (dates.length + undated - after.length >= count) continue;
        report(
          person.place.at('materials', material.id),
          {
            person: ref(person),
            material: material.name,
            on: isoOf(Math.min(...after)),
            due: isoOf(due.day),
            step: due.step.name,
          },
          { subject: person.id },
        );
      }
  },
} satisfies Rule;

function isAnyAfter(dates: readonly KnownDate[], day: Day): boolean {
  for (const { first } of dates) if (first > day) return true;
  return false;
}
