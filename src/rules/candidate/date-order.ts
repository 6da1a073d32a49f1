import { type DatedStep, dateText, orderOf, type StepName } from '../../model/steps.ts';
import type { Norms } from '../../norms/norms.ts';
import type { KnownDate } from '../../values/period.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** A date as findings name it; `number` tells which of the inspections. */
interface StepDate {
  step: StepName;
  number: number;
  date: string;
}

/** `period`: a notice or a training that ends before it begins. Otherwise what puts the steps in order (steps.ts). */
interface Reversal {
  order: 'rules' | 'chart' | 'period';
  before: StepDate;
  later: StepDate;
}

/**
 * The dates of the steps run backwards: each step is named once, with the nearest one before it that is certainly later.
 * Where only the flow chart has the two in this order and the Rules leave it open, that is merely said.
 */
export const dateOrder = {
  id: 'candidate/date-order',
  severity: 'error',
  norm: 'procedure',
  check({ plan }: Facts, report: Report<Reversal & { person: PersonRef }>) {
    for (const person of plan.people) {
      if (isInOrder(person.dated)) continue;
      for (const { step, reversal } of reversals(person.dated, plan.norms))
        report(
          person.place.at(...step.path),
          { person: ref(person), ...reversal },
          {
            subject: person.id,
            norm: plan.norms.on('procedure', step.start.first),
            severity: reversal.order === 'chart' ? 'info' : 'error',
          },
        );
    }
  },
} satisfies Rule;

interface Found {
  step: DatedStep;
  reversal: Reversal;
}

/** Whether no step begins before an earlier one of the list certainly ended: nearly all people, in one look each. */
function isInOrder(steps: readonly DatedStep[]): boolean {
  let latest = Number.NEGATIVE_INFINITY;
  for (const { start, end } of steps) {
    if (end.last < start.first || latest > start.last) return false;
    if (end.first > latest) latest = end.first;
  }
  return true;
}

function reversals(steps: readonly DatedStep[], norms: Norms): Found[] {
  const found = steps.flatMap((step, index): Found[] => {
    const reversal = endsBeforeStart(step) ?? reversed(step, steps.slice(0, index), norms);
    return reversal ? [{ step, reversal }] : [];
  });
  // A date that the Rules show to be wrong is wrong by the chart as well.
  const wrong = new Set(
    found.flatMap(({ reversal: { order, before, later } }) =>
      order === 'chart' ? [] : [before.step, later.step],
    ),
  );
  return found.filter(
    ({ reversal: { order, before, later } }) =>
      order !== 'chart' || !(wrong.has(before.step) || wrong.has(later.step)),
  );
}

const at = ({ name, number }: DatedStep, date: KnownDate): StepDate => ({
  step: name,
  number,
  date: dateText(date),
});

/** Whether a step was certainly over when another began. */
const isOver = (before: DatedStep, step: DatedStep): boolean => before.end.last <= step.start.first;

/** Whether a step was certainly not over when another began. */
const isLater = (before: DatedStep, step: DatedStep): boolean => before.end.first > step.start.last;

function endsBeforeStart(step: DatedStep): Reversal | undefined {
  if (step.end.last >= step.start.first) return undefined;
  return { order: 'period', before: at(step, step.start), later: at(step, step.end) };
}

function reversed(step: DatedStep, earlier: readonly DatedStep[], norms: Norms): Reversal | undefined {
  if (!earlier.some(before => isLater(before, step))) return undefined;
  const inOrder = new Set<StepName>();
  let byChart: Reversal | undefined;
  for (const before of earlier.toReversed()) {
    // What is later than this step is then later than the one in order too, and was named there: one wrong date is
    // one finding.
    if ([...inOrder].some(name => orderOf(before.name, name) === 'rules')) continue;
    if (isOver(before, step)) inOrder.add(before.name);
    const order = isNoticeBeforeListing(before, step, norms) ? 'rules' : orderOf(before.name, step.name);
    if (order === undefined || !isLater(before, step)) continue;
    const reversal: Reversal = { order, before: at(before, before.end), later: at(step, step.start) };
    if (order === 'rules') return reversal;
    byChart ??= reversal;
  }
  return byChart;
}

/** The notice has to be over before somebody is listed only since Article 13 demands one (2026). */
const isNoticeBeforeListing = (before: DatedStep, { name, start }: DatedStep, norms: Norms): boolean =>
  before.name === 'prospectiveNotice' &&
  name === 'prospective' &&
  norms.regulation('notice', start.first) !== undefined;
