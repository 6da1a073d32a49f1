import { lacksCommittee } from '../../facts/procedure/needs.ts';
import type { Person, Plan } from '../../model/plan.ts';
import { labelOf, rulesOn, type StepLabel, type StepName, stepsUnder } from '../../model/steps.ts';
import { historyOf, type NormId } from '../../norms/norms.ts';
import { type Day, isoOf, parseDay, yearOf } from '../../values/day.ts';
import type { KnownDate } from '../../values/period.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

type Approval = 'approval' | 'conversionApproval';

/** `isCourse`: one of the steps of which rosters keep less once the year of the admission is over. */
interface Needed {
  step: StepName;
  before: Approval;
  norm: NormId;
  isCourse: boolean;
}

const course = (step: StepName, norm: NormId, before: Approval = 'approval'): Needed => ({
  step,
  before,
  norm,
  isCourse: true,
});

/** What nobody is admitted or converted without; of the training the Rules except individual special cases. */
const NEEDED: readonly Needed[] = [
  course('prospectiveFiling', 'consent'),
  course('prospectiveNotice', 'notice-step'),
  course('prospective', 'consent'),
  { step: 'politicalReview', before: 'approval', norm: 'political-review', isCourse: false },
  { step: 'training', before: 'approval', norm: 'training', isCourse: false },
  course('branchReview', 'pre-review'),
  { step: 'preReview', before: 'approval', norm: 'pre-review', isCourse: false },
  course('form', 'form'),
  course('branchMeeting', 'branch-meeting'),
  course('committeeTalk', 'committee-talk'),
  course('conversionApplication', 'conversion', 'conversionApproval'),
  course('conversionMeeting', 'conversion', 'conversionApproval'),
];

/** The Rules of 2014; what came before is judged by no text that is known here. */
const SINCE = parseDay(historyOf('consent')[0]!.from)!;

/**
 * Somebody was approved, as a probationary or a full member, of whom the roster has no date of a step that comes before it, though it
 * records such dates of others. Where it has them of nobody nothing is known of them. The text in force when the step would have been
 * taken has to know it: nobody listed before 11 May 2026 needs a notice.
 */
export const stepMissing = {
  id: 'candidate/step-missing',
  severity: 'error',
  norm: 'political-review',
  alsoCites: [...new Set(NEEDED.map(({ norm }) => norm))],
  check(
    { plan }: Facts,
    report: Report<{ person: PersonRef; step: StepLabel; date: string; excepts: boolean; of: Approval }>,
  ) {
    const recorded = NEEDED.filter(({ step }) => plan.people.some(({ dates }) => dates[step] !== undefined));
    if (recorded.length === 0) return;
    for (const person of plan.people)
      for (const needed of recorded) {
        const { step, before, norm: id } = needed;
        const approved = person.dates[before];
        if (!approved || person.dates[step]) continue;
        const day = dayOfStep(person, step) ?? approved.last;
        if (needed.isCourse && !isAsked(plan, person, needed, approved, day)) continue;
        const excepts = step === 'training';
        report(
          person.place.at('events', before, 'on'),
          {
            person: ref(person),
            step: labelOf(step, rulesOn(day)),
            date: isoOf(approved.last),
            excepts,
            of: before,
          },
          {
            subject: person.id,
            norm: plan.norms.on(id, needed.isCourse ? day : approved.last),
            severity: excepts ? 'warning' : 'error',
          },
        );
      }
  },
} satisfies Rule;

function isAsked(plan: Plan, person: Person, { step, norm }: Needed, approved: KnownDate, day: Day): boolean {
  // Before somebody moved here the steps were taken elsewhere, and an admission of an earlier year was a matter of its own plan.
  const moved = person.dates.transferredIn;
  if (moved && moved.last >= day) return false;
  if (yearOf(approved.last) < plan.year || day < SINCE) return false;
  // Where the branch has no committee its meeting reviews.
  if (step === 'branchReview' && lacksCommittee(plan, person)) return false;
  return step !== 'prospectiveNotice' || plan.norms.on(norm, day).standing === 'regulation';
}

/** The first day that tells when a step was taken at the latest: that of the next step with a date. */
function dayOfStep({ dates }: Person, step: StepName): Day | undefined {
  const order = stepsUnder(2026);
  for (const later of order.slice(order.indexOf(step) + 1)) {
    const date = dates[later];
    if (date) return date.first;
  }
  return undefined;
}
