import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Gantt } from '../model.ts';
import { exactly, mm, pt, runs } from './look.ts';
import type { Room } from './tables.ts';

const GREYS: Record<'planned' | 'done' | 'critical' | 'rest', string> = {
  planned: '7F9DB9',
  done: 'BFBFBF',
  critical: '404040',
  rest: 'EDEDED',
};

/** How many bars at the end stand on one page. */
const TOGETHER = 3;

/** The chart as a table: a column for each day, or for as many days as leave a column of 4 mm, under months and days. */
export function ganttTable({ from, to, bars, rest, month, dayNumber }: Gantt, { width }: Room): Table {
  const names = mm(45);
  const days = to - from + 1;
  const each = Math.max(1, Math.ceil(days / Math.floor((width - names) / mm(4))));
  const count = Math.ceil(days / each);
  const own = Math.floor((width - names) / count);
  const firsts = Array.from({ length: count }, (_, index) => from + index * each);
  const off = new Set(rest);
  const border = { style: BorderStyle.SINGLE, size: 2, color: 'A0A0A0' };
  // The last bars go to the next page together, with what the shades mean: one alone says nothing.
  const stays = (index: number) => index >= bars.length - TOGETHER;
  const name = (text: string, keepNext = false) =>
    smallCell(text, { width: { size: names, type: WidthType.DXA } }, AlignmentType.LEFT, keepNext);
  const slot = (fill: string | undefined, text = '', keepNext = false) =>
    smallCell(
      text,
      { width: { size: own, type: WidthType.DXA }, ...shade(fill) },
      AlignmentType.CENTER,
      keepNext,
    );
  const months: { text: string; count: number }[] = [];
  for (const day of firsts) {
    const text = month(day);
    const last = months.at(-1);
    if (last?.text === text) last.count++;
    else months.push({ text, count: 1 });
  }
  return new Table({
    width: { size: names + own * count, type: WidthType.DXA },
    columnWidths: [names, ...firsts.map(() => own)],
    layout: TableLayoutType.FIXED,
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        children: [
          name(''),
          ...months.map(({ text, count: columnSpan }) =>
            smallCell(text, { columnSpan, width: { size: own * columnSpan, type: WidthType.DXA } }),
          ),
        ],
      }),
      new TableRow({
        tableHeader: true,
        children: [
          name(''),
          ...firsts.map(day => slot(each === 1 && off.has(day) ? GREYS.rest : undefined, dayNumber(day))),
        ],
      }),
      ...bars.map(
        (bar, index) =>
          new TableRow({
            cantSplit: true,
            height: { value: pt(15), rule: HeightRule.ATLEAST },
            children: [
              name(bar.name, stays(index)),
              ...firsts.map(first => {
                const isOn = bar.from < first + each && bar.to >= first;
                const fill = isOn ? GREYS[bar.state] : each === 1 && off.has(first) ? GREYS.rest : undefined;
                return slot(fill, '', stays(index));
              }),
            ],
          }),
      ),
    ],
  });
}

/** What the shades of the chart mean, those that it has. */
export function ganttKey({ bars, legend }: Gantt): Paragraph {
  const used = new Set(bars.map(({ state }) => state));
  return new Paragraph({
    spacing: { before: pt(6) },
    children: (['planned', 'critical', 'done'] as const)
      .filter(state => used.has(state))
      .flatMap(state => [...runs('　　', shade(GREYS[state])), ...runs(` ${legend[state]}　`)]),
  });
}

const shade = (fill: string | undefined) =>
  fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } };

function smallCell(
  text: string,
  options: Partial<ITableCellOptions>,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.CENTER,
  keepNext = false,
): TableCell {
  return new TableCell({
    ...options,
    margins: { left: 20, right: 20 },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        alignment,
        keepNext,
        spacing: exactly(12),
        children: text === '' ? [] : runs(text, { size: 16, characterSpacing: 0 }),
      }),
    ],
  });
}
