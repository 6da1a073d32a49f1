import { fitsCategory } from '../../facts/reserve/fitness.ts';
import { conditionOf } from '../../model/condition.ts';
import { amountText, type Comparator, exactText } from '../../values/share.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** The nominees do not meet a required ratio or number; an advisory one gives a warning. */
export const notMet = {
  id: 'structure/not-met',
  severity: 'error',
  norm: 'structure',
  settings: ['aboutTolerance', 'cultivationMonths'],
  check(
    { plan, structure, reserves }: Facts,
    report: Report<{
      name: string;
      comparator: Comparator;
      amount: string;
      whole: number;
      exact: string;
      min: number;
      max: number | null;
      have: number;
      short: number;
      over: number;
      /** people of the reserve with whom nominees can be exchanged */
      inReserve: number;
      /** nominees of whom it is not known whether they count */
      unknown: number;
    }>,
  ) {
    const couldStandIn = reserves.eligible.filter(person =>
      reserves.slots.some(({ slot }) => fitsCategory(person, slot.category, plan.ageAsOf) !== false),
    );
    for (const { requirement, whole, accepted, counted, unknown, met, short, over } of structure) {
      // Where no head count can meet it, structure/no-integer-fits says so.
      if (met !== false || !accepted) continue;
      const isMet = conditionOf(requirement.where);
      report(
        requirement.place.at(requirement.comparator),
        {
          name: requirement.name,
          comparator: requirement.comparator,
          amount: amountText(requirement.amount),
          whole: whole ?? 0,
          exact: exactText(requirement.amount, whole ?? 0),
          min: accepted.min,
          max: accepted.max ?? null,
          have: counted.length,
          short,
          over,
          inReserve: couldStandIn.filter(({ data }) => isMet(data, plan.ageAsOf) === short > 0).length,
          unknown: unknown.length,
        },
        { subject: requirement.id, severity: requirement.level === 'advisory' ? 'warning' : 'error' },
      );
    }
  },
} satisfies Rule;
