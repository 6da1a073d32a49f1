import { civil, type Day, dayOf, parseDay } from './day.ts';
import { addMonths } from './months.ts';

/** A date of which only the month may be known: the first and the last day that it can be. */
export interface KnownDate {
  readonly first: Day;
  readonly last: Day;
}

/** Reads `YYYY-MM-DD` or `YYYY-MM`; the schema and reading let nothing else through. */
export function knownDate(text: string): KnownDate {
  const day = parseDay(text);
  if (day !== undefined) return { first: day, last: day };
  const [year, month] = text.split('-').map(Number) as [number, number];
  const first = dayOf(year, month, 1);
  if (first === undefined) throw new RangeError(`not a date: ${text}`);
  return { first, last: addMonths(first, 1) - 1 };
}

/**
 * Full years (周岁) on the day `on` of somebody born on `birth`. A year is full on the birthday itself; who was born on
 * 29 February completes it on 1 March of other years, as the law counts it (the day after the last of the period).
 */
export function fullYears(birth: Day, on: Day): number {
  const from = civil(birth);
  const to = civil(on);
  const before = to.month < from.month || (to.month === from.month && to.date < from.date);
  return to.year - from.year - (before ? 1 : 0);
}
