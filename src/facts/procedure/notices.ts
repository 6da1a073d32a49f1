import type { Plan, Step } from '../../model/plan.ts';
import type { StepName } from '../../model/steps.ts';
import type { Norm, NormId } from '../../norms/norms.ts';
import type { Day } from '../../values/day.ts';

/** The norm of each notice: only the one before the listing stands in the Rules (Art. 13, since 2026), the others are practice. */
export const NORM_OF_KIND: Partial<Record<Step['kind'], NormId>> = {
  notice: 'notice',
  'activist-notice': 'activist-notice',
  'acceptance-notice': 'acceptance-notice',
  'conversion-notice': 'conversion-notice',
};

export const NORM_OF_EVENT = {
  prospectiveNotice: 'notice',
  activistNotice: 'activist-notice',
  acceptanceNotice: 'acceptance-notice',
  conversionNotice: 'conversion-notice',
} as const satisfies Partial<Record<StepName, NormId>>;

/** Whether steps of a kind are notices, which hang from their first day to their last. */
export const isNotice = (kind: Step['kind']): boolean => NORM_OF_KIND[kind] !== undefined;

/** A notice that hangs for too few working days. */
export interface ShortNotice {
  norm: Norm;
  severity: 'error' | 'warning';
  have: number;
  need: number;
  /** the day on which it would be long enough */
  endsOn: Day;
}

/** Working days that a notice beginning on a day needs: the norm's or more where the plan asks for more, never less than a regulation. */
export function noticeDays({ norms, settings }: Plan, id: NormId, from: Day): number {
  const regulation = norms.regulation(id, from)?.value ?? 0;
  return Math.max(settings.noticeWorkingDays ?? norms.on(id, from).value!, regulation);
}

/** Whether a notice from one day to another is too short; both days count, the first one not where the plan says so. */
export function shortNotice(plan: Plan, id: NormId, from: Day, to: Day): ShortNotice | undefined {
  const { norms, settings, calendar } = plan;
  const counted = from + (settings.noticeExcludesFirstDay ? 1 : 0);
  const need = noticeDays(plan, id, from);
  const have = calendar.workingDays(counted, to);
  if (have >= need) return undefined;
  return {
    norm: norms.on(id, from),
    severity: have < (norms.regulation(id, from)?.value ?? 0) ? 'error' : 'warning',
    have,
    need,
    endsOn: calendar.cautious.nthWorkingDay(counted, need),
  };
}
