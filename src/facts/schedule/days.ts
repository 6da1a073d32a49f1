import type { Calendar } from '../../norms/calendar/calendar.ts';
import type { Day } from '../../values/day.ts';
import { isNotice } from '../procedure/notices.ts';
import type { ScheduledStep } from './resolve.ts';

/** A step of a week or more is a period in which work goes on, not days on which people are called in: it has its weekends. */
const A_WEEK = 7;

/** Whether a step is a period in which work goes on. */
export const isPeriod = ({ calendarDays }: ScheduledStep): boolean => calendarDays >= A_WEEK;

/**
 * The days of a step on which somebody has to be at work: each of a short step; of a public notice, which hangs over a
 * weekend by itself, of a step measured in working days and of a period only the first and the last.
 */
export function attendedDays(scheduled: ScheduledStep): Day[] {
  const { step, from, to, kind } = scheduled;
  // Between which days it is to be done, or by when, says nothing about any day.
  if (kind !== 'days' || from === undefined || to === undefined || to < from) return [];
  const counted = isNotice(step.kind) || step.duration?.unit === 'wd';
  if (counted || isPeriod(scheduled)) return from === to ? [from] : [from, to];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Those of them that are of a kind: of a step with nothing but working days none is looked at. */
export function attendedDaysOff(
  scheduled: ScheduledStep,
  kind: 'weekend' | 'holiday',
  calendar: Calendar,
): Day[] {
  if (scheduled.workingDays === scheduled.calendarDays) return [];
  // Nobody is called in for the weekends of a period, not even at its ends.
  if (kind === 'weekend' && isPeriod(scheduled)) return [];
  return attendedDays(scheduled).filter(day => calendar.status(day).kind === kind);
}
