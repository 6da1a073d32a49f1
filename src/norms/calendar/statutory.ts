import { ARRANGEMENTS, MOVABLE, MOVABLE_FROM } from '../../generated/holidays.ts';
import type { Day } from '../../values/day.ts';
import { parseDay } from '../../values/day.ts';

/** A day off of a festival, named in Chinese. */
export interface StatutoryDay {
  day: Day;
  festival: string;
}

/** The order of the columns in `MOVABLE`. */
const FESTIVALS = ['春节', '清明节', '端午节', '中秋节'] as const;

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
