import type { ReadCountyFile, Rollup } from '../rules/county-facts.ts';
import { acceptedHeads, amountText, COMPARATORS, isWithin, parseAmount } from '../values/share.ts';
import type { Summary } from './summary.ts';

/**
 * Adds up heads, never ratios: a requirement of the county is held against the heads that the townships count for the
 * requirement of the same id.
 */
export function rollUp(file: ReadCountyFile, plans: readonly Summary[]): Rollup {
  const read = plans.flatMap(({ sums, structure }) => (sums ? [{ sums, structure }] : []));
  const total = (value: (plan: (typeof read)[number]['sums']) => number) =>
    read.reduce((sum, { sums }) => sum + value(sums), 0);
  const planned = total(({ quota }) => quota ?? 0);
  return {
    allocated: file.townships.reduce((sum, township) => sum + (township?.quota ?? 0), 0),
    toAllocate: file.quota.total - (file.quota.held ?? 0),
    planned,
    nominees: total(({ nominees }) => nominees),
    reserves: {
      min: total(({ reserveMin }) => reserveMin),
      max: read.some(({ sums }) => sums.reserveMax === null)
        ? null
        : total(({ reserveMax }) => reserveMax ?? 0),
      have: total(({ reserves }) => reserves),
    },
    applicants: total(({ applicants }) => applicants),
    activists: total(({ activists }) => activists),
    structure: (file.structure ?? []).flatMap((requirement, index) => {
      if (!requirement) return [];
      const comparator = COMPARATORS.find(name => requirement[name] !== undefined)!;
      const amount = parseAmount(requirement[comparator]!);
      const range = acceptedHeads(comparator, amount, planned);
      const states = read.map(({ structure }) => structure.find(({ id }) => id === requirement.id));
      const have = states.reduce((sum, state) => sum + (state?.nominees ?? 0), 0);
      return {
        index,
        id: requirement.id,
        name: requirement.name,
        comparator,
        amount: amountText(amount),
        whole: planned,
        min: range.min,
        max: range.max ?? null,
        have,
        without: states.filter(state => !state).length,
        met: isWithin(have, range),
      };
    }),
  };
}
