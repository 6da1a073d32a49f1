import { materialsOf } from '../../materials/state.ts';
import { dateText, type EventName } from '../../procedure/steps.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** A paper is dated on the wrong side of a step: an application after the talk, a form before the pre-review. */
export const outOfOrder = {
  id: 'materials/out-of-order',
  severity: 'warning',
  norm: 'archive-papers',
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      material: string;
      on: string;
      event: EventName;
      eventOn: string;
      must: 'before' | 'after';
    }>,
  ) {
    for (const person of plan.people)
      for (const { material, paper, dates } of materialsOf(plan, person)) {
        const { notAfter, notBefore } = paper;
        for (const date of dates) {
          const tooLate = notAfter.find(event => {
            const at = person.dates[event];
            return at !== undefined && date.first > at.last;
          });
          const tooEarly = notBefore.find(event => {
            const at = person.dates[event];
            return at !== undefined && date.last < at.first;
          });
          const event = tooLate ?? tooEarly;
          if (event === undefined) continue;
          report(
            person.place.at('materials', material.id),
            {
              person: ref(person),
              material: material.name,
              on: dateText(date),
              event,
              eventOn: dateText(person.dates[event]!),
              must: tooLate ? 'before' : 'after',
            },
            { subject: person.id },
          );
          break;
        }
      }
  },
} satisfies Rule;
