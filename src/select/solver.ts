import { solve as solveYalps } from 'yalps';

/** A sum of variables with its bounds. */
export interface Row {
  min?: number;
  max?: number;
}

/** What is asked of a solver: variables from 0, their parts in the rows, and a cost to be as small as possible. */
export interface LinearModel {
  rows: Map<string, Row>;
  /** for each variable its coefficient in each row; costs are rows as well */
  variables: Map<string, Map<string, number>>;
  /** variables that are whole numbers */
  integers: Set<string>;
}

export type Answer =
  | { status: 'optimal'; values: Map<string, number> }
  | { status: 'infeasible' }
  /** out of time: nothing is known */
  | { status: 'undecided' };

/**
 * @param cost the row that is to be as small as possible
 * @param milliseconds the time that the solver may take
 */
export type Solver = (model: LinearModel, cost: string, milliseconds: number) => Answer;

/** YALPS: small, quick on merged models, and it gives the same answer to the same model. */
export const yalps: Solver = ({ rows, variables, integers }, cost, milliseconds) => {
  const { status, variables: found } = solveYalps(
    { direction: 'minimize', objective: cost, constraints: rows, variables, integers },
    { timeout: milliseconds, includeZeroVariables: false },
  );
  switch (status) {
    case 'optimal':
      return { status, values: new Map(found.map(([name, value]) => [name, value])) };
    case 'infeasible':
      return { status };
    default:
      return { status: 'undecided' };
  }
};

/**
 * The best by the first cost, among those by the second, and so on. Costs are whole numbers.
 *
 * @param milliseconds for all of it together
 */
export function solveInOrder(
  solver: Solver,
  model: LinearModel,
  costs: readonly string[],
  milliseconds: number,
): Answer {
  const end = performance.now() + milliseconds;
  const rows = new Map(model.rows);
  let best: Answer = { status: 'undecided' };
  for (const [index, cost] of costs.entries()) {
    const answer = solver({ ...model, rows }, cost, Math.max(1, end - performance.now()));
    // A later cost only chooses among what is good already: out of time, any of those will do.
    if (answer.status !== 'optimal') return index === 0 ? answer : best;
    best = answer;
    rows.set(cost, { max: Math.round(sumOf(model, cost, answer.values)) + 0.5 });
  }
  return best;
}

function sumOf({ variables }: LinearModel, row: string, values: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [name, value] of values) sum += (variables.get(name)?.get(row) ?? 0) * value;
  return sum;
}
