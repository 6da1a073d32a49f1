import { assessStructure } from '../facts/structure/assess.ts';
import type { Requirement as RequirementData } from '../generated/types.ts';
import type { Place } from '../model/place.ts';
import type { Plan } from '../model/plan.ts';
import { buildRequirement } from '../read/plan/build.ts';

/** What the nominees of one plan give for a requirement of the county. */
export interface CountyCount {
  counted: number;
  /** of whom it is not known whether they count */
  unknown: number;
  /** of which the share is taken: the plan's quota, or what `of` names; null where the plan does not say */
  whole: number | null;
}

/** Counts the nominees of a plan by the county's own conditions, whatever the plan itself demands. */
export function countFor(demands: readonly RequirementData[], plan: Plan): CountyCount[] {
  const hasNominees = plan.people.some(({ role }) => role === 'nominee');
  const requirements = demands.map(demand => buildRequirement(demand, NOWHERE));
  const categories = new Set(plan.quota?.categories.map(({ id }) => id));
  return assessStructure({ ...plan, requirements }).map(({ requirement, counted, unknown, whole }) => {
    // Of people whom nobody has listed yet there is no share.
    const isOfPeople = requirement.of !== undefined && !categories.has(requirement.of);
    return {
      counted: counted.length,
      unknown: unknown.length,
      whole: isOfPeople && !hasNominees ? 0 : (whole ?? null),
    };
  });
}

/** Nothing is reported of a single plan. */
const NOWHERE: Place = {
  at: () => NOWHERE,
  locate: () => ({ file: '', line: 0, column: 0, endLine: 0, endColumn: 0, path: '' }),
  quote: () => '',
  source: () => '',
};
