import type { Blob, Buffer } from 'node:buffer';
import type Stream from 'node:stream';
import writeExcelFile, { type CellObject, type Feature, type Row, type Sheet } from 'write-excel-file/node';
import { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings } from 'write-excel-file/utility';
import { isoOf } from '../../values/day.ts';
import type { Cell, Column, Tone } from '../findings/rows.ts';
import { visible } from '../layout/clean.ts';
import { displayWidth } from '../layout/width.ts';
import { wrap } from '../layout/wrap.ts';
import type { Part, PrintDocument } from './model.ts';
import { attachmentLines } from './text.ts';
import { stableZip } from './zip.ts';

/** What the library may be given as a file within the workbook. */
type Content = Stream | Buffer | Blob;

/** One sheet: what stands above the table, the table, and what stands below it. */
interface Page {
  name: string;
  above: CellObject[];
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  below: CellObject[];
}

const COLOUR: Partial<Record<Tone, string>> = {
  good: '#176B2C',
  warning: '#8A5200',
  error: '#B3160E',
  faint: '#5F5F5F',
};

/** The width of a sheet of sentences: as wide as a page of A4 takes at full size. */
const SENTENCE = 78;

const THIN = { borderStyle: 'thin', borderColor: '#808080' } as const;

/**
 * A workbook with a sheet for each table; sentences before the first table stand on a sheet of their own. Every cell is
 * text or a number, never a formula. Heads are frozen on the screen and repeated on paper, which is A4, as wide as a page.
 */
export async function printXlsx(print: PrintDocument): Promise<Uint8Array> {
  const pages = pagesOf(print);
  const sheets = pages.map(page => sheetOf(page, print.orientation));
  const bytes = await writeExcelFile(sheets, {
    fontFamily: '宋体',
    fontSize: 11,
    features: [printSetup(pages)],
  }).toBuffer();
  const made = `${isoOf(print.day)}T00:00:00Z`;
  return stableZip(new Uint8Array(bytes), (name, text) =>
    name === 'docProps/core.xml' ? text.replace(/(<dcterms:[a-z]+[^>]*>)[^<]*/g, `$1${made}`) : text,
  );
}

/**
 * A sheet for each section with a table, and for each further table in it; what has none stands on the first sheet, so
 * that nobody has to look for single sentences.
 */
function pagesOf({ title, parts }: PrintDocument): Page[] {
  const taken = new Set<string>();
  const pages: Page[] = [];
  const begin = (name: string, above: CellObject[]): Page => {
    const page: Page = { name: sheetName(name, taken), above, columns: [], rows: [], below: [] };
    pages.push(page);
    return page;
  };
  const first = begin(title, [titleCell(title)]);
  for (const section of sectionsOf(parts)) {
    const hasTable = section.some(({ kind }) => kind === 'table');
    const [head] = section;
    let page = hasTable && head?.kind === 'heading' ? begin(head.text, []) : first;
    for (const part of section) {
      const cells = cellsOf(part);
      if (part.kind !== 'table') {
        (page.columns.length > 0 ? page.below : page.above).push(...cells);
        continue;
      }
      if (page.columns.length > 0) page = begin(part.name, []);
      page.columns = part.columns;
      page.rows = part.rows;
    }
  }
  return pages;
}

/** What stands before the first heading of the first level, and each of them with what follows it. */
function sectionsOf(parts: readonly Part[]): Part[][] {
  const sections: Part[][] = [[]];
  for (const part of parts) {
    if (part.kind === 'heading' && part.level === 1) sections.push([]);
    sections.at(-1)!.push(part);
  }
  return sections;
}

