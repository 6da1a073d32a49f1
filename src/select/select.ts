import { allocateReserves } from '../facts/reserve/allocate.ts';
import type { Plan, Requirement } from '../model/plan.ts';
import { type Choice, choiceOf } from './choice.ts';
import { type Ask, COSTS, modelOf } from './model.ts';
import { type Competition, competitionsOf, conflictOf, type Shortfall, shortfallsOf } from './obstacles.ts';
import { isAdvisory, type Problem, problemOf } from './problem.ts';
import { type Solver, solveInOrder, yalps } from './solver.ts';
import { additionsOf, type Relaxation, relaxationsOf, type Wanted } from './ways-out.ts';

/** `undecided`: the solvers ran out of time, so nothing is claimed. */
export type Status = 'feasible' | 'infeasible' | 'undecided';

/** The answer. A choice is there when feasible; what stands in the way and what would help, when infeasible. */
export interface Selection extends Partial<Omit<Choice, 'changes' | 'dropped'>> {
  status: Status;
  problem: Problem;
  changes: Choice['changes'];
  dropped: Choice['dropped'];
  shortfalls: Shortfall[];
  competitions: Competition[];
  /** a smallest set of requirements (and reserves) that cannot hold together; empty where slots alone cannot be filled */
  conflict: (Requirement | 'reserve')[];
  relaxations: Relaxation[];
  additions: Wanted[];
  /** nominees who have to be exchanged as well, with the bounds relaxed and with the people found */
  exchanges: { relaxed: number; added: number };
}

export interface SelectOptions {
  /** time for each question that is put to a solver */
  milliseconds: number;
  /** asked when the first runs out of time */
  fallback?: () => Promise<Solver>;
  /** ids of people whom the check would not let be nominated */
  barred?: ReadonlySet<string>;
  /** the check finds nothing wrong with the choice as it is: then it is the answer */
  stands?: boolean;
}

/**
 * Looks for nominees with whom every required requirement is met and every slot has its reserves. Gives the choice with the fewest
 * exchanges, or why there is none and what would help. It calculates with the plan's own requirements: it gives nobody a score, and
 * branch and committee decide.
 */
export async function select(
  plan: Plan,
  { milliseconds, fallback, barred, stands = false }: SelectOptions,
): Promise<Selection> {
  const problem = problemOf(plan, barred);
  const ask: Ask = async (options, costs) => {
    const model = modelOf(problem, options);
    const answer = solveInOrder(yalps, model, costs, milliseconds);
    if (answer.status !== 'undecided' || !fallback) return answer;
    return solveInOrder(await fallback(), model, costs, milliseconds);
  };
  const { requirements } = problem;
  const held = new Set([...requirements.keys()].filter(index => !isAdvisory(requirements[index]!)));
  const openAnswer = {
    problem,
    changes: [],
    dropped: [],
    shortfalls: [],
    competitions: [],
    conflict: [],
    relaxations: [],
    additions: [],
    exchanges: { relaxed: 0, added: 0 },
  };
  if (stands) return { ...openAnswer, status: 'feasible', plan, allocation: allocateReserves(plan) };
  const answer = await ask({ held, reserves: true }, [COSTS.changes, COSTS.advisory]);
  const choice = answer.status === 'optimal' ? choiceOf(problem, answer.values) : undefined;
  if (choice) return { ...openAnswer, status: 'feasible', ...choice };
  const obstacles = { shortfalls: shortfallsOf(problem), competitions: competitionsOf(problem) };
  if (answer.status !== 'infeasible') return { ...openAnswer, ...obstacles, status: 'undecided' };
  const relaxed = await relaxationsOf(problem, held, ask);
  const extended = await additionsOf(problem, held, ask);
  return {
    ...openAnswer,
    ...obstacles,
    status: 'infeasible',
    conflict: await conflictOf(problem, held, ask),
    relaxations: relaxed.found,
    additions: extended.found,
    exchanges: { relaxed: relaxed.exchanges, added: extended.exchanges },
  };
}
