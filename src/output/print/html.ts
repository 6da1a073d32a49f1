import type { Tone } from '../findings/section.ts';
import { displayWidth } from '../layout/width.ts';
import { escaped, pageText } from './escape.ts';
import { columnWidths, roomOf, typeFor } from './fit.ts';
import { ganttSvg } from './gantt-svg.ts';
import { headWords, titleWords } from './line-breaks.ts';
import type { Colophon, Part, PrintDocument, RedHead } from './model.ts';
import { styleSheet } from './style-sheet.ts';
import { attachmentLines } from './text.ts';

/**
 * One self-contained page: no script, no network, readable on a phone and in the dark, printed as A4. Nothing in a text of
 * the plan is taken for markup.
 */
export function printHtml(document: PrintDocument): string {
  const { title, language, style, orientation, parts, redHead, colophon, whole } = document;
  const sheet: Sheet = { ...SHEETS[style], width: WIDTHS[style][orientation] };
  const heading = wordsHtml(titleWords(title, roomOf(sheet.width, sheet.title), whole));
  return `<!DOCTYPE html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${styleSheet(style, orientation)}${parts.some(hasBars) ? BARS : ''}</style>
</head>
<body class="${style}">
<main>
${redHead ? redHeadHtml(redHead) : ''}<h1>${heading}</h1>
${parts.map(part => partHtml(part, sheet)).join('\n')}
${colophon ? colophonHtml(colophon) : ''}</main>
</body>
</html>
`;
}

function redHeadHtml({ secrecy, urgency, mark, number }: RedHead): string {
  const above = [secrecy, urgency].filter(text => text !== undefined);
  return `<header class="red-head">
<p class="flush">${above.map(pageText).join('<br>')}</p>
<p class="mark">${pageText(mark)}</p>
<p class="center">${pageText(number)}</p>
</header>
`;
}

const colophonHtml = ({ copies, printedBy, printedOn }: Colophon): string => `<footer class="colophon">
${copies === undefined ? '' : `<p>${pageText(copies)}</p>\n`}<p><span>${pageText(printedBy)}</span><span>${pageText(printedOn)}</span></p>
</footer>
`;

const classOf = (tone: Tone | undefined): string => (tone ? ` class="${tone}"` : '');

/** What a page is on paper: the width of its text, and the type of its title and its tables, in points. */
interface Sheet {
  width: number;
  title: number;
  table: number;
}

const SHEETS: Record<PrintDocument['style'], Omit<Sheet, 'width'>> = {
  official: { title: 22, table: 12 },
  sheet: { title: 16, table: 10.5 },
};

const millimetres = (value: number): number => (value * 72) / 25.4;

const WIDTHS: Record<PrintDocument['style'], Record<PrintDocument['orientation'], number>> = {
  official: { portrait: millimetres(156), landscape: millimetres(225) },
  sheet: { portrait: millimetres(180), landscape: millimetres(267) },
};

/** Words between which a line may end. */
const wordsHtml = (words: readonly string[]): string => words.map(pageText).join('<wbr>');

const headHtml = (text: string): string =>
  text
    .split('\n')
    .map(line => wordsHtml(headWords(line)))
    .join('<br>');

/** One part of a page; what it is on paper, where it is to be printed. */
export function partHtml(part: Part, sheet?: Sheet): string {
  switch (part.kind) {
    case 'heading': {
      const tag = `h${part.level + 1}`;
      return `<${tag}${part.newPage ? ' class="new-page"' : ''}>${pageText(part.text)}</${tag}>`;
    }
    case 'title':
      return `${part.label ? `<p class="label new-page">${pageText(part.label)}</p>\n` : ''}<h2 class="title${part.label ? '' : ' new-page'}">${pageText(part.text)}</h2>`;
    case 'paragraph':
      return paragraphHtml(part);
    case 'list':
      return `<ol>\n${part.items
        .map(
          ({ text, tone, details }) =>
            `<li><span${classOf(tone)}>${pageText(text)}</span>${details.map(detail => `<br><small>${pageText(detail)}</small>`).join('')}</li>`,
        )
        .join('\n')}\n</ol>`;
    case 'table':
      return tableHtml(part, sheet);
    case 'form':
      return formHtml(part);
    case 'gantt':
      return `<h2>${pageText(part.chart.title)}</h2>\n${ganttSvg(part.chart)}`;
    case 'signature':
      return `<p class="signature">${part.labels.map(label => `<span>${pageText(label)}：<i></i></span>`).join('')}</p>`;
    case 'attachments':
      return `<p class="attachments">${attachmentLines(part.label, part.names).map(pageText).join('<br>')}</p>`;
    case 'issuer':
      return `<p class="issuer"><span>${pageText(part.organization)}</span><br><span>${pageText(part.date)}</span></p>`;
  }
}