function cellsOf(part: Part): CellObject[] {
  const text = (value: string, style: Partial<CellObject> = {}): CellObject => textCell(value, style);
  switch (part.kind) {
    case 'heading':
      return [text(part.text, { fontWeight: 'bold', fontSize: part.level === 1 ? 14 : 12 })];
    case 'paragraph':
      return [text(part.text, toneStyle(part.tone))];
    case 'list':
      return part.items.flatMap(({ text: told, tone, details }, index) => [
        text(`${index + 1}. ${told}`, { ...toneStyle(tone) }),
        ...details.map(detail => text(`　　${detail}`, { textColor: COLOUR.faint })),
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

const titleCell = (value: string): CellObject => textCell(value, { fontWeight: 'bold', fontSize: 16 });

const textCell = (value: string, style: Partial<CellObject> = {}): CellObject => ({
  ...style,
  type: String,
  value: visible(value, { oneLine: true }),
  alignVertical: 'center',
});

const toneStyle = (tone: Tone | undefined): Partial<CellObject> =>
  tone
    ? {
        textColor: COLOUR[tone],
        ...(tone === 'error' || tone === 'warning' ? { fontWeight: 'bold' as const } : {}),
      }
    : {};

function sheetOf(
  { name, above, columns, rows, below }: Page,
  orientation: PrintDocument['orientation'],
): Sheet<Content> {
  const width = Math.max(1, columns.length);
  // A sentence runs over the whole table; its row is as high as its lines.
  const widths = widthsOf(columns, rows);
  const total = widths.reduce((a, b) => a + b, 0);
  const sentence = (cell: CellObject): Row => {
    // Programs break lines elsewhere than we do, and what does not fit is not seen: one line to spare.
    const broken = wrap(String(cell.value), Math.max(20, total - 2)).length;
    const lines = broken > 1 ? broken + 1 : 1;
    return [
      { ...cell, columnSpan: width, wrap: true, height: lines * ((cell.fontSize ?? 11) * 1.6) },
      ...Array.from({ length: width - 1 }, () => null),
    ];
  };
  const head: Row = columns.map(({ title }) => ({
    ...textCell(title, { fontWeight: 'bold', align: 'center', wrap: true, backgroundColor: '#E8ECF0' }),
    ...THIN,
  }));
  const body: Row[] = rows.map(row => {
    const lines = Math.max(...row.map(({ text }, index) => wrap(text, widths[index]! - 2).length));
    return row.map(({ text, tone }, index) => ({
      ...valueCell(text, columns[index]!),
      ...toneStyle(tone),
      ...THIN,
      wrap: true,
      // Not every program makes a row as high as what is in it.
      ...(lines > 1 ? { height: (lines + 0.5) * 15 } : {}),
    }));
  });
  return {
    sheet: name,
    data: [...above.map(sentence), ...(columns.length > 0 ? [head] : []), ...body, ...below.map(sentence)],
    columns: (columns.length > 0 ? widthsOf(columns, rows) : [SENTENCE]).map(each => ({ width: each })),
    ...(orientation === 'landscape' ? { orientation } : {}),
    ...(columns.length > 0 ? { stickyRowsCount: above.length + 1 } : {}),
  };
}

/** Numbers stay numbers, so that they can be added up; everything else is text, whatever it begins with. */
const valueCell = (text: string, { align }: Column): CellObject =>
  align === 'right' && /^-?\d{1,15}$/.test(text)
    ? { type: Number, value: Number(text), alignVertical: 'center' }
    : textCell(text, align ? { align } : displayWidth(text) <= 12 ? { align: 'center' } : {});

/** In characters of the usual type, by what the columns hold. */
const widthsOf = (columns: readonly Column[], rows: readonly (readonly Cell[])[]): number[] =>
  columns.length === 0
    ? [SENTENCE]
    : columns.map(({ title }, index) => {
        const widest = Math.max(
          displayWidth(title),
          ...rows.map(row => displayWidth(row[index]?.text ?? '')),
        );
        return Math.min(40, Math.max(8, widest)) + 2;
      });

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

/** A4, one page wide, as many as needed long; the table's head again on each. */
function printSetup(pages: readonly Page[]): Feature<Content> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, options) => {
            const orientation = options.orientation ?? 'portrait';
            const setup = `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`;
            const margins =
              '<pageMargins left="0.6" right="0.6" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>';
            const footer = '<headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>';
            const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
            const put = (text: string, markup: string) =>
              insertElementMarkupAccordingToOrderOfSiblings(text, markup, order, 'worksheet');
            const bare = xml.replace(/<pageSetup[^>]*\/>|<pageMargins[^>]*\/>/g, '');
            const fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
            return [fit, margins, setup, footer].reduce(put, bare);
          },
        },
        'xl/workbook.xml': {
          transform: xml => {
            const titles = pages.flatMap(({ name, above, columns }, index) =>
              columns.length === 0
                ? []
                : [
                    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${attribute(name)}'!$${above.length + 1}:$${above.length + 1}</definedName>`,
                  ],
            );
            return titles.length === 0
              ? xml
              : xml.replace('</sheets>', `</sheets><definedNames>${titles.join('')}</definedNames>`);
          },
        },
      },
    },
  };
}

const attribute = (text: string): string =>
  text.replace(/[&<>]/g, char => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char]!);
