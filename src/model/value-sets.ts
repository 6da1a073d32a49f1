import type { Where } from '../generated/types.ts';
import vocabulary from '../generated/vocabulary.json' with { type: 'json' };
import { memoize } from '../values/memo.ts';
import { type Attributes, type Bounds, conditionOf } from './condition.ts';

/** Nobody on a roster is older. */
const OLDEST = 150;

/** The fields of which everybody has exactly one value, with all the values there are; of others nothing follows from their conditions. */
const valuesOf = memoize(20, (key: string): readonly unknown[] | undefined => {
  if (key === 'age') return Array.from({ length: OLDEST + 1 }, (_, age) => age);
  if (key === 'leagueMember' || key === 'mobile') return [true, false];
  if (!['gender', 'ethnicity', 'education', 'occupation'].includes(key)) return undefined;
  return Object.keys(vocabulary[key as keyof typeof vocabulary]);
});

/** The values of one field that a condition lets through, by the field; only of fields that have one value each. */
export type ValueSets = ReadonlyMap<string, ReadonlySet<unknown>>;

/** What a condition asks of each field whose values can be counted up: `{性别: 女}` is the one value female of two. */
export const valueSetsOf = memoize(
  200,
  (where: Where): ValueSets =>
    new Map(
      Object.entries(where).flatMap(([key, demand]) => {
        const values = valuesOf(key);
        return values ? [[key, new Set(values.filter(value => isAmong(key, value, demand)))]] : [];
      }),
    ),
);

function isAmong(key: string, value: unknown, demand: unknown): boolean {
  if (key !== 'age')
    return conditionOf({ [key]: demand } as Where)({ [key]: value } as Attributes, 0) === true;
  const { min = 0, max = OLDEST } = demand as Bounds<number>;
  return Number(value) >= min && Number(value) <= max;
}

/** Whether nobody can meet both conditions, as far as the conditions alone show it: women and men. */
export function areDisjoint(one: ValueSets, other: ValueSets): boolean {
  for (const [key, values] of one) {
    const others = other.get(key);
    if (others && ![...values].some(value => others.has(value))) return true;
  }
  return false;
}

/** How many values of its field are met by none of these conditions on that field. */
export const countUncovered = (key: string, sets: readonly ReadonlySet<unknown>[]): number =>
  valuesOf(key)!.filter(value => !sets.some(set => set.has(value))).length;
