import type { Step } from '../../model/plan.ts';
import { beforeNotice } from './kind.ts';

/**
 * Settles what 确定发展对象 means in a plan that gives no kind: offices call by it both what the branch proposes and, after the notice,
 * the listing (Art. 13 of 2026: branch committee, agreement, notice, listing). Where it stands decides: each that comes before its
 * notice is no listing. In a plan without a notice the agreement stands for it.
 */
export function settleListings(steps: Step[]): Step[] {
  const open = steps.filter(({ kind, kindFromName }) => kind === 'listing' && kindFromName);
  if (open.length === 0) return steps;
  const [notices, consents] = (['notice', 'consent'] as const).map(kind =>
    steps.filter(step => step.kind === kind),
  );
  const marks = notices!.length > 0 ? notices! : consents!;
  const countBefore = (step: Step, others: readonly Step[]) =>
    others.filter(other => comesBefore(other, step, steps)).length;
  return steps.map(step => {
    const early = open.includes(step) ? beforeNotice(step.name) : undefined;
    if (!early) return step;
    const noticed = countBefore(step, marks);
    // Of several batches each has its own notice.
    if (noticed === marks.length || noticed > countBefore(step, open)) return step;
    return { ...step, kind: early.kind, ...(!early.isPlain && { kindFromOrder: true as const }) };
  });
}

/** By their days; of those that have none, or the same, the one that stands first. */
function comesBefore(a: Step, b: Step, steps: readonly Step[]): boolean {
  const [first, second] = [dayOf(a), dayOf(b)];
  if (first === undefined || second === undefined || first === second)
    return steps.indexOf(a) < steps.indexOf(b);
  return first < second;
}

const dayOf = ({ on, from, to, deadline }: Step) => on ?? from ?? deadline ?? to;
