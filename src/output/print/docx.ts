import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeightRule,
  type IRunOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { unzipSync } from 'fflate';
import type { Cell, Column, Tone } from '../findings/rows.ts';
import { visible } from '../layout/clean.ts';
import { displayWidth } from '../layout/width.ts';
import { coreProperties } from '../workbook/write.ts';
import { columnWidths, titleLines } from './fit.ts';
import { leadOf } from './html.ts';
import type { Gantt, Part, PrintDocument } from './model.ts';
import { attachmentLines } from './text.ts';
import { stableZip } from './zip.ts';

/** Millimetres as twentieths of a point, in which Word measures pages; points likewise. */
const mm = (value: number): number => Math.round((value * 1440) / 25.4);
const pt = (value: number): number => Math.round(value * 20);

/**
 * Faces of the standard. Where one is not installed Word and WPS take their own substitute for it; the names are those
 * under which offices' machines have them.
 */
const FACE = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  hei: '黑体',
  kai: '楷体_GB2312',
  number: 'Times New Roman',
};

const font = (face: string) => ({ ascii: FACE.number, hAnsi: FACE.number, eastAsia: face, cs: FACE.number });

/** Paper, margins and type of the two styles; `official` is GB/T 9704-2012: 156 × 225 mm, 22 lines of 28 characters. */
interface Look {
  margin: { top: number; right: number; bottom: number; left: number; header: number; footer: number };
  title: { face: string; size: number };
  body: { face: string; size: number };
  table: { face: string; size: number };
  /** exact distance of lines in points; natural where absent */
  line?: number;
  /** characters by which first lines are indented */
  indent: number;
}

const LOOKS: Record<PrintDocument['style'], Look> = {
  official: {
    // The dash of the page number stands 7 mm below the type area.
    margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28), header: mm(15), footer: mm(24) },
    title: { face: FACE.title, size: 22 },
    body: { face: FACE.body, size: 16 },
    table: { face: FACE.body, size: 12 },
    line: 28,
    indent: 2,
  },
  sheet: {
    margin: { top: mm(25), right: mm(20), bottom: mm(20), left: mm(20), header: mm(12), footer: mm(12) },
    title: { face: FACE.title, size: 18 },
    body: { face: FACE.body, size: 12 },
    table: { face: FACE.body, size: 10.5 },
    indent: 0,
  },
};

/** Tables of more columns than this are set smaller. */
const WIDE = 6;

const GREYS: Record<'planned' | 'done' | 'critical' | 'rest', string> = {
  planned: '7F9DB9',
  done: 'BFBFBF',
  critical: '404040',
  rest: 'EDEDED',
};

/** The document for Word and WPS. The same document gives the same bytes. */
export async function printDocx(print: PrintDocument): Promise<Uint8Array> {
  const document = new DocxDocument(print).build();
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
  const { title, day } = print;
  return stableZip({ ...parts, 'docProps/core.xml': coreProperties({ title: clean(title), made: day }) });
}

class DocxDocument {
  private readonly print: PrintDocument;
  private readonly look: Look;
  /** of the type area, in twips */
  private readonly width: number;

  constructor(print: PrintDocument) {
    this.print = print;
    this.look = LOOKS[print.style];
    const { left, right } = this.look.margin;
    this.width = mm(print.orientation === 'landscape' ? 297 : 210) - left - right;
  }

  build(): Document {
    const { title, parts, language } = this.print;
    const { body, line } = this.look;
    return new Document({
      title: clean(title),
      creator: 'plan',
      lastModifiedBy: 'plan',
      evenAndOddHeaderAndFooters: true,
      styles: {
        default: {
          document: {
            run: {
              font: font(body.face),
              size: body.size * 2,
              language: { value: 'en-US', eastAsia: language === 'zh' ? 'zh-CN' : 'en-US' },
            },
            paragraph: line ? { spacing: { line: pt(line), lineRule: LineRuleType.EXACT } } : {},
          },
        },
      },
      sections: [
        {
          ...this.page(),
          children: [this.title(title), ...parts.flatMap((part, index) => this.part(part, parts[index + 1]))],
        },
      ],
    });
  }

