import { PROSE_FIELDS } from '../../model/plan-texts.ts';
import { type Cell, isBlank } from './cell.ts';
import { classOf } from './classes.ts';
import { fitOf, hasKind } from './column-values.ts';
import type { Column } from './columns.ts';
import {
  firstCell,
  isBranch,
  isCategory,
  isExample,
  isFooterText,
  isNobody,
  isOut,
  isSectionNumber,
  isSigningDay,
  isTotal,
  roleOf,
  rowTexts,
  sectionName,
} from './row-words.ts';
import { isDate, isPhone } from './target.ts';
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
export function rowKind(row: Row, columns: readonly Column[]): RowKind {
  const first = firstCell(row);
  const name = columns.find(({ target }) => target?.[0] === 'name');
  const nameCell = name && row.cells[name.index];
  // Numbers are often written down the page before there are people.
  const needless = new Set(columns.flatMap(({ refusal, index }) => (refusal === 'needless' ? [index] : [])));
  if (row.cells.every((cell, index) => isBlank(cell) || (needless.has(index) && !/\D/.test(cell!.text))))
    return 'blank';
  if (!first) return 'no-name';
  if (isHeadAgain(nameCell, name)) return 'head-again';
  if (nameCell && isExample(nameCell.text)) return 'footer';
  const hasName = !isBlank(nameCell) && nameCell!.fault === undefined && !isNobody(nameCell!.text);
  const hasFault = row.cells.some((cell, index) => cell?.fault !== undefined && !needless.has(index));
  const isEvident = columns.some(
    column => !isAnswer(row, columns, column.index) && speaksOf(column, row.cells[column.index]),
  );
  if (isTotal(first.text)) return 'total';
  const all = rowTexts(row);
  if (all.length === 1 && isSigningDay(all[0]!)) return 'footer';
  const hasNumber = isSectionNumber(first.text) && all.length === 2;
  const texts = hasNumber ? all.slice(1) : all;
  if (texts.length === 1 && !isEvident && !hasFault) {
    // 赵六 alone below 培养联系人 goes on with the row above: that is no remark, and must not be lost.
    const alone = row.cells.findIndex(cell => cell?.text === texts[0]);
    const own = columns.find(({ index }) => index === alone)?.target;
    if (
      !hasName &&
      own &&
      (CONTINUED.has(own[0]) || isPhone(own)) &&
      !row.cells[alone]!.merged &&
      !isFooterText(texts[0]!)
    )
      return 'no-name';
    const parting = partingOf(texts[0]!, {
      isNoName: !hasName || nameCell!.merged === true,
      hasNumber,
      hasCategory: columns.some(({ target }) => target?.[0] === 'category'),
    });
    if (parting) return parting;
    // 2.申请时间以落款为准: no name has so many characters without a dot.
    const text = texts[0]!.normalize('NFKC').replace(/\s/g, '');
    if (LONG_TEXT.test(text) || NUMBERED_TEXT.test(text)) return 'footer';
  }
  // A date or an ID number in its column makes a person of a row, whatever the name begins with.
  const isLabelled = row.cells.some(
    (cell, index) =>
      isLabelAt(cell, columns, index) && !(hasName && index > name!.index && isFreeText(columns, index)),
  );
  if (!isEvident && (isFooterText(first.text) || isLabelled)) return 'footer';
  if (hasName && !nameCell!.merged) return 'person';
  return isEvident || hasFault || texts.length > 1 ? 'no-name' : 'footer';
}

/** 组织委员 under 职务 is somebody's post; under 姓名 or 性别, or with a colon, it asks for a signature. */
function isLabelAt(cell: Cell | undefined, columns: readonly Column[], index: number): boolean {
  if (!cell || !isFooterText(cell.text)) return false;
  const target = columns.find(column => column.index === index)?.target;
  return /[:：]/.test(cell.text) || target === undefined || target[0] === 'name' || hasKind(target);
}

/** 备注：已公示 behind somebody's name is a remark on them, and 联系人：王五 names a contact. */
const isFreeText = (columns: readonly Column[], index: number): boolean => {
  const target = columns.find(column => column.index === index)?.target;
  return target !== undefined && (FREE.has(target[0]) || target[0] === 'attributes');
};

const FREE: ReadonlySet<string> = new Set([...PROSE_FIELDS, 'contacts', 'introducers', 'tags']);

/** Whether a cell answers to the label before it: in 制表时间 2026.05.30 nobody was born. */
function isAnswer(row: Row, columns: readonly Column[], index: number): boolean {
  const before = row.cells.findLastIndex((cell, at) => at < index && !isBlank(cell));
  const column = columns.find(each => each.index === before);
  if (column && !column.target && column.refusal !== 'needless') return false;
  return before >= 0 && isLabelAt(row.cells[before], columns, before);
}

/** Fields that a second row of a person may go on with, as with a second phone. */
const CONTINUED = new Set(['contacts', 'introducers', 'education', 'occupation']);

const LONG_TEXT = /\p{Script=Han}{9,}|[。；]/u;
/** 2.报送时间为每月5日前 */
const NUMBERED_TEXT = /^\(?\d{1,2}[.、)]\s*\p{Script=Han}{7,}/u;

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

/**
 * What 东村, 农牧民 or 储备对象 parts the table into, where it stands alone in the column of names; undefined where it may be
 * a person's name.
 */
export function partingAlone(text: string, columns: readonly Column[]): RowKind | undefined {
  const section = sectionName(text);
  if (isOut(section)) return 'section-out';
  if (roleOf(section)) return 'section-role';
  const hasCategory = columns.some(({ target }) => target?.[0] === 'category');
  if (KIND_OF_PEOPLE.test(section) && isCategory(section) && !hasCategory) return 'section-category';
  return KIND_OF_PEOPLE.test(section) || PLACE.test(section) ? 'section-unread' : undefined;
}

/** 农 and 卫 are family names too: a category says what kind of people it is. */
const KIND_OF_PEOPLE = /(农牧?民|牧民|渔民|机关|单位|企业|学校|教师|职工|工人|人员|组织|干部|党员|居民)$/;
const PLACE =
  /(村|社区|居委会|村委会|嘎查|小学|中学|学校|幼儿园|卫生院|医院|公司|企业|机关|中心|办公室|派出所|农场|牧场|林场|街道|办事处|[一二三四五六七八九十\d]组)$/;

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
