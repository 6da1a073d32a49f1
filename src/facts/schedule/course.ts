import type { Step } from '../../model/plan.ts';
import { type DatedStep, orderOf, rulesOn, type StepName } from '../../model/steps.ts';
import type { Day } from '../../values/day.ts';
import { memoizeLast } from '../../values/memo.ts';
import type { KnownDate } from '../../values/period.ts';
import { isNotice } from '../procedure/notices.ts';
import { isLater } from '../procedure/order.ts';
import type { Schedule, ScheduledStep } from './resolve.ts';

/**
 * A step of the plan's timeline as a step of the procedure, judged by the same norms as a person's. Its `start` and `end` are the
 * days between which it can begin and end: of a step that lasts over days any of them, since a window is written the same way;
 * only a notice hangs from its first day to its last. What has nothing but a deadline can have been at any time before.
 */
export interface PlannedStep extends DatedStep {
  step: Step;
  scheduled: ScheduledStep;
}

/** Which kinds of step are which steps of the procedure; the others (decision, filing, nomination …) may be any of several. */
const STEP_OF: Partial<Record<Step['kind'], StepName>> = {
  consent: 'prospectiveFiling',
  notice: 'prospectiveNotice',
  listing: 'prospective',
  introducers: 'introducersAssigned',
  'political-review': 'politicalReview',
  training: 'training',
  'branch-review': 'branchReview',
  'pre-review': 'preReview',
  form: 'form',
  'branch-meeting': 'branchMeeting',
  'acceptance-notice': 'acceptanceNotice',
  'committee-talk': 'committeeTalk',
  approval: 'approval',
  'county-filing': 'countyFiling',
  oath: 'oath',
  'conversion-application': 'conversionApplication',
  conversion: 'conversionMeeting',
  'conversion-notice': 'conversionNotice',
  'conversion-approval': 'conversionApproval',
  archive: 'archived',
};

/** Admissions and conversions of one year are of different people: the order of the one says nothing of the other. */
const CONVERSION: ReadonlySet<StepName> = new Set([
  'conversionApplication',
  'conversionMeeting',
  'conversionNotice',
  'conversionApproval',
  'archived',
]);

/** The planned steps that are steps of the procedure, by its order and then by their days; `number` counts those of a kind. */
export const plannedSteps: (schedule: Schedule) => readonly PlannedStep[] = memoizeLast(({ steps }) => {
  const byName = new Map<StepName, PlannedStep[]>();
  for (const scheduled of steps) {
    const name = STEP_OF[scheduled.step.kind];
    const days = name && daysOf(scheduled);
    if (!name || !days) continue;
    const planned = { name, path: [], number: 0, ...days, step: scheduled.step, scheduled };
    byName.set(name, [...(byName.get(name) ?? []), planned]);
  }
  return Object.values(STEP_OF).flatMap(name =>
    (byName.get(name) ?? [])
      .sort((a, b) => a.end.last - b.end.last || a.start.first - b.start.first)
      .map((planned, index) => ({ ...planned, number: index + 1 })),
  );
});

function daysOf(scheduled: ScheduledStep): { start: KnownDate; end: KnownDate } | undefined {
  const { step, from, to } = scheduled;
  const { deadline } = step;
  const hasDays = step.on !== undefined || step.from !== undefined || step.to !== undefined;
  // Computed from its predecessors, a step has days; with a deadline alone it has the last one.
  if (!hasDays && deadline !== undefined && (to === undefined || to === deadline)) {
    const any = { first: Number.NEGATIVE_INFINITY, last: deadline };
    return { start: any, end: any };
  }
  if (from === undefined || to === undefined || to < from) return undefined;
  if (isNotice(step.kind) && scheduled.kind === 'days')
    return { start: { first: from, last: from }, end: { first: to, last: to } };
  const any = { first: from, last: to };
  return { start: any, end: any };
}

/** A step that certainly lies on the wrong side of another, whichever days are chosen. */
export interface Misplaced {
  /** the step to move */
  planned: PlannedStep;
  other: PlannedStep;
  /** where it belongs */
  belongs: 'before' | 'after';
  /** the one of the two that comes first by the Rules, whose article is cited */
  first: PlannedStep;
}

/**
 * The fewest steps that have to move so that the rest is in the order of the Rules: a step that is on the wrong side of several
 * is the one told, not each of those. Of two that are merely exchanged the one that the Rules put first is told.
 */
export function misplacedSteps(steps: readonly PlannedStep[]): Misplaced[] {
  let conflicts = conflictsOf(steps);
  const found: Misplaced[] = [];
  while (conflicts.length > 0) {
    const counts = new Map<PlannedStep, number>();
    for (const pair of conflicts)
      for (const step of [pair.before, pair.later]) counts.set(step, (counts.get(step) ?? 0) + 1);
    const most = Math.max(...counts.values());
    const candidates = conflicts.flatMap(({ before, later }) => [before, later]);
    const planned = candidates.find(step => counts.get(step) === most)!;
    const { before, later } = conflicts.find(pair => pair.before === planned || pair.later === planned)!;
    found.push({
      planned,
      other: before === planned ? later : before,
      belongs: before === planned ? 'before' : 'after',
      first: before,
    });
    conflicts = conflicts.filter(pair => pair.before !== planned && pair.later !== planned);
  }
  return found;
}

interface Conflict {
  before: PlannedStep;
  later: PlannedStep;
}

/** The pairs that certainly run against the Rules, nearest in the procedure first. */
function conflictsOf(steps: readonly PlannedStep[]): Conflict[] {
  return steps.flatMap((later, index) =>
    steps
      .slice(0, index)
      .toReversed()
      .filter(
        before =>
          CONVERSION.has(before.name) === CONVERSION.has(later.name) &&
          orderOf(before.name, later.name, rulesOn(dayOfText(later))) === 'rules' &&
          before.name !== later.name &&
          isLater(before, later) &&
          areOneCourse(before, later, steps),
      )
      .map(before => ({ before, later })),
  );
}

/** The day whose text of the Rules judges a step. */
export const dayOfText = ({ start, end }: DatedStep): Day =>
  Number.isFinite(start.first) ? start.first : end.last;

/**
 * Whether two steps belong together where a plan has several of a kind, as one with two batches has. As many of the one as of
 * the other go in pairs; else only what has no partner at all on the right side counts.
 */
function areOneCourse(before: PlannedStep, later: PlannedStep, steps: readonly PlannedStep[]): boolean {
  const befores = steps.filter(({ name }) => name === before.name);
  const laters = steps.filter(({ name }) => name === later.name);
  if (befores.length === laters.length) return before.number === later.number;
  return laters.every(other => isLater(before, other)) && befores.every(other => isLater(other, later));
}

/** Two steps of one person, or two of the plan, between which a norm sets a time. */
export interface Span {
  from: PlannedStep;
  to: PlannedStep;
}

/** For each planned step of one name the one of another that it most likely follows: the last that can lie before it. */
export function spansOf(steps: readonly PlannedStep[], from: StepName, to: StepName): Span[] {
  return steps.flatMap(step => {
    if (step.name !== to) return [];
    const before = steps.filter(other => other.name === from && !isLater(other, step));
    const last = before.reduce<PlannedStep | undefined>(
      (latest, other) => (latest && latest.end.last >= other.end.last ? latest : other),
      undefined,
    );
    return last ? [{ from: last, to: step }] : [];
  });
}
