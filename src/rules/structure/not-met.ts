import { amountText, type Comparator, exactText } from '../../values/share.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** The nominees do not meet a required ratio or number; an advisory one gives a warning. */
export const notMet = {
  id: 'structure/not-met',
  severity: 'error',
  norm: 'structure',
  settings: ['aboutTolerance'],
  check(
    { structure }: Facts,
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
    }>,
  ) {
    for (const { requirement, whole, accepted, counted, met, short, over } of structure) {
      // Where no head count can meet it, structure/no-integer-fits says so.
      if (met !== false || !accepted) continue;
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
        },
        { subject: requirement.id, severity: requirement.level === 'advisory' ? 'warning' : 'error' },
      );
    }
  },
} satisfies Rule;
