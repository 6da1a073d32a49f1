import { UNKNOWN_WORDS } from '../../model/place.ts';
import { readDate } from '../fields/date-text.ts';
import { type Cell, isBlank } from './cell.ts';
import { affiliationOf } from './classes/affiliation.ts';
import { classOf } from './classes.ts';
import { dateBefore, englishMonth, isNotYet, tidyDate, tidyRange } from './dates.ts';
import { isBranch } from './row-words.ts';
import { isDate, isPhone, partsOf, type Target, targetShape } from './target.ts';

/** Only whether it is a date matters here, not which. */
const ANY_CONTEXT = { latestYear: 2100, twoDigitMonths: true, dates1904: false };

/**
 * How much of what stands below a heading is of the kind that a field holds, from 0 to 1; undefined where nothing stands
 * there, or where the field holds any text.
 */
export function fitOf(target: Target, cells: readonly (Cell | undefined)[]): number | undefined {
  const looks = looksOf(target);
  if (!looks) return undefined;
  const filled = cells.filter(
    (cell): cell is Cell =>
      cell !== undefined &&
      !isBlank(cell) &&
      cell.fault === undefined &&
      !DITTO.test(cell.text) &&
      !(isDate(target) && (UNKNOWN_WORDS.has(cell.text) || isNotYet(cell.text))),
  );
  return filled.length === 0 ? undefined : filled.filter(looks).length / filled.length;
}

/** Whether only some texts make sense in a field, so that others show that the row is no person's. */
export const hasKind = (target: Target): boolean => target[0] !== 'branch' && looksOf(target) !== undefined;

export const DITTO = /^(同上|〃|″|"|''|同左)$/;

function looksOf(target: Target): ((cell: Cell) => boolean) | undefined {
  if (isDate(target)) return cell => looksLikeDate(cell, partsOf(target) !== undefined);
  if (isPhone(target)) return ({ text }) => /^[\d\s()（）+、，,;；/-]{7,}$/.test(text);
  switch (target[0]) {
    case 'idNumber':
      return ({ text }) => /^['‘’]?[\d\s]{15,22}[xXＸ]?$|E\+1[67]$/i.test(text);
    case 'gender':
    case 'ethnicity':
      return ({ text }) => classOf(target[0], text) !== undefined;
    case 'stage':
      return ({ text }) => classOf('stage', text) !== undefined || affiliationOf(text) !== undefined;
    case 'role':
      return ({ text }) => classOf('role', text) !== undefined;
    // 拟发展对象 and 积极分子 say how somebody is listed, whatever the column is called.
    case 'category':
      return ({ text }) => classOf('role', text) === undefined && classOf('stage', text) === undefined;
    case 'education':
      return ({ text }) => classOf('education', text) !== undefined || /学|中|专|研/.test(text);
    case 'branch':
      return ({ text }) => isBranch(text);
    case 'contacts':
    case 'introducers':
    case 'name':
      return ({ text }) => !/\d{4}/.test(text);
    default:
      // 应到, 实到 and 赞成 are heads.
      return targetShape(target).read?.[0] === 'integer'
        ? ({ text }) => /^\d+[人名票]?$/.test(text)
        : undefined;
  }
}

/** Whether a day stands in a cell, alone or before other words. */
export const beginsWithDate = (cell: Cell): boolean =>
  tidyDate(cell, ANY_CONTEXT) !== undefined || dateBefore(cell.text) !== undefined;

/** A date that is wrong, or of which the month is not clear, was meant as a date all the same. */
function looksLikeDate(cell: Cell, lasts: boolean): boolean {
  if (cell.date !== undefined || tidyDate(cell, ANY_CONTEXT) !== undefined) return true;
  if (englishMonth(cell.text, ANY_CONTEXT) !== undefined) return true;
  if (lasts && tidyRange(cell.text, ANY_CONTEXT) !== undefined) return true;
  if (/\d{4}.*[、，,;；\n].*\d{4}/s.test(cell.text)) return true;
  const date = readDate(cell.text);
  return ('failure' in date && date.failure !== 'no-date') || /^\d{4}\D.*\d|^\d{4}年/.test(cell.text);
}
