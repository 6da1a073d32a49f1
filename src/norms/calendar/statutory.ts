import { ARRANGEMENTS, MOVABLE, MOVABLE_FROM } from '../../generated/holidays.ts';
import type { Day } from '../../values/day.ts';
import { parseDay, weekdayOf } from '../../values/day.ts';

/** A day off of a festival, named in Chinese. */
export interface StatutoryDay {
  day: Day;
  festival: string;
}

/** The order of the columns in `MOVABLE`. */
const FESTIVALS = ['春节', '清明节', '端午节', '中秋节'] as const;

/** How many days off the notices make of the long festivals. */
const USUAL = ARRANGEMENTS.at(-1)!.usual!;

/** First and last year for which the movable festivals are worked out. */
export const STATUTORY_YEARS = { first: MOVABLE_FROM, last: MOVABLE_FROM + MOVABLE.length - 1 };

/**
 * Lists the days off of a year by the regulation on festivals alone, without any notice (statutory.yaml); none outside
 * `STATUTORY_YEARS`. The build computes the lunar festivals with a library that agrees with the new moons. Node's own Chinese calendar
 * is a day late for the new years of 2027 and 2030.
 */
export function statutoryDays(year: number): StatutoryDay[] {
  const arrangement = ARRANGEMENTS.findLast(({ from }) => from <= year);
  const movable = MOVABLE[year - MOVABLE_FROM];
  if (!arrangement || !movable) return [];
  const days: StatutoryDay[] = [];
  for (const [festival, dates] of Object.entries(arrangement.fixed))
    for (const date of dates) days.push({ day: parseDay(`${year}-${date}`)!, festival });
  for (const [index, festival] of FESTIVALS.entries())
    for (const offset of arrangement.movable[festival] ?? [])
      days.push({ day: parseDay(`${year}-${movable.split(' ')[index]}`)! + offset, festival });
  return days.sort((a, b) => a.day - b.day);
}

const isWeekend = (day: Day): boolean => weekdayOf(day) % 6 === 0;

/**
 * Lists the weekdays that the notice of a year usually adds to its statutory days off: the rest of the long festivals' week, a weekday
 * that stands alone between a festival and a weekend, and the first weekday after a festival on a weekend. The notices since 2019 add
 * no others (test/norms/statutory.test.ts). A notice may do otherwise, so these days are neither days off nor sure to be worked.
 */
export function usualDaysOff(year: number): StatutoryDay[] {
  const statutory = statutoryDays(year);
  const off = new Map(statutory.map(({ day, festival }) => [day, festival]));
  const rests = (day: Day) => off.has(day) || isWeekend(day);
  const found = new Map<Day, string>();
  const add = (day: Day, festival: string) => {
    if (!rests(day)) found.set(day, festival);
  };
  for (const [festival, length] of Object.entries(USUAL)) {
    const first = statutory.find(each => each.festival === festival)?.day;
    if (first === undefined) continue;
    const moon = statutory.find(each => each.festival === '中秋节')?.day ?? Number.NaN;
    const isJoint = festival === '国庆节' && moon >= first - 2 && moon <= first + length;
    for (let day = first; day < first + length + (isJoint ? 1 : 0); day++) add(day, festival);
  }
  for (const { day, festival } of statutory) {
    if (rests(day - 2)) add(day - 1, festival);
    if (rests(day + 2)) add(day + 1, festival);
    if (isWeekend(day)) {
      let next = day;
      while (rests(next)) next++;
      add(next, festival);
    }
  }
  return [...found].map(([day, festival]) => ({ day, festival })).sort((a, b) => a.day - b.day);
}
