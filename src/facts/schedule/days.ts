import type { Calendar } from '../../norms/calendar/calendar.ts';
import type { Day } from '../../values/day.ts';
import { isNotice } from '../procedure/notices.ts';
import type { ScheduledStep } from './resolve.ts';

/** A step longer than this is a period in which work goes on, not days on which people are called in. */
const LONGEST_ATTENDED = 14;

/**
 * The days of a step on which somebody has to be at work: each of a short step; of a public notice, which hangs over a
 * weekend by itself, of a step measured in working days and of a long period only the first and the last.
 */
export function attendedDays({ step, from, to, kind }: ScheduledStep): Day[] {
  // Between which days it is to be done, or by when, says nothing about any day.
  if (kind !== 'days' || from === undefined || to === undefined || to < from) return [];
  const counted = isNotice(step.kind) || step.duration?.unit === 'wd';
  if (counted || to - from >= LONGEST_ATTENDED) return from === to ? [from] : [from, to];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Those of them that are of a kind: of a step with nothing but working days none is looked at. */
export function attendedDaysOff(
  scheduled: ScheduledStep,
  kind: 'weekend' | 'holiday',
  calendar: Calendar,
): Day[] {
  if (scheduled.workingDays === scheduled.calendarDays) return [];
  return attendedDays(scheduled).filter(day => calendar.status(day).kind === kind);
}
