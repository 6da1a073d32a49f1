import { type Day, yearOf } from '../../values/day.ts';
import { memoize } from '../../values/memo.ts';
import { STATUTORY_YEARS, statutoryDays } from './statutory.ts';
import {
  BUNDLED_YEARS,
  type DayStatus,
  type LocalKind,
  plainStatus,
  TABLES,
  tableOf,
  weekdaysThrough,
  type YearTable,
} from './year-table.ts';

export type { DayKind, DayStatus } from './year-table.ts';

/**
 * Counts the working days of mainland China: Monday to Friday, corrected by the State Council's yearly notice. For a year without a
 * notice the days off are those of the regulation on festivals. Days are day numbers within ±100,000,000, the range of `Date`; others
 * and fractions throw a RangeError.
 */
export interface Calendar {
  status(day: Day): DayStatus;
  isWorkday(day: Day): boolean;
  /** Counts the working days from `from` to `to`, both included; 0 when `to` is before `from`. */
  workingDays(from: Day, to: Day): number;
  /**
   * Finds the day on which the `n`-th working day falls, counting `from` itself as the first if it is one.
   * Throws a RangeError unless `n` is a whole number from 1, or when the answer is out of range.
   */
  nthWorkingDay(from: Day, n: number): Day;
  /** The first working day on or after `day`. */
  nextWorkday(day: Day): Day;
  /**
   * Whether the year's notice is known: it is bundled, or local days off include every day off of the regulation on festivals, as they
   * do where a plan or pack lists the notice's days. A year whose notice is not known is counted provisionally (暂算). The last days of
   * the latest known year may still change, since a notice can move days of the December before it: that for 2019 made 29 December 2018
   * a workday.
   */
  isKnown(year: number): boolean;
  /**
   * The same, but for a year whose notice is not known the days beside the festivals that notices usually give are off too: 1 to 7 October,
   * not 1 to 3. Days are judged without them, since they may be worked; days that we choose or promise ourselves go by this one, so that
   * they stay right when the notice comes.
   */
  readonly cautious: Calendar;
}

const DAY_LIMIT = 100_000_000;

function checkDay(day: Day): void {
  if (!Number.isInteger(day) || Math.abs(day) > DAY_LIMIT) throw new RangeError(`not a day number: ${day}`);
}

/** Local days off and workdays, by year. */
type LocalDays = ReadonlyMap<number, ReadonlyMap<Day, LocalKind>>;

function localDaysByYear(holidays: readonly Day[], workdays: readonly Day[]): LocalDays {
  const years = new Map<number, Map<Day, LocalKind>>();
  const add = (day: Day, kind: LocalKind) => {
    checkDay(day);
    const year = yearOf(day);
    const days = years.get(year) ?? new Map<Day, LocalKind>();
    if ((days.get(day) ?? kind) !== kind) throw new RangeError(`both a local holiday and workday: ${day}`);
    years.set(year, days.set(day, kind));
  };
  for (const day of holidays) add(day, 'holiday');
  for (const day of workdays) add(day, 'workday');
  return years;
}

/**
 * Makes a calendar with local days, such as the regional festivals of Xinjiang, which take precedence over the notices. Throws a
 * RangeError for a day that is no day number or stands in both lists.
 */
export function createCalendar(
  options: { holidays?: readonly Day[]; workdays?: readonly Day[] } = {},
): Calendar {
  return calendarOf(localDaysByYear(options.holidays ?? [], options.workdays ?? []), false);
}

function calendarOf(local: LocalDays, isCautious: boolean): Calendar {
  const isKnown = (year: number) => BUNDLED_YEARS.includes(year) || isNoticeGiven(year, local.get(year));
  const table = memoize(TABLES, (year: number) =>
    tableOf(year, local.get(year), isCautious && !isKnown(year)),
  );
  const { status, count, nth } = countingBy(table, local);
  let cautious: Calendar | undefined;
  return {
    status(day) {
      checkDay(day);
      return status(day);
    },
    isWorkday(day) {
      checkDay(day);
      return status(day).works;
    },
    workingDays(from, to) {
      checkDay(from);
      checkDay(to);
      return count(from, to);
    },
    nthWorkingDay(from, n) {
      checkDay(from);
      if (!Number.isInteger(n) || n < 1 || n > DAY_LIMIT) throw new RangeError(`not a count of days: ${n}`);
      const day = nth(from, n);
      checkDay(day);
      return day;
    },
    nextWorkday(day) {
      checkDay(day);
      let next = day;
      while (!status(next).works) next++;
      return next;
    },
    isKnown,
    get cautious() {
      cautious ??= isCautious ? this : calendarOf(local, true);
      return cautious;
    },
  };
}

/** Counts days by the tables of the years that have festivals or local days; of other years weekdays are all there is to know. */
function countingBy(table: (year: number) => YearTable, local: LocalDays) {
  const { first: firstYear, last: lastYear } = STATUTORY_YEARS;
  const isStatutory = (year: number) => year >= firstYear && year <= lastYear;
  const localYears = [...local.keys()].filter(year => !isStatutory(year));

  function status(day: Day): DayStatus {
    const year = yearOf(day);
    if (!isStatutory(year) && !local.has(year)) return plainStatus(day);
    const { first, statuses } = table(year);
    return statuses[day - first]!;
  }

  /** Counts weekdays by arithmetic, then corrects each year that has a table. */
  function count(from: Day, to: Day): number {
    if (to < from) return 0;
    const [start, end] = [yearOf(from), yearOf(to)];
    let total = weekdaysThrough(to) - weekdaysThrough(from - 1);
    const correct = (year: number) => {
      const { first, before } = table(year);
      const low = Math.max(from - first, 0);
      const high = Math.min(to - first + 1, before.length - 1);
      total += before[high]! - before[low]!;
      total -= weekdaysThrough(first + high - 1) - weekdaysThrough(first + low - 1);
    };
    for (let year = Math.max(start, firstYear); year <= Math.min(end, lastYear); year++) correct(year);
    for (const year of localYears) if (year >= start && year <= end) correct(year);
    return total;
  }

  /** Finds the day up to which so many working days are counted, by halving a span that has more. */
  function nth(from: Day, n: number): Day {
    let low = from;
    let high = from + 2 * n + 7;
    while (count(from, high) < n) high += high - from;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (count(from, middle) < n) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return { status, count, nth };
}

/** Lists the days of a span that are worked by the law alone, but that the notice, not known, may well give off. */
export const unsureDays = (calendar: Calendar, from: Day, to: Day): Day[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index).filter(
    day => calendar.isWorkday(day) && !calendar.cautious.isWorkday(day),
  );

/** Lists the years of a span whose notice is not known. */
export const unknownYears = (calendar: Calendar, from: Day, to: Day): number[] =>
  [...new Set([yearOf(from), yearOf(to)])].filter(year => !calendar.isKnown(year));

/** Whether local days off include every statutory one. A list of regional festivals does not, so it is no notice. */
function isNoticeGiven(year: number, days: ReadonlyMap<Day, LocalKind> | undefined): boolean {
  const statutory = statutoryDays(year);
  return statutory.length > 0 && statutory.every(({ day }) => days?.get(day) === 'holiday');
}

/** The calendar of the bundled notices alone. */
export const chinaCalendar: Calendar = createCalendar();
