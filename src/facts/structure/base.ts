import type { Category, Plan, Requirement } from '../../model/plan.ts';

/** What a requirement is a share of, followed to the end: `of:` may name a share that is one of something itself. */
export interface ShareBase {
  /** the requirements whose people it is a share of, the nearest first; all of them must be met */
  outer: readonly Requirement[];
  /** the category in which all of that is; absent: the whole quota */
  category?: Category;
  /** the way ends at a name that nothing has, or comes round again (input/unknown-reference): nobody knows what it is a share of */
  isUnknown?: true;
}

export function shareBaseOf({ quota, requirements }: Plan, requirement: Requirement): ShareBase {
  const outer: Requirement[] = [];
  for (let of = requirement.of; of !== undefined; ) {
    const category = quota?.categories.find(({ id }) => id === of);
    if (category) return { outer, category };
    const next = requirements.find(({ id }) => id === of);
    if (!next || next === requirement || outer.includes(next)) return { outer, isUnknown: true };
    outer.push(next);
    of = next.of;
  }
  return { outer };
}

/** Whether a requirement is, in the end, a share of itself. */
export function isShareOfItself({ requirements }: Plan, requirement: Requirement): boolean {
  const seen = new Set<Requirement>();
  for (let at: Requirement | undefined = requirement; at?.of !== undefined; ) {
    if (seen.has(at)) return true;
    seen.add(at);
    const { of }: Requirement = at;
    at = requirements.find(({ id }) => id === of);
  }
  return false;
}
