import type { Day } from '../../values/day.ts';
import type { ReportOptions } from '../findings/run.ts';
import { visible } from '../layout/clean.ts';
import { displayWidth } from '../layout/width.ts';
import { wrap } from '../layout/wrap.ts';
import type { Bar, Gantt } from './model.ts';

/** The widest that names of steps may be. */
const NAMES = 24;

type Signs = Record<Bar['state'] | 'rest' | 'deadline', string>;

/** Blocks are ambiguous characters: a terminal that draws those two columns wide gets ASCII. */
const SIGNS: Record<1 | 2, Signs> = {
  1: { planned: '█', done: '░', critical: '▓', rest: '·', deadline: '┆' },
  2: { planned: '=', done: '-', critical: '#', rest: '.', deadline: '|' },
};

/** Bars of characters, one to three columns a day or several days a column, within the width of the terminal. */
export function ganttText(chart: Gantt, options: ReportOptions): string {
  const { title, from, to, bars, rest, label, legend } = chart;
  const { width, ambiguous, paint } = options;
  const signs = SIGNS[ambiguous ?? 1];
  const measure = (text: string) => displayWidth(text, { ambiguous });
  const names = bars.map(({ name }) => wrap(visible(name, { oneLine: true }), NAMES, { ambiguous }));
  const left = Math.max(...names.flat().map(measure), 4);
  const room = Math.max(10, width - left - 2);
  const days = to - from + 1;
  const perDay = Math.min(3, Math.floor(room / days));
  const columns = perDay > 0 ? days * perDay : room;
  const columnOf = (day: Day) => Math.min(columns - 1, Math.floor(((day - from) * columns) / days));
  const off = new Set(rest);
  const line = (bar: Bar): string =>
    Array.from({ length: columns }, (_, column) => {
      const first = from + Math.floor((column * days) / columns);
      const inBar =
        column >= columnOf(bar.from) && column < Math.max(columnOf(bar.from) + 1, columnOf(bar.to + 1));
      const isLast = bar.to >= to && column >= columnOf(bar.from);
      if (inBar || isLast) return signs[bar.state];
      if (bar.deadline !== undefined && column === columnOf(bar.deadline)) return signs.deadline;
      return perDay > 0 && off.has(first) ? signs.rest : ' ';
    }).join('');
  const pad = (text: string, to: number) => text + ' '.repeat(Math.max(0, to - measure(text)));
  const ends = pad(label(from), columns - measure(label(to))) + label(to);
  const rows = bars.flatMap((bar, index) =>
    names[index]!.map((name, part) => `${pad(name, left)}  ${part === 0 ? line(bar) : ''}`.trimEnd()),
  );
  const used = new Set(bars.map(({ state }) => state));
  const keys = (['planned', 'critical', 'done'] as const).filter(state => used.has(state));
  const shown = perDay > 0 && rest.length > 0 ? [...keys, 'rest' as const] : keys;
  const key = shown.map(state => `${signs[state]} ${legend[state]}`).join('  ');
  return [paint.strong(title), `${' '.repeat(left)}  ${ends}`, ...rows, paint.faint(key)].join('\n');
}
