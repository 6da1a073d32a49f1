import type { Day } from '../../values/day.ts';
import { displayWidth } from '../layout/width.ts';
import { wrap } from '../layout/wrap.ts';
import { escaped } from './escape.ts';
import type { Gantt } from './model.ts';

const WIDTH = 900;
const ROW = 26;
const HEAD = 34;
/** columns of a terminal to points, at 12 points */
const COLUMN = 6.4;
const NAMES = 30;

/** The bars as a drawing; who sees none has each bar's days in its title and the table beside it. */
export function ganttSvg({ title, from, to, bars, rest, legend, label }: Gantt): string {
  const names = bars.map(
    ({ name }) => wrap(name.replace(/\s+/g, ' '), NAMES)[0]! + (displayWidth(name) > NAMES ? '…' : ''),
  );
  const left = Math.max(60, ...names.map(name => displayWidth(name) * COLUMN)) + 10;
  const days = to - from + 1;
  const scale = (WIDTH - left) / days;
  const x = (day: Day) => round(left + (day - from) * scale);
  const height = HEAD + bars.length * ROW + 30;
  const shading = rest.map(
    day =>
      `<rect class="rest" x="${x(day)}" y="${HEAD}" width="${round(scale)}" height="${bars.length * ROW}"/>`,
  );
  const rows = bars.map(({ name, from: first, to: last, state, deadline, days: told }, index) => {
    const y = HEAD + index * ROW;
    const line =
      deadline === undefined
        ? ''
        : `<line class="deadline" x1="${x(deadline + 1)}" y1="${y}" x2="${x(deadline + 1)}" y2="${y + ROW}"/>`;
    return `<g><title>${escaped(`${name}：${told}`)}</title><text x="0" y="${y + 17}">${escaped(names[index]!)}</text>
<rect class="${state}" x="${x(first)}" y="${y + 5}" width="${round(Math.max(2, (last - first + 1) * scale))}" height="${ROW - 10}" rx="2"/>${line}</g>`;
  });
  const used = new Set(bars.map(({ state }) => state));
  const keys = (['planned', 'critical', 'done'] as const).filter(state => used.has(state));
  let at = left;
  const key = keys.map(state => {
    const text = `<rect class="${state}" x="${round(at)}" y="${height - 18}" width="12" height="12"/><text x="${round(at + 17)}" y="${height - 8}">${escaped(legend[state])}</text>`;
    at += 32 + displayWidth(legend[state]) * COLUMN;
    return text;
  });
  return `<svg class="gantt" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}" xmlns="http://www.w3.org/2000/svg">
${shading.join('')}
${ticks(from, to, scale)
  .map(
    day =>
      `<line class="axis" x1="${x(day)}" y1="${HEAD - 6}" x2="${x(day)}" y2="${HEAD + bars.length * ROW}" stroke-width=".5"/><text x="${x(day) + 2}" y="${HEAD - 10}">${escaped(label(day))}</text>`,
  )
  .join('\n')}
${rows.join('\n')}
${key.join('')}
</svg>`;
}

/** Days with a label, as many as fit. */
function ticks(from: Day, to: Day, scale: number): Day[] {
  const every = Math.max(1, Math.ceil(62 / scale));
  return Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, index) => from + index * every);
}

const round = (value: number): number => Math.round(value * 10) / 10;
