import { AlignmentType, Document, type FileChild, Packer, Paragraph, type TextRun } from 'docx';
import { unzipSync } from 'fflate';
import { displayWidth } from '../../layout/width.ts';
import { coreProperties } from '../../workbook/write.ts';
import { leadOf } from '../html.ts';
import { paperWidth, titleLines } from '../line-breaks.ts';
import type { Part, PrintDocument } from '../model.ts';
import { attachmentLines } from '../text.ts';
import { stableZip } from '../zip.ts';
import { fontTable } from './fonts.ts';
import { ganttKey, ganttTable } from './gantt.ts';
import { clean, exactly, FACE, font, isGrave, LOOKS, type Look, marginOf, mm, pt, runs } from './look.ts';
import { pageOf } from './page.ts';
import { colophon, redHead } from './red-head.ts';
import { settingsPart, stylesPart } from './styles.ts';
import { form, type Room, table } from './tables.ts';

/** The document for Word and WPS. The same document gives the same bytes. */
export async function printDocx(print: PrintDocument): Promise<Uint8Array> {
  const document = new DocxDocument(print).build();
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
  const { title, day } = print;
  return stableZip({
    ...parts,
    'docProps/core.xml': coreProperties({ title: clean(title), made: day }),
    'word/fontTable.xml': fontTable(),
    'word/styles.xml': stylesPart(LOOKS[print.style], print.language),
    'word/settings.xml': settingsPart(),
  });
}

/** The width of a line in characters. */
const widthOf = (text: string): number => paperWidth(text) / 2;

/** Labels with room to sign behind each, on one line if that leaves enough of it; `room` in columns of a terminal. */
function signatureLine(labels: readonly string[], room: number): string {
  const taken = labels.reduce((sum, label) => sum + displayWidth(label) + 2, 0) + (labels.length - 1) * 2;
  const each = Math.max(6, Math.min(12, Math.floor((room - taken - 2) / labels.length)));
  return labels.map(label => `${label}：${'_'.repeat(each)}`).join('　');
}

/** Between a sentence and the table below it, in points. */
const BEFORE_TABLE = 6;

/** Two lines of text, in columns of a terminal: a longer paragraph before a table would leave half a page empty. */
const SHORT = 112;

/** A page must not hold the sender, or a place to sign, alone; a sentence stays with its table. */
const staysWith = ({ text }: Extract<Part, { kind: 'paragraph' }>, next: Part | undefined): boolean =>
  next?.kind === 'issuer' ||
  next?.kind === 'signature' ||
  (next?.kind === 'table' && displayWidth(text) <= SHORT);

class DocxDocument {
  private readonly print: PrintDocument;
  private readonly look: Look;
  private readonly room: Room;

  constructor(print: PrintDocument) {
    this.print = print;
    this.look = LOOKS[print.style];
    const { left, right } = marginOf(print);
    this.room = { look: this.look, width: mm(print.orientation === 'landscape' ? 297 : 210) - left - right };
  }

  build(): Document {
    const { title, parts, redHead: head, colophon: foot } = this.print;
    return new Document({
      title: clean(title),
      creator: 'plan',
      lastModifiedBy: 'plan',
      evenAndOddHeaderAndFooters: true,
      sections: [
        {
          ...pageOf(this.print),
          children: [
            ...(head ? redHead(head, this.room) : []),
            this.title(title),
            ...parts.flatMap((part, index) => this.part(part, parts[index + 1])),
            ...(foot ? [...colophon(foot, this.room), this.gap(1)] : []),
          ],
        },
      ],
    });
  }

  /** On one line or, 33 points apart, on as many as it needs; then an empty line. */
  private title(text: string, options: { pageBreakBefore?: boolean } = {}): Paragraph {
    const { look, print } = this;
    const { face, size } = look.title;
    const lines = titleLines(text, Math.floor(this.room.width / pt(size / 2)), print.whole);
    return new Paragraph({
      ...options,
      alignment: AlignmentType.CENTER,
      spacing: {
        ...exactly(lines.length === 1 ? (look.line ?? size * 1.5) : size * 1.5),
        after: pt(look.line ?? size),
      },
      keepNext: true,
      children: lines.flatMap((line, index) =>
        runs(line, {
          size: size * 2,
          font: font(face),
          characterSpacing: 0,
          ...(index > 0 ? { break: 1 } : {}),
        }),
      ),
    });
  }

  private part(part: Part, next: Part | undefined): FileChild[] {
    const beforeSignature = next?.kind === 'signature';
    switch (part.kind) {
      case 'heading':
        return [this.heading(part)];
      case 'title':
        return this.appendix(part);
      case 'paragraph':
        return [this.paragraph(part, staysWith(part, next), next?.kind === 'table')];
      case 'list':
        return part.items.flatMap(({ text, tone, details }, index) => [
          this.text(runs(`${index + 1}. ${text}`, { bold: isGrave(tone) }), {
            keepNext: details.length > 0,
          }),
          ...details.map(detail => this.text(runs(detail), { left: 2 })),
        ]);
      case 'table':
        // Word ends a document with a paragraph, and one that does not fit would be a page of its own.
        return [
          table(part, this.room, beforeSignature),
          this.gap(next === undefined ? 1 : 8, beforeSignature),
        ];
      case 'form':
        return [
          form(part, this.room, beforeSignature),
          this.gap(next === undefined ? 1 : 8, beforeSignature),
        ];
      case 'gantt':
        return [
          this.heading({ kind: 'heading', level: 1, text: part.chart.title }),
          ganttTable(part.chart, this.room),
          ganttKey(part.chart),
        ];
      case 'signature':
        return [
          new Paragraph({
            spacing: { before: pt(24) },
            children: runs(signatureLine(part.labels, this.room.width / pt(this.look.body.size / 2))),
          }),
        ];
      case 'attachments':
        return this.attachments(part.label, part.names);
      case 'issuer':
        return this.issuer(part);
    }
  }

