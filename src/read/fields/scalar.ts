import { UNKNOWN_WORDS } from '../../model/place.ts';
import { isoOf, parseDay, weekdayOf } from '../../values/day.ts';
import type { SchemaArgs } from '../problem.ts';
import type { Node, ScalarNode } from '../yaml/node.ts';
import { readBounds } from './bound-text.ts';
import { readDate, WEEKDAY_ZH } from './date-text.ts';
import { type Faults, shorten } from './faults.ts';
import { isMasked } from './masked.ts';
import { NUMERIC } from './number-text.ts';
import { canonicalValue, fieldShape, type Reading, type Shape } from './shape.ts';
import { plainSigns } from './signs.ts';
import { isBareDay, readWindow } from './window-text.ts';
import type { WindowFailure } from './year-part.ts';

const YES = new Set(['true', 'yes', '是', '有', '已交', '√', '✓']);
const NO = new Set(['false', 'no', '否', '未交', '缺', '×', '✗']);

/** What a roster from Excel says of a number that a program made of an ID number (office/lost-numbers.ts writes it). */
const LOST_DIGITS = /^(末几位已?丢失|digits lost)$/i;

/** 29 February may be meant of a year that is not known yet. */
const LEAP_YEAR = 2000;

const WINDOW_PROBLEM: Record<WindowFailure, SchemaArgs['problem']> = {
  'no-date': 'date',
  'does-not-exist': 'no-such-date',
  ambiguous: 'ambiguous-date',
  'by-month': 'by-month',
  'no-month-name': 'no-month-name',
  'week-alone': 'week-alone',
};

/** What the schema wants at the place of a scalar; text as it is written where nothing it may be fits, and the validator says so. */
export function readScalar(node: ScalarNode, shape: Shape, faults: Faults): unknown {
  if (shape.nameOf) faults.problems.people?.add(node.text.trim(), shape.nameOf);
  noteNumbers(node.text, shape, faults);
  const readings = shape.read ?? [];
  if (isUnknown(node) && !readings.includes('text'))
    return readings.includes('quantity') ? 'pending' : undefined;
  if (hasSwallowedField(node, faults) || faults.isTooLong(node)) return undefined;
  const text = node.text.trim();
  if (readings.includes('id-number') && LOST_DIGITS.test(text)) {
    faults.refuse(node);
    const args = { text: '', becomes: '', heading: shape.title ?? '' };
    faults.problems.add('input/precision-lost', faults.span(node), args, 'error');
    return undefined;
  }
  if (shape.values) {
    const known = canonicalValue(shape, text) ?? canonicalValue(shape, halfWidth(text));
    if (known !== undefined) return known;
  }
  const others = othersThan(text, shape);
  if (others !== undefined) return readOthers(node, others, shape, faults);
  for (const reading of readings) {
    const value = readAs(reading, node, text, shape, faults);
    if (value !== undefined) return value;
  }
  const expected = readings.find(reading => reading === 'date' || reading === 'window');
  if (expected === undefined) return text;
  faults.refuse(node);
  faults.differs(node, WINDOW_PROBLEM[failureOf(expected, text)], { value: shorten(text), expected });
  return undefined;
}

/** 非汉族, 不是党员 of a condition: what it is that nobody may have; and 少数民族, which is everybody but the Han. */
function othersThan(text: string, shape: Shape): string | undefined {
  if (!shape.props || !('not' in shape.props)) return undefined;
  if (shape.read?.includes('ethnicity'))
    return text === '少数民族' ? '汉族' : /^(?:非|不是)(.+)/.exec(text)?.[1];
  const other = /^(?:非|不是)(.+)/.exec(text)?.[1];
  return other !== undefined && canonicalValue(shape, other) !== undefined ? other : undefined;
}

function readOthers(node: ScalarNode, text: string, shape: Shape, faults: Faults): object {
  return { not: readScalar({ ...node, text, plain: true }, fieldShape(shape, 'not'), faults) };
}

/** Notes numbers of people, which the gate masks: those of fields that are never shown in full, and landlines anywhere on a roster. */
function noteNumbers(text: string, shape: Shape, { path, problems }: Faults): void {
  if (isMasked(shape, path.at(-2), path.at(-1))) problems.numbers.add(text);
  else if (path[0] === 'candidates') problems.numbers.addLandlines(text);
}

function readAs(reading: Reading, node: ScalarNode, text: string, shape: Shape, faults: Faults): unknown {
  const all = shape.read ?? [];
  // Where text is allowed too, quotes say that text is meant.
  const typed = node.plain || !all.includes('string');
  switch (reading) {
    case 'text':
      return node.text;
    case 'string':
      checkDigits(node, faults);
      return text;
    case 'code':
      checkDigits(node, faults);
      return halfWidth(text);
    case 'id-number':
      checkDigits(node, faults);
      return halfWidth(text).replaceAll(' ', '').toUpperCase();
    case 'ethnicity':
      return /族$|^其他$/.test(text) ? text : `${text}族`;
    case 'date':
      return dateFrom(node, text, faults);
    case 'window':
      return windowFrom(node, text, faults);
    case 'bounds':
      return boundsFrom(node, text, shape, faults);
    case 'boolean':
      return typed && YES.has(text) ? true : typed && NO.has(text) ? false : undefined;
    default:
      return typed ? numberFrom(reading, node, text, faults) : undefined;
  }
}

