import vocabulary from '../../generated/vocabulary.json' with { type: 'json' };
import { fieldShape, fieldTitle, itemShape, rootShape } from '../../read/fields/shape.ts';
import type { PersonRef, SlotName } from '../../rules/rule.ts';
import { isoOf, parseDay } from '../../values/day.ts';
import type { Quantity } from '../../values/quantity.ts';
import { type Comparator, isShareText } from '../../values/share.ts';
import type { Window } from '../../values/window.ts';

/** `6月16日`; the year is the plan's and need not be said. */
export function date(iso: string): string {
  const [, month, day] = iso.split('-').map(Number);
  return `${month}月${day}日`;
}

/** `2016年6月16日` */
export const fullDate = (iso: string): string => `${Number(iso.slice(0, 4))}年${date(iso)}`;

export const weekday = (number: number): string => `星期${'日一二三四五六'[number]}`;

/** `6月9日、10日、11日`: the month is said once. */
export function dates(isos: readonly string[]): string {
  let month = '';
  return isos
    .map(iso => {
      const own = iso.slice(0, 7);
      const text = own === month ? `${Number(iso.slice(8))}日` : date(iso);
      month = own;
      return text;
    })
    .join('、');
}

/** `6月9日、10日`, `10月1日至7日`: three days and more in a row are a span. */
export function spans(isos: readonly string[]): string {
  const last = isos.at(-1)!;
  const inRow = isos.length > 2 && parseDay(last)! - parseDay(isos[0]!)! === isos.length - 1;
  if (!inRow) return dates(isos);
  return `${date(isos[0]!)}至${last.slice(0, 7) === isos[0]!.slice(0, 7) ? `${Number(last.slice(8))}日` : date(last)}`;
}

/** At most this many names in one sentence; the rest are counted. */
const MOST = 6;

export function list(names: readonly string[], unit = '个'): string {
  return names.length <= MOST
    ? names.join('、')
    : `${names.slice(0, MOST).join('、')}等${names.length}${unit}`;
}

/** `张三（c01）`; without a code of their own people go by their name. */
export const person = ({ name, id }: PersonRef): string => (id === name ? name : `${name}（${id}）`);

export const people = (persons: readonly PersonRef[]): string => list(persons.map(person), '人');

/** `农牧民1号名额`; `1号名额` where the plan has no categories; as it is written where there is no such slot. */
export const slot = ({ category, number }: SlotName): string =>
  number === 0 ? `名额“${category}”` : `${before(category)}${number}号名额`;

/** Digits and letters at the end of a name would run into the number. */
const before = (category: string): string => (/[\p{N}A-Za-z]$/u.test(category) ? `${category}-` : category);

/** `农牧民1号、2号、5号名额`: the category is said once. */
export function slots(names: readonly SlotName[]): string {
  const numbers = new Map<string, number[]>();
  for (const { category, number } of names) numbers.set(category, [...(numbers.get(category) ?? []), number]);
  return [...numbers]
    .map(([category, own]) => `${before(category)}${own.map(number => `${number}号`).join('、')}名额`)
    .join('，');
}

const COMPARATORS: Record<Comparator, string> = {
  min: '不低于',
  max: '不超过',
  about: '左右',
  exactly: '恰好',
  actual: '实际占',
};

/** `不低于80%`, `45%左右`, `不超过3人` */
export function demand(comparator: Comparator, amount: string): string {
  const what = isShareText(amount) ? amount : `${amount}人`;
  if (comparator === 'actual' && !isShareText(amount)) return `实际${what}`;
  return comparator === 'about' ? `${what}左右` : `${COMPARATORS[comparator]}${what}`;
}

/** `2016年9月下旬`, `4月23日上午11点`: a window as the plan writes it, its year where it is not the plan's or `year` is asked for. */
export function windowText(window: Window, withYear: boolean): string {
  const [first, last] = [isoOf(window.from), isoOf(window.to)];
  const year = withYear ? `${Number(first.slice(0, 4))}年` : '';
  const time = window.time?.written ?? '';
  if (window.words !== '') return `${year}${window.words}${time}`;
  return `${year}${first === last ? date(first) : `${date(first)}至${date(last)}`}${time}`;
}

/** `9名`, `约30名`, `不超过30名`, `待定` */
export function quantity(own: Quantity, unit = '名'): string {
  switch (own.kind) {
    case 'exact':
      return `${own.heads}${unit}`;
    case 'about':
      return `约${own.heads}${unit}`;
    case 'max':
      return `不超过${own.heads}${unit}`;
    case 'range':
      return own.most === undefined ? `${own.least}${unit}以上` : `${own.least}至${own.most}${unit}`;
    case 'pending':
      return '待定';
  }
}

/** `1至2名`, `不少于1名`, `不超过2名` */
export const perBranch = (min: number | undefined, max: number | undefined): string =>
  min === max
    ? `${min}名`
    : max === undefined
      ? `不少于${min}名`
      : min === undefined
        ? `不超过${max}名`
        : `${min}至${max}名`;

/** `4至5人`, `至少8人`, `8人` */
export function heads(min: number, max: number | null): string {
  if (max === null) return `至少${min}人`;
  if (min === max) return `${min}人`;
  return min === 0 ? `至多${max}人` : `${min}至${max}人`;
}

/** The Chinese name of a field or of a value, as the schema has it. */
export function termOf(field: string, value: string): string {
  const names = vocabulary[field as keyof typeof vocabulary] as Record<string, string> | undefined;
  return names && Object.hasOwn(names, value) ? names[value]! : value;
}

const PERSON = itemShape(fieldShape(rootShape('candidates'), 'candidates'));

/** The Chinese name of a person's field, or of one below it: `events.activist`. What users invent is called as they do. */
export function field(path: string): string {
  let shape = PERSON;
  let title = '';
  for (const name of path.split('.')) {
    title = fieldTitle(shape, name);
    shape = fieldShape(shape, name);
  }
  return title;
}

/** What a sum of plans still depends on; where the number of vacant slots is not known, that. */
export function stillOpen(vacant: number | null, unknown: number): string {
  if (vacant === null) return '有单位的名额数没有写明或没有读出';
  const slots = vacant > 0 ? [`${vacant}个名额没有人选或名册读不出`] : [];
  const people = unknown > 0 ? [`${unknown}人情况未填`] : [];
  return `还有${[...slots, ...people].join('、')}`;
}
