import type { Person } from '../../model/plan.ts';
import { isAtLeast, stageOn } from '../../model/stage.ts';
import { dayOf, yearEndOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/**
 * Nobody of a branch is an activist during the year (the blue level of case E9). Somebody whose stage nobody knows may
 * be one; who was a member before the year began is none.
 */
export const noActivist = {
  id: 'branch/no-activist',
  severity: 'warning',
  norm: 'branch-active',
  check({ plan }: Facts, report: Report<{ branch: string; year: number }>) {
    // A roster that names no branches says nothing about them.
    if (plan.branches.length === 0 || !plan.people.some(({ data }) => data.branch)) return;
    const begin = dayOf(plan.year, 1, 1)!;
    const end = yearEndOf(plan.year);
    const mayBeActivist = (person: Person) => {
      const before = stageOn(person, begin);
      const after = stageOn(person, end);
      const wasMember = before !== undefined && isAtLeast(before, 'probationary');
      return !wasMember && (after === undefined || isAtLeast(after, 'activist'));
    };
    const branches = new Set(plan.people.filter(mayBeActivist).map(({ data }) => data.branch?.trim()));
    for (const { name, place } of plan.branches)
      if (!branches.has(name.trim()))
        report(
          place.at('name'),
          { branch: name, year: plan.year },
          { subject: name, norm: plan.norms.on('branch-active', end) },
        );
  },
} satisfies Rule;
