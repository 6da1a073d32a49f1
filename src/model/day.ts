/**
 * A calendar day as a whole number: days since 1970-01-01. Rules compare and subtract days; integers make that
 * exact, fast and independent of the time zone of the machine (a `Date` is none of the three).
 */
export type Day = number;

const MS_PER_DAY = 86_400_000;

/** The day of a civil date; `month` 1–12. A date that does not exist (30 February) gives undefined. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const ms = Date.UTC(year, month - 1, date);
  const back = new Date(ms);
  if (back.getUTCFullYear() !== year || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== date)
    return undefined;
  return ms / MS_PER_DAY;
}

/** Days read before: a county's rosters have few thousand different dates, and every rule asks for them again. */
const read = new Map<string, Day | undefined>();
const MOST_READ = 20_000;

/** Reads `YYYY-MM-DD`; anything else, or a date that does not exist, gives undefined. */
export function parseDay(iso: string): Day | undefined {
  const known = read.get(iso);
  if (known !== undefined || read.has(iso)) return known;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const day = match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
  if (read.size >= MOST_READ) read.clear();
  read.set(iso, day);
  return day;
}

export interface CivilDate {
  year: number;
  /** 1–12 */
  month: number;
  /** 1–31 */
  date: number;
}

export function civil(day: Day): CivilDate {
  const at = new Date(day * MS_PER_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

export const yearOf = (day: Day): number => new Date(day * MS_PER_DAY).getUTCFullYear();

/** `YYYY-MM-DD` */
export const isoOf = (day: Day): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** 0 = Sunday … 6 = Saturday */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;
