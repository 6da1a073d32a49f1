import { repeatsOn } from '../../model/namesakes.ts';
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
    for (const { person, earlier } of repeatsOn(plan)) {
      const first = earlier.find(other => other.person.slot !== undefined)?.person;
      if (person.slot === undefined || first?.slot === undefined) continue;
      report(
        person.place.at('slot'),
        {
          person: ref(person),
          slot: person.slot,
          slotName: slotNameOf(plan, person.slot),
          role: person.role,
          first: {
            ...ref(first),
            slot: first.slot,
            slotName: slotNameOf(plan, first.slot),
            role: first.role,
            line: first.place.locate().line,
          },
        },
        { subject: person.id },
      );
    }
  },
} satisfies Rule;
