import { addMonths as addCalendarMonths } from 'date-fns/addMonths';
import { civil, type Day, dayOf } from './day.ts';

/**
 * The same date `months` later, the last of the month where there is no such date: 31 January and one month is
 * 28 (29) February. "One year of cultivation" from 1 June 2014 is full on 1 June 2015.
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = civil(day);
  // Local midnight may not exist on a day of clock change; noon does everywhere.
  const later = addCalendarMonths(new Date(year, month - 1, date, 12), months);
  return dayOf(later.getFullYear(), later.getMonth() + 1, later.getDate())!;
}
