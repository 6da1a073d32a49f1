import { assessStructure, type Count } from '../facts/structure/assess.ts';
import type { Requirement as RequirementData } from '../generated/types.ts';
import type { Place } from '../model/place.ts';
import type { Plan, Requirement } from '../model/plan.ts';
import { buildRequirement } from '../read/plan/requirement.ts';

/** What the nominees of one plan give for a requirement of the county. */
export interface CountyCount {
  counted: number;
  /** of whom it is not known whether they count, or whether they are among those of whom the share is taken */
  unknown: number;
  /** slots without a nominee, and all of those of a plan whose roster was not read; null where their number is not known */
  vacant: number | null;
  /** of which the share is taken: the plan's quota, or what `of` names; null where the plan does not say */
  whole: number | null;
  /** what the plan may still come to; null where nobody can say */
  bounds: { fewest: Count; most: Count } | null;
  /** `of` names, in the end, neither a requirement of the county nor a category of this plan: nobody of it counts */
  isElsewhere?: true;
}

/** Counts the nominees of a plan by the county's own conditions, whatever the plan itself demands. */
export function countFor(demands: readonly RequirementData[], plan: Plan): CountyCount[] {
  const hasNominees = plan.people.some(({ role }) => role === 'nominee');
  const requirements = demands.map(demand => buildRequirement(demand, NOWHERE));
  const categories = new Set(plan.quota?.categories.map(({ id }) => id));
  return assessStructure({ ...plan, requirements }).map(state => {
    const { requirement, counted, unknown, perhaps, vacant = null, whole = null, bounds } = state;
    if (!hasBase(requirement.of, requirements, categories))
      // What it names may be the category that was not read.
      return plan.unread.categories.size > 0 ? UNREAD : ELSEWHERE;
    // Of people whom nobody has listed yet there is no share.
    const isOfPeople = requirement.of !== undefined && !categories.has(requirement.of);
    return {
      counted: counted.length,
      unknown: unknown.length + perhaps.length,
      vacant,
      whole: isOfPeople && !hasNominees ? 0 : whole,
      bounds: vacant === null ? null : bounds,
    };
  });
}

const UNREAD: CountyCount = { counted: 0, unknown: 0, vacant: null, whole: null, bounds: null };

const ELSEWHERE: CountyCount = {
  counted: 0,
  unknown: 0,
  vacant: 0,
  whole: 0,
  bounds: { fewest: { heads: 0, whole: 0 }, most: { heads: 0, whole: 0 } },
  isElsewhere: true,
};

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
