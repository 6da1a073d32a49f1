import { visible } from '../layout/clean.ts';
import { table } from '../layout/table.ts';
import { wrap } from '../layout/wrap.ts';
import type { ReportOptions } from './run.ts';
import type { Cell, Section } from './section.ts';

/** A section for the terminal: heading, sentences, table, notes. */
export function sectionText(
  { heading, lines, columns, rows, notes }: Section,
  options: ReportOptions,
): string {
  const { width, ambiguous, paint } = options;
  const style = (tone: Cell['tone']) => tone && paint[tone];
  const head = columns.map(({ title }) => title);
  const cells = rows.map(row => row.map(({ text, tone }) => ({ text, style: style(tone) })));
  return [
    paint.strong(paragraph(heading, options)),
    ...lines.map(line => paragraph(line, options)),
    ...(rows.length > 0 ? [table({ head, rows: cells, columns, width, ambiguous })] : []),
    ...notes.map(({ text, tone }) => (style(tone) ?? plain)(paragraph(text, options))),
  ].join('\n');
}

/** A sentence wrapped to the width, with nothing hidden in it. */
export const paragraph = (content: string, { width, ambiguous }: ReportOptions): string =>
  wrap(visible(content, { oneLine: true }), width, { ambiguous }).join('\n');

const plain = (line: string): string => line;
