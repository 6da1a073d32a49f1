import { isAdvisory } from '../../select/problem.ts';
import { slotsWithoutSubstitute } from '../../select/resilience.ts';
import type { Facts, PersonRef, Report, Rule, SlotName } from '../rule.ts';
import { ref, slotName } from '../rule.ts';

/**
 * Should this nominee drop out, nobody who is or might be a reserve of the slot could step in with every required requirement still met. Told only
 * where the plan is in order: what is not met now needs no substitutes.
 */
export const noSafeSubstitute = {
  id: 'reserve/no-safe-substitute',
  severity: 'info',
  norm: 'reserve',
  settings: ['cultivationMonths', 'aboutTolerance'],
  check(
    { plan, structure, reserves }: Facts,
    report: Report<{ slot: string; slotName: SlotName; person: PersonRef; reserves: number }>,
  ) {
    const required = structure.filter(({ requirement }) => !isAdvisory(requirement));
    if (!plan.reserve || required.length === 0 || required.some(({ met }) => met !== true)) return;
    // A slot without any reserve is reserve/too-few.
    for (const { slot, nominee, reserves: people } of slotsWithoutSubstitute(plan, reserves))
      report(
        nominee.place,
        { slot: slot.id, slotName: slotName(slot), person: ref(nominee), reserves: people.length },
        { subject: slot.id },
      );
  },
} satisfies Rule;
