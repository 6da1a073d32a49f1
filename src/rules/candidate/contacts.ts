import { countNames, indexBeyond, NOBODY, type WrongName, wrongNames } from '../../facts/procedure/names.ts';
import { isAtLeast, stageOn } from '../../model/stage.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/**
 * An activist has one or two cultivation contacts (Rules, Art. 9), neither the same one twice nor the activist. That
 * somebody has none is said only where the roster names those of others: many rosters do not have them at all.
 */
export const contacts = {
  id: 'candidate/contacts',
  severity: 'error',
  norm: 'contacts',
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      why: 'none' | 'too-many' | WrongName['why'];
      /** the contact who cannot be one */
      name: string;
      have: number;
      min: number;
      max: number;
    }>,
  ) {
    if (!plan.people.some(({ data }) => data.contacts?.some(name => name !== null))) return;
    for (const person of plan.people) {
      const names = person.data.contacts ?? NOBODY;
      const have = countNames(names);
      const since = person.dates.contactsAssigned ?? person.dates.activist;
      const norm = plan.norms.on('contacts', since?.first ?? plan.asOf);
      const numbers = { have, min: norm.value!, max: norm.most! };
      const details = { subject: person.id, norm };
      const stage = have < numbers.min ? stageOn(person, plan.asOf) : undefined;
      if (stage !== undefined && isAtLeast(stage, 'activist'))
        report(
          person.place.at('contacts'),
          { person: ref(person), why: 'none', name: '', ...numbers },
          details,
        );
      const extra = indexBeyond(names, numbers.max);
      if (extra !== undefined)
        report(
          person.place.at('contacts', extra),
          { person: ref(person), why: 'too-many', name: '', ...numbers },
          details,
        );
      for (const { index, name, why } of wrongNames(plan, person, names, since?.first ?? plan.asOf))
        report(
          person.place.at('contacts', index),
          { person: ref(person), why, name, ...numbers },
          // Two people may have one name; that the same is meant is likely, not certain.
          { ...details, severity: why === 'self' ? 'error' : 'warning' },
        );
    }
  },
} satisfies Rule;