  /** The next paper on a page of its own; the label of an appendix at the edge of line 1, its title on line 3. */
  private appendix({ text, label }: Extract<Part, { kind: 'title' }>): Paragraph[] {
    if (label === undefined) return [this.title(text, { pageBreakBefore: true })];
    return [
      new Paragraph({
        pageBreakBefore: true,
        keepNext: true,
        spacing: this.spacing(),
        children: runs(label, { font: font(FACE.hei) }),
      }),
      new Paragraph({ keepNext: true, spacing: this.spacing(), children: [] }),
      this.title(text),
    ];
  }

  private heading({ level, text, newPage }: Extract<Part, { kind: 'heading' }>): Paragraph {
    const { indent } = this.look;
    const face = [FACE.hei, FACE.kai, FACE.body][level - 1]!;
    return new Paragraph({
      keepNext: true,
      pageBreakBefore: newPage ?? false,
      outlineLevel: level - 1,
      indent: { firstLine: this.characters(indent) },
      spacing: this.look.line ? this.spacing() : { before: pt(10), after: pt(4) },
      children: runs(text, { font: font(face), bold: indent === 0 }),
    });
  }

  private paragraph(
    { text, tone, lead, align, flush }: Extract<Part, { kind: 'paragraph' }>,
    keepNext: boolean,
    beforeTable: boolean,
  ): Paragraph {
    const [head, rest] = lead === undefined ? ['', text] : leadOf(text);
    const children = [
      ...(head === '' ? [] : runs(head, { font: font(lead === 2 ? FACE.kai : FACE.body) })),
      ...runs(rest, { bold: isGrave(tone) }),
    ];
    return this.text(children, { align, keepNext, beforeTable, ...(flush ? { indent: 0 } : {}) });
  }

  private text(
    children: TextRun[],
    options: {
      align?: 'center' | 'right' | undefined;
      left?: number;
      indent?: number;
      keepNext?: boolean;
      beforeTable?: boolean;
    } = {},
  ): Paragraph {
    const { indent } = this.look;
    const first = options.indent ?? (options.align || options.left ? 0 : indent);
    return new Paragraph({
      alignment: options.align ?? AlignmentType.BOTH,
      keepNext: options.keepNext ?? false,
      // In LibreOffice a mark behind a full line is kept within the type area by this, in Word it is narrowed to fit.
      overflowPunctuation: true,
      indent: { firstLine: this.characters(first), left: this.characters(options.left ?? 0) },
      spacing: { ...this.spacing(), ...(options.beforeTable ? { after: pt(BEFORE_TABLE) } : {}) },
      children,
    });
  }

  /** `附件：1. 名额表`, two characters from the edge, each further line below the first character of the name. */
  private attachments(label: string, names: readonly string[]): Paragraph[] {
    const own = displayWidth(label) / 2;
    return attachmentLines(label, names).map((line, index) => {
      const numbered = names.length > 1 ? 1 : 0;
      const hanging = (index === 0 ? own : 0) + numbered;
      return new Paragraph({
        keepNext: true,
        indent: { left: this.characters(2 + own + numbered), hanging: this.characters(hanging) },
        spacing: { ...this.spacing(), before: index === 0 ? pt(this.look.line ?? 18) : 0 },
        children: runs(line.trimStart()),
      });
    });
  }

  /**
   * Who issues it and when (GB/T 9704-2012, 7.3.5). With a seal the date ends four characters from the right and the issuer
   * stands in the middle above it; without one the issuer begins two characters before the date.
   */
  private issuer({ organization, date, unsealed }: Extract<Part, { kind: 'issuer' }>): Paragraph[] {
    const { line: pitch = 24 } = this.look;
    const name = widthOf(organization);
    const day = widthOf(date);
    const line = (text: string, alignment: 'left' | 'right', edge: number, before: number) =>
      new Paragraph({
        alignment,
        keepNext: before > 0,
        indent: { [alignment]: this.characters(edge) },
        spacing: { ...this.spacing(), before },
        children: runs(text),
      });
    if (!unsealed) {
      // A seal of 42 mm needs room above the two lines that it lies upon.
      const right = Math.max(0, 4 + (day - name) / 2);
      return [line(organization, 'right', right, 2 * pt(pitch)), line(date, 'right', 4, 0)];
    }
    const whole = this.room.width / this.characters(1);
    const left = name < day ? whole - 4 - day : whole - 2 - name;
    return [line(organization, 'left', left, pt(pitch)), line(date, 'left', left + 2, 0)];
  }

  /** As wide as so many characters of the text, with what is put between them. */
  private characters(count: number): number {
    return pt(count * (this.look.body.size + (this.look.spacing ?? 0)));
  }

  private spacing() {
    const { line } = this.look;
    return line ? exactly(line) : {};
  }

  /** Something between two tables, which Word would otherwise join. */
  private gap(points: number, keepNext = false): Paragraph {
    return new Paragraph({ keepNext, spacing: exactly(points), children: [] });
  }
}
