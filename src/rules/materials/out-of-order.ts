import { materialsOf } from '../../materials/state.ts';
import type { KnownDate } from '../../model/period.ts';
import type { EventDates } from '../../model/stage.ts';
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
        for (const date of dates) {
          const tooLate = stepBefore(date, paper.notAfter, person.dates);
          const event = tooLate ?? stepAfter(date, paper.notBefore, person.dates);
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

/** The first of the steps that was certainly over when the paper was dated. */
function stepBefore(
  { first }: KnownDate,
  steps: readonly EventName[],
  dates: EventDates,
): EventName | undefined {
  for (const step of steps) {
    const at = dates[step];
    if (at !== undefined && first > at.last) return step;
  }
  return undefined;
}

/** The first of the steps that was certainly still to come. */
function stepAfter(
  { last }: KnownDate,
  steps: readonly EventName[],
  dates: EventDates,
): EventName | undefined {
  for (const step of steps) {
    const at = dates[step];
    if (at !== undefined && last < at.first) return step;
  }
  return undefined;
}
