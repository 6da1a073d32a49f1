import { jointConflict } from '../../select/joint.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/**
 * No choice of nominees from this roster can meet the requirements together and leave every slot its reserves, though each
 * of them can be met alone. `plan select` says what would help.
 */
export const jointlyInfeasible = {
  id: 'structure/jointly-infeasible',
  severity: 'error',
  norm: 'structure',
  settings: ['aboutTolerance', 'cultivationMonths'],
  check(facts: Facts, report: Report<{ names: string[]; reserve: boolean }>) {
    const conflict = jointConflict(facts);
    if (!conflict) return;
    const requirements = conflict.filter(group => group !== 'reserve');
    report(requirements[0]?.place ?? facts.plan.place.at('reserve'), {
      names: requirements.map(({ name }) => name),
      reserve: requirements.length < conflict.length,
    });
  },
} satisfies Rule;
