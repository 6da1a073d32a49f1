import type { PersonRef, SlotName } from '../../rules/rule.ts';
import { civil, isoOf } from '../../values/day.ts';
import type { Quantity } from '../../values/quantity.ts';
import { type Comparator, isShareText, parseShare } from '../../values/share.ts';
import type { Window } from '../../values/window.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `16 June`; the year is the plan's and need not be said. */
export function date(iso: string): string {
  const [, month, day] = iso.split('-').map(Number);
  return `${day} ${MONTHS[month! - 1]}`;
}

/** `16 June 2016` */
export const fullDate = (iso: string): string => `${date(iso)} ${iso.slice(0, 4)}`;

export const weekday = (number: number): string =>
  ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][number]!;

export const dates = (isos: readonly string[]): string => and(isos.map(date));

/** `1 person`, `2 people` */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** `a`, `a and b`, `a, b and c` */
export const and = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** At most this many names in one sentence; the rest are counted. */
const MOST = 6;

export const list = (names: readonly string[]): string =>
  names.length <= MOST ? and(names) : `${names.slice(0, MOST).join(', ')} and ${names.length - MOST} more`;

/** `张三 (c01)`; without a code of their own people go by their name. */
export const person = ({ name, id }: PersonRef): string => (id === name ? name : `${name} (${id})`);

export const people = (persons: readonly PersonRef[]): string => list(persons.map(person));

const COMPARATORS: Record<Comparator, string> = {
  min: 'at least',
  max: 'at most',
  about: 'about',
  exactly: 'exactly',
  actual: 'in fact',
};

/** `at least 80%`, `about 45%` */
export const demand = (comparator: Comparator, amount: string): string =>
  `${COMPARATORS[comparator]} ${share(amount)}`;

/** `45%`, `5`; `1/3` for 三分之一, `4/10` for 四成 */
export function share(amount: string): string {
  if (!isShareText(amount) || amount.endsWith('%')) return amount;
  const { numerator, denominator } = parseShare(amount);
  return `${numerator}/${denominator}`;
}

/** `late September 2016`, `23 April, 11:00` */
export function windowText(window: Window, withYear: boolean): string {
  const [first, last] = [civil(window.from), civil(window.to)];
  const year = withYear ? ` ${last.year}` : '';
  const time = window.time ? `, ${window.time.clock || window.time.written}` : '';
  const month = (number: number) => MONTHS[number - 1]!;
  // Of a week, whichever is meant, its days.
  if (window.precision === 'day' || /周|星期|礼拜/.test(window.words)) {
    const [from, to] = [date(isoOf(window.from)), date(isoOf(window.to))];
    return `${from === to ? from : `${from} to ${to}`}${year}${time}`;
  }
  const part = window.precision === 'ten-days';
  const from = part
    ? `${THIRD[Math.min(2, Math.floor((first.date - 1) / 10))]} ${month(first.month)}`
    : month(first.month);
  const to = part
    ? `${THIRD[Math.min(2, Math.floor((last.date - 1) / 10))]} ${month(last.month)}`
    : month(last.month);
  return `${from === to ? from : `${from} to ${to}`}${year}${time}`;
}

const THIRD = ['early', 'mid', 'late'];

/** `9`, `about 30`, `at most 30`, `not known yet` */
export function quantity(own: Quantity): string {
  switch (own.kind) {
    case 'exact':
      return String(own.heads);
    case 'about':
      return `about ${own.heads}`;
    case 'max':
      return `at most ${own.heads}`;
    case 'range':
      return own.most === undefined ? `at least ${own.least}` : `${own.least} to ${own.most}`;
    case 'pending':
      return 'not known yet';
  }
}

/** `1 to 2`, `at least 1`, `at most 2` */
export const perBranch = (min: number | undefined, max: number | undefined): string =>
  min === max
    ? `exactly ${min}`
    : max === undefined
      ? `at least ${min}`
      : min === undefined
        ? `at most ${max}`
        : `${min} to ${max}`;

/** `4 to 5 people`, `at least 8 people` */
export function heads(min: number, max: number | null): string {
  if (max === null) return `at least ${count(min, 'person', 'people')}`;
  if (min === max) return count(min, 'person', 'people');
  return min === 0
    ? `at most ${count(max, 'person', 'people')}`
    : `${min} to ${count(max, 'person', 'people')}`;
}

const NUMERALS = '〇一二三四五六七八九';

/** `第十七条` as `Article 17`; articles of other forms stay as they are. */
export function article(text: string): string {
  const match = /^第([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)条$/.exec(text);
  if (!match) return text;
  const [, tens = '', ten, ones = ''] = match;
  const digit = (numeral: string) => Math.max(0, NUMERALS.indexOf(numeral));
  const number = ten ? (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0) : digit(tens || ones);
  return `Article ${number}`;
}

/** A value of an enumeration as words: `pre-review` stays, `branch-meeting` becomes `branch meeting`. */
export const words = (value: string): string => (value === 'pre-review' ? value : value.replaceAll('-', ' '));

/** `农牧民 slot 2`: a slot as the plan calls it, never by its id; in quotes where the plan has no such slot. */
export const slot = ({ category, number }: SlotName): string =>
  number === 0 ? `slot "${category}"` : `${category} slot ${number}`.trim();

/** `农牧民 slots 1, 2, 5`: the category is said once. */
export function slots(names: readonly SlotName[]): string {
  const numbers = new Map<string, number[]>();
  for (const { category, number } of names) numbers.set(category, [...(numbers.get(category) ?? []), number]);
  return [...numbers]
    .map(([category, own]) => `${category} ${own.length > 1 ? 'slots' : 'slot'} ${own.join(', ')}`.trim())
    .join('; ');
}

/** What a sum of plans still depends on; where the number of vacant slots is not known, that. */
export function stillOpen(vacant: number | null, unknown: number): string {
  if (vacant === null) return 'a plan does not say how many slots there are';
  const slots =
    vacant > 0 ? [`${vacant} ${vacant === 1 ? 'slot has' : 'slots have'} no nominee that was read`] : [];
  const people =
    unknown > 0 ? [`${unknown} ${unknown === 1 ? 'nominee is' : 'nominees are'} not known well enough`] : [];
  return [...slots, ...people].join(', ');
}
