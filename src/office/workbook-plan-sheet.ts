import type { PlanFile } from '../generated/types.ts';
import type { Row, Sheet } from '../output/workbook/model.ts';
import { fieldShape, fieldTitle, type Shape } from '../read/fields/shape.ts';
import {
  BLOCKS,
  type Block,
  CONTENT,
  headingOf,
  LABEL,
  type Leaf,
  leavesOf,
  PART,
  SHEET_NAMES,
} from '../read/workbook/layout.ts';
import type { Texts } from '../text/texts.ts';
import { type CellTexts, valueAt } from './cell-texts.ts';
import type { DropDowns } from './drop-downs.ts';
import { type Fields, requirementColumns, schemaColumns } from './workbook-columns.ts';
import { BLOCK, CONTENT_STYLE, HEAD, TITLE } from './workbook-styles.ts';
import { type On, sheetOf, tableRows } from './workbook-tables.ts';

/** The sheet 计划: small tables below each other, each with its title. */
export function planSheet(
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
          : schemaColumns(block.shape, items, cells);
      widest = Math.max(widest, columns.length);
      tableRows(columns, items, emptyRows, drops, on, false);
      if (block.path.join('.') === 'quota.categories')
        drops.define('category', on.sheet, rows.length - items.length - emptyRows + 1, rows.length, 0);
    }
  }
  return sheetOf(SHEET_NAMES.plan, rows, WIDTHS.slice(0, Math.max(widest, 2)), 0, drops, true);
}

/** Of the sheet 计划, whose tables share their columns. */
const WIDTHS = [20, 36, 10, 10, 10, 12, 10, 10, 11, 11];

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
      label: `${fieldTitle(shape, name)}${PART}${key}`,
      leaf: { path: [name, key], shape: fieldShape(below, key), kind: 'value' as const },
    }));
  });
}
