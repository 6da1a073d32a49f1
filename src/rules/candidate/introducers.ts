import { countNames, NOBODY, type WrongName, wrongNames } from '../../facts/procedure/names.ts';
import { comesTo, type StepName, stepsFrom } from '../../model/steps.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

const WITH_INTRODUCERS: ReadonlySet<StepName> = new Set(stepsFrom('introducersAssigned'));

/**
 * Somebody to be admitted has two introducers (Rules, Art. 14): not one, not three, not the same one twice, and not the
 * candidate. Judged of nominees once the procedure has come to the introducers.
 */
export const introducers = {
  id: 'candidate/introducers',
  severity: 'error',
  norm: 'introducers',
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      why: 'too-few' | 'too-many' | WrongName['why'];
      /** the introducer who cannot be one */
      name: string;
      have: number;
      need: number;
    }>,
  ) {
    for (const person of plan.people) {
      const names = person.data.introducers ?? NOBODY;
      const have = countNames(names);
      const since = comesTo(person, 'introducersAssigned')
        ? person.dated.find(({ name }) => WITH_INTRODUCERS.has(name))
        : undefined;
      if (have === 0 && !since) continue;
      const norm = plan.norms.on('introducers', since?.start.first ?? plan.asOf);
      const numbers = { have, need: norm.value! };
      const details = { subject: person.id, norm };
      const isDue = person.role === 'nominee' && since !== undefined;
      if (isDue && have !== numbers.need)
        report(
          person.place.at('introducers'),
          {
            person: ref(person),
            why: have < numbers.need ? 'too-few' : 'too-many',
            name: '',
            ...numbers,
          },
          details,
        );
      for (const { index, name, why } of wrongNames(plan, person, names, since?.start.first ?? plan.asOf))
        report(
          person.place.at('introducers', index),
          { person: ref(person), why, name, ...numbers },
          { ...details, severity: why === 'self' ? 'error' : 'warning' },
        );
    }
  },
} satisfies Rule;
