import { columnName } from '../../values/column-name.ts';
import { joined, mapped } from '../../values/one-by-one.ts';
import type { Cell, Column } from '../findings/section.ts';
import { visible } from '../layout/clean.ts';
import { displayWidth } from '../layout/width.ts';
import { wrap } from '../layout/wrap.ts';
import type { Row, Sheet, SheetCell, Workbook } from '../workbook/model.ts';
import { ROOM } from '../workbook/paper.ts';
import { workbookPieces, writeWorkbook } from '../workbook/write.ts';
import { alignmentsOf, fittedWidths } from './fit.ts';
import { headLines } from './line-breaks.ts';
import type { PrintDocument } from './model.ts';
import { type Page, pagesOf, textCell, toneStyle } from './sheet-pages.ts';

/** The type of cells, in points. */
const SIZE = 11;

/** The width of a sheet of sentences: as wide as a page of A4 takes at full size. */
const SENTENCE = 78;

const LINES = '#808080';

/**
 * A workbook with a sheet for each table; sentences before the first table stand on a sheet of their own. Every cell is
 * text or a number, never a formula. Heads are frozen on the screen and repeated on paper, which is A4, as wide as a page.
 */
export const printXlsx = (print: PrintDocument): Uint8Array => writeWorkbook(workbookOf(print));

/** The same in pieces, for tables of forty thousand rows. */
export const xlsxPieces = (print: PrintDocument): Iterable<Uint8Array> => workbookPieces(workbookOf(print));

const workbookOf = (print: PrintDocument): Workbook => ({
  title: print.title,
  made: print.day,
  face: '宋体',
  size: SIZE,
  sheets: pagesOf(print).map(page => sheetOf(page, print.orientation)),
});

function sheetOf(
  { name, above, columns, rows, rowHeight, below }: Page,
  orientation: PrintDocument['orientation'],
): Sheet {
  const widths = columns.length > 0 ? fittedWidths(columns, rows, ROOM[orientation]) : [];
  const taken = widths.reduce((a, b) => a + b, 0);
  // Sentences have their width beside a narrow table, too.
  const isLong = ({ value, style }: SheetCell) =>
    displayWidth(String(value ?? '')) * ((style?.size ?? SIZE) / SIZE) > taken;
  if (taken < SENTENCE && [...above, ...below].some(isLong)) widths.push(SENTENCE - taken);
  // A sentence runs over the whole table; its row is as high as its lines.
  const total = widths.reduce((a, b) => a + b, 0);
  const sentence = ({ value, style }: SheetCell): Row => {
    // Programs break lines elsewhere than we do, and what does not fit is not seen: one line to spare.
    const broken = wrap(String(value), Math.max(20, total - 2)).length;
    const lines = broken > 1 ? broken + 1 : 1;
    return {
      height: lines * ((style?.size ?? SIZE) * 1.6),
      cells: [{ ...(value === undefined ? {} : { value }), style: { ...style, wrap: true } }],
    };
  };
  const linesIn = (text: string, index: number) => wrap(text, widths[index]! - 1);
  const heads = columns.map(({ title }, index) => headLines(title, widths[index]! - 1) ?? [title]);
  const highest = Math.max(
    1,
    ...heads.map((lines, index) => lines.flatMap(line => linesIn(line, index)).length),
  );
  const head: Row[] = columns.length === 0 ? [] : [{ height: 16 * highest, cells: heads.map(headCell) }];
  const alignments = alignmentsOf(columns, rows);
  let count = 0;
  for (const _ of rows) count++;
  const body = mapped(rows, (row): Row => {
    const lines = Math.max(...row.map(({ text }, index) => linesIn(text, index).length));
    // Not every program makes a row as high as what is in it.
    const height = Math.max(lines > 1 ? (lines + 0.5) * 15 : 0, ((rowHeight ?? 0) * 72) / 25.4);
    return {
      ...(height > 0 ? { height } : {}),
      cells: row.map((cell, index) => bodyCell(cell, columns[index]!, alignments[index]!)),
    };
  });
  const headRow = above.length + 1;
  const belowFrom = above.length + head.length + count;
  const last = columnName(widths.length - 1);
  const spanning = [...above.map((_, index) => index), ...below.map((_, index) => belowFrom + index)];
  return {
    name,
    columns: widths,
    rows: joined(above.map(sentence), head, body, below.map(sentence)),
    merges: widths.length > 1 ? spanning.map(row => `A${row + 1}:${last}${row + 1}`) : [],
    ...(columns.length > 0 ? { frozenRows: headRow, titleRows: [headRow, headRow] } : {}),
    landscape: orientation === 'landscape',
    margins: { left: 0.6, right: 0.6, top: 0.75, bottom: 0.75 },
    footer: '&C— &P —',
  };
}

function headCell(lines: readonly string[]): SheetCell {
  const { style } = textCell('', { bold: true, align: 'center', wrap: true, fill: '#E8ECF0' });
  return {
    value: lines.map(line => visible(line, { oneLine: true })).join('\n'),
    style: { ...style, border: LINES },
  };
}

/** Numbers stay numbers, so that they can be added up; everything else is text, whatever it begins with. */
function bodyCell(
  { text, tone }: Cell,
  { align }: Column,
  alignment: 'left' | 'center' | 'right',
): SheetCell {
  const own = { ...toneStyle(tone), border: LINES, wrap: true, vertical: 'center' as const };
  if (align === 'right' && /^-?\d{1,15}$/.test(text)) return { value: Number(text), style: own };
  return textCell(text, { ...own, ...(alignment === 'left' ? {} : { align: alignment }) });
}
