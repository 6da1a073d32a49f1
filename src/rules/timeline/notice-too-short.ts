import { NORM_OF_KIND, shortNotice } from '../../facts/procedure/notices.ts';
import type { Step } from '../../model/plan.ts';
import { isoOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/**
 * A public notice has too few working days. Until 10 May 2026 five working days were local practice (a warning); since
 * then Article 13 demands them before somebody is listed as a prospective member (an error). The notices of activists, of the
 * acceptance and of the conversion are local practice still.
 */
export const noticeTooShort = {
  id: 'timeline/notice-too-short',
  severity: 'warning',
  norm: 'notice',
  settings: ['noticeWorkingDays', 'noticeExcludesFirstDay', 'holidays', 'workdays'],
  check(
    { plan, schedule }: Facts,
    report: Report<{
      step: string;
      from: string;
      to: string;
      calendarDays: number;
      have: number;
      need: number;
      endsOn: string;
    }>,
  ) {
    for (const { step, from: begin, to: end, placed, kind, calendarDays } of schedule.steps) {
      const id = NORM_OF_KIND[step.kind];
      const { from, to } = placed ?? { from: begin, to: end };
      if (id === undefined || from === undefined || to === undefined) continue;
      // 5月12日前 or 5月中旬 does not say how long the notice hangs.
      if (kind !== 'days' && step.duration === undefined) continue;
      const short = shortNotice(plan, id, from, to);
      if (!short) continue;
      const { have, need, endsOn, norm, severity } = short;
      report(
        step.place.at(lengthField(step)),
        {
          step: step.name,
          from: isoOf(from),
          to: isoOf(to),
          calendarDays,
          have,
          need,
          endsOn: isoOf(endsOn),
        },
        { subject: step.id, norm, severity },
      );
    }
  },
} satisfies Rule;

/** Where a step says how long it takes: in a field of its own, in its name (公示3天), or by its last day. */
function lengthField({ duration, place, to }: Step): string {
  if (duration) return place.has('duration') ? 'duration' : 'name';
  return to === undefined ? 'on' : 'to';
}
