import type { CheckedPlan, Finding } from './desk.ts';

/** Findings that one and the same unit or person has to mend. */
export interface Group {
  who: string;
  findings: Finding[];
}

/**
 * Findings by who must act: those about a person go to the branch, a step that is overdue to its owner, all else, the days
 * of the steps too, to whoever draws up the plan (`unit`). Groups stand in the order of their first finding, and findings are sorted already: errors come first.
 */
export function whoActs(findings: readonly Finding[], { facts }: CheckedPlan, unit: string): Group[] {
  const branches = new Map(facts?.plan.people.map(({ id, data }) => [id, data.branch]));
  const owners = new Map(facts?.plan.steps.map(({ id, owner }) => [id, owner]));
  const ownerOf = (code: string, step: string) =>
    code === 'timeline/overdue' ? owners.get(step) : undefined;
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { code, subject } = finding;
    const who = (code.startsWith('timeline/') ? ownerOf(code, subject) : branches.get(subject)) ?? unit;
    const own = groups.get(who);
    if (own) own.push(finding);
    else groups.set(who, [finding]);
  }
  return [...groups].map(([who, own]) => ({ who, findings: own }));
}
