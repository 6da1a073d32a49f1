import type { ReadCountyFile, Rollup } from '../rules/county-facts.ts';
import { acceptedHeads, amountText, COMPARATORS, isEmpty, isWithin, parseAmount } from '../values/share.ts';
import type { Summary } from './summary.ts';

/**
 * Adds up heads, never ratios: a requirement of the county is held against all nominees who meet its own condition, and its
 * share is taken of all quotas, or of all whom `of` names. Plans of another year are another year's.
 */
export function rollUp(file: ReadCountyFile, plans: readonly Summary[]): Rollup {
  const read = plans.flatMap(({ sums, demands, lacks }) => (sums && !lacks ? [{ sums, demands }] : []));
  const total = (value: (plan: (typeof read)[number]['sums']) => number) =>
    read.reduce((sum, { sums }) => sum + value(sums), 0);
  const nominees = total(sums => sums.nominees);
  return {
    allocated: file.townships.reduce((sum, township) => sum + (township?.quota ?? 0), 0),
    ...(file.quota && { toAllocate: file.quota.total - (file.quota.held ?? 0) }),
    planned: total(({ quota }) => quota ?? 0),
    nominees,
    reserves: {
      min: total(({ reserveMin }) => reserveMin),
      max: read.some(({ sums }) => sums.reserveMax === null)
        ? null
        : total(({ reserveMax }) => reserveMax ?? 0),
      have: total(({ reserves }) => reserves),
    },
    applicants: total(({ applicants }) => applicants),
    activists: total(({ activists }) => activists),
    structure: demandsOf(file).map(({ index, demand }, at) => {
      const comparator = COMPARATORS.find(name => demand[name] !== undefined)!;
      const amount = parseAmount(demand[comparator]!);
      const counts = read.flatMap(({ demands }) => demands?.[at] ?? []);
      const sum = (value: (count: (typeof counts)[number]) => number) =>
        counts.reduce((heads, count) => heads + value(count), 0);
      const whole = sum(count => count.whole ?? 0);
      const range = acceptedHeads(comparator, amount, whole);
      const have = sum(({ counted }) => counted);
      const isNowhere = counts.length > 0 && counts.every(({ isElsewhere }) => isElsewhere);
      const obstacle = isNowhere ? 'no-base' : isEmpty(range) ? 'no-integer' : undefined;
      return {
        index,
        id: demand.id,
        name: demand.name,
        comparator,
        amount: amountText(amount),
        whole,
        min: range.min,
        max: range.max ?? null,
        have,
        unknown: sum(({ unknown }) => unknown),
        met: isNowhere ? false : nominees === 0 ? null : isWithin(have, range),
        ...(obstacle && { obstacle }),
      };
    }),
  };
}

/** The county's requirements that could be read, each with its place in the file's list. */
export const demandsOf = ({ structure = [] }: ReadCountyFile) =>
  structure.flatMap((demand, index) => (demand ? [{ index, demand }] : []));
