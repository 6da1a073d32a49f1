import { isoOf } from '../../values/day.ts';
import { inline, line, tableLines } from '../findings/markdown.ts';
import { visible } from '../layout/clean.ts';
import type { Gantt, Part, PrintDocument } from './model.ts';
import { attachmentLines, formLines, frameLines } from './text.ts';

/** The document as GitHub-flavoured Markdown; the chart is drawn by Mermaid where that is understood. */
export const printMarkdown = (print: PrintDocument): string => [...markdownPieces(print)].join('');

/** The same in pieces, for tables of forty thousand rows. */
export function* markdownPieces(print: PrintDocument): Generator<string> {
  const { head, foot } = frameLines(print);
  const block = (lines: readonly string[]) => lines.map(line).join('  \n');
  if (head.length > 0) yield `${block(head)}\n\n`;
  yield `# ${inline(print.title)}\n`;
  for (const part of print.parts) {
    yield '\n';
    if (part.kind === 'table') for (const row of tableLines(part.columns, part.rows)) yield `${row}\n`;
    else yield `${partMarkdown(part)}\n`;
  }
  if (foot.length > 0) yield `\n${block(foot)}\n`;
}

function partMarkdown(part: Exclude<Part, { kind: 'table' }>): string {
  switch (part.kind) {
    case 'heading':
      return `${'#'.repeat(part.level + 1)} ${inline(part.text)}`;
    case 'title':
      return [...(part.label ? [line(part.label)] : []), `## ${inline(part.text)}`].join('\n\n');
    case 'paragraph':
      return line(part.text);
    case 'list':
      return part.items
        .map(({ text, details }, index) =>
          [`${index + 1}. ${line(text)}`, ...details.map(detail => `   - ${line(detail)}`)].join('\n'),
        )
        .join('\n');
    case 'form':
      return formLines(part.rows).map(line).join('  \n');
    case 'gantt':
      return ganttMermaid(part.chart);
    case 'signature':
      return part.labels.map(label => `${inline(label)}：\\_\\_\\_\\_\\_\\_\\_\\_`).join('　');
    case 'attachments':
      return attachmentLines(part.label, part.names).map(line).join('  \n');
    case 'issuer':
      return `${line(part.organization)}  \n${line(part.date)}`;
  }
}

/** Mermaid reads names up to a colon and comments from `%%`; its days end before the last one. */
function ganttMermaid({ title, bars }: Gantt): string {
  const lines = [
    '```mermaid',
    'gantt',
    `    title ${plain(title)}`,
    '    dateFormat YYYY-MM-DD',
    '    axisFormat %m-%d',
  ];
  let phase = '';
  for (const [index, { name, phase: own, from, to, state }] of bars.entries()) {
    if (own !== phase) lines.push(`    section ${plain(own)}`);
    phase = own;
    const tag = state === 'planned' ? '' : `${state === 'done' ? 'done' : 'crit'}, `;
    lines.push(`    ${plain(name)} :${tag}s${index + 1}, ${isoOf(from)}, ${isoOf(to + 1)}`);
  }
  return [...lines, '```'].join('\n');
}

const plain = (text: string): string =>
  visible(text, { oneLine: true })
    .replace(/[:;#%`<>]/g, char => FULL_WIDTH[char] ?? ' ')
    .trim() || '-';

const FULL_WIDTH: Record<string, string> = {
  ':': '：',
  ';': '；',
  '#': '＃',
  '%': '％',
  '<': '＜',
  '>': '＞',
};
