import type { Where } from '../generated/types.ts';
import { type Bounds, earliestOf, latestOf, scaleOf } from './condition.ts';
import { valueSetsOf } from './value-sets.ts';

/**
 * Whether everybody who meets `part` also meets `whole`, as far as the conditions alone show it (大专以上 within
 * 高中以上, 农牧民 within 生产一线). False means only that it does not follow.
 */
export function isPartOf(part: Where, whole: Where): boolean {
  const [values, among] = [valueSetsOf(part), valueSetsOf(whole)];
  return Object.entries(whole).every(([key, demand]) => {
    const own = part[key as keyof Where];
    if (own === undefined) return false;
    const set = among.get(key);
    return set ? [...values.get(key)!].every(value => set.has(value)) : implies(key, own, demand);
  });
}

function implies(key: string, narrow: unknown, wide: unknown): boolean {
  if (JSON.stringify(narrow) === JSON.stringify(wide)) return true;
  if (isBounds(narrow) && isBounds(wide)) {
    if (key === 'birth') return areWithin(narrow as Bounds<string>, wide as Bounds<string>);
    const order = scaleOf(key);
    const keeps = (own: unknown, bound: unknown, side: 1 | -1) =>
      bound === undefined || (own !== undefined && side * order(own, bound) >= 0);
    return keeps(narrow.min, wide.min, 1) && keeps(narrow.max, wide.max, -1);
  }
  // Anything but plain values, such as `{not: …}`, is among none.
  const among = valuesOf(wide);
  return valuesOf(narrow).every(value => among.includes(value));
}

/** Of dates a month alone may be named, so their texts have no order. */
const areWithin = (narrow: Bounds<string>, wide: Bounds<string>): boolean =>
  earliestOf(narrow.min) >= earliestOf(wide.min) && latestOf(narrow.max) <= latestOf(wide.max);

/** A mapping of nothing but `min` and `max`; lists and texts have other keys. */
const isBounds = (demand: unknown): demand is Bounds<unknown> => {
  const keys = Object.keys(demand as object);
  return keys.length > 0 && keys.every(key => key === 'min' || key === 'max');
};

const valuesOf = (demand: unknown): unknown[] => (Array.isArray(demand) ? demand : [demand]);
