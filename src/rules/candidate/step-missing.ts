import type { StepName } from '../../model/steps.ts';
import type { NormId } from '../../norms/norms.ts';
import { isoOf } from '../../values/day.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** What nobody is admitted without; of the training the Rules except individual special cases. */
const NEEDED: readonly { step: StepName; norm: NormId; excepts: boolean }[] = [
  { step: 'politicalReview', norm: 'political-review', excepts: false },
  { step: 'training', norm: 'training', excepts: true },
  { step: 'preReview', norm: 'pre-review', excepts: false },
];

/**
 * Somebody was approved of whom the roster has no date of a political review, a training or a preliminary review, though it
 * records such dates of others. Where it has them of nobody nothing is known of them.
 */
export const stepMissing = {
  id: 'candidate/step-missing',
  severity: 'error',
  norm: 'political-review',
  alsoCites: NEEDED.map(({ norm }) => norm),
  check(
    { plan }: Facts,
    report: Report<{ person: PersonRef; step: StepName; date: string; excepts: boolean }>,
  ) {
    const recorded = NEEDED.filter(({ step }) => plan.people.some(({ dates }) => dates[step] !== undefined));
    if (recorded.length === 0) return;
    for (const person of plan.people) {
      const approved = person.dates.approval;
      if (!approved) continue;
      for (const { step, norm, excepts } of recorded) {
        if (person.dates[step]) continue;
        report(
          person.place.at('events', 'approval', 'on'),
          { person: ref(person), step, date: isoOf(approved.last), excepts },
          {
            subject: person.id,
            norm: plan.norms.on(norm, approved.last),
            severity: excepts ? 'warning' : 'error',
          },
        );
      }
    }
  },
} satisfies Rule;
