import { conditionOf } from '../../model/condition.ts';
import type { Person, Plan, Requirement } from '../../model/plan.ts';
import { acceptedHeads, type HeadRange, isWithin } from '../../values/share.ts';

/** How a plan stands to one of its structure requirements. */
export interface RequirementState {
  requirement: Requirement;
  /** heads of which the share is taken */
  whole: number;
  /** head counts that meet it; min > max where none does */
  accepted: HeadRange;
  /** nominees who count */
  counted: Person[];
  /** nominees of whom it is not known whether they count */
  unknown: Person[];
  /** undefined where there are no nominees to count */
  met: boolean | undefined;
  /** heads lacking to the lower end; 0 when there is none lacking */
  short: number;
  /** heads above the upper end */
  over: number;
}

/**
 * Holds the nominees against every requirement. A share is taken of the whole quota, or of what `of` names: a
 * category's slots, or the people who meet another requirement. What is counted are the nominees.
 */
export function assessStructure(plan: Plan): RequirementState[] {
  const nominees: Person[] = [];
  for (const person of plan.people) if (person.role === 'nominee') nominees.push(person);
  const states: RequirementState[] = [];
  for (const requirement of plan.requirements) states.push(assess(plan, requirement, nominees));
  return states;
}

function assess(plan: Plan, requirement: Requirement, nominees: readonly Person[]): RequirementState {
  const { within, whole } = baseOf(plan, requirement, nominees);
  const accepted = acceptedHeads(
    requirement.comparator,
    requirement.amount,
    whole,
    plan.settings.aboutTolerance,
  );
  const counted: Person[] = [];
  const unknown: Person[] = [];
  const isMet = conditionOf(requirement.where);
  for (const person of within) {
    const truth = isMet(person.data, plan.ageAsOf);
    if (truth) counted.push(person);
    else if (truth === undefined) unknown.push(person);
  }
  const have = counted.length;
  return {
    requirement,
    whole,
    accepted,
    counted,
    unknown,
    met: nominees.length === 0 ? undefined : isWithin(have, accepted),
    short: Math.max(0, accepted.min - have),
    over: accepted.max === undefined ? 0 : Math.max(0, have - accepted.max),
  };
}

/** What a requirement is a share of: the people among whom is counted, and the heads that are the whole. */
function baseOf(
  plan: Plan,
  requirement: Requirement,
  nominees: readonly Person[],
): { within: readonly Person[]; whole: number } {
  const total = plan.quota?.total ?? nominees.length;
  const category = plan.quota?.categories.find(({ id }) => id === requirement.of);
  if (category) {
    const slots = new Set(plan.quota!.slots.filter(slot => slot.category === category).map(({ id }) => id));
    const within = nominees.filter(({ slot, category: own }) =>
      slot === undefined ? own === category.id : slots.has(slot),
    );
    return { within, whole: category.count };
  }
  const other = plan.requirements.find(({ id }) => id === requirement.of);
  // No `of`, or a name that is unknown (input/unknown-reference reports that): a share of the whole quota.
  if (!other || other === requirement) return { within: nominees, whole: total };
  const isWithinOther = conditionOf(other.where);
  const within = nominees.filter(person => isWithinOther(person.data, plan.ageAsOf));
  const stated = other.planned ?? acceptedHeads(other.comparator, other.amount, total).min;
  return { within, whole: nominees.length > 0 ? within.length : stated };
}
