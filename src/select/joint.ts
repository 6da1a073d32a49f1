import type { Facts } from '../facts/facts.ts';
import type { Requirement } from '../model/plan.ts';
import { holdsUp } from './choice.ts';
import { COSTS, modelOf } from './model.ts';
import { isAdvisory, type Problem, problemOf } from './problem.ts';
import { yalps } from './solver.ts';
import { subsets } from './subsets.ts';

/** Milliseconds for each question. A plan of a few slots takes less than one. */
const TIME = 200;

type Group = Requirement | 'reserve';

/**
 * Looks for requirements (and the reserves) that can each be met from the roster, but not together: a pair or a triple where there is
 * one, else all of them. Undefined where everything is met or can be, where one cannot be met even alone (other rules say so), or
 * where the solver ran out of time.
 */
export function jointConflict({ plan, structure, reserves }: Facts): Group[] | undefined {
  const isMet =
    structure.every(({ met, requirement }) => isAdvisory(requirement) || met === true) &&
    reserves.slots.every(({ met }) => met || !plan.reserve);
  if (isMet || !plan.quota || !plan.hasRoster || holdsUp(plan)) return undefined;
  const problem = problemOf(plan);
  const groups: Group[] = plan.requirements.filter(requirement => !isAdvisory(requirement));
  if (problem.seats.some(({ reserves: needed }) => needed > 0)) groups.push('reserve');
  if (!fails(problem, groups)) return undefined;
  if (fails(problem, []) || groups.some(group => fails(problem, [group]))) return undefined;
  for (const size of [2, 3]) for (const set of subsets(groups, size)) if (fails(problem, set)) return set;
  return groups;
}

function fails(problem: Problem, groups: readonly Group[]): boolean {
  const held = new Set(
    groups.flatMap(group => (group === 'reserve' ? [] : [problem.requirements.indexOf(group)])),
  );
  const model = modelOf(problem, { held, reserves: groups.includes('reserve') });
  return yalps(model, COSTS.advisory, TIME).status === 'infeasible';
}
