import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { alignmentsOf, columnWidths, isLong, roomOf, typeFor } from '../fit.ts';
import { cellLines, headLines } from '../line-breaks.ts';
import type { Part } from '../model.ts';
import { isRightToLeft } from '../right-to-left.ts';
import { exactly, FACE, font, isGrave, type Look, mm, pt, runs } from './look.ts';

/** Where a table stands: the look of its document and the width that it has, in twentieths of a point. */
export interface Room {
  look: Look;
  width: number;
}

/** Rows that stay with what follows a table, so that a place to sign is never alone on a page. */
const KEPT_ROWS = 2;

export function table(
  { columns, rows: given, rowHeight, type }: Extract<Part, { kind: 'table' }>,
  { look, width }: Room,
  keepNext: boolean,
): Table {
  const rows = [...given];
  const size = typeFor(columns, rows, width / pt(1), type ?? look.table.size);
  const widths = columnWidths(columns, rows, roomOf(width / pt(1), size), width);
  const alignments = alignmentsOf(columns, rows);
  const height =
    rowHeight === undefined ? {} : { height: { value: mm(rowHeight), rule: HeightRule.ATLEAST } };
  const cell = (text: string, index: number, options: CellOptions) =>
    textCell(text, { ...options, size, width: widths[index]! });
  return fixedTable(widths, [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: columns.map(({ title }, index) =>
        cell(title, index, {
          face: FACE.hei,
          alignment: AlignmentType.CENTER,
          keepNext: true,
          head: true,
        }),
      ),
    }),
    ...rows.map(
      (row, number) =>
        new TableRow({
          cantSplit: true,
          ...height,
          children: row.map(({ text, tone }, index) =>
            cell(text, index, {
              face: look.table.face,
              bold: isGrave(tone),
              alignment: alignments[index]!,
              keepNext:
                (keepNext && number >= rows.length - KEPT_ROWS) ||
                // The first row and the last one are never alone on a page.
                (rows.length > 1 && (number === 0 || number === rows.length - 2)),
            }),
          ),
        }),
    ),
  ]);
}

/** Columns of names of fields are narrower than those of what is known of them. */
const LABEL = 3;
const VALUE = 4;

/** Up to this height, in millimetres, a field is one line. */
const ONE_LINE = 12;

export function form(
  { rows }: Extract<Part, { kind: 'form' }>,
  { look, width }: Room,
  keepNext: boolean,
): Table {
  const spans = (cells: (typeof rows)[number]['cells']) => cells.map(({ span = 1 }) => span);
  const count = Math.max(...rows.map(({ cells }) => spans(cells).reduce((a, b) => a + b, 0)));
  const weights = Array.from({ length: count }, () => VALUE);
  for (const { cells } of rows) {
    let column = 0;
    for (const { label, span = 1 } of cells) {
      if (label && span === 1) weights[column] = LABEL;
      column += span;
    }
  }
  const all = weights.reduce((a, b) => a + b, 0);
  const widths = weights.map(weight => Math.floor((width * weight) / all));
  return fixedTable(
    widths,
    rows.map(({ cells, height }, number) => {
      let column = 0;
      return new TableRow({
        cantSplit: true,
        height: { value: mm(height ?? 9), rule: HeightRule.ATLEAST },
        children: cells.map(({ text, label, span = 1, signed }) => {
          const own = widths.slice(column, column + span).reduce((a, b) => a + b, 0);
          column += span;
          return textCell(text, {
            face: label ? FACE.hei : look.table.face,
            size: look.table.size,
            width: own,
            alignment: signed
              ? AlignmentType.RIGHT
              : label || !isLong(text)
                ? AlignmentType.CENTER
                : AlignmentType.LEFT,
            head: label ?? false,
            keepNext: keepNext && number >= rows.length - KEPT_ROWS,
            columnSpan: span,
            vertical: signed
              ? VerticalAlignTable.BOTTOM
              : !label && (height ?? 0) > ONE_LINE
                ? VerticalAlignTable.TOP
                : VerticalAlignTable.CENTER,
          });
        }),
      });
    }),
  );
}

interface CellOptions {
  face: string;
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType];
  bold?: boolean;
  keepNext?: boolean;
  /** a head or the name of a field, which is broken between its words */
  head?: boolean;
}

/** What a cell has on either side of its text, in twentieths of a point. */
const MARGIN = 60;

/** Each line is a paragraph: those that the text has itself, and those that it is broken into here. */
function textCell(
  text: string,
  {
    face,
    size,
    width,
    alignment,
    bold = false,
    keepNext = false,
    columnSpan = 1,
    vertical = VerticalAlignTable.CENTER,
    head = false,
  }: CellOptions & {
    size: number;
    width: number;
    columnSpan?: number;
    vertical?: (typeof VerticalAlignTable)[keyof typeof VerticalAlignTable];
  },
): TableCell {
  const columns = Math.floor((width - 2 * MARGIN) / pt(size / 2));
  const lines = (head ? headLines(text, columns) : undefined) ?? cellLines(text, columns);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(columnSpan > 1 ? { columnSpan } : {}),
    verticalAlign: vertical,
    margins: { left: MARGIN, right: MARGIN, top: 30, bottom: 30 },
    children: lines.map(
      line =>
        new Paragraph({
          alignment,
          keepNext,
          spacing: exactly(size * 1.35),
          ...(isRightToLeft(line) ? { bidirectional: true } : {}),
          children: runs(line, { size: size * 2, font: font(face), bold, characterSpacing: 0 }),
        }),
    ),
  });
}

const fixedTable = (widths: number[], rows: TableRow[]): Table =>
  new Table({
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows,
  });
