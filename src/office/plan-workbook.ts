import type { PlanFile } from '../generated/types.ts';
import type { Row, Sheet, SheetCell, Style, Workbook } from '../output/workbook/model.ts';
import { writeWorkbook } from '../output/workbook/write.ts';
import { fieldShape, type Shape, titleOf } from '../read/fields/shape.ts';
import {
  AMOUNT,
  BLOCKS,
  type Block,
  CONTENT,
  DEMAND,
  headingOf,
  LABEL,
  type Leaf,
  leavesOf,
  PART,
  PERSON,
  SHEET_NAMES,
  STEP,
} from '../read/workbook/layout.ts';
import type { Texts } from '../text/texts.ts';
import { columnName } from '../values/column-name.ts';
import type { Day } from '../values/day.ts';
import { COMPARATORS } from '../values/share.ts';
import { CellTexts, canHold, valueAt } from './cell-texts.ts';
import { DropDowns } from './drop-downs.ts';

export interface PlanWorkbookOptions {
  texts: Texts['workbook'];
  /** what the file keeps as the day of its making */
  made: Day;
  /** empty rows in each table, for what is to come */
  emptyRows: number;
}

const LINES = '#000000';
const TITLE: Style = { bold: true, size: 18, align: 'center', vertical: 'center' };
const BLOCK: Style = { bold: true, size: 12 };
const HEAD: Style = {
  bold: true,
  align: 'center',
  vertical: 'center',
  wrap: true,
  border: LINES,
  fill: '#EEEEEE',
};
/** Text, never a number or a formula: Excel would shorten ID numbers and reckon with dates. */
const CONTENT_STYLE: Style = { asText: true, wrap: true, vertical: 'center', border: LINES };
const MARGINS = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6 };

type Fields = Record<string, unknown>;

/** A column of a table that is written. */
interface OwnColumn {
  heading: string;
  width: number;
  leaf?: Leaf;
  /** what its cells may hold, for a drop-down */
  values?: readonly string[];
  cell(item: Fields): string | number;
}

/**
 * The whole plan as a workbook that `plan check` reads (read/workbook/): 计划, 名册, 时间安排 and how to fill them in. Everything that the
 * schemas have finds its cell, but for the remarks on single inspections that hold brackets or commas. Equal plans give equal bytes.
 */
export function planWorkbook(data: PlanFile, { texts, made, emptyRows }: PlanWorkbookOptions): Uint8Array {
  const cells = new CellTexts(data);
  const drops = new DropDowns();
  const plan = planSheet(data, cells, drops, texts, emptyRows);
  const lists: Sheet[] = [];
  if (Array.isArray(data.candidates))
    lists.push(
      listSheet(
        SHEET_NAMES.roster,
        texts.rosterTitle,
        personColumns(data, cells),
        data.candidates,
        drops,
        emptyRows,
      ),
    );
  if (Array.isArray(data.timeline))
    lists.push(
      listSheet(
        SHEET_NAMES.timeline,
        texts.timelineTitle,
        columnsFor(STEP, data.timeline, cells, ALWAYS_OF_STEP),
        data.timeline,
        drops,
        emptyRows,
      ),
    );
  const guide = guideSheet(texts, drops);
  const workbook: Workbook = {
    title: texts.title(data.organization.name, data.year),
    made,
    face: '宋体',
    size: 11,
    sheets: [plan, ...lists, guide],
  };
  return writeWorkbook(workbook);
}

/** The plan without ID numbers and phones of its people, and whether there were any. */
export function withoutPersonal(data: PlanFile): { kept: PlanFile; held: boolean } {
  if (!Array.isArray(data.candidates)) return { kept: data, held: false };
  const held = data.candidates.some(({ idNumber, phone }) => idNumber !== undefined || phone !== undefined);
  const candidates = data.candidates.map(({ idNumber: _id, phone: _phone, ...person }) => person);
  return { kept: { ...data, candidates }, held };
}

/** What of a plan no cell takes. */
export function wontHold({ candidates }: PlanFile): 'remarks'[] {
  const people = Array.isArray(candidates) ? candidates : [];
  const remarks = people.flatMap(({ events }) =>
    Object.values(events ?? {}).flatMap(value =>
      Array.isArray(value)
        ? value.map((each: string | { note?: string }) => (typeof each === 'string' ? undefined : each.note))
        : [],
    ),
  );
  return remarks.some(note => note !== undefined && !canHold(note)) ? ['remarks'] : [];
}

function planSheet(
  data: PlanFile,
  cells: CellTexts,
  drops: DropDowns,
  texts: Texts['workbook'],
  emptyRows: number,
): Sheet {
  const rows: Row[] = [
    { height: 30, cells: [{ value: texts.title(data.organization.name, data.year), style: TITLE }] },
  ];
  const on = { sheet: SHEET_NAMES.plan, rows };
  let widest = 2;
  for (const block of BLOCKS) {
    const own = valueAt(data, block.path);
    rows.push({ cells: [] }, { cells: [{ value: `【${block.title}】`, style: BLOCK }] });
    if (!block.isList) fieldRows(block, own as Fields | undefined, cells, drops, on);
    else {
      const items = (own ?? []) as Fields[];
      const columns =
        block.path.join() === 'structure'
          ? requirementColumns(block.shape, items, cells)
          : columnsFor(block.shape, items, cells);
      widest = Math.max(widest, columns.length);
      tableRows(columns, items, emptyRows, drops, on, false);
      if (block.path.join('.') === 'quota.categories')
        drops.remember('category', on.sheet, rows.length - items.length - emptyRows + 1, rows.length, 0);
    }
  }
  return sheetOf(SHEET_NAMES.plan, rows, WIDTHS.slice(0, Math.max(widest, 2)), 0, drops, false);
}

