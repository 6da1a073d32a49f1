import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { displayWidth } from '../../layout/width.ts';
import { wrap } from '../../layout/wrap.ts';
import { filled } from '../line-breaks.ts';
import type { Colophon, RedHead } from '../model.ts';
import { clean, exactly, FACE, font, mm, pt, runs } from './look.ts';
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
    text => new Paragraph({ spacing: exactly(line), children: runs(text, { font: font(FACE.hei) }) }),
  );
  const rest = (MARK_BELOW * 72) / 25.4 - above.length * line;
  return [
    ...lines,
    new Paragraph({ spacing: exactly(rest), children: [] }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: exactly(size * 1.1),
      children: runs(mark, { size: size * 2, color: RED, font: font(FACE.title), characterSpacing: 0 }),
    }),
    new Paragraph({ spacing: exactly(line), children: [] }),
    new Paragraph({ spacing: exactly(line), children: [] }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: exactly(line),
      children: runs(number),
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

/** The height of a line of the colophon and its type, in points. */
const ROW = 22;
const TYPE = 14;

/** The height of the type area, in millimetres. */
const AREA = 225;

/**
 * The colophon at the foot of the last page: to whom copies go, who printed it, and when, between rules. Each line of it has
 * a frame of its own at a place of its own: LibreOffice puts two paragraphs that share a frame below the text.
 */
export function colophon({ copies, printedBy, printedOn }: Colophon, { width }: Room): Paragraph[] {
  // One character is left free on either side.
  const room = width - 2 * pt(TYPE);
  const lines = [
    ...(copies === undefined ? [] : copyLines(copies, Math.floor(room / pt(TYPE / 2)))),
    [printedBy, printedOn],
  ];
  const top = mm(AREA) - lines.length * pt(ROW) - pt(2);
  const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000', space: 1 });
  return lines.map(([text, right], index) => {
    const isLast = index === lines.length - 1;
    return new Paragraph({
      frame: {
        type: 'absolute',
        position: { x: 0, y: top + index * pt(ROW) },
        width,
        height: pt(ROW),
        rule: HeightRule.ATLEAST,
        anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
        wrap: FrameWrap.NOT_BESIDE,
      },
      spacing: exactly(ROW),
      indent: { left: pt(TYPE), right: pt(TYPE) },
      tabStops: [{ type: TabStopType.RIGHT, position: width - pt(TYPE) }],
      border: {
        ...(index === 0 ? { top: rule(8) } : isLast ? { top: rule(6) } : {}),
        ...(isLast ? { bottom: rule(8) } : {}),
      },
      children: [
        ...runs(text!, RUN),
        ...(right === undefined ? [] : [new TextRun({ children: [new Tab(), clean(right)], ...RUN })]),
      ],
    });
  });
}

const RUN = { size: TYPE * 2, characterSpacing: 0 };

/** To whom copies go, on as many lines as they need, each further one below the first name. */
function copyLines(copies: string, columns: number): [string][] {
  const [label = ''] = /^[^：:]*[：:] ?/.exec(copies) ?? [];
  const indent = '　'.repeat(Math.round(displayWidth(label) / 2));
  // A name is broken only where it is longer than a line.
  const units = copies.slice(label.length).split(/(?<=[，、])/u);
  const room = columns - displayWidth(label);
  const lines = filled(units, room) ?? wrap(units.join(''), room);
  return lines.map((line, index) => [(index === 0 ? label : indent) + line]);
}
