import { FESTIVALS, HOLIDAYS } from '../../generated/holidays.ts';
import { type Day, parseDay, weekdayOf, yearOf } from '../../values/day.ts';
import { memoize } from '../../values/memo.ts';
import { statutoryDays, usualDaysOff } from './statutory.ts';

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup-workday';

export interface DayStatus {
  readonly kind: DayKind;
  readonly works: boolean;
  /** Of the festival, for a holiday or a make-up workday of the notice; a local day has none. */
  readonly name?: { readonly zh: string; readonly en: string };
}

export type LocalKind = 'holiday' | 'workday';

/** The days of one year, worked out in full. */
export interface YearTable {
  /** 1 January */
  first: Day;
  /** by day of the year, from 0 */
  statuses: readonly DayStatus[];
  /** `before[i]`: working days of the year before its day `i`; the last item is the year's total */
  before: Uint16Array;
}

/** Days of a notice, each with the festival for which it is off or worked. */
interface Notice {
  holidays: readonly [date: string, festival: string][];
  workdays: readonly [date: string, festival: string][];
}

/** Years whose notice is bundled, ascending. */
export const BUNDLED_YEARS: readonly number[] = Object.keys(HOLIDAYS).map(Number);

const WORKDAY: DayStatus = { kind: 'workday', works: true };
const WEEKEND: DayStatus = { kind: 'weekend', works: false };

/** Monday to Friday, whatever any notice says. */
export const plainStatus = (day: Day): DayStatus => (weekdayOf(day) % 6 === 0 ? WEEKEND : WORKDAY);

/** Monday-to-Friday days from a fixed Monday up to and including `day`; only differences mean anything. */
export function weekdaysThrough(day: Day): number {
  const sinceMonday = day + 3; // day 0 was a Thursday
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5);
}

const DAYS_BEFORE_1970 = 719_162; // from 0001-01-01

/** The day number of 1 January. `Date.UTC` would be slower in the loops of rules, and misreads the years 0–99. */
export function firstDayOf(year: number): Day {
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  return past * 365 + leapDays - DAYS_BEFORE_1970;
}

function localStatus(day: Day, kind: LocalKind, notice: DayStatus | undefined): DayStatus {
  const base = notice ?? plainStatus(day);
  if (kind === 'holiday') return base.kind === 'holiday' ? base : { kind: 'holiday', works: false };
  return base.works ? base : { kind: 'makeup-workday', works: true };
}

/** Lists the days of a year's notice; without a notice, the days off by the regulation on festivals and, if asked, the usual ones. */
function noticeStatuses(year: number, withUsual: boolean): Map<Day, DayStatus> {
  const statuses = new Map<Day, DayStatus>();
  const named = (zh: string) => ({ zh, en: FESTIVALS[zh]! });
  const text = HOLIDAYS[year];
  if (text === undefined) {
    const days = withUsual
      ? // A New Year's Day on a Tuesday takes the Monday of the old year.
        [...usualDaysOff(year), ...usualDaysOff(year + 1)].filter(({ day }) => yearOf(day) === year)
      : [];
    for (const { day, festival } of [...days, ...statutoryDays(year)])
      statuses.set(day, { kind: 'holiday', works: false, name: named(festival) });
    return statuses;
  }
  const { holidays, workdays } = JSON.parse(text) as Notice;
  for (const [date, festival] of holidays)
    statuses.set(parseDay(date)!, { kind: 'holiday', works: false, name: named(festival) });
  for (const [date, festival] of workdays)
    statuses.set(parseDay(date)!, { kind: 'makeup-workday', works: true, name: named(festival) });
  return statuses;
}

function makeTable(year: number, local: ReadonlyMap<Day, LocalKind>, withUsual: boolean): YearTable {
  const special = noticeStatuses(year, withUsual);
  for (const [day, kind] of local) special.set(day, localStatus(day, kind, special.get(day)));
  const first = firstDayOf(year);
  const length = firstDayOf(year + 1) - first;
  const before = new Uint16Array(length + 1);
  const statuses: DayStatus[] = [];
  for (let i = 0; i < length; i++) {
    const status = special.get(first + i) ?? plainStatus(first + i);
    statuses.push(status);
    before[i + 1] = before[i]! + (status.works ? 1 : 0);
  }
  return { first, statuses, before };
}

const NO_LOCAL_DAYS: ReadonlyMap<Day, LocalKind> = new Map();
/** How many tables are memoized: more than there are years with festivals, so that counting over centuries makes each once. */
export const TABLES = 300;

const plainTable = memoize(TABLES, (year: number) => makeTable(year, NO_LOCAL_DAYS, false));
const cautiousTable = memoize(TABLES, (year: number) => makeTable(year, NO_LOCAL_DAYS, true));

/**
 * Gives the table of a year; `withUsual` counts as off also the days that a notice not known usually gives. All calendars use the same
 * tables for years without local days: each township has its own calendar.
 */
export function tableOf(
  year: number,
  local: ReadonlyMap<Day, LocalKind> | undefined,
  withUsual: boolean,
): YearTable {
  if (local) return makeTable(year, local, withUsual);
  return withUsual ? cautiousTable(year) : plainTable(year);
}
