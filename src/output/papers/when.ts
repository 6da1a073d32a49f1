import type { ScheduledStep } from '../../facts/schedule/resolve.ts';
import type { Texts } from '../../text/texts.ts';
import { type Day, yearOf } from '../../values/day.ts';
import type { Window } from '../../values/window.ts';

/**
 * When a step is, in the plan's own words where it says anything but days: `9月下旬至10月上旬`, `5月12日前`, `4月23日上午11点前`. Undefined
 * where its days say it all, and where nothing does.
 *
 * @param knownYear a year that need not be said
 */
export function whenSaid(
  { step, from, to, kind }: ScheduledStep,
  { report: { timeline } }: Texts,
  knownYear?: number,
): string | undefined {
  const { said, deadline } = step;
  const told = (window: Window, known = knownYear) => timeline.window(window, yearOf(window.from) !== known);
  if (kind === 'deadline' && deadline !== undefined)
    return timeline.by(told(said.deadline ?? onlyDay(deadline)));
  const first = said.from ?? said.on;
  if (from === undefined || to === undefined || !(first || said.to)) return undefined;
  const begin = first ?? onlyDay(from);
  const end = said.to ?? said.on ?? onlyDay(to);
  return begin === end ? told(begin) : timeline.span(told(begin), told(end, yearOf(begin.from)));
}

const onlyDay = (day: Day): Window => ({ from: day, to: day, precision: 'day', words: '', by: false });
