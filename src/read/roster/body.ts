import { type Cell, isBlank } from './cell.ts';
import { classOf } from './classes.ts';
import type { Column } from './columns.ts';
import { fitOf, hasKind } from './fit.ts';
import {
  firstOf,
  isBranch,
  isCategory,
  isFooterText,
  isOut,
  isSectionNumber,
  isSigningDay,
  isTotal,
  roleOf,
  sectionName,
  textsOf,
} from './rows.ts';
import { isDate } from './target.ts';
import type { Row } from './workbook.ts';

/** What a row below a head is. */
export type RowKind =
  | 'blank'
  | 'person'
  /** something stands in it, and no name */
  | 'no-name'
  | 'total'
  | 'footer'
  | 'head-again'
  /** 东村党支部 above its people */
  | 'section'
  /** 二、储备对象 above them */
  | 'section-role'
  /** 一、农牧民（5人） above them, where no column says their category */
  | 'section-category'
  /** 三、已取消: the people below are out */
  | 'section-out'
  | 'section-unread';

/** Tells people from what else stands below the head of a table. */
export function kindOf(row: Row, columns: readonly Column[]): RowKind {
  const first = firstOf(row);
  const name = columns.find(({ target }) => target?.[0] === 'name');
  const nameCell = name && row.cells[name.index];
  // Numbers are often written down the page before there are people.
  const needless = new Set(columns.flatMap(({ refusal, index }) => (refusal === 'needless' ? [index] : [])));
  if (row.cells.every((cell, index) => isBlank(cell) || (needless.has(index) && !/\D/.test(cell!.text))))
    return 'blank';
  if (!first) return 'no-name';
  if (isHeadAgain(nameCell, name)) return 'head-again';
  const hasName = !isBlank(nameCell) && nameCell!.fault === undefined;
  const hasFault = row.cells.some((cell, index) => cell?.fault !== undefined && !needless.has(index));
  const isEvident = columns.some(
    column => !isAnswer(row, columns, column.index) && speaksOf(column, row.cells[column.index]),
  );
  if (isTotal(first.text)) return 'total';
  const all = textsOf(row);
  if (all.length === 1 && isSigningDay(all[0]!)) return 'footer';
  const hasNumber = isSectionNumber(first.text) && all.length === 2;
  const texts = hasNumber ? all.slice(1) : all;
  if (texts.length === 1 && !isEvident && !hasFault) {
    // 赵六 alone below 培养联系人 goes on with the row above: that is no remark, and must not be lost.
    const alone = row.cells.findIndex(cell => cell?.text === texts[0]);
    const own = columns.find(({ index }) => index === alone)?.target;
    if (!hasName && own && CONTINUED.has(own[0]) && !row.cells[alone]!.merged && !isFooterText(texts[0]!))
      return 'no-name';
    const parting = partingOf(texts[0]!, {
      isNoName: !hasName || nameCell!.merged === true,
      hasNumber,
      hasCategory: columns.some(({ target }) => target?.[0] === 'category'),
    });
    if (parting) return parting;
    // 2.申请时间以落款为准: no name has so many characters without a dot.
    if (LONG_TEXT.test(texts[0]!.replace(/\s/g, ''))) return 'footer';
  }
  // A date or an ID number in its column makes a person of a row, whatever the name begins with.
  if (
    !isEvident &&
    (isFooterText(first.text) || row.cells.some((cell, index) => isLabelAt(cell, columns, index)))
  )
    return 'footer';
  if (hasName && !nameCell!.merged) return 'person';
  return isEvident || hasFault || texts.length > 1 ? 'no-name' : 'footer';
}

/** 组织委员 under 职务 is somebody's post; under 姓名 or 性别, or with a colon, it asks for a signature. */
function isLabelAt(cell: Cell | undefined, columns: readonly Column[], index: number): boolean {
  if (!cell || !isFooterText(cell.text)) return false;
  const target = columns.find(column => column.index === index)?.target;
  return /[:：]/.test(cell.text) || target === undefined || target[0] === 'name' || hasKind(target);
}

/** Whether a cell answers to the label before it: in 制表时间 2026.05.30 nobody was born. */
function isAnswer(row: Row, columns: readonly Column[], index: number): boolean {
  const before = row.cells.findLastIndex((cell, at) => at < index && !isBlank(cell));
  const column = columns.find(each => each.index === before);
  if (column && !column.target && column.refusal !== 'needless') return false;
  return before >= 0 && isLabelAt(row.cells[before], columns, before);
}

/** Fields that a second row of a person may go on with. */
const CONTINUED = new Set(['contacts', 'introducers', 'phone', 'education', 'occupation']);

const LONG_TEXT = /\p{Script=Han}{9,}|[。；]/u;

const isHeadAgain = (cell: Cell | undefined, name: Column | undefined): boolean =>
  cell !== undefined && cell.text.replace(/\s/g, '') === name?.heading.split('/').at(-1);

/** What the only text of a row parts the table into; undefined where it may be a person's name. */
function partingOf(
  text: string,
  { isNoName, hasNumber, hasCategory }: { isNoName: boolean; hasNumber: boolean; hasCategory: boolean },
): RowKind | undefined {
  const section = sectionName(text);
  if (isBranch(text)) return 'section';
  const isNumbered = hasNumber || NUMBERED.test(text.trim()) || COUNTED.test(text.trim());
  // In the column of names only a number or a count of people tells that it is no name.
  if (!isNoName && !isNumbered) return undefined;
  if (isFooterText(text)) return 'footer';
  if (section.length > 20) return 'footer';
  if (isOut(section)) return 'section-out';
  if (roleOf(section)) return 'section-role';
  if (isCategory(section) && !hasCategory) return 'section-category';
  // 一、东村 parts a table too, but no field is certain to be meant.
  return isNumbered ? 'section-unread' : 'footer';
}

/** 一、东村 and （二）西村 */
const NUMBERED = /^(第?[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)])/;
/** 农牧民（7人） */
const COUNTED = /[（(]\s*(共|合计)?\s*\d+\s*[人名]\s*[）)]$/;

/** Whether a row has an ID number or a date in its column. */
export const isDated = (row: Row, columns: readonly Column[]): boolean =>
  columns.some(
    column =>
      column.target !== undefined &&
      (column.target[0] === 'idNumber' || isDate(column.target)) &&
      speaksOf(column, row.cells[column.index]),
  );

/** Whether a cell holds what only a person's row has in its column. */
function speaksOf({ target }: Column, cell: Cell | undefined): boolean {
  if (!target || isBlank(cell) || cell!.merged || cell!.fault !== undefined) return false;
  if (target[0] === 'gender') return typeof classOf('gender', cell!.text) === 'object';
  const isTelling =
    target[0] === 'idNumber' || isDate(target) || (target[0] === 'ethnicity' && /族$/.test(cell!.text));
  return isTelling && fitOf(target, [cell]) === 1;
}