function paragraphHtml({ text, tone, lead, align, flush }: Extract<Part, { kind: 'paragraph' }>): string {
  const classes = [tone, align, flush && 'flush'].filter(name => name !== undefined).join(' ');
  const attribute = classes === '' ? '' : ` class="${classes}"`;
  if (lead === undefined) return `<p${attribute}>${pageText(text)}</p>`;
  const [head, rest] = leadOf(text);
  return `<p${attribute}><b class="lead${lead}">${pageText(head)}</b>${pageText(rest)}</p>`;
}

/** A paragraph's first sentence, which serves as its heading, and the rest. */
export function leadOf(text: string): [head: string, rest: string] {
  const end = text.indexOf('。');
  return end < 0 || end > 60 ? ['', text] : [text.slice(0, end + 1), text.slice(end + 1)];
}

/** A table that is wider than a phone scrolls by itself, with the keyboard too. */
const region = (name: string): string =>
  `<div class="table" role="region" tabindex="0" aria-label="${escaped(name)}">`;

/** A text with the line breaks that it has itself. */
const linesHtml = (text: string): string => text.split('\n').map(pageText).join('<br>');

/** Rows that are written into by hand are as high on paper as on the screen. */
const high = (millimetres: number | undefined): string =>
  millimetres === undefined ? '' : ` style="height: ${millimetres}mm"`;

function formHtml({ name, rows }: Extract<Part, { kind: 'form' }>): string {
  const body = rows.map(({ cells, height }) => {
    const inside = cells.map(({ text, label, span = 1, signed }) => {
      const wide = (span > 1 ? ` colspan="${span}"` : '') + (signed ? ' class="signed"' : '');
      return label ? `<th scope="row"${wide}>${headHtml(text)}</th>` : `<td${wide}>${linesHtml(text)}</td>`;
    });
    return `<tr${high(height)}>${inside.join('')}</tr>`;
  });
  return `${region(name)}<table class="form" aria-label="${escaped(name)}">
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}

/** A share as a bar, beside the number that says the same. */
const barHtml = (bar: number | undefined): string =>
  bar === undefined ? '' : `<i class="share" style="width: ${Math.round(bar * 100)}%"></i>`;

/** What bars look like, and the wide tables that they stand in: on the screen these scroll, on paper they are set smaller. */
export const BARS = `
.share { display: block; height: 3px; margin-top: 2px; background: var(--bar); print-color-adjust: exact; }
.number { white-space: nowrap; }
@media print { table:has(.share) { font-size: 7pt; } table:has(.share) :is(th, td) { padding: .5mm; white-space: normal; } }`;

const hasBars = (part: Part): boolean =>
  part.kind === 'table' && [...part.rows].some(row => row.some(({ bar }) => bar !== undefined));

/** On paper a table is as wide as the text, its columns as in Word. */
function paperLook(
  { columns, rows, type }: Extract<Part, { kind: 'table' }>,
  { width, table }: Sheet,
): { type: number; cols: string } {
  const size = typeFor(columns, rows, width, type ?? table);
  const shares = columnWidths(columns, rows, roomOf(width, size), 1000);
  const cols = shares.map(share => `<col style="width: ${(share / 10).toFixed(1)}%">`);
  return { type: size, cols: `<colgroup>${cols.join('')}</colgroup>\n` };
}

function tableHtml(part: Extract<Part, { kind: 'table' }>, sheet: Sheet | undefined): string {
  const { name, columns, rows, rowHeight } = part;
  const look = sheet && !hasBars(part) ? paperLook(part, sheet) : undefined;
  const right = (index: number) => columns[index]?.align === 'right';
  const heads = columns.map(
    ({ title, align }) => `<th scope="col"${align ? ' class="number"' : ''}>${headHtml(title)}</th>`,
  );
  const body = Array.from(rows, row => {
    const cells = row.map(({ text, tone, bar }, index) => {
      const short = displayWidth(text) <= 14 ? 'short' : undefined;
      const classes = [tone, right(index) ? 'number' : short].filter(each => each !== undefined).join(' ');
      return `<td${classes === '' ? '' : ` class="${classes}"`}>${linesHtml(text)}${barHtml(bar)}</td>`;
    });
    return `<tr${high(rowHeight)}>${cells.join('')}</tr>`;
  });
  const fitted = look ? ` class="fitted" style="--type: ${look.type}pt"` : '';
  return `${region(name)}<table${fitted} aria-label="${escaped(name)}">
${look?.cols ?? ''}<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}
