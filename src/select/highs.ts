import type { Highs } from 'highs';
import type { Answer, LinearModel, Solver } from './solver.ts';

/** HiGHS: slower to load than YALPS, but solves what YALPS does not in its time. Tests compare the two. */
export async function highs(): Promise<Solver> {
  // At run time the default is the function itself; the types of the package say it is a module.
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

/** Writes the model in CPLEX LP format. Variables get numbers for names: the format allows few characters. */
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
