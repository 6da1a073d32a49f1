import { isContest, reserveNeed, type SlotState } from '../../facts/reserve/allocate.ts';
import { isWithoutCategory, unfitness } from '../../facts/reserve/fitness.ts';
import type { Person } from '../../model/plan.ts';
import type { Facts, Report, Rule, SlotName } from '../rule.ts';
import { slotName } from '../rule.ts';
import type { Waiting } from '../waiting.ts';
import { waitingFor } from '../waiting.ts';

/** A slot has fewer eligible reserves than the plan asks for, and it is not competition that takes them away. */
export const tooFew = {
  id: 'reserve/too-few',
  severity: 'error',
  norm: 'reserve',
  settings: ['cultivationMonths'],
  check(
    { plan, reserves }: Facts,
    report: Report<{
      slot: string;
      slotName: SlotName;
      category: string;
      have: number;
      min: number;
      listed: string[];
      waiting: Waiting;
    }>,
  ) {
    // Of a roster that is still empty quota/unfilled tells.
    if (!plan.reserve || plan.people.length === 0) return;
    const needOf = ({ nominees }: SlotState) => reserveNeed(plan, nominees.length).min;
    // Who has no category yet may be meant for them (candidate/no-category), but for those who could not stand in reserve at all.
    const mayServe = (person: Person) =>
      [undefined, 'unknown-activist'].includes(unfitness(person, reserves.day, reserves.months));
    const unplaced = plan.people.filter(
      person => person.role === 'reserve' && isWithoutCategory(person, plan) && mayServe(person),
    );
    const lacking = reserves.slots.reduce(
      (sum, own) => sum + Math.max(0, needOf(own) - own.reserves.length),
      0,
    );
    if (unplaced.length >= lacking) return;
    const contested = new Set(reserves.shortages.filter(isContest).flatMap(({ slots }) => slots));
    for (const state of reserves.slots) {
      const min = needOf(state);
      if (state.reserves.length >= min || contested.has(state)) continue;
      const { slot } = state;
      const place = state.nominees[0]?.place ?? slot.category.place;
      report(
        place,
        {
          slot: slot.id,
          slotName: slotName(slot),
          category: slot.category.name,
          have: state.reserves.length,
          min,
          listed: state.reserves.map(({ name }) => name),
          waiting: waitingFor(reserves, [state], plan),
        },
        { subject: slot.id },
      );
    }
  },
} satisfies Rule;
