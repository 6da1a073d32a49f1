import type { Facts, Report, Rule } from '../rule.ts';

/** Nobody is named as responsible for a step. */
export const noOwner = {
  id: 'timeline/no-owner',
  severity: 'warning',
  norm: 'owner',
  check({ plan }: Facts, report: Report<{ step: string }>) {
    for (const step of plan.steps)
      if (step.owner === undefined) report(step.place.at('name'), { step: step.name }, { subject: step.id });
  },
} satisfies Rule;
