import { repeatedOn } from '../../model/namesakes.ts';
import type { Person } from '../../model/plan.ts';
import type { Facts, PersonRef, Report, Rule, SlotName } from '../rule.ts';
import { ref, slotNameOf } from '../rule.ts';

/** One person holds two places: reserve for two slots, or nominee here and reserve there. */
export const listedTwice = {
  id: 'reserve/listed-twice',
  severity: 'error',
  norm: 'reserve',
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      slot: string;
      slotName: SlotName;
      role: string;
      first: PersonRef & { slot: string; slotName: SlotName; role: string; line: number };
    }>,
  ) {
    if (!repeatedOn(plan).people) return;
    const seen = new Map<string, Person>();
    for (const person of plan.people) {
      if (person.slot === undefined) continue;
      const keys = identities(person);
      const first = keys.map(key => seen.get(key)).find(other => other !== undefined);
      if (first)
        report(
          person.place.at('slot'),
          {
            person: ref(person),
            slot: person.slot,
            slotName: slotNameOf(plan, person.slot),
            role: person.role,
            first: {
              ...ref(first),
              slot: first.slot ?? '',
              slotName: slotNameOf(plan, first.slot ?? ''),
              role: first.role,
              line: first.place.locate().line,
            },
          },
          { subject: person.id },
        );
      else for (const key of keys) seen.set(key, person);
    }
  },
} satisfies Rule;

/** What makes two entries the same person: the ID number; else name and birth date together; or the same id. */
function identities({ id, name, data }: Person): string[] {
  const keys = [`id ${id}`];
  if (data.idNumber) keys.push(`number ${data.idNumber}`);
  if (data.birth) keys.push(`name ${name} ${data.birth}`);
  return keys;
}
