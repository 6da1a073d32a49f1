import type { ReportOptions } from '../findings/run.ts';
import { paragraph } from '../findings/section-text.ts';
import { visible } from '../layout/clean.ts';
import { table } from '../layout/table.ts';
import { displayWidth } from '../layout/width.ts';
import { wrapHanging } from '../layout/wrap.ts';
import { ganttText } from './gantt-text.ts';
import type { FormRow, Part, PrintDocument } from './model.ts';

/** What stands apart from what is before it. */
const APART: ReadonlySet<Part['kind']> = new Set([
  'heading',
  'title',
  'form',
  'signature',
  'attachments',
  'issuer',
  'gantt',
]);

/** The document for a terminal. */
export function printText(print: PrintDocument, options: ReportOptions): string {
  const { title, parts } = print;
  const { head, foot } = frameLines(print);
  const block = (lines: readonly string[]) =>
    lines.length > 0 ? [lines.map(each => paragraph(each, options)).join('\n')] : [];
  const blocks = [...block(head), options.paint.strong(paragraph(title, options))];
  let previous: Part['kind'] = 'heading';
  for (const part of parts) {
    const text = partText(part, options);
    // What belongs to a heading stands right below it.
    const joins = previous !== 'table' && previous !== 'list' && !APART.has(part.kind);
    if (joins) blocks.push(`${blocks.pop()}\n${text}`);
    else blocks.push(text);
    previous = part.kind;
  }
  return `${[...blocks, ...block(foot)].join('\n\n')}\n`;
}

/** The lines above the title and below the text of an official document, where a format has no layout for them. */
export const frameLines = ({ redHead, colophon }: PrintDocument): { head: string[]; foot: string[] } => {
  const lines = (texts: readonly (string | undefined)[]) => texts.filter(text => text !== undefined);
  return {
    head: redHead ? lines([redHead.secrecy, redHead.urgency, redHead.mark, redHead.number]) : [],
    foot: colophon ? lines([colophon.copies, `${colophon.printedBy}　${colophon.printedOn}`]) : [],
  };
};

function partText(part: Part, options: ReportOptions): string {
  const { paint, width, ambiguous } = options;
  const style = (tone: keyof typeof paint | undefined) => tone && paint[tone];
  switch (part.kind) {
    case 'heading':
      return paint.strong(paragraph(part.text, options));
    case 'title':
      return [part.label, part.text]
        .filter(line => line !== undefined)
        .map(line => paint.strong(paragraph(line, options)))
        .join('\n');
    case 'paragraph':
      return (style(part.tone) ?? same)(paragraph(part.text, options));
    case 'list':
      return part.items
        .map(({ text, tone, details }, index) => {
          const number = `${String(index + 1).padStart(2)}. `;
          const head = wrapHanging(number, visible(text, ONE_LINE), width, { ambiguous });
          const rest = details.map(detail =>
            wrapHanging('    ', visible(detail, ONE_LINE), width, { ambiguous }),
          );
          return [(style(tone) ?? same)(head), ...rest.map(paint.faint)].join('\n');
        })
        .join('\n');
    case 'table': {
      const rows = Array.from(part.rows, row => row.map(({ text, tone }) => ({ text, style: style(tone) })));
      const head = part.columns.map(({ title }) => title);
      return table({ head, rows, columns: part.columns, width, ambiguous });
    }
    case 'form':
      return formLines(part.rows)
        .map(line => paragraph(line, options))
        .join('\n');
    case 'gantt':
      return ganttText(part.chart, options);
    case 'signature':
      return paragraph(part.labels.map(label => `${label}：${'_'.repeat(10)}`).join('  '), options);
    case 'attachments':
      return attachmentLines(part.label, part.names)
        .map(line => paragraph(line, options))
        .join('\n');
    case 'issuer':
      return [part.organization, part.date]
        .map(line => ' '.repeat(Math.max(0, width - 4 - displayWidth(line, { ambiguous }))) + line)
        .join('\n');
  }
}

/** `附件：1. 名额表`, the others below it. */
export const attachmentLines = (label: string, names: readonly string[]): string[] =>
  names.length === 1
    ? [`${label}${names[0]}`]
    : names.map((name, index) => `${index === 0 ? label : '　　　'}${index + 1}. ${name}`);

/** `姓名：王芳　性别：女`, a line for each row; what is not known is a blank. */
export const formLines = (rows: readonly FormRow[]): string[] =>
  rows.map(({ cells }) =>
    cells
      .map(({ text, label }) => (label ? `${text}：` : `${text || '________'}　`))
      .join('')
      .trimEnd(),
  );

const same = (text: string): string => text;
const ONE_LINE = { oneLine: true };
