import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { displayWidth } from '../../layout/width.ts';
import type { Colophon, RedHead } from '../model.ts';
import { clean, exactly, FACE, font, mm, pt, run } from './look.ts';
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

/** The height of a line of the colophon, and of its rules, in points. */
const ROW = 22;

/** The colophon at the foot of the last page: to whom copies go, who printed it, and when, between rules. */
export function colophon({ copies, printedBy, printedOn }: Colophon, { width }: Room): Paragraph[] {
  const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000', space: 1 });
  const lines = [...(copies === undefined ? [] : [copies]), `${printedBy}\t${printedOn}`];
  // Paragraphs with the same frame stand in it together. One character is left free on either side.
  const frame = {
    type: 'absolute' as const,
    position: { x: 0, y: mm(225) - lines.length * pt(ROW + 2) },
    width,
    height: lines.length * pt(ROW),
    anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
    wrap: FrameWrap.NOT_BESIDE,
  };
  return lines.map(
    (line, index) =>
      new Paragraph({
        frame,
        spacing: exactly(ROW),
        indent: { left: pt(14), right: pt(14) },
        tabStops: [{ type: TabStopType.RIGHT, position: width - pt(14) }],
        border: {
          top: rule(index === 0 ? 8 : 6),
          ...(index === lines.length - 1 ? { bottom: rule(8) } : {}),
        },
        children: line
          .split('\t')
          .map((text, part) =>
            part === 0
              ? colophonRun(text)
              : new TextRun({ children: [new Tab(), clean(text)], ...COLOPHON_TYPE }),
          ),
      }),
  );
}

const COLOPHON_TYPE = { size: 28, characterSpacing: 0 };

const colophonRun = (text: string): TextRun => run(text, COLOPHON_TYPE);
