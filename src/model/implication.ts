import type { Where } from '../generated/types.ts';
import { type Bounds, earliestOf, latestOf, scaleOf } from './condition.ts';

/**
 * Whether everybody who meets `part` also meets `whole`, as far as the conditions alone show it (大专以上 within
 * 高中以上, 农牧民 within 生产一线). False means only that it does not follow.
 */
export function isPartOf(part: Where, whole: Where): boolean {
  return Object.entries(whole).every(([key, demand]) => {
    const own = part[key as keyof Where];
    return own !== undefined && implies(key, own, demand);
  });
}

function implies(key: string, narrow: unknown, wide: unknown): boolean {
  if (JSON.stringify(narrow) === JSON.stringify(wide)) return true;
  if (isBounds(narrow) && isBounds(wide)) {
    if (key === 'birth') return areWithin(narrow as Bounds<string>, wide as Bounds<string>);
    const order = scaleOf(key);
    const atLeast = (a: unknown, b: unknown) =>
      b === undefined || (a !== undefined && (a === b || order(a, b) > 0));
    const atMost = (a: unknown, b: unknown) =>
      b === undefined || (a !== undefined && (a === b || order(a, b) < 0));
    return atLeast(narrow.min, wide.min) && atMost(narrow.max, wide.max);
  }
  const values = valuesOf(narrow);
  const among = valuesOf(wide);
  return values !== undefined && among !== undefined && values.every(value => among.includes(value));
}

/** Of dates a month alone may be named, so their texts have no order. */
const areWithin = (narrow: Bounds<string>, wide: Bounds<string>): boolean =>
  earliestOf(narrow.min) >= earliestOf(wide.min) && latestOf(narrow.max) <= latestOf(wide.max);

const isBounds = (demand: unknown): demand is Bounds<unknown> =>
  typeof demand === 'object' &&
  demand !== null &&
  !Array.isArray(demand) &&
  !('not' in demand) &&
  ('min' in demand || 'max' in demand);

const valuesOf = (demand: unknown): unknown[] | undefined =>
  Array.isArray(demand) ? demand : typeof demand === 'object' ? undefined : [demand];
