/**
 * A calendar day as a whole number: days since 1970-01-01. Rules compare and subtract days; integers make that
 * exact, fast and independent of the time zone of the machine (a `Date` is none of the three).
 */
export type Day = number;

// The Gregorian calendar repeats after 400 years, and within a year that begins in March the leap day comes last. So
// dates are counted without a `Date`, which costs ten times as much (algorithms of H. Hinnant, chrono-compatible dates).
const DAYS_PER_ERA = 146_097;
/** days from 1 March of the year 0 to 1970-01-01 */
const EPOCH = 719_468;

/** The day of a civil date; `month` 1–12. A date that does not exist (30 February) gives undefined. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  // Two-digit years are never meant as such.
  if (!(year >= 100 && date >= 1 && date <= lengthOf(year, month))) return undefined;
  const from = month > 2 ? year : year - 1;
  const era = Math.floor(from / 400);
  const yearOfEra = from - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH;
}

/** The last day of a year from 100 on. */
export const yearEndOf = (year: number): Day => dayOf(year, 12, 31)!;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** 0 where there is no such month */
const lengthOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);

/** Reads `YYYY-MM-DD`; anything else, or a date that does not exist, gives undefined. */
export function parseDay(iso: string): Day | undefined {
  if (iso.length !== 10 || iso.charCodeAt(4) !== HYPHEN || iso.charCodeAt(7) !== HYPHEN) return undefined;
  const year = 100 * twoDigits(iso, 0) + twoDigits(iso, 2);
  return dayOf(year, twoDigits(iso, 5), twoDigits(iso, 8));
}

const HYPHEN = 45;

/** The number of two digits of a text; NaN where something else stands there. A roster has hundreds of dates. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN;
}

export interface CivilDate {
  year: number;
  /** 1–12 */
  month: number;
  /** 1–31 */
  date: number;
}

export function civil(day: Day): CivilDate {
  const from = day + EPOCH;
  const era = Math.floor(from / DAYS_PER_ERA);
  const dayOfEra = from - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

export const yearOf = (day: Day): number => civil(day).year;

/** `YYYY-MM-DD` */
export function isoOf(day: Day): string {
  const { year, month, date } = civil(day);
  return `${String(year).padStart(4, '0')}-${padded(month)}-${padded(date)}`;
}

const padded = (number: number): string => (number < 10 ? `0${number}` : String(number));

/** 0 = Sunday … 6 = Saturday */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;
