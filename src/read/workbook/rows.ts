import type { Shape } from '../fields/shape.ts';
import type { Cell } from '../roster/cell.ts';
import type { Row, Sheet } from '../roster/workbook.ts';
import { AMOUNT, BLOCKS, type Block, CONTENT, DEMAND, LABEL, type Leaf, leafNamed } from './layout.ts';

/** What a column of a table holds: a field, or one of the two parts of a demand. */
export type Meaning = Leaf | typeof DEMAND | typeof AMOUNT;

/** A column with its heading as written. */
export interface PlanColumn {
  index: number;
  heading: string;
  /** undefined where no field has this name */
  meaning: Meaning | undefined;
}

/** A table of the sheet 计划 as it stands there. */
export interface FoundBlock {
  block: Block;
  rows: Row[];
}

/** Columns that need not be read. */
export const NEEDLESS = /^(序号|序|行号)$/;

const BLOCK_TITLE = /^【(.+)】$/;

/** The sheet 计划 parted at its titles (【结构要求】). What stands above the first, and titles that no table has, come back as rows. */
export function blocksOf(sheet: Sheet): { blocks: FoundBlock[]; above: Row[]; unknown: Row[] } {
  const blocks: FoundBlock[] = [];
  const above: Row[] = [];
  const unknown: Row[] = [];
  let rows = above;
  for (const row of sheet.rows) {
    const title = BLOCK_TITLE.exec(plain(textAt(row, 0)))?.[1];
    if (title === undefined) {
      if (hasContent(row)) rows.push(row);
      continue;
    }
    const block = BLOCKS.find(each => each.title === title);
    rows = block ? [] : unknown;
    if (block) blocks.push({ block, rows });
    else unknown.push(row);
  }
  return { blocks, above, unknown };
}

/** The columns that a row of headings names. */
export function columnsOf(row: Row, shape: Shape): PlanColumn[] {
  return row.cells.flatMap((cell, index) => {
    const heading = cell?.merged ? '' : textAt(row, index);
    return heading === '' ? [] : [{ index, heading, meaning: meaningOf(shape, heading) }];
  });
}

function meaningOf(shape: Shape, heading: string): Meaning | undefined {
  const isDemand = shape.props?.about !== undefined && shape.props.where !== undefined;
  if (isDemand && (heading === DEMAND || heading === AMOUNT)) return heading;
  return leafNamed(shape, heading) ?? leafNamed(shape, plain(heading));
}

/** What people put into headings that changes nothing: line breaks, spaces, full-width letters. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** The heads of tables of fields. */
export const isFieldHead = (row: Row): boolean => textAt(row, 0) === LABEL && textAt(row, 1) === CONTENT;

export const textAt = ({ cells }: Row, index: number): string => (cells[index]?.text ?? '').trim();

/** Cells that say something: a formula that failed does, a dash does not. */
export const isFilled = (cell: Cell | undefined): cell is Cell =>
  cell !== undefined && !cell.merged && (cell.fault !== undefined || !/^[-—–/／\\~～\s]*$/.test(cell.text));

export const hasContent = ({ cells }: Row): boolean => cells.some(isFilled);
