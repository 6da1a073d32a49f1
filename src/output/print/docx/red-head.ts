import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import { displayWidth } from '../../layout/width.ts';
import type { Colophon, RedHead } from '../model.ts';
import { exactly, FACE, font, mm, pt, run } from './look.ts';
import type { Room } from './tables.ts';

const RED = 'FF0000';

/** The largest type of the issuer's mark, in points: smaller than that of the State Council's own documents. */
const LARGEST_MARK = 48;

/** The mark's upper edge below that of the type area, in millimetres (GB/T 9704-2012, 7.2.5). */
const MARK_BELOW = 35;

/**
 * The head of an official document: secrecy at the top left, the issuer's mark in red 35 mm below the edge of the type area,
 * the number two lines below it, a red rule 4 mm below the number, and two empty lines before the title.
 */
export function redHead({ secrecy, urgency, mark, number }: RedHead, { look, width }: Room): Paragraph[] {
  const line = look.line!;
  const size = Math.min(LARGEST_MARK, Math.floor((width / 20 / displayWidth(mark)) * 2));
  // Above the mark stand at most two lines, and what is left of the 35 mm.
  const above = [secrecy, urgency].filter(text => text !== undefined);
  const lines = above.map(
    text => new Paragraph({ spacing: exactly(line), children: [run(text, { font: font(FACE.hei) })] }),
  );
  const rest = (MARK_BELOW * 72) / 25.4 - above.length * line;
  return [
    ...lines,
    new Paragraph({ spacing: exactly(rest), children: [] }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: exactly(size * 1.1),
      children: [run(mark, { size: size * 2, color: RED, font: font(FACE.title), characterSpacing: 0 })],
    }),
    new Paragraph({ spacing: exactly(line), children: [] }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: exactly(line),
      children: [run(number)],
    }),
    new Paragraph({
      spacing: exactly((4 * 72) / 25.4),
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 0 } },
      children: [],
    }),
    new Paragraph({ spacing: exactly(line), children: [] }),
    new Paragraph({ spacing: exactly(line), children: [] }),
  ];
}

/** The colophon at the foot of the last page: to whom copies go, who printed it, and when, between rules. */
export function colophon({ copies, printedBy, printedOn }: Colophon, { width }: Room): Table {
  const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
  const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  // One character is left free on either side.
  const text = (content: string, alignment: 'left' | 'right' = 'left') =>
    new Paragraph({
      alignment,
      spacing: exactly(22),
      indent: { left: pt(14), right: pt(14) },
      children: [run(content, { size: 28, characterSpacing: 0 })],
    });
  const cell = (paragraph: Paragraph, size: number, last: boolean, first: boolean, columnSpan = 1) =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      ...(columnSpan > 1 ? { columnSpan } : {}),
      borders: { top: first ? thick : thin, bottom: last ? thick : thin, left: none, right: none },
      children: [paragraph],
    });
  const half = Math.floor(width / 2);
  return new Table({
    width: { size: half * 2, type: WidthType.DXA },
    columnWidths: [half, half],
    borders: {
      top: thick,
      bottom: thick,
      left: none,
      right: none,
      insideHorizontal: thin,
      insideVertical: none,
    },
    float: {
      horizontalAnchor: 'margin',
      absoluteHorizontalPosition: 0,
      verticalAnchor: 'margin',
      relativeVerticalPosition: 'bottom',
      topFromText: mm(2),
      overlap: 'never',
    },
    rows: [
      ...(copies === undefined
        ? []
        : [new TableRow({ cantSplit: true, children: [cell(text(copies), half * 2, false, true, 2)] })]),
      new TableRow({
        cantSplit: true,
        children: [
          cell(text(printedBy), half, true, copies === undefined),
          cell(text(printedOn, 'right'), half, true, copies === undefined),
        ],
      }),
    ],
  });
}
