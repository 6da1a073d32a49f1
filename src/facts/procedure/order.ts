import {
  type DatedStep,
  dateText,
  labelOf,
  type Order,
  orderOf,
  type RulesText,
  rulesOn,
  type StepLabel,
  type StepName,
} from '../../model/steps.ts';
import type { NormId } from '../../norms/norms.ts';
import type { KnownDate } from '../../values/period.ts';

/** A date as findings name it; `number` tells which of the inspections. */
export interface StepDate {
  step: StepLabel;
  number: number;
  date: string;
}

/** `period`: a notice or a training that ends before it begins. Otherwise what puts the steps in order (steps.ts). */
export interface Reversal {
  order: 'rules' | 'chart' | 'period';
  before: StepDate;
  later: StepDate;
}

/** A step that comes too early, with the one that should have come before it. */
export interface FoundReversal<S extends DatedStep> {
  step: S;
  before: S;
  order: Reversal['order'];
  reversal: Reversal;
  /** the article that puts the one before the other */
  norm: NormId;
}

/** Whether two steps belong to one course of admission; a plan may have several in a year. */
export type OneCourse<S> = (before: S, step: S) => boolean;

const ALWAYS = (): boolean => true;

/** Whether no step begins before an earlier one of the list certainly ended: nearly all people, in one look each. */
export function isInOrder(steps: readonly DatedStep[]): boolean {
  let latest = Number.NEGATIVE_INFINITY;
  for (const { start, end } of steps) {
    if (end.last < start.first || latest > start.last) return false;
    if (end.first > latest) latest = end.first;
  }
  return true;
}

/**
 * The steps of a person or a plan, in the order of the procedure, that certainly come before what they should follow: whatever
 * day is chosen of those that are possible. Each is named once, with the nearest one before it. What only the flow chart puts
 * in order is told where nothing else is wrong with the two.
 */
export function reversals<S extends DatedStep>(
  steps: readonly S[],
  isOneCourse: OneCourse<S> = ALWAYS,
): FoundReversal<S>[] {
  const found = steps.flatMap((step, index): FoundReversal<S>[] => {
    const reversal = endsBeforeStart(step) ?? reversed(step, steps.slice(0, index), isOneCourse);
    return reversal ? [reversal] : [];
  });
  // A date that the Rules show to be wrong is wrong by the chart as well.
  const wrong = new Set(
    found.flatMap(({ order, before, step }) => (order === 'chart' ? [] : [before, step])),
  );
  return found.filter(
    ({ order, before, step }) => order !== 'chart' || !(wrong.has(before) || wrong.has(step)),
  );
}

const at = ({ name, number }: DatedStep, date: KnownDate, text: RulesText): StepDate => ({
  step: labelOf(name, text),
  number,
  date: dateText(date),
});

/** Whether a step was certainly over when another began. */
const isOver = (before: DatedStep, step: DatedStep): boolean => before.end.last <= step.start.first;

/** Whether a step was certainly not over when another began. */
export const isLater = (before: DatedStep, step: DatedStep): boolean => before.end.first > step.start.last;

function endsBeforeStart<S extends DatedStep>(step: S): FoundReversal<S> | undefined {
  if (step.end.last >= step.start.first) return undefined;
  const text = rulesOn(step.start.first);
  return {
    step,
    before: step,
    order: 'period',
    reversal: { order: 'period', before: at(step, step.start, text), later: at(step, step.end, text) },
    norm: 'plan-consistency',
  };
}

function reversed<S extends DatedStep>(
  step: S,
  earlier: readonly S[],
  isOneCourse: OneCourse<S>,
): FoundReversal<S> | undefined {
  if (!earlier.some(before => isLater(before, step))) return undefined;
  const text = rulesOn(step.start.first);
  const inOrder = new Set<StepName>();
  const foundBy = (before: S, order: NonNullable<Order>): FoundReversal<S> => ({
    step,
    before,
    order,
    reversal: { order, before: at(before, before.end, text), later: at(step, step.start, text) },
    norm: normOfStep(before.name),
  });
  let byChart: FoundReversal<S> | undefined;
  for (const before of earlier.toReversed()) {
    // What is later than this step is then later than the one in order too, and was named there: one wrong date is
    // one finding.
    if ([...inOrder].some(name => orderOf(before.name, name, text) === 'rules')) continue;
    if (!isOneCourse(before, step)) continue;
    const order = orderOf(before.name, step.name, text);
    // The filing of 2014 comes before or after the listing: what is later than both was named at the filing.
    const isOpen = before.name === 'prospectiveFiling' && order === undefined;
    if (isOver(before, step) || isOpen) inOrder.add(before.name);
    if (order === undefined || !isLater(before, step)) continue;
    if (order === 'rules') return foundBy(before, order);
    byChart ??= foundBy(before, order);
  }
  return byChart;
}

/** The article that asks for a step before those that follow it. */
const NORM_OF: Partial<Record<StepName, NormId>> = {
  talk: 'talk',
  activist: 'cultivation',
  prospectiveFiling: 'consent',
  prospectiveNotice: 'consent',
  prospective: 'consent',
  introducersAssigned: 'introducers',
  politicalReview: 'political-review',
  training: 'training',
  branchReview: 'pre-review',
  preReview: 'form',
  form: 'form',
  branchMeeting: 'branch-meeting',
  committeeTalk: 'committee-talk',
  approval: 'approval',
  oath: 'oath',
  conversionApplication: 'conversion',
  conversionMeeting: 'conversion',
  conversionApproval: 'conversion-approval',
};

/** The norm that asks for a step before those that follow it. */
export const normOfStep = (name: StepName): NormId => NORM_OF[name] ?? 'procedure';

/** Every norm that an order of steps may rest on, in the order of the procedure. */
export const orderNorms: readonly NormId[] = [...new Set(Object.values(NORM_OF))];
