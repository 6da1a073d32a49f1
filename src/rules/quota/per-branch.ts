import type { Person } from '../../model/plan.ts';
import { boundsOf } from '../../values/quantity.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

interface Args {
  case: 'over' | 'under' | 'total-over' | 'total-under' | 'branch-unknown';
  branch: string;
  have: number;
  limit: number;
  total: number;
  branches: number;
  people: PersonRef[];
}

/**
 * Each branch (village, class) has at least or at most so many (cases A5, A13). Where the plan lists its branches, the total is
 * held against all of them; where it does not, only the branches of nominees are known, and nobody can say which have none.
 */
export const perBranch = {
  id: 'quota/per-branch',
  severity: 'error',
  norm: 'plan-consistency',
  check({ plan }: Facts, report: Report<Args>) {
    const { quota, branches } = plan;
    if (!quota?.perBranch) return;
    const { min = 0, max = Number.POSITIVE_INFINITY } = quota.perBranch;
    const place = quota.place.at('perBranch');
    const total = boundsOf(quota.total);
    if (branches.length > 0 && branches.length * max < total.min)
      report(
        place.at('max'),
        { ...NONE, case: 'total-over', limit: max, total: total.min, branches: branches.length },
        { subject: 'perBranch' },
      );
    if (branches.length * min > total.max)
      report(
        place.at('min'),
        { ...NONE, case: 'total-under', limit: min, total: total.max, branches: branches.length },
        { subject: 'perBranch' },
      );
    const nominees = plan.people.filter(({ role }) => role === 'nominee');
    if (nominees.length === 0) return;
    const byBranch = new Map<string, Person[]>(branches.map(({ name }) => [name, []]));
    const without: Person[] = [];
    for (const person of nominees) {
      const { branch } = person.data;
      if (branch === undefined) without.push(person);
      else byBranch.set(branch, [...(byBranch.get(branch) ?? []), person]);
    }
    for (const [branch, people] of byBranch) {
      if (people.length > max)
        report(
          people[max]!.place.at('branch'),
          { ...NONE, case: 'over', branch, have: people.length, limit: max, people: people.map(ref) },
          { subject: branch },
        );
      // Quotas need not be used up: a thing to look at, and no fault.
      if (people.length < min)
        report(
          place.at('min'),
          { ...NONE, case: 'under', branch, have: people.length, limit: min },
          { subject: branch, severity: 'warning' },
        );
    }
    if (without.length > 0)
      report(
        without[0]!.place,
        { ...NONE, case: 'branch-unknown', people: without.map(ref) },
        { subject: 'branch', severity: 'warning' },
      );
  },
} satisfies Rule;

const NONE = { branch: '', have: 0, limit: 0, total: 0, branches: 0, people: [] };
