import { isContest, reserveNeed } from '../../facts/reserve/allocate.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** A slot has fewer eligible reserves than the plan asks for, and it is not competition that takes them away. */
export const tooFew = {
  id: 'reserve/too-few',
  severity: 'error',
  norm: 'reserve',
  settings: ['cultivationMonths'],
  check(
    { plan, reserves }: Facts,
    report: Report<{ slot: string; category: string; have: number; min: number; listed: string[] }>,
  ) {
    if (!plan.reserve || !plan.hasRoster) return;
    const contested = new Set(reserves.shortages.filter(isContest).flatMap(({ slots }) => slots));
    for (const state of reserves.slots) {
      const { min } = reserveNeed(plan, state.nominees.length);
      if (state.reserves.length >= min || contested.has(state)) continue;
      const { slot } = state;
      const place = state.nominees[0]?.place ?? slot.category.place;
      report(
        place,
        {
          slot: slot.id,
          category: slot.category.name,
          have: state.reserves.length,
          min,
          listed: state.reserves.map(({ name }) => name),
        },
        { subject: slot.id },
      );
    }
  },
} satisfies Rule;
