import type { Candidate } from '../generated/types.ts';
import { displayWidth } from '../output/layout/width.ts';
import { wrap } from '../output/layout/wrap.ts';
import type { Choice, Row, Sheet, SheetCell, Style } from '../output/workbook/model.ts';
import { writeWorkbook } from '../output/workbook/write.ts';
import { columnName } from '../values/column-name.ts';
import type { Day } from '../values/day.ts';
import { type CategoryName, type RosterColumn, rosterColumns, SHEETS } from './roster-columns.ts';
import { LINE } from './workbook-styles.ts';

export interface WorkbookOptions {
  title(sheet: string): string;
  /** the line for the unit with its seal, and for who has filled it in */
  signed: string;
  /** what the file keeps as the day of its making */
  made: Day;
  /** ID numbers and phones too */
  personal: boolean;
  /** empty rows for people to come */
  emptyRows: number;
  /** the plan's own, which are shown by their names */
  categories?: readonly CategoryName[];
  /** the sheet that tells how a template is filled in: its name, and a line for each column and rule */
  instructions?: { sheet: string; lines(columns: readonly RosterColumn[]): string[][] };
}

/** Rows above the people: the title, who hands it in, and the head. */
const HEAD_ROWS = 3;

/** The widest that a column of names grows, in characters. */
const LONGEST_NAME = 18;

/** Columns that are printed at most, and the width in characters that A4 across takes in type of nine points. */
const MOST_PRINTED = 14;
const ROOM = 132;

/** The last column that is printed, from 0: as many as can be read. */
function lastPrinted(widths: readonly number[]): number {
  let taken = 0;
  const count = widths.findIndex((width, index) => {
    taken += width;
    return taken > ROOM || index === MOST_PRINTED;
  });
  return (count < 0 ? widths.length : Math.max(1, count)) - 1;
}

const LINES = '#000000';

/** The register of activists and that of nominees as a workbook; equal input gives equal bytes. */
export async function rosterWorkbook(
  people: readonly Candidate[],
  options: WorkbookOptions,
): Promise<Uint8Array> {
  const lists: string[][] = [];
  const sheets = SHEETS.map(sheet => {
    const own = people.filter(({ role }) => (role === 'nominee') === (sheet === '拟发展对象'));
    const { categories, instructions } = options;
    return sheetOf(
      sheet,
      own,
      rosterColumns(sheet, own, categories, instructions !== undefined),
      options,
      lists,
    );
  });
  const { instructions } = options;
  if (instructions) {
    const columns = rosterColumns('拟发展对象', [], options.categories, true);
    sheets.push(instructionSheet(instructions.sheet, instructions.lines(columns), lists));
  }
  return writeWorkbook({ title: options.title(''), made: options.made, face: '宋体', size: 11, sheets });
}

function sheetOf(
  name: string,
  people: readonly Candidate[],
  columns: readonly RosterColumn[],
  { title, signed, personal, emptyRows, instructions }: WorkbookOptions,
  lists: string[][],
): Sheet {
  const widths = [6, ...columns.map(column => widthOf(column, people))];
  const last = lastPrinted(widths);
  const rows: Row[] = [
    {
      height: 30,
      cells: [{ value: title(name), style: { bold: true, size: 18, align: 'center', vertical: 'center' } }],
    },
    { height: 22, cells: [{ value: signed, style: { vertical: 'center' } }] },
    {
      height: 32,
      cells: ['序号', ...columns.map(({ heading }) => heading)].map(value => ({ value, style: HEAD })),
    },
    ...people.map((data, index) =>
      rowOf(
        [
          String(index + 1),
          ...columns.map(column => (column.personal && !personal ? '' : column.text(data))),
        ],
        widths,
        last,
      ),
    ),
    ...Array.from({ length: emptyRows }, () => rowOf(['', ...columns.map(() => '')], widths, last)),
  ];
  const printed = columnName(last);
  return {
    name,
    columns: widths,
    // What is typed below the last row is text too: an ID number keeps its digits there.
    columnStyle: { asText: true },
    rows,
    merges: [`A1:${printed}1`, `A2:${printed}2`],
    frozenRows: HEAD_ROWS,
    titleRows: [1, HEAD_ROWS],
    // More columns on one page could not be read; the others are for the screen.
    printArea: `A1:${printed}${rows.length}`,
    landscape: true,
    centered: true,
    margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6 },
    footer: '&C第 &P 页，共 &N 页',
    choices: choicesOf(
      columns,
      HEAD_ROWS + people.length + emptyRows + DROP_DOWN_ROWS,
      instructions && { sheet: instructions.sheet, lists },
    ),
  };
}

