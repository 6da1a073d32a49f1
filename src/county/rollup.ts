import type { CountyRequirement, ReadCountyFile, Rollup } from '../rules/county-facts.ts';
import { headsOfAll, quantityOf } from '../values/quantity.ts';
import {
  type Amount,
  acceptedHeads,
  amountText,
  COMPARATORS,
  type Comparator,
  isEmpty,
  isWithinForCertain,
  parseAmount,
} from '../values/share.ts';
import type { CountyCount } from './demands.ts';
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
    allocated: headsOfAll(file.townships.map(township => quantityOf(township?.quota))) ?? null,
    planned: total(({ quota }) => quota ?? 0),
    nominees,
    reserves: {
      min: total(({ reserveMin }) => reserveMin),
      max: read.some(({ sums }) => sums.reserveMax === null)
        ? null
        : total(({ reserveMax }) => reserveMax ?? 0),
      have: total(({ reserves }) => reserves),
      slots: total(({ slots }) => slots),
    },
    applicants: total(({ applicants }) => applicants),
    activists: total(({ activists }) => activists),
    structure: demandsOf(file).map(({ index, demand }, at) => {
      const comparator = COMPARATORS.find(name => demand[name] !== undefined)!;
      const amount = parseAmount(demand[comparator]!);
      const counts = read.flatMap(({ demands }) => demands?.[at] ?? []);
      return {
        index,
        id: demand.id,
        name: demand.name,
        amount: amountText(amount),
        ...judged(comparator, amount, counts, nominees > 0),
      };
    }),
  };
}

/**
 * A requirement of the county held against what its plans give. People of whom something is not known and slots without a nominee
 * count neither for it nor against it: where it depends on them nobody can say yet whether it is met.
 */
function judged(
  comparator: Comparator,
  amount: Amount,
  counts: readonly CountyCount[],
  hasNominees: boolean,
): Omit<CountyRequirement, 'index' | 'id' | 'name' | 'amount'> {
  const sum = (value: (count: CountyCount) => number | null | undefined) =>
    counts.reduce((heads, count) => heads + (value(count) ?? 0), 0);
  const isNowhere = counts.length > 0 && counts.every(({ isElsewhere }) => isElsewhere);
  const isShare = typeof amount !== 'number';
  const isKnown = !isShare || counts.every(count => count.whole !== null);
  const whole = sum(count => count.whole);
  const accepted = acceptedHeads(comparator, amount, whole);
  const have = sum(({ counted }) => counted);
  const [fewest, most] = (['fewest', 'most'] as const).map(of => sum(({ bounds }) => bounds?.[of].whole));
  const isCertain = fewest === most;
  const obstacle = isNowhere
    ? 'no-base'
    : !isKnown
      ? 'total-unknown'
      : isEmpty(accepted) && isCertain
        ? 'no-integer'
        : undefined;
  const isOpen = counts.some(({ bounds }) => bounds === null);
  const met = isWithinForCertain(
    { heads: have, accepted: acceptedHeads(comparator, amount, fewest!) },
    {
      heads: isOpen ? Number.POSITIVE_INFINITY : sum(({ bounds }) => bounds?.most.heads),
      accepted: acceptedHeads(comparator, amount, most!),
    },
  );
  return {
    comparator,
    whole,
    min: accepted.min,
    max: accepted.max ?? null,
    have,
    unknown: sum(({ unknown }) => unknown),
    vacant: counts.some(({ vacant }) => vacant === null) ? null : sum(({ vacant }) => vacant),
    met: isNowhere ? false : !hasNominees || !isKnown ? null : obstacle ? false : (met ?? null),
    ...(obstacle && { obstacle }),
  };
}

/** The county's requirements that could be read, each with its place in the file's list. */
export const demandsOf = ({ structure = [] }: ReadCountyFile) =>
  structure.flatMap((demand, index) => (demand ? [{ index, demand }] : []));
