import type { Step } from '../../generated/types.ts';
import type { Place } from '../../model/place.ts';
import { isoOf, weekdayOf } from '../../values/day.ts';
import { isExactDate } from '../fields/date-text.ts';
import { difference, type Problems } from '../problem.ts';
import { stepWindow, WINDOW_FIELDS } from './step-window.ts';

/**
 * What of a timeline's dates can only be told with the plan's year: a day that it does not have (2月29日), and a weekday that is
 * not the day's.
 */
export function reportDates(
  steps: readonly (Step | null)[],
  place: Place,
  year: number,
  problems: Problems,
): void {
  for (const [index, step] of steps.entries())
    for (const field of WINDOW_FIELDS) {
      const text = step?.[field];
      if (text === undefined || isExactDate(text)) continue;
      const at = place.at(index, field);
      const window = stepWindow(step!, field, year)!;
      if ('failure' in window)
        problems.add(
          'input/schema',
          at,
          difference(window.failure === 'does-not-exist' ? 'no-such-date' : 'date', {
            value: text,
            expected: 'window',
          }),
        );
      else if (
        window.weekday !== undefined &&
        window.from === window.to &&
        window.weekday !== weekdayOf(window.from)
      )
        problems.add('timeline/weekday-mismatch', at, {
          date: isoOf(window.from),
          stated: window.weekday,
          actual: weekdayOf(window.from),
        });
    }
}
