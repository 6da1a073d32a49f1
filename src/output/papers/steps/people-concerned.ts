import { type Decision, STEPS_OF } from '../../../facts/procedure/decisions.ts';
import type { Person, Plan } from '../../../model/plan.ts';
import { isAtLeast, stageOn } from '../../../model/stage.ts';
import { type RulesText, rulesOn, type StepName } from '../../../model/steps.ts';
import { yearOf } from '../../../values/day.ts';

/** Whether a step was done by the plan's day. */
export const isDone = ({ asOf }: Plan, { dates }: Person, step: StepName): boolean =>
  dates[step] !== undefined && dates[step].first <= asOf;

/** Those who have taken one step and not yet another. */
const between = (plan: Plan, done: StepName, open: StepName): Person[] =>
  plan.people.filter(person => isDone(plan, person, done) && !isDone(plan, person, open));

const nominees = (plan: Plan): Person[] => plan.people.filter(({ role }) => role === 'nominee');

const inStage = (plan: Plan, stage: string): Person[] =>
  plan.people.filter(person => stageOn(person, plan.asOf) === stage);

const first = (...groups: Person[][]): Person[] => groups.find(group => group.length > 0) ?? [];

/** By the date of the branch meeting or, where there is none, as the roster states it. */
function isMember(plan: Plan, person: Person): boolean {
  const stage = stageOn(person, plan.asOf);
  return isDone(plan, person, 'branchMeeting') || (stage !== undefined && isAtLeast(stage, 'probationary'));
}

/** Whom a notice of a decision is about: those for whom it comes next, else for the year's own decisions the nominees. */
export function announced(plan: Plan, decision: Decision): Person[] {
  switch (decision) {
    case 'activist':
      // Of those who were decided on long ago most rosters do not say that they were filed.
      return first(
        inStage(plan, 'applicant'),
        between(plan, 'activist', 'activistFiling').filter(
          ({ dates }) => yearOf(dates.activist!.last) === plan.year,
        ),
      );
    case 'prospective':
      return first(
        nominees(plan).filter(person => !isMember(plan, person)),
        nominees(plan),
      );
    case 'acceptance':
      return first(between(plan, 'branchMeeting', 'approval'), nominees(plan));
    case 'conversion':
      return inStage(plan, 'probationary');
  }
}

/** Whom a report on a decision is about: those decided on and not yet filed, else those to be announced. */
export const filed = (plan: Plan, decision: Decision): Person[] =>
  first(
    decision === 'acceptance' ? between(plan, 'approval', 'countyFiling') : [],
    decision === 'activist' ? between(plan, 'activist', 'activistFiling') : [],
    announced(plan, decision),
  );

/** Who was voted on, else who will be. */
export const votedOn = (plan: Plan, decision: Decision): Person[] =>
  first(
    plan.people.filter(({ dates }) => dates[STEPS_OF[decision].decided] !== undefined),
    announced(plan, decision),
  );

export const allNominees = nominees;

/** The text of the Rules in force for a step of somebody: on its day, else today. */
export const rulesFor = (plan: Plan, person: Person | undefined, step: StepName): RulesText =>
  rulesOn(person?.dates[step]?.first ?? plan.asOf);