/** Of the sheet 计划, whose tables share their columns. */
const WIDTHS = [24, 40, 14, 14, 14, 14, 12, 14, 14, 14];

interface On {
  sheet: string;
  rows: Row[];
}

function fieldRows(
  { shape, path }: Block,
  own: Fields | undefined,
  cells: CellTexts,
  drops: DropDowns,
  { sheet, rows }: On,
): void {
  rows.push({ cells: [LABEL, CONTENT].map(value => ({ value, style: HEAD })) });
  const leaves = [
    ...leavesOf(shape).map(leaf => ({ label: headingOf(shape, leaf.path), leaf })),
    ...openLeaves(shape, own),
  ];
  for (const { label, leaf } of leaves) {
    const value = cells.text(valueAt(own, leaf.path), leaf, path);
    rows.push({
      cells: [
        { value: label, style: CONTENT_STYLE },
        { value, style: CONTENT_STYLE },
      ],
    });
    drops.add(sheet, `B${rows.length}`, cells.choices(leaf));
  }
}

/** 严重程度·timeline/rest-day: fields whose names are the user's. */
function openLeaves(shape: Shape, own: Fields | undefined): { label: string; leaf: Leaf }[] {
  return Object.entries(own ?? {}).flatMap(([name, value]) => {
    const below = fieldShape(shape, name);
    if (below.props !== undefined || below.rest === undefined) return [];
    return Object.keys(value as Fields).map(key => ({
      label: `${titleOf(shape, name)}${PART}${key}`,
      leaf: { path: [name, key], shape: fieldShape(below, key), kind: 'value' as const },
    }));
  });
}

/** Columns by the schema: those that are always there, and others where an item has something in them. */
function columnsFor(
  shape: Shape,
  items: readonly object[],
  cells: CellTexts,
  always?: ReadonlySet<string>,
): OwnColumn[] {
  return leavesOf(shape)
    .map((leaf): OwnColumn => columnOf(shape, leaf, cells))
    .filter(
      ({ leaf, cell }) =>
        !always || always.has(leaf!.path.join('.')) || items.some(item => cell(item as Fields) !== ''),
    );
}

const columnOf = (shape: Shape, leaf: Leaf, cells: CellTexts): OwnColumn => ({
  heading: headingOf(shape, leaf.path),
  width: leaf.path.at(-1) === 'id' ? 10 : (WIDE[leaf.path.at(-1)!] ?? 12),
  leaf,
  values: cells.choices(leaf),
  cell: item => cells.text(valueAt(item, leaf.path), leaf, [], item),
});

const WIDE: Readonly<Record<string, number>> = {
  name: 24,
  position: 22,
  idNumber: 21,
  phone: 14,
  note: 24,
  after: 22,
  due: 22,
  branch: 16,
};

/** A requirement has one of five bounds: two columns say which and how much. */
function requirementColumns(shape: Shape, items: readonly object[], cells: CellTexts): OwnColumn[] {
  const bound = (item: Fields) => COMPARATORS.find(name => item[name] !== undefined);
  const bounds: readonly string[] = COMPARATORS;
  const others = columnsFor(shape, items, cells).filter(({ leaf }) => !bounds.includes(leaf!.path[0]!));
  const at = others.findIndex(({ leaf }) => leaf!.path[0] === 'where') + 1;
  const titles = COMPARATORS.map(name => titleOf(shape, name));
  const demand: OwnColumn = {
    heading: DEMAND,
    width: 12,
    values: titles,
    cell: item => titles[COMPARATORS.indexOf(bound(item)!)] ?? '',
  };
  const amount: OwnColumn = {
    heading: AMOUNT,
    width: 12,
    cell: item => String(item[bound(item) ?? ''] ?? ''),
  };
  return [...others.slice(0, at), demand, amount, ...others.slice(at)];
}

/** Columns that every roster has, so that an empty one can be filled in. */
const ALWAYS_OF_PERSON = new Set(
  `name gender birth ethnicity education occupation category branch slot role position leagueMember contacts idNumber phone
  events.application events.talk events.activist events.inspections events.prospective events.politicalReview events.training.start
  events.training.end events.training.hours introducers events.branchMeeting events.approval note id`.split(
    /\s+/,
  ),
);
const ALWAYS_OF_STEP = new Set(
  'name kind on from to duration after deadline owner phase due done note id'.split(' '),
);

