import type { Cell, Column, Tone } from '../findings/rows.ts';
import { displayWidth } from '../layout/width.ts';
import { escaped } from './escape.ts';
import { ganttSvg } from './gantt-svg.ts';
import type { Part, PrintDocument } from './model.ts';
import { styleSheet } from './style-sheet.ts';
import { attachmentLines } from './text.ts';

/**
 * One self-contained page: no script, no network, readable on a phone and in the dark, printed as A4. Nothing in a text of
 * the plan is taken for markup.
 */
export function printHtml(document: PrintDocument): string {
  const { title, language, style, orientation, parts } = document;
  return `<!DOCTYPE html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${styleSheet(style, orientation)}</style>
</head>
<body class="${style}">
<main>
<h1>${escaped(title)}</h1>
${parts.map(partHtml).join('\n')}
</main>
</body>
</html>
`;
}

const classOf = (tone: Tone | undefined): string => (tone ? ` class="${tone}"` : '');

/** One part of a page. */
export function partHtml(part: Part): string {
  switch (part.kind) {
    case 'heading': {
      const tag = `h${part.level + 1}`;
      return `<${tag}${part.newPage ? ' class="new-page"' : ''}>${escaped(part.text)}</${tag}>`;
    }
    case 'paragraph':
      return paragraphHtml(part);
    case 'list':
      return `<ol>\n${part.items
        .map(
          ({ text, tone, details }) =>
            `<li><span${classOf(tone)}>${escaped(text)}</span>${details.map(detail => `<br><small>${escaped(detail)}</small>`).join('')}</li>`,
        )
        .join('\n')}\n</ol>`;
    case 'table':
      return tableHtml(part.name, part.columns, part.rows);
    case 'gantt':
      return `<h2>${escaped(part.chart.title)}</h2>\n${ganttSvg(part.chart)}`;
    case 'signature':
      return `<p class="signature">${part.labels.map(label => `<span>${escaped(label)}：<i></i></span>`).join('')}</p>`;
    case 'attachments':
      return `<p class="attachments">${attachmentLines(part.label, part.names).map(escaped).join('<br>')}</p>`;
    case 'issuer':
      return `<p class="issuer"><span>${escaped(part.organization)}</span><br><span>${escaped(part.date)}</span></p>`;
  }
}

function paragraphHtml({ text, tone, lead, align }: Extract<Part, { kind: 'paragraph' }>): string {
  const classes = [tone, align].filter(name => name !== undefined).join(' ');
  const attribute = classes === '' ? '' : ` class="${classes}"`;
  if (lead === undefined) return `<p${attribute}>${escaped(text)}</p>`;
  const [head, rest] = leadOf(text);
  return `<p${attribute}><b class="lead${lead}">${escaped(head)}</b>${escaped(rest)}</p>`;
}

/** A paragraph's first sentence, which serves as its heading, and the rest. */
export function leadOf(text: string): [head: string, rest: string] {
  const end = text.indexOf('。');
  return end < 0 || end > 60 ? ['', text] : [text.slice(0, end + 1), text.slice(end + 1)];
}

function tableHtml(name: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const right = (index: number) => columns[index]?.align === 'right';
  const heads = columns.map(
    ({ title, align }) => `<th scope="col"${align ? ' class="number"' : ''}>${escaped(title)}</th>`,
  );
  const body = rows.map(row => {
    const cells = row.map(({ text, tone }, index) => {
      const short = displayWidth(text) <= 14 ? 'short' : undefined;
      const classes = [tone, right(index) ? 'number' : short].filter(each => each !== undefined).join(' ');
      return `<td${classes === '' ? '' : ` class="${classes}"`}>${escaped(text)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="table"><table aria-label="${escaped(name)}">
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}
