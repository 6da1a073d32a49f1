import { isoOf } from '../../values/day.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/**
 * A public notice has too few working days. Until 10 May 2026 five working days were local practice (a warning); since
 * then Article 13 demands them before somebody is listed as a prospective member (an error).
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
    const skipped = plan.settings.noticeExcludesFirstDay ? 1 : 0;
    for (const { step, from, to, calendarDays } of schedule.steps) {
      if (step.kind !== 'notice' || from === undefined || to === undefined) continue;
      const norm = plan.norms.on('notice', from);
      const regulation = plan.norms.regulation('notice', from)?.value ?? 0;
      // A plan's own number may ask for more than the norm, never for less than a regulation.
      const need = Math.max(plan.settings.noticeWorkingDays ?? norm.value!, regulation);
      const have = plan.calendar.workingDays(from + skipped, to);
      if (have >= need) continue;
      report(
        step.place.at(step.duration ? 'duration' : step.to === undefined ? 'on' : 'to'),
        {
          step: step.name,
          from: isoOf(from),
          to: isoOf(to),
          calendarDays,
          have,
          need,
          endsOn: isoOf(plan.calendar.nthWorkingDay(from + skipped, need)),
        },
        {
          subject: step.id,
          norm,
          severity: have < regulation ? 'error' : 'warning',
        },
      );
    }
  },
} satisfies Rule;
