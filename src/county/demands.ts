import { assessStructure } from '../facts/structure/assess.ts';
import type { Requirement as RequirementData } from '../generated/types.ts';
import type { Place } from '../model/place.ts';
import type { Plan, Requirement } from '../model/plan.ts';
import { buildRequirement } from '../read/plan/requirement.ts';

/** What the nominees of one plan give for a requirement of the county. */
export interface CountyCount {
  counted: number;
  /** of whom it is not known whether they count */
  unknown: number;
  /** of which the share is taken: the plan's quota, or what `of` names; null where the plan does not say */
  whole: number | null;
  /** `of` names, in the end, neither a requirement of the county nor a category of this plan: nobody of it counts */
  isElsewhere?: true;
}

/** Counts the nominees of a plan by the county's own conditions, whatever the plan itself demands. */
export function countFor(demands: readonly RequirementData[], plan: Plan): CountyCount[] {
  const hasNominees = plan.people.some(({ role }) => role === 'nominee');
  const requirements = demands.map(demand => buildRequirement(demand, NOWHERE));
  const categories = new Set(plan.quota?.categories.map(({ id }) => id));
  return assessStructure({ ...plan, requirements }).map(({ requirement, counted, unknown, whole }) => {
    if (!hasBase(requirement.of, requirements, categories))
      return { counted: 0, unknown: 0, whole: 0, isElsewhere: true };
    // Of people whom nobody has listed yet there is no share.
    const isOfPeople = requirement.of !== undefined && !categories.has(requirement.of);
    return {
      counted: counted.length,
      unknown: unknown.length,
      whole: isOfPeople && !hasNominees ? 0 : (whole ?? null),
    };
  });
}

/** Whether what a share is taken of leads to the whole quota, or to a category of the plan; one that leads to itself does not. */
function hasBase(
  of: string | undefined,
  requirements: readonly Requirement[],
  categories: ReadonlySet<string>,
): boolean {
  const passed = new Set<string>();
  for (let at = of; at !== undefined; ) {
    if (categories.has(at)) return true;
    const next = requirements.find(({ id }) => id === at);
    if (!next || passed.has(at)) return false;
    passed.add(at);
    at = next.of;
  }
  return true;
}

/** Nothing is reported of a single plan. */
const NOWHERE: Place = {
  at: () => NOWHERE,
  has: () => false,
  locate: () => ({ file: '', line: 0, column: 0, endLine: 0, endColumn: 0, path: '' }),
  quote: () => '',
  source: () => '',
};
