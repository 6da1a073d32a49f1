import { materialsOf } from '../../materials/state.ts';
import { isoOf } from '../../model/day.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** A paper came in after the day on which the timeline asks for it. */
export const late = {
  id: 'materials/late',
  severity: 'warning',
  norm: 'plan-consistency',
  check(
    { plan }: Facts,
    report: Report<{ person: PersonRef; material: string; on: string; due: string; step: string }>,
  ) {
    for (const person of plan.people) {
      if (person.role !== 'nominee') continue;
      for (const { material, dates, due } of materialsOf(plan, person)) {
        const last = dates.find(({ first }) => due !== undefined && first > due.day);
        if (!due || !last) continue;
        report(
          person.place.at('materials', material.id),
          {
            person: ref(person),
            material: material.name,
            on: isoOf(last.first),
            due: isoOf(due.day),
            step: due.step.name,
          },
          { subject: person.id },
        );
      }
    }
  },
} satisfies Rule;
