import { type Bound, isAdvisory, type Problem } from './problem.ts';
import type { Answer, LinearModel } from './solver.ts';

/** A kind of people who are not on the roster, but might be found. */
export interface Addition {
  category: number;
  /** for each requirement whether they would count for it */
  counts: boolean[];
  /** how many requirements that is asking for */
  asks: number;
}

export interface ModelOptions {
  /** requirements (by number) that must hold; others are ignored */
  held: ReadonlySet<number>;
  /** whether every slot must have its reserves */
  reserves: boolean;
  /** lets required bounds be missed, at a cost for each head */
  relax?: boolean;
  /** people who might be added, at a cost for each */
  additions?: readonly Addition[];
}

/** Puts one question to a solver: the best by the first cost, among those by the second. */
export type Ask = (options: ModelOptions, costs: readonly string[]) => Promise<Answer>;

/** The rows that hold costs: heads by which bounds are missed, people to be found, nominees exchanged, advisory heads missed. */
export const COSTS = {
  heads: 'cost heads',
  people: 'cost people',
  changes: 'cost changes',
  advisory: 'cost advisory',
} as const;

/** The cost of nominating one person. Smaller costs beside it only break ties. */
const HEAD = 1000;

export const chosen = (kind: number, category: number): string => `x ${kind} ${category}`;
const kept = (kind: number, category: number): string => `y ${kind} ${category}`;
export const missed = (bound: number): string => `s ${bound}`;
export const lacking = (category: number): string => `r ${category}`;
export const added = (addition: number, reserve: boolean): string => `${reserve ? 'b' : 'a'} ${addition}`;

/** Writes the problem (`problemOf` says what is chosen) as a linear model: sums with bounds. */
export function modelOf({ seats, kinds, bounds, requirements }: Problem, options: ModelOptions): LinearModel {
  const { held, reserves, relax = false, additions = [] } = options;
  const model: LinearModel = { rows: new Map(), variables: new Map(), integers: new Set() };
  const variable = (name: string, parts: [row: string, part: number][], whole = true) => {
    const own = new Map<string, number>();
    for (const [row, part] of parts) if (part !== 0) own.set(row, (own.get(row) ?? 0) + part);
    model.variables.set(name, own);
    if (whole) model.integers.add(name);
  };
  const isHeld = ({ requirement }: Bound) => held.has(requirement) && !isAdvisory(requirements[requirement]!);
  for (const [at, { slots, toFill, reserves: needed }] of seats.entries()) {
    model.rows.set(`slots ${at}`, { min: toFill, max: slots });
    if (reserves && needed > 0) model.rows.set(`reserves ${at}`, { min: needed });
    if (relax && reserves && needed > 0)
      variable(lacking(at), [
        [`reserves ${at}`, 1],
        [COSTS.heads, HEAD + 1],
      ]);
  }
  for (const [number, bound] of bounds.entries()) {
    const advisory = isAdvisory(requirements[bound.requirement]!);
    if (!advisory && !isHeld(bound)) continue;
    model.rows.set(`bound ${number}`, bound.side === 'min' ? { min: bound.limit } : { max: bound.limit });
    const towards = bound.side === 'min' ? bound.unit : -bound.unit;
    if (advisory)
      variable(missed(number), [
        [`bound ${number}`, towards],
        [COSTS.advisory, 1],
      ]);
    else if (relax)
      variable(missed(number), [
        [`bound ${number}`, towards],
        [COSTS.heads, HEAD + dearness(bound)],
      ]);
  }
  const parts = (counts: readonly boolean[], category: number): [string, number][] =>
    bounds.map((bound, number) => [`bound ${number}`, bound.part(counts, category)]);
  // Whoever stays in a slot saves an exchange. For those that have to be, nominees without one come before others.
  const stays = 1 + kinds.reduce((sum, { people, surplus }) => sum + (surplus ? people.length : 0), 0);
  for (const [index, kind] of kinds.entries()) {
    model.rows.set(`kind ${index}`, {
      ...(kind.fixed ? { min: kind.people.length } : {}),
      max: kind.people.length,
    });
    for (const category of kind.fits) {
      if (!kind.barred)
        variable(chosen(index, category), [
          [`kind ${index}`, 1],
          [`slots ${category}`, 1],
          ...parts(kind.counts, category),
          [COSTS.changes, kind.holds === category ? -stays : kind.surplus ? -1 : 0],
        ]);
      // Whoever is not chosen may stand in reserve. These need not be declared integers: once the nominees are whole, what is left is a
      // flow problem, whose solutions are whole by themselves.
      if (reserves && kind.ripe && !kind.fixed)
        variable(
          kept(index, category),
          [
            [`kind ${index}`, 1],
            [`reserves ${category}`, 1],
          ],
          false,
        );
    }
  }
  for (const [index, { category, counts, asks }] of additions.entries()) {
    variable(added(index, false), [
      [`slots ${category}`, 1],
      ...parts(counts, category),
      [COSTS.people, HEAD + asks],
    ]);
    if (reserves && asks === 0)
      variable(added(index, true), [
        [`reserves ${category}`, 1],
        [COSTS.people, HEAD],
      ]);
  }
  return withoutUnknownRows(model);
}

/** What a head costs in addition: more where few are asked for. So of equal ways the one that changes the larger number is given. */
const dearness = ({ limit, unit }: Bound): number => Math.round(100 / Math.max(1, Math.abs(limit) / unit));

const COST_ROWS = new Set<string>(Object.values(COSTS));

/** Takes out coefficients in rows that the model does not have: a solver would refuse or count them. */
function withoutUnknownRows(model: LinearModel): LinearModel {
  for (const parts of model.variables.values())
    for (const row of parts.keys()) if (!model.rows.has(row) && !COST_ROWS.has(row)) parts.delete(row);
  return model;
}
