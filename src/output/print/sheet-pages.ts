import type { Cell, Column, Tone } from '../findings/section.ts';
import { visible } from '../layout/clean.ts';
import type { SheetCell, Style } from '../workbook/model.ts';
import type { Part, PrintDocument } from './model.ts';
import { attachmentLines, formLines } from './text.ts';

/** One sheet: what stands above the table, the table, and what stands below it. */
export interface Page {
  name: string;
  above: SheetCell[];
  columns: readonly Column[];
  rows: Iterable<readonly Cell[]>;
  /** of rows that are written into by hand, in millimetres */
  rowHeight?: number | undefined;
  below: SheetCell[];
}

const COLOUR: Partial<Record<Tone, string>> = {
  good: '#176B2C',
  warning: '#8A5200',
  error: '#B3160E',
  faint: '#5F5F5F',
};

/**
 * A sheet for each section with a table, and for each further table in it; what has none stands on the first sheet, so
 * that nobody has to look for single sentences. A title with a line or two has no sheet to itself.
 */
export function pagesOf({ title, parts }: PrintDocument): Page[] {
  const taken = new Set<string>();
  const pages: Page[] = [];
  const begin = (name: string, above: SheetCell[]): Page => {
    const page: Page = { name: sheetName(name, taken), above, columns: [], rows: [], below: [] };
    pages.push(page);
    return page;
  };
  const first = begin(title, [titleCell(title)]);
  for (const section of sectionsOf(parts)) {
    const hasTable = section.some(({ kind }) => kind === 'table');
    const [head] = section;
    let page =
      hasTable && (head?.kind === 'heading' || head?.kind === 'title') ? begin(head.text, []) : first;
    for (const part of section) {
      const cells = cellsOf(part);
      if (part.kind !== 'table') {
        (page.columns.length > 0 ? page.below : page.above).push(...cells);
        continue;
      }
      if (page.columns.length > 0) page = begin(part.name, []);
      page.columns = part.columns;
      page.rows = part.rows;
      page.rowHeight = part.rowHeight;
    }
  }
  const [, second] = pages;
  if (second && first.columns.length === 0 && first.above.length <= FEW_LINES) {
    second.above = [...first.above, ...second.above];
    pages.shift();
  }
  return pages;
}

/** So many lines at the head of a workbook stand above its first table. */
const FEW_LINES = 4;

/**
 * What stands before the first heading of the first level, the first one with a table of its own, or the next title, and each
 * of them with what follows it.
 */
function sectionsOf(parts: readonly Part[]): Part[][] {
  const sections: Part[][] = [[]];
  for (const [index, part] of parts.entries()) {
    const begins = part.kind === 'heading' && (part.level === 1 || parts[index + 1]?.kind === 'table');
    if (part.kind === 'title' || begins) sections.push([]);
    sections.at(-1)!.push(part);
  }
  return sections;
}

function cellsOf(part: Part): SheetCell[] {
  const text = (value: string, style: Style = {}): SheetCell => textCell(value, style);
  switch (part.kind) {
    case 'heading':
      return [text(part.text, { bold: true, size: part.level === 1 ? 14 : 12 })];
    case 'title':
      return [
        ...(part.label ? [text(part.label)] : []),
        text(part.text, { bold: true, size: 16, align: 'center' }),
      ];
    case 'form':
      return formLines(part.rows).map(line => text(line));
    case 'paragraph':
      return [text(part.text, toneStyle(part.tone))];
    case 'list':
      return part.items.flatMap(({ text: told, tone, details }, index) => [
        text(`${index + 1}. ${told}`, { ...toneStyle(tone) }),
        ...details.map(detail => text(`　　${detail}`, { color: COLOUR.faint })),
      ]);
    case 'signature':
      return [text(''), text(part.labels.map(label => `${label}：____________`).join('　'))];
    case 'attachments':
      return attachmentLines(part.label, part.names).map(line => text(line));
    case 'issuer':
      return [text(part.organization, { align: 'right' }), text(part.date, { align: 'right' })];
    case 'gantt':
    case 'table':
      return [];
  }
}

const titleCell = (value: string): SheetCell => textCell(value, { bold: true, size: 16 });

export const textCell = (value: string, style: Style = {}): SheetCell => ({
  value: visible(value, { oneLine: true }),
  style: { vertical: 'center', ...style },
});

export const toneStyle = (tone: Tone | undefined): Style =>
  tone
    ? {
        color: COLOUR[tone],
        ...(tone === 'error' || tone === 'warning' ? { bold: true } : {}),
      }
    : {};

/** A name that a spreadsheet allows (31 characters, without some marks) and no other sheet has. */
function sheetName(text: string, taken: Set<string>): string {
  const base =
    visible(text, { oneLine: true })
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 28) || '-';
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base} ${number}`;
  taken.add(name.toLowerCase());
  return name;
}
