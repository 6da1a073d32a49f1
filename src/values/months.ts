import { addMonths as addCalendarMonths } from 'date-fns/addMonths';
import { civil, type Day, dayOf } from './day.ts';
import { memoize } from './memo.ts';

/**
 * The same date `months` later, the last of the month where there is no such date: 31 January and one month is
 * 28 (29) February. "One year of cultivation" from 1 June 2014 is full on 1 June 2015.
 */
export const addMonths = (day: Day, months: number): Day => adding(months)(day);

/** Norms have a handful of lengths, so there is one function for each. */
const adding = memoize(100, (months: number) =>
  memoize(20_000, (day: Day) => {
    const { year, month, date } = civil(day);
    // Local midnight may not exist on a day of clock change; noon does everywhere.
    const later = addCalendarMonths(new Date(year, month - 1, date, 12), months);
    return dayOf(later.getFullYear(), later.getMonth() + 1, later.getDate())!;
  }),
);
