import { solve as solveYalps } from 'yalps';

/** A sum of variables with its bounds. */
export interface Row {
  min?: number;
  max?: number;
}

/** What a solver is given: variables (0 or more), their coefficients in each row, and the bounds of the rows. */
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

/** YALPS: small, quick on these models, and the same model always gets the same answer. */
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
 * Finds the best answer by the first cost, among those the best by the second, and so on. Costs are whole numbers.
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
    // A later cost only chooses between answers that are good already: when time is over, any of them will do.
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
