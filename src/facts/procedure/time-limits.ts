import type { Plan } from '../../model/plan.ts';
import type { Severity } from '../../model/severity.ts';
import type { Norm, NormId, Norms } from '../../norms/norms.ts';
import type { Day } from '../../values/day.ts';
import { isoOf, yearOf } from '../../values/day.ts';
import { addMonths } from '../../values/months.ts';
import type { KnownDate } from '../../values/period.ts';

// Of a date whose day is not known, limits take the day that speaks for the person: a breach is certain or none.

/** The last day of `months` from a step: the same date of the month, the month's last where there is none. */
export const lastDay = (start: KnownDate, months: number): Day => addMonths(start.last, months);

/** The first day on which `months` since a step are full. */
export const fullOn = (start: KnownDate, months: number): Day => addMonths(start.first, months);

/** Whether a day is no later than `lastDay`. */
export const isInTime = (start: KnownDate, day: Day, months: number): boolean =>
  day <= lastDay(start, months);

/** Whether a day is no earlier than `fullOn`. */
export const isFull = (start: KnownDate, day: Day, months: number): boolean => day >= fullOn(start, months);

/** An error where the regulation itself is breached, a warning where local practice or a tighter local norm is. */
export function severityOf(
  norms: Norms,
  id: NormId,
  day: Day,
  breaches: (regulation: number) => boolean,
): Severity {
  const value = norms.regulation(id, day)?.value;
  return value !== undefined && breaches(value) ? 'error' : 'warning';
}

/** A step that came too late after another. */
export interface Late {
  norm: Norm;
  severity: Severity;
  months: number;
  limit: string;
}

/** Whether `end` certainly came later after `start` than the norm of its day allows. */
export function tooLate(norms: Norms, id: NormId, start: KnownDate, end: KnownDate): Late | undefined {
  const norm = norms.find(id, end.first);
  if (norm?.value === undefined || isInTime(start, end.first, norm.value)) return undefined;
  return {
    norm,
    severity: severityOf(norms, id, end.first, months => end.first > lastDay(start, months)),
    months: norm.value,
    limit: isoOf(lastDay(start, norm.value)),
  };
}

/**
 * Today, as far as the roster can be taken to be kept up to it: until the plan's year is over. What happened after the
 * last record of a plan in the archive is not known.
 */
export const keptUpTo = ({ asOf, year }: Plan): Day | undefined => (yearOf(asOf) <= year ? asOf : undefined);