  /** Page numbers as `— 1 —`: on the right of odd pages and on the left of even ones, one character from the edge. */
  private page(): Omit<ISectionOptions, 'children'> {
    const { margin } = this.look;
    const landscape = this.print.orientation === 'landscape';
    const number = (alignment: 'left' | 'right') =>
      new Footer({
        children: [
          new Paragraph({
            alignment,
            indent: alignment === 'left' ? { left: pt(14) } : { right: pt(14) },
            spacing: { line: pt(16), lineRule: LineRuleType.EXACT },
            children: [
              new TextRun({
                children: ['— ', PageNumber.CURRENT, ' —'],
                size: 28,
                font: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' },
              }),
            ],
          }),
        ],
      });
    return {
      properties: {
        page: {
          size: {
            // The library turns the paper itself.
            width: mm(210),
            height: mm(297),
            orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
          margin,
        },
      },
      footers: { default: number('right'), even: number('left') },
    };
  }

  private title(text: string): Paragraph {
    const { face, size } = this.look.title;
    return new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: pt(size * 1.5), lineRule: LineRuleType.EXACT, after: pt(size) },
      keepNext: true,
      children: titleLines(text, Math.floor(this.width / pt(size / 2))).map((line, index) =>
        run(line, { size: size * 2, font: font(face), ...(index > 0 ? { break: 1 } : {}) }),
      ),
    });
  }

  private part(part: Part, next: Part | undefined): FileChild[] {
    switch (part.kind) {
      case 'heading':
        return [this.heading(part)];
      case 'paragraph':
        // A page must not hold the sender alone.
        return [this.paragraph(part, next?.kind === 'issuer' || next?.kind === 'table')];
      case 'list':
        return part.items.flatMap(({ text, tone, details }, index) => [
          this.text([run(`${index + 1}. ${text}`, { bold: isGrave(tone) })], {
            keepNext: details.length > 0,
          }),
          ...details.map(detail => this.text([run(detail)], { left: 2 })),
        ]);
      case 'table':
        // Word ends a document with a paragraph, and one that does not fit would be a page of its own.
        return [this.table(part.columns, part.rows), this.gap(next === undefined ? 1 : 8)];
      case 'gantt':
        return this.gantt(part.chart);
      case 'signature':
        return [
          new Paragraph({
            spacing: { before: pt(36) },
            children: [run(part.labels.map(label => `${label}：____________`).join('　'))],
          }),
        ];
      case 'attachments':
        return attachmentLines(part.label, part.names).map((line, index) =>
          this.text([run(line)], {
            indent: 2,
            keepNext: true,
            before: index === 0 ? (this.look.line ?? 18) : 0,
          }),
        );
      case 'issuer':
        return this.issuer(part.organization, part.date);
    }
  }

  private heading({ level, text, newPage }: Extract<Part, { kind: 'heading' }>): Paragraph {
    const { body, indent } = this.look;
    const face = [FACE.hei, FACE.kai, FACE.body][level - 1]!;
    return new Paragraph({
      keepNext: true,
      pageBreakBefore: newPage ?? false,
      outlineLevel: level - 1,
      indent: { firstLine: pt(body.size * indent) },
      spacing: this.look.line ? this.spacing() : { before: pt(10), after: pt(4) },
      children: [run(text, { font: font(face), bold: indent === 0 })],
    });
  }

  private paragraph(
    { text, tone, lead, align }: Extract<Part, { kind: 'paragraph' }>,
    keepNext: boolean,
  ): Paragraph {
    const [head, rest] = lead === undefined ? ['', text] : leadOf(text);
    const runs = [
      ...(head === '' ? [] : [run(head, { font: font(lead === 2 ? FACE.kai : FACE.body) })]),
      run(rest, { bold: isGrave(tone) }),
    ];
    return this.text(runs, { align, keepNext });
  }

  private text(
    children: TextRun[],
    options: {
      align?: 'center' | 'right';
      left?: number;
      indent?: number;
      before?: number;
      keepNext?: boolean;
    } = {},
  ): Paragraph {
    const { body, indent } = this.look;
    const first = options.indent ?? (options.align || options.left ? 0 : indent);
    return new Paragraph({
      alignment: options.align ?? AlignmentType.BOTH,
      keepNext: options.keepNext ?? false,
      indent: { firstLine: pt(body.size * first), left: pt(body.size * (options.left ?? 0)) },
      spacing: { ...this.spacing(), before: pt(options.before ?? 0) },
      children,
    });
  }

  private spacing() {
    const { line } = this.look;
    return line ? { line: pt(line), lineRule: LineRuleType.EXACT } : {};
  }

  /** Something between two tables, which Word would otherwise join. */
  private gap(points: number): Paragraph {
    return new Paragraph({ spacing: { line: pt(points), lineRule: LineRuleType.EXACT }, children: [] });
  }

  /** The sender on the right, the date below it two characters further right. */
  private issuer(organization: string, date: string): Paragraph[] {
    const { size } = this.look.body;
    const right = Math.max(2, 2 + (displayWidth(date) - displayWidth(organization)) / 4);
    const line = (text: string, characters: number, before: number) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        keepNext: before > 0,
        indent: { right: pt(size * characters) },
        spacing: { ...this.spacing(), before: pt(before) },
        children: [run(text)],
      });
    return [line(organization, right, 56), line(date, 2, 0)];
  }

  private table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table {
    // A terminal's column is half as wide as the type is high.
    const { face } = this.look.table;
    const size = columns.length > WIDE ? Math.min(10.5, this.look.table.size) : this.look.table.size;
    const widths = columnWidths(columns, rows, Math.floor(this.width / pt(size / 2)), this.width);
    const cell = (text: string, index: number, options: { head?: boolean; tone?: Tone | undefined }) =>
      new TableCell({
        width: { size: widths[index]!, type: WidthType.DXA },
        verticalAlign: VerticalAlign.CENTER,
        margins: { left: 60, right: 60, top: 30, bottom: 30 },
        children: [this.cellText(text, columns[index]!, { ...options, face, size })],
      });
    return new Table({
      width: { size: this.width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map(({ title }, index) => cell(title, index, { head: true })),
        }),
        ...rows.map(
          row =>
            new TableRow({
              cantSplit: true,
              children: row.map(({ text, tone }, index) => cell(text, index, { tone })),
            }),
        ),
      ],
    });
  }

  /** Short words are centred, sentences and lists stand to the left. */
  private cellText(
    text: string,
    column: Column,
    { head, tone, face, size }: { head?: boolean; tone?: Tone | undefined; face: string; size: number },
  ): Paragraph {
    const short = displayWidth(text) <= 12;
    return new Paragraph({
      alignment: column.align ?? (short || head ? AlignmentType.CENTER : AlignmentType.LEFT),
      spacing: { line: pt(size * 1.35), lineRule: LineRuleType.EXACT },
      children: [run(text, { size: size * 2, font: font(head ? FACE.hei : face), bold: isGrave(tone) })],
    });
  }

  /** A column for each day, or for as many days as leave a column of 3 mm. */
  private gantt({ title, from, to, bars, rest, label, legend }: Gantt): FileChild[] {
    const names = mm(45);
    const days = to - from + 1;
    const each = Math.max(1, Math.ceil(days / Math.floor((this.width - names) / mm(3))));
    const count = Math.ceil(days / each);
    const width = Math.floor((this.width - names) / count);
    const off = new Set(rest);
    const shade = (fill: string | undefined) =>
      fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } };
    const slot = (fill: string | undefined) =>
      new TableCell({
        width: { size: width, type: WidthType.DXA },
        ...shade(fill),
        children: [this.small('')],
      });
    const name = (text: string) =>
      new TableCell({
        width: { size: names, type: WidthType.DXA },
        margins: { left: 60, right: 60 },
        children: [this.small(text)],
      });
    const rows = bars.map(
      bar =>
        new TableRow({
          cantSplit: true,
          height: { value: pt(15), rule: HeightRule.ATLEAST },
          children: [
            name(bar.name),
            ...Array.from({ length: count }, (_, index) => {
              const first = from + index * each;
              if (bar.from < first + each && bar.to >= first) return slot(GREYS[bar.state]);
              return slot(each === 1 && off.has(first) ? GREYS.rest : undefined);
            }),
          ],
        }),
    );
    const head = new TableRow({
      tableHeader: true,
      children: [
        name(''),
        new TableCell({
          columnSpan: count,
          children: [this.small(`${label(from)} — ${label(to)}`)],
        }),
      ],
    });
    const border = { style: BorderStyle.SINGLE, size: 2, color: 'A0A0A0' };
    const used = new Set(bars.map(({ state }) => state));
    const key = (['planned', 'critical', 'done'] as const)
      .filter(state => used.has(state))
      .flatMap(state => [
        run('　　', { shading: { type: ShadingType.CLEAR, color: 'auto', fill: GREYS[state] } }),
        run(` ${legend[state]}　`),
      ]);
    return [
      this.heading({ kind: 'heading', level: 1, text: title }),
      new Table({
        width: { size: names + width * count, type: WidthType.DXA },
        columnWidths: [names, ...Array.from({ length: count }, () => width)],
        layout: TableLayoutType.FIXED,
        borders: {
          top: border,
          bottom: border,
          left: border,
          right: border,
          insideHorizontal: border,
          insideVertical: border,
        },
        rows: [head, ...rows],
      }),
      new Paragraph({ spacing: { before: pt(6) }, children: key }),
    ];
  }

  private small(text: string): Paragraph {
    return new Paragraph({
      spacing: { line: pt(13), lineRule: LineRuleType.EXACT },
      children: text === '' ? [] : [run(text, { size: 18 })],
    });
  }
}

const isGrave = (tone: Tone | undefined): boolean => tone === 'error' || tone === 'warning';

/** Text without what XML cannot hold and nobody could see. */
const clean = (text: string): string => visible(text, { oneLine: true });

const run = (text: string, options: IRunOptions = {}): TextRun =>
  new TextRun({ ...options, text: clean(text) });
