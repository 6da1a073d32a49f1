import { comesTo, type DatedStep, dateText, type StepName, stepsFrom } from '../../model/steps.ts';
import { historyOf } from '../../norms/norms.ts';
import { isoOf, parseDay } from '../../values/day.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** Where the two texts differ: from the superior committee's part in the listing to the oath. Before and after that they demand the same. */
const CHANGED: ReadonlySet<StepName> = new Set(stepsFrom('prospectiveFiling', 'oath'));

/** The days on which one text of the Rules followed another: 11 May 2026. */
const REVISIONS = historyOf('procedure')
  .slice(1)
  .map(({ from }) => parseDay(from)!);

interface StepRef {
  step: StepName;
  date: string;
}

/**
 * Somebody's admission began under one text of the Rules and went on under the next. Which applies to a procedure under
 * way is not settled; each step was judged by the text in force on its day.
 */
export const straddlesRevision = {
  id: 'period/straddles-revision',
  severity: 'info',
  norm: 'procedure',
  check(
    { plan }: Facts,
    report: Report<{ person: PersonRef; revision: string; before: StepRef; after: StepRef }>,
  ) {
    for (const person of plan.people) {
      if (!comesTo(person, 'prospectiveFiling')) continue;
      const steps = person.dated.filter(({ name }) => CHANGED.has(name));
      for (const revision of REVISIONS) {
        const before = steps.findLast(({ end }) => end.last < revision);
        const after = steps.find(({ start }) => start.first >= revision);
        if (!before || !after) continue;
        report(
          person.place.at(...after.path),
          { person: ref(person), revision: isoOf(revision), before: nameOf(before), after: nameOf(after) },
          { subject: person.id, norm: plan.norms.on('procedure', after.start.first) },
        );
      }
    }
  },
} satisfies Rule;

const nameOf = ({ name, start }: DatedStep): StepRef => ({ step: name, date: dateText(start) });
