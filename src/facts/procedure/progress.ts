import type { Person, Plan } from '../../model/plan.ts';
import { BEGINS, type Stage, stageOn } from '../../model/stage.ts';
import { type DatedStep, type RulesText, rulesOn, type StepName, stepsUnder } from '../../model/steps.ts';
import type { Norm, NormId } from '../../norms/norms.ts';
import { type Day, yearEndOf } from '../../values/day.ts';
import { addMonths } from '../../values/months.ts';
import type { KnownDate } from '../../values/period.ts';
import { isYoungLeagueMember } from './needs.ts';
import { keptUpTo } from './time-limits.ts';

/** What bounds a step in time: not before so long since another, or within so long of it. */
interface Bound {
  since: StepName;
  norm: NormId;
  kind: 'after' | 'within';
}

/** The numbers are the norms'; here stands only which step counts from which (probation from the branch meeting). */
const BOUNDS: Partial<Record<StepName, Bound>> = {
  talk: { since: 'application', norm: 'talk', kind: 'within' },
  activist: { since: 'application', norm: 'activist-wait', kind: 'after' },
  inspections: { since: 'activist', norm: 'inspection', kind: 'within' },
  prospective: { since: 'activist', norm: 'cultivation', kind: 'after' },
  branchMeeting: { since: 'preReview', norm: 'meeting', kind: 'within' },
  approval: { since: 'branchMeeting', norm: 'approval', kind: 'within' },
  oath: { since: 'approval', norm: 'oath', kind: 'within' },
  conversionMeeting: { since: 'branchMeeting', norm: 'probation', kind: 'after' },
  conversionApproval: { since: 'conversionMeeting', norm: 'conversion-approval', kind: 'within' },
};

/** A step that comes next, with the days between which it belongs as far as the norms and dates tell. */
export interface NextStep {
  step: StepName;
  earliest?: Day;
  latest?: Day;
  norm?: Norm;
  /** the step from which the time counts */
  since?: StepName;
}

export interface Progress {
  stage: Stage | undefined;
  /** the steps done by the plan's day, in the order of the procedure; those that are only planned are not */
  done: readonly DatedStep[];
  next: NextStep[];
  /** the text of the Rules under which what comes next will be taken */
  text: RulesText;
}

/**
 * Where somebody stands in the procedure on the plan's day, and what comes next: the first step behind all that is
 * done or that the stated stage implies (rosters record only some of the dates), and any later one whose time runs
 * already, such as the approval after a branch meeting. An activist waits for the half-yearly inspections and for
 * becoming a prospective member; filing and contacts meanwhile are the branch's papers.
 */
export function progressOf(plan: Plan, person: Person): Progress {
  const stage = stageOn(person, plan.asOf);
  const done = person.dated.filter(({ end }) => end.first <= plan.asOf);
  const text = rulesOn(dayOfNorms(plan));
  const steps = stepsUnder(text);
  const numberOf = (step: StepName): number => steps.indexOf(step);
  const reached = done.map(({ name }) => name);
  if (stage) reached.push(BEGINS[stage] as StepName);
  const last = Math.max(-1, ...reached.map(numberOf));
  const bounded = (step: StepName) => nextStep(plan, done, step);
  const ahead = steps.slice(last + 1).filter(step => applies(plan, person, step));
  const isCultivated = last >= numberOf('activist') && last < numberOf('inspections') + 1;
  const next = isCultivated
    ? ['inspections' as const, ...ahead.filter(endsCultivation[text])].map(bounded)
    : ahead.map(bounded).filter(({ norm }, index) => index === 0 || norm !== undefined);
  return { stage, done, next, text };
}

/** What follows the cultivation: in 2014 the listing; since 2026 the superior committee's agreement, the notice, the listing. */
const endsCultivation: Record<RulesText, (step: StepName) => boolean> = {
  2014: step => step === 'prospective',
  2026: step => step === 'prospectiveFiling' || step === 'prospectiveNotice' || step === 'prospective',
};

/** Steps that not everybody takes, or that the Rules know only since 2026, are told only where they are needed. */
function applies(plan: Plan, person: Person, step: StepName): boolean {
  switch (step) {
    case 'leagueRecommendation':
      return isYoungLeagueMember(plan, person) === true;
    case 'prospectiveNotice':
      return plan.norms.regulation('notice', dayOfNorms(plan)) !== undefined;
    case 'activistNotice':
    case 'acceptanceNotice':
    case 'probationInspections':
    case 'probationExtension':
    case 'conversionNotice':
      return false;
    default:
      return true;
  }
}

/** What is still to come happens today or later; in a plan of a past year it can only have happened within it. */
const dayOfNorms = (plan: Plan): Day => keptUpTo(plan) ?? yearEndOf(plan.year);

function nextStep(plan: Plan, done: readonly DatedStep[], step: StepName): NextStep {
  const bound = BOUNDS[step];
  const start = bound && startOf(done, step, bound);
  if (!bound || !start) return { step };
  const norm = plan.norms.find(bound.norm, Math.max(start.last, dayOfNorms(plan)));
  if (norm?.value === undefined) return { step };
  const { since, kind } = bound;
  // Of a month the last day counts: a limit then favours the person, and a wait is certainly full.
  const day = addMonths(start.last, norm.value);
  return { step, ...(kind === 'within' ? { latest: day } : { earliest: day }), norm, since };
}

/** The date from which the time counts; inspections count from the last one, where there was one. */
function startOf(done: readonly DatedStep[], step: StepName, { since }: Bound): KnownDate | undefined {
  const latest = (name: StepName) =>
    done
      .filter(each => each.name === name)
      .reduce<KnownDate | undefined>(
        (found, { end }) => (found && found.last >= end.last ? found : end),
        undefined,
      );
  return (step === 'inspections' ? latest('inspections') : undefined) ?? latest(since);
}
