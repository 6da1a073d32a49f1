import { keepsMaterials, materialsOf } from '../../facts/materials/state.ts';
import { keptUpTo } from '../../facts/procedure/time-limits.ts';
import type { Person } from '../../model/plan.ts';
import { isoOf } from '../../values/day.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/**
 * A nominee lacks a paper that the plan asks for: a warning until the day on which it is due, an error from then on.
 * A roster that keeps no papers at all is told so once.
 */
export const missing = {
  id: 'materials/missing',
  severity: 'warning',
  norm: 'archive-papers',
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef | null;
      material: string;
      due: string;
      owner: string;
      overdue: boolean;
    }>,
  ) {
    if (plan.materials.length === 0 || !plan.people.some(isNominee)) return;
    if (!keepsMaterials(plan)) {
      report(
        plan.materials[0]!.place,
        { person: null, material: '', due: '', owner: '', overdue: false },
        { subject: 'materials', severity: 'info' },
      );
      return;
    }
    // Of a plan in the archive nothing is overdue any more; what it lacked is still worth a warning.
    const today = keptUpTo(plan);
    for (const person of plan.people) {
      if (!isNominee(person)) continue;
      for (const { material, status, due } of materialsOf(plan, person)) {
        if (status !== 'missing') continue;
        const overdue = due !== undefined && today !== undefined && due.day < today;
        report(
          person.data.materials ? person.place.at('materials') : person.place,
          {
            person: ref(person),
            material: material.name,
            due: due ? isoOf(due.day) : '',
            owner: due?.step.owner ?? '',
            overdue,
          },
          { subject: person.id, severity: overdue ? 'error' : 'warning' },
        );
      }
    }
  },
} satisfies Rule;

const isNominee = ({ role }: Person): boolean => role === 'nominee';
