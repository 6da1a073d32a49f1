import { NOT_UNDERSTOOD } from '../../model/condition.ts';
import { isPartOf } from '../../model/implication.ts';
import type { Plan, Requirement } from '../../model/plan.ts';
import { beforeRounding, boundsOf, type Quantity } from '../../values/quantity.ts';
import type { RequirementState } from './assess.ts';
import { type ShareBase, shareBaseOf } from './base.ts';

/**
 * The heads that a requirement speaks of, whoever is on the roster: the plan's own number, else what it accepts; `max` is Infinity
 * where nothing bounds it. Undefined where no number can be given, and of a share of people that were counted.
 */
export function figuresOf(
  plan: Plan,
  { requirement, accepted }: RequirementState,
): { min: number; max: number } | undefined {
  const { planned, amount, of } = requirement;
  if (planned !== undefined) return { min: planned, max: planned };
  const isShareOfPeople = typeof amount !== 'number' && of !== undefined && hasNominees(plan);
  return accepted && !isShareOfPeople ? { min: accepted.min, max: accepted.max ?? Infinity } : undefined;
}

const hasNominees = ({ people }: Plan): boolean => people.some(({ role }) => role === 'nominee');

/** The same, with what the plan's own number may have been before it was rounded (12万余). */
export function roundedFiguresOf(
  plan: Plan,
  state: RequirementState,
): { min: number; max: number } | undefined {
  const { plannedAs } = state.requirement;
  return (plannedAs && beforeRounding(plannedAs)) ?? figuresOf(plan, state);
}

/** The heads that a number of the plan may stand for: 490名左右 may have been 480 to 500 before it was rounded. */
export const roundedBoundsOf = (quantity: Quantity): { min: number; max: number } =>
  beforeRounding(quantity) ?? boundsOf(quantity);

/**
 * Whether everybody whom a requirement counts is counted by another one too: by what their conditions say (大专以上 of 高中以上), or because
 * it is a share of the other, however many shares lie between.
 */
export function isWithin(plan: Plan, part: Requirement, whole: Requirement): boolean {
  const own = shareBaseOf(plan, part);
  if (own.outer.includes(whole)) return true;
  const other = shareBaseOf(plan, whole);
  if (other.isUnknown || (other.category && other.category !== own.category)) return false;
  const conditions = conditionsOf(part, own);
  return conditionsOf(whole, other).every(
    wide => wide !== NOT_UNDERSTOOD && conditions.some(narrow => isPartOf(narrow, wide)),
  );
}

const conditionsOf = ({ where }: Requirement, { outer }: ShareBase) => [
  where,
  ...outer.map(requirement => requirement.where),
];