/** Names of peoples who write long ones have room; other columns are as wide as they are in every roster. */
function widthOf(column: RosterColumn, people: readonly Candidate[]): number {
  if (column.heading !== '姓名') return column.width;
  const longest = Math.max(0, ...people.map(({ name }) => displayWidth(name) + 1));
  return Math.max(column.width, Math.min(longest, LONGEST_NAME));
}

/**
 * As high as what is printed of it needs, since not all programs find that out when they open it. Texts behind the `last` printed
 * column stay on one line: rows that are high for their sake would fill the paper.
 */
function rowOf(texts: readonly string[], widths: readonly number[], last: number): Row {
  const lines = texts.slice(0, last + 1).map((text, index) => wrap(text, widths[index]! - 1).length);
  const height = Math.max(...lines) * LINE;
  return {
    ...(height > LINE ? { height } : {}),
    cells: texts.map((text, index) => cell(text, index <= last)),
  };
}

/** What each column wants, as a table of its own, and beside it the values of long drop-downs. */
function instructionSheet(name: string, lines: readonly string[][], lists: readonly string[][]): Sheet {
  const [head = [], ...rest] = lines;
  const rows: Row[] = [
    { cells: head.map(value => ({ value, style: HEAD })) },
    ...rest.map(cells => ({ cells: cells.map(text => cell(text)) })),
  ];
  for (const [at, list] of lists.entries())
    for (const [index, value] of list.entries()) {
      rows[index] ??= { cells: [] };
      rows[index].cells[FIRST_LIST + at] = { value };
    }
  return {
    name,
    columns: [22, 60, 24, ...(lists.length > 0 ? [4, ...lists.map(() => 16)] : [])],
    rows,
    frozenRows: 1,
    titleRows: [1, 1],
    // Values of drop-downs are not for paper.
    printArea: `A1:C${lines.length}`,
    landscape: true,
    margins: { left: 0.6, right: 0.6, top: 0.6, bottom: 0.6 },
    footer: '&C第 &P 页，共 &N 页',
  };
}

const HEAD: Style = {
  asText: true,
  bold: true,
  align: 'center',
  vertical: 'center',
  wrap: true,
  border: LINES,
};

/** Text, never a number or a formula: Excel would shorten ID numbers and reckon with dates. */
const cell = (value: string, isWrapped = true): SheetCell => ({
  value,
  style: { asText: true, wrap: isWrapped, vertical: 'center', border: LINES },
});

/** Rows for which drop-downs hold: those that are there and as many again as offices add. */
const DROP_DOWN_ROWS = 500;

/** Where on the sheet of instructions the first long list stands, from 0. */
const FIRST_LIST = 4;
/** Characters that Excel takes in a drop-down of its own. */
const LONGEST = 255;

/** Drop-downs; a long one has its values on the sheet of instructions, and is left out where there is none. */
const choicesOf = (
  columns: readonly RosterColumn[],
  last: number,
  aside: { sheet: string; lists: string[][] } | undefined,
): Choice[] =>
  columns.flatMap(({ values }, index): Choice[] => {
    if (!values) return [];
    const column = columnName(index + 1);
    const range = `${column}${HEAD_ROWS + 1}:${column}${last}`;
    if (values.join(',').length <= LONGEST) return [{ range, values }];
    if (!aside) return [];
    let at = aside.lists.findIndex(list => list.join('\n') === values.join('\n'));
    if (at < 0) at = aside.lists.push(values) - 1;
    const letter = columnName(FIRST_LIST + at);
    return [{ range, values: { from: `'${aside.sheet}'!$${letter}$1:$${letter}$${values.length}` } }];
  });
