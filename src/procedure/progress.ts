import type { Day } from '../model/day.ts';
import { addMonths } from '../model/months.ts';
import type { Person, Plan } from '../model/plan.ts';
import { eventDate, type Stage, stageOn } from '../model/stage.ts';
import type { Norm, NormId } from '../regulations/norms.ts';
import { datedSteps, STEPS, type StepName } from './steps.ts';

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

/** Steps that not everybody takes, or that the Rules know only since 2026: they are never told to be next. */
const OPTIONAL: ReadonlySet<StepName> = new Set([
  'leagueRecommendation',
  'prospectiveNotice',
  'acceptanceNotice',
  'probationInspections',
]);

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
  next: NextStep[];
}

/**
 * Where somebody stands in the procedure on the plan's day, and what comes next: the first step behind the last one
 * that is dated; for an activist the next half-yearly inspection as well.
 */
export function progressOf(plan: Plan, person: Person): Progress {
  const done = new Set(datedSteps(person.data).map(({ name }) => name));
  const last = Math.max(-1, ...[...done].map(name => STEPS.indexOf(name)));
  const following = STEPS.slice(last + 1).find(name => !OPTIONAL.has(name));
  const next = following ? [bounded(plan, person, following)] : [];
  const cultivated = done.has('activist') && !done.has('prospective') && !done.has('branchMeeting');
  if (cultivated && following !== 'inspections') next.unshift(bounded(plan, person, 'inspections'));
  if (cultivated && following !== 'prospective') next.push(bounded(plan, person, 'prospective'));
  const unique = next.filter(({ step }, index) => next.findIndex(other => other.step === step) === index);
  return {
    stage: stageOn(person.data, plan.asOf),
    next: cultivated ? unique.filter(isOfCultivation) : unique,
  };
}

/** While somebody is an activist, filing and contacts are the branch's papers; the person waits for these two. */
const isOfCultivation = ({ step }: NextStep): boolean => step === 'inspections' || step === 'prospective';

function bounded(plan: Plan, person: Person, step: StepName): NextStep {
  const bound = BOUNDS[step];
  const start = bound && startOf(person, step, bound);
  if (!bound || !start) return { step };
  const norm = plan.norms.find(bound.norm, Math.max(start.last, plan.asOf));
  if (norm?.value === undefined) return { step };
  const { since } = bound;
  // Of a month the last day counts: a limit then favours the person, and a wait is certainly full.
  return bound.kind === 'within'
    ? { step, latest: addMonths(start.last, norm.value), norm, since }
    : { step, earliest: addMonths(start.last, norm.value), norm, since };
}

/** The date from which the time counts; inspections count from the last one. */
function startOf({ data }: Person, step: StepName, { since }: Bound) {
  if (step !== 'inspections') return eventDate(data, since);
  const inspections = datedSteps(data).filter(({ name }) => name === 'inspections');
  const latest = inspections.reduce<{ first: Day; last: Day } | undefined>(
    (found, { end }) => (found && found.last >= end.last ? found : end),
    undefined,
  );
  return latest ?? eventDate(data, since);
}