function numberFrom(reading: Reading, node: ScalarNode, text: string, faults: Faults): unknown {
  const plain = halfWidth(text).replaceAll(' ', '');
  // `5（孔明学院）`: a number with a remark beside it, which has no place of its own.
  const noted = reading === 'quantity' ? /^([^()]+)\([^()\d]+\)$/.exec(plain)?.[1] : undefined;
  const value = NUMERIC[reading]?.(noted ?? plain);
  if (value === undefined) return undefined;
  if (noted !== undefined)
    faults.differs(node, 'note-beside-number', { value: shorten(text), allowed: [noted] }, 'info');
  else if (halfWidth(text) !== text) faults.fullWidth(node, text, plain);
  return value;
}

function dateFrom(node: ScalarNode, text: string, faults: Faults): string | undefined {
  const date = readDate(text);
  if ('failure' in date) return undefined;
  // Most dates are written as they are kept.
  if (date.iso === text) return text;
  // Full-width brackets around a weekday are as good as any.
  if (/[\uff0d-\uff19。]/.test(text)) {
    // A weekday that is stated may show that the date is wrong: it stays.
    const weekday = date.weekday === undefined ? '' : ` ${WEEKDAY_ZH[date.weekday]}`;
    faults.fullWidth(node, text, date.iso + weekday);
  }
  const day = parseDay(date.iso);
  if (date.weekday !== undefined && day !== undefined && date.weekday !== weekdayOf(day))
    faults.problems.add('timeline/weekday-mismatch', faults.span(node), {
      date: isoOf(day),
      stated: date.weekday,
      actual: weekdayOf(day),
    });
  return date.iso;
}

/** 大专以上, 不超过35岁: the map that it stands for, if its value is one of the field's. */
function boundsFrom(node: ScalarNode, text: string, shape: Shape, faults: Faults): object | undefined {
  const written = readBounds(halfWidth(text));
  if (!written) return undefined;
  const bounds: Record<string, unknown> = {};
  for (const [side, part] of Object.entries(written)) {
    const own = fieldShape(shape, side);
    const isOne = own.values ? own.meanings.has(part) : isDateOrNumber(part);
    if (!isOne) return undefined;
    bounds[side] = readScalar({ ...node, text: part, plain: true }, own, faults);
  }
  return bounds;
}

const isDateOrNumber = (text: string): boolean =>
  NUMERIC.integer!(text) !== undefined || !('failure' in readDate(text));

/** A day, or a part of the year; the latter stays as it is written until the plan's year is known (plan/step.ts). */
function windowFrom(node: ScalarNode, text: string, faults: Faults): string | undefined {
  // 起: 自9月1日起, 止: 至9月5日 repeat what their keys say; of 日期: 9月1日起 it would be open when it ends.
  const field = faults.path.at(-1);
  if (field === 'from') text = text.replace(/^[自从]/, '').replace(/(起|开始)$/, '');
  if (field === 'to') text = text.replace(/^[至到]/, '').replace(/(止|结束)$/, '');
  const date = readDate(text);
  if (!('failure' in date) && date.iso.length === 10) return dateFrom(node, text, faults);
  // 止: 12日 is of the month in which it begins (plan/step-window.ts).
  if (field === 'to' && isBareDay(text)) return text;
  const window = readWindow(text, LEAP_YEAR);
  if ('failure' in window) return undefined;
  // How long it takes can be said where it begins; a last day has no length.
  return window.length && (field === 'to' || field === 'deadline') ? undefined : text;
}

function failureOf(reading: 'date' | 'window', text: string): WindowFailure {
  const read = reading === 'date' ? readDate(text) : readWindow(text, LEAP_YEAR);
  return 'failure' in read ? read.failure : 'no-date';
}

/** Digits that a program reading the file as plain YAML would lose: ID numbers, leading zeros, `1988.10` as text. */
function checkDigits(node: ScalarNode, faults: Faults): void {
  if (!node.plain || !/^[-+]?\d[\d.]*$/.test(node.text)) return;
  const number = Number(node.text);
  const becomes = Number.isNaN(number) ? node.text : String(number);
  if (becomes !== node.text)
    faults.problems.add('input/precision-lost', faults.span(node), {
      text: node.text,
      becomes,
    });
}

/** `性别：女` on a line of its own under `姓名: 古丽` is, to YAML, more of the name. */
function hasSwallowedField(node: ScalarNode, faults: Faults): boolean {
  if (!node.plain || !node.text.includes('：')) return false;
  const written = faults.file.text.slice(node.start, node.end);
  const match = /[\r\n]\s*[^\s：]{1,20}(：)/.exec(written);
  if (!match) return false;
  const at = node.start + match.index + match[0].length - 1;
  faults.refuse(node);
  const colon = { text: '：', instead: ': ', read: false };
  faults.problems.add('input/fullwidth-punctuation', faults.span({ start: at, end: at + 1 }), colon, 'error');
  return true;
}

/** Whether nothing is said in a node: empty, 无, 不详. */
export const isNothing = (node: Node): boolean => node.kind === 'scalar' && isUnknown(node);

const isUnknown = (node: ScalarNode): boolean =>
  node.text.length < 5 &&
  UNKNOWN_WORDS.has(node.text.trim()) &&
  (node.plain || !/^(~|null)$/.test(node.text));

/** Full-width characters and signs of print as ASCII, ideographic and no-break spaces as spaces. */
export function halfWidth(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  return plainSigns(text.replace(/[\u3000\u00a0]/g, ' '));
}
