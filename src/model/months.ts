import { addMonths as addCalendarMonths } from 'date-fns/addMonths';
import { civil, type Day, dayOf } from './day.ts';

/**
 * The same date `months` later, the last of the month where there is no such date: 31 January and one month is
 * 28 (29) February. "One year of cultivation" from 1 June 2014 is full on 1 June 2015.
 */
export function addMonths(day: Day, months: number): Day {
  const key = day * MOST_MONTHS + months;
  let later = added.get(key);
  if (later === undefined) {
    later = addedMonths(day, months);
    if (added.size >= MOST_ADDED) added.clear();
    if (Math.abs(months) < MOST_MONTHS / 2) added.set(key, later);
  }
  return later;
}

/** What was worked out before: the same limits of the same dates are asked for by many rules and in many plans. */
const added = new Map<number, Day>();
const MOST_ADDED = 20_000;
const MOST_MONTHS = 4096;

function addedMonths(day: Day, months: number): Day {
  const { year, month, date } = civil(day);
  // Local midnight may not exist on a day of clock change; noon does everywhere.
  const later = addCalendarMonths(new Date(year, month - 1, date, 12), months);
  return dayOf(later.getFullYear(), later.getMonth() + 1, later.getDate())!;
}
