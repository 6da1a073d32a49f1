import type { RequirementState } from '../../facts/structure/assess.ts';
import { clashes } from '../../facts/structure/clashes.ts';
import type { Place } from '../../model/place.ts';
import type { Quota, Requirement } from '../../model/plan.ts';
import { headsOf } from '../../values/quantity.ts';
import { amountText, decimalsOf, exactText, percentText } from '../../values/share.ts';
import type { Facts, Report, Rule } from '../rule.ts';

interface Args {
  case: 'exactly' | 'actual' | 'pair' | 'too-many' | 'too-few' | 'yearly';
  name: string;
  other: string;
  demand: string;
  otherDemand: string;
  exact: string;
  from: string;
  to: string;
}

/**
 * No whole number of people can meet the demand: exactly 45 % of 9; at least 45 % and at most 50 % of 9 for the same
 * people; at most 4 women and at most 5 men of 10; ±10 % of five thirds in each of three years.
 */
export const noIntegerFits = {
  id: 'structure/no-integer-fits',
  severity: 'error',
  norm: 'plan-consistency',
  settings: ['aboutTolerance'],
  check({ plan, structure }: Facts, report: Report<Args>) {
    for (const { requirement, whole, obstacle } of structure)
      if (obstacle?.why === 'no-integer' && whole !== undefined)
        report(
          requirement.place.at(requirement.comparator),
          {
            ...NONE,
            case: requirement.comparator === 'actual' ? 'actual' : 'exactly',
            name: requirement.name,
            other: String(whole),
            demand: amountText(requirement.amount),
            // The two numbers of heads next to it, and what share each is.
            otherDemand: sharesOf([obstacle.below, obstacle.above], whole, requirement),
            exact: exactText(requirement.amount, whole),
            from: String(obstacle.below),
            to: String(obstacle.above),
          },
          { subject: requirement.id, severity: requirement.level === 'advisory' ? 'warning' : 'error' },
        );
    for (const [low, high, place] of contradictions(structure))
      report(
        place,
        {
          ...NONE,
          case: 'pair',
          name: low.requirement.name,
          other: high.requirement.name,
          demand: amountText(low.requirement.amount),
          otherDemand: amountText(high.requirement.amount),
          from: String(low.accepted!.min),
          to: String(high.accepted!.max),
        },
        { subject: low.requirement.id },
      );
    for (const { states, isTooMany, heads, whole } of clashes(plan, structure)) {
      const [first, ...others] = states.map(({ requirement }) => requirement);
      report(
        others.at(-1)!.place.at(others.at(-1)!.comparator),
        {
          ...NONE,
          case: isTooMany ? 'too-many' : 'too-few',
          name: first!.name,
          other: others.map(({ name }) => name).join('\n'),
          from: String(heads),
          to: String(whole),
        },
        {
          subject: others.at(-1)!.id,
          severity: states.some(({ requirement }) => requirement.level === 'advisory') ? 'warning' : 'error',
        },
      );
    }
    if (plan.quota) reportYearly(plan.quota, report);
  },
} satisfies Rule;

const NONE = { other: '', demand: '', otherDemand: '', exact: '', from: '', to: '' };

/** `4人为19.0%` is told by the texts from `4 19.0%`. */
function sharesOf(heads: readonly number[], whole: number, { amount }: Requirement): string {
  const decimals = typeof amount === 'number' ? 1 : decimalsOf(amount);
  return heads.map(own => `${own} ${percentText(own, whole, decimals)}`).join(' ');
}

/** Pairs of demands on the same people of which one wants more than the other allows. */
function* contradictions(states: RequirementState[]): Iterable<[RequirementState, RequirementState, Place]> {
  const sameOf = (state: RequirementState) =>
    JSON.stringify([state.requirement.where, state.requirement.of ?? '']);
  for (const [index, a] of states.entries())
    for (const b of states.slice(index + 1)) {
      if (!a.accepted || !b.accepted) continue;
      const [low, high] = a.accepted.min > (b.accepted.max ?? Infinity) ? [a, b] : [b, a];
      if (low.accepted!.min <= (high.accepted!.max ?? Infinity) || sameOf(a) !== sameOf(b)) continue;
      yield [low, high, b.requirement.place.at(b.requirement.comparator)];
    }
}

/** A plan over several years: is there a whole number within the tolerance of the yearly average? */
function reportYearly({ overYears, yearlyTolerance, place, ...quota }: Quota, report: Report<Args>): void {
  const total = headsOf(quota.total);
  if (total === undefined || overYears === undefined || !yearlyTolerance) return;
  // total·(1 ± tolerance) ÷ years over one denominator: integers throughout.
  const { numerator, denominator } = yearlyTolerance;
  const [less, more] = [Math.max(0, denominator - numerator), denominator + numerator];
  const least = Math.ceil((total * less) / (denominator * overYears));
  const most = Math.floor((total * more) / (denominator * overYears));
  if (least <= most) return;
  const bound = (parts: number) => ((total * parts) / (denominator * overYears)).toFixed(2);
  report(
    place.at('yearlyTolerance'),
    {
      ...NONE,
      case: 'yearly',
      name: String(total),
      other: String(overYears),
      demand: yearlyTolerance.text,
      exact: (total / overYears).toFixed(2),
      from: bound(less),
      to: bound(more),
    },
    { subject: 'yearlyTolerance' },
  );
}
