import { Footer, type ISectionOptions, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { PrintDocument } from '../model.ts';
import { exactly, FACE, marginOf, mm, pt } from './look.ts';

/** The paper's size and edges, with page numbers as `— 1 —`: on the right of odd pages and on the left of even ones, one character from the edge. */
export function pageOf(print: PrintDocument): Omit<ISectionOptions, 'children'> {
  const margin = marginOf(print);
  const landscape = print.orientation === 'landscape';
  const number = (alignment: 'left' | 'right') =>
    new Footer({
      children: [
        new Paragraph({
          alignment,
          indent: alignment === 'left' ? { left: pt(14) } : { right: pt(14) },
          spacing: exactly(16),
          children: [
            new TextRun({
              children: ['— ', PageNumber.CURRENT, ' —'],
              size: 28,
              characterSpacing: 0,
              font: { ascii: FACE.song, hAnsi: FACE.song, eastAsia: FACE.song, hint: 'eastAsia' },
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
