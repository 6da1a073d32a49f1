import { nearest } from '../../values/nearest.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** Somebody belongs to a branch that the plan's list of branches does not have. */
export const unknownBranch = {
  id: 'branch/unknown-branch',
  severity: 'warning',
  norm: 'plan-consistency',
  check(
    { plan }: Facts,
    report: Report<{ person: PersonRef; branch: string; nearest: string; branches: string[] }>,
  ) {
    if (plan.branches.length === 0) return;
    const branches = plan.branches.map(({ name }) => name.trim());
    const known = new Set(branches);
    for (const person of plan.people) {
      const branch = person.data.branch?.trim();
      if (!branch || known.has(branch) || plan.unread.branches.has(branch)) continue;
      report(
        person.place.at('branch'),
        { person: ref(person), branch, nearest: nearest(branch, branches), branches },
        { subject: person.id },
      );
    }
  },
} satisfies Rule;
