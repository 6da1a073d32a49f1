import { materialsOf } from '../../facts/materials/state.ts';
import type { EventDates } from '../../model/stage.ts';
import { dateText, type EventName } from '../../model/steps.ts';
import type { KnownDate } from '../../values/period.ts';
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
          const tooLate = wrongSide(date, paper.notAfter, person.dates, isAfter);
          const event = tooLate ?? wrongSide(date, paper.notBefore, person.dates, isBefore);
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

/** How a date stands to that of a step. Neither function is made anew for each of a county's papers. */
type Comparison = (date: KnownDate, step: KnownDate) => boolean;
const isAfter: Comparison = (date, step) => date.first > step.last;
const isBefore: Comparison = (date, step) => date.last < step.first;

/** The first of the steps on whose wrong side the date certainly is. */
function wrongSide(
  date: KnownDate,
  steps: readonly EventName[],
  dates: EventDates,
  isWrong: Comparison,
): EventName | undefined {
  for (const step of steps) {
    const at = dates[step];
    if (at !== undefined && isWrong(date, at)) return step;
  }
  return undefined;
}
