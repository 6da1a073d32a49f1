import type { Step } from '../../generated/types.ts';
import { civil } from '../../values/day.ts';
import type { Window } from '../../values/window.ts';
import { isBareDay, readWindow } from '../fields/window-text.ts';
import type { WindowFailure } from '../fields/year-part.ts';

/** The fields of a step that say when it is. */
export const WINDOW_FIELDS = ['on', 'from', 'to', 'deadline'] as const;

/** What a field of a step says of its days; 止: 12日 is of the month in which it begins. Undefined where nothing is written. */
export function stepWindow(
  step: Partial<Pick<Step, 'from' | 'to' | 'on' | 'deadline'>>,
  field: (typeof WINDOW_FIELDS)[number],
  planYear: number,
): Window | { failure: WindowFailure } | undefined {
  const text = step[field];
  if (text === undefined) return undefined;
  if (field !== 'to' || !isBareDay(text)) return readWindow(text, planYear);
  const begins = stepWindow(step, step.from === undefined ? 'on' : 'from', planYear);
  if (!begins || 'failure' in begins) return { failure: 'no-date' };
  const { year, month } = civil(begins.from);
  return readWindow(`${year}年${month}月${text}`, planYear);
}
