import { isAtLeast, stageOn } from '../../model/stage.ts';
import { yearEndOf } from '../../values/day.ts';
import { headsOf } from '../../values/quantity.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** Too few applicants or activists in stock for the ratio that the plan sets itself, e.g. 5 : 4 : 1 (case A2). */
export const funnelShort = {
  id: 'reserve/funnel-short',
  severity: 'warning',
  norm: 'activist-force',
  check(
    { plan }: Facts,
    report: Report<{
      what: 'applicants' | 'activists';
      have: number;
      need: number;
      ratio: number;
      members: number;
      total: number;
    }>,
  ) {
    const { funnel, quota } = plan;
    const total = quota && headsOf(quota.total);
    if (!funnel || total === undefined) return;
    const on = yearEndOf(plan.year);
    const inStock = {
      applicants: funnel.haveApplicants ?? (plan.hasRoster ? plan.people.length : undefined),
      activists:
        funnel.haveActivists ??
        (plan.hasRoster
          ? plan.people.filter(person => isAtLeast(stageOn(person, on) ?? 'applicant', 'activist')).length
          : undefined),
    };
    for (const what of ['applicants', 'activists'] as const) {
      const ratio = funnel[what];
      const have = inStock[what];
      if (ratio === undefined || have === undefined) continue;
      const need = Math.ceil((total * ratio) / funnel.members);
      if (have < need)
        report(
          funnel.place.at(what),
          { what, have, need, ratio, members: funnel.members, total },
          { subject: what },
        );
    }
  },
} satisfies Rule;
