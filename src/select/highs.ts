import type { Highs } from 'highs';
import type { Answer, LinearModel, Solver } from './solver.ts';

/** HiGHS: larger and slower to load, but steady where the small solver runs out of time; the tests' second opinion. */
export async function highs(): Promise<Solver> {
  // A function to Node, a module with a default to the type checker.
  const { default: load } = (await import('highs')) as unknown as { default: () => Promise<Highs> };
  const solver = await load();
  return (model, cost, milliseconds) => {
    const { text, names } = lpText(model, cost);
    const { Status, Columns } = solver.solve(text, { time_limit: milliseconds / 1000, output_flag: false });
    return answerOf(Status, Columns as Record<string, { Primal?: number }>, names);
  };
}

function answerOf(status: string, columns: Record<string, { Primal?: number }>, names: string[]): Answer {
  if (status === 'Infeasible') return { status: 'infeasible' };
  if (status !== 'Optimal' && status !== 'Empty') return { status: 'undecided' };
  const values = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const value = columns[`v${index}`]?.Primal ?? 0;
    if (Math.abs(value) > 1e-6) values.set(name, value);
  }
  return { status: 'optimal', values };
}

/** The model in CPLEX LP format; variables are numbered, since the format allows few characters in names. */
function lpText({ rows, variables, integers }: LinearModel, cost: string): { text: string; names: string[] } {
  const names = [...variables.keys()];
  const terms = new Map<string, string[]>();
  for (const [index, name] of names.entries())
    for (const [row, factor] of variables.get(name)!)
      terms.set(row, [...(terms.get(row) ?? []), `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} v${index}`]);
  const sum = (row: string) => (terms.get(row) ?? ['0 v0']).join(' ');
  const limits = [...rows].flatMap(([row, { min, max }]) => [
    ...(min === undefined ? [] : [` ${sum(row)} >= ${min}`]),
    ...(max === undefined ? [] : [` ${sum(row)} <= ${max}`]),
  ]);
  const whole = names.flatMap((name, index) => (integers.has(name) ? [`v${index}`] : []));
  return {
    names,
    text: [
      'Minimize',
      ` obj: ${sum(cost)}`,
      'Subject To',
      ...limits,
      ...(whole.length > 0 ? ['General', ` ${whole.join(' ')}`] : []),
      'End',
    ].join('\n'),
  };
}
