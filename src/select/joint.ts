import type { Facts } from '../facts/facts.ts';
import type { Requirement } from '../model/plan.ts';
import { COSTS, modelOf } from './model.ts';
import { isAdvisory, type Problem, problemOf } from './problem.ts';
import { holdsUp } from './select.ts';
import { yalps } from './solver.ts';

/** Milliseconds for each question; a plan of a few slots needs less than one of them. */
const TIME = 200;

type Group = Requirement | 'reserve';

/**
 * Requirements (and the reserves) of which each can be met from the roster, but not all together: a pair or a triple
 * where there is one, else all. Undefined where everything is met already (the usual case, which costs nothing), where it
 * can be met, where something cannot be met even alone (other rules say so), or where that was not found out in time.
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
  for (const set of [...pairs(groups), ...triples(groups)]) if (fails(problem, set)) return set;
  return groups;
}

function fails(problem: Problem, groups: readonly Group[]): boolean {
  const held = new Set(
    groups.flatMap(group => (group === 'reserve' ? [] : [problem.requirements.indexOf(group)])),
  );
  const model = modelOf(problem, { held, reserves: groups.includes('reserve') });
  return yalps(model, COSTS.advisory, TIME).status === 'infeasible';
}

const pairs = <T>(items: readonly T[]): T[][] =>
  items.flatMap((a, index) => items.slice(index + 1).map(b => [a, b]));

const triples = <T>(items: readonly T[]): T[][] =>
  items.flatMap((a, index) => pairs(items.slice(index + 1)).map(pair => [a, ...pair]));
