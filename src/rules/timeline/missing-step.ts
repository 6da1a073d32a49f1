import type { Step } from '../../model/plan.ts';
import type { NormId } from '../../norms/norms.ts';
import { dayOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

type Kind = Step['kind'];

/** Steps without which nobody is admitted, with the norm that asks for each; `or`: another kind that will do. */
const REQUIRED: readonly { kind: Kind; or?: Kind; norm: NormId }[] = [
  { kind: 'notice', norm: 'notice-step' },
  { kind: 'training', norm: 'training' },
  { kind: 'pre-review', norm: 'pre-review' },
  { kind: 'branch-meeting', norm: 'branch-meeting' },
  { kind: 'approval', or: 'decision', norm: 'approval' },
];

/**
 * The timeline lacks a step of the procedure. A plan may list only its main dates, so this is a warning; `requiredSteps`
 * replaces the list.
 */
export const missingStep = {
  id: 'timeline/missing-step',
  severity: 'warning',
  norm: 'plan-consistency',
  settings: ['requiredSteps'],
  check({ plan }: Facts, report: Report<{ kind: string }>) {
    // Plans of other work (training, pilots) have timelines too, and no quota.
    if (plan.steps.length === 0 || !plan.quota) return;
    const own = plan.settings.requiredSteps?.map(kind => ({
      kind,
      norm: REQUIRED.find(required => required.kind === kind)?.norm,
      or: undefined,
    }));
    const kinds = new Set(plan.steps.map(({ kind }) => kind));
    for (const { kind, or, norm } of own ?? REQUIRED) {
      if (kinds.has(kind) || (or !== undefined && kinds.has(or))) continue;
      report(
        plan.steps[0]!.place.at('id'),
        { kind },
        { subject: kind, norm: norm && plan.norms.on(norm, dayOf(plan.year, 12, 31)!) },
      );
    }
  },
} satisfies Rule;