function personColumns(data: PlanFile, cells: CellTexts): OwnColumn[] {
  const people = data.candidates as readonly object[];
  const columns = columnsFor(PERSON, people, cells, ALWAYS_OF_PERSON);
  const { materials = [] } = data;
  const papers = [...new Set([...materials.map(({ id }) => id), ...keysOf(people, 'materials')])].map(id =>
    openColumn('materials', id, cells.material(id), cells),
  );
  const attributes = keysOf(people, 'attributes').map(name => openColumn('attributes', name, name, cells));
  // Remarks and codes come last.
  const last = columns.findIndex(({ leaf }) => leaf!.path[0] === 'note');
  return [...columns.slice(0, last), ...papers, ...attributes, ...columns.slice(last)];
}

const keysOf = (people: readonly object[], field: string): string[] => [
  ...new Set(people.flatMap(person => Object.keys(((person as Fields)[field] as Fields | undefined) ?? {}))),
];

function openColumn(field: string, key: string, name: string, cells: CellTexts): OwnColumn {
  const shape = fieldShape(fieldShape(PERSON, field), key);
  const leaf: Leaf = { path: [field, key], shape, kind: shape.items === undefined ? 'value' : 'list' };
  return {
    heading: `${titleOf(PERSON, field)}${PART}${name}`,
    width: 12,
    leaf,
    cell: item => cells.text(valueAt(item, leaf.path), leaf, [], item),
  };
}

function listSheet(
  name: string,
  title: string,
  columns: readonly OwnColumn[],
  items: readonly object[],
  drops: DropDowns,
  emptyRows: number,
): Sheet {
  const rows: Row[] = [{ height: 30, cells: [{ value: title, style: TITLE }] }];
  tableRows(columns, items as readonly Fields[], Math.max(emptyRows, 20), drops, { sheet: name, rows }, true);
  return sheetOf(name, rows, [6, ...columns.map(({ width }) => width)], 2, drops, true);
}

function tableRows(
  columns: readonly OwnColumn[],
  items: readonly Fields[],
  emptyRows: number,
  drops: DropDowns,
  { sheet, rows }: On,
  numbered: boolean,
): void {
  const serial = (value: string, style: Style): SheetCell[] => (numbered ? [{ value, style }] : []);
  rows.push({
    cells: [...serial('序号', HEAD), ...columns.map(({ heading }) => ({ value: heading, style: HEAD }))],
  });
  const first = rows.length + 1;
  for (const [index, item] of items.entries())
    rows.push({
      cells: [
        ...serial(String(index + 1), CONTENT_STYLE),
        ...columns.map(({ cell }) => ({ value: cell(item), style: CONTENT_STYLE })),
      ],
    });
  for (let row = 0; row < emptyRows; row++)
    rows.push({ cells: [...serial('', CONTENT_STYLE), ...columns.map(() => ({ style: CONTENT_STYLE }))] });
  const last = rows.length + (numbered ? MORE_ROWS : 0);
  for (const [index, { values, leaf }] of columns.entries()) {
    const column = columnName(index + (numbered ? 1 : 0));
    const range = `${column}${first}:${column}${Math.max(first, last)}`;
    if (leaf?.path.join() === 'category') drops.refer(sheet, range, 'category');
    else drops.add(sheet, range, values);
  }
}

/** Rows below a list for which its drop-downs hold. */
const MORE_ROWS = 500;

const sheetOf = (
  name: string,
  rows: Row[],
  columns: number[],
  frozen: number,
  drops: DropDowns,
  landscape: boolean,
): Sheet => ({
  name,
  rows,
  columns,
  ...(frozen > 0 && { frozenRows: frozen, titleRows: [1, frozen] as [number, number] }),
  merges: [`A1:${columnName(Math.max(1, columns.length - 1))}1`],
  landscape,
  margins: MARGINS,
  footer: '&C第 &P 页，共 &N 页',
  choices: drops.of(name),
});

/** How to fill in, every heading that may be added, and the values of long drop-downs. */
function guideSheet(texts: Texts['workbook'], drops: DropDowns): Sheet {
  const line = (value: string): Row => ({ cells: [{ value, style: { wrap: true, vertical: 'top' } }] });
  const headings = (shape: Shape) =>
    leavesOf(shape)
      .map(leaf => headingOf(shape, leaf.path))
      .join('、');
  const rows: Row[] = [
    { height: 30, cells: [{ value: SHEET_NAMES.guide, style: TITLE }] },
    ...texts.guide.map(line),
    line(texts.rosterHeadings(headings(PERSON))),
    line(texts.timelineHeadings(headings(STEP))),
  ];
  const longest = Math.max(rows.length, ...drops.long().map(({ length }) => length));
  for (let at = 0; at < longest; at++) {
    const [text] = rows[at]?.cells ?? [];
    const values = drops.long().map(list => (list[at] === undefined ? undefined : { value: list[at] }));
    rows[at] = { ...rows[at], cells: [text, undefined, ...values] };
  }
  return {
    name: SHEET_NAMES.guide,
    rows,
    columns: [110, 4, ...drops.long().map(() => 16)],
    landscape: false,
    margins: MARGINS,
    footer: '&C第 &P 页，共 &N 页',
  };
}
