/**
 * Exact shares: quotients of whole numbers, so 28 % of 25 is 7 and not 7.000000000000001, and a third of 9 is 3. Floating point
 * is never used on the way to a head count.
 */
export interface Share {
  /** 45 % = 450,000 / 1,000,000; 三分之一 = 1 / 3 */
  readonly numerator: number;
  readonly denominator: number;
  /** as written: `45%`, `1/3`, `三分之一` */
  readonly text: string;
}

/** A demand on a number of people: a share of something, or heads. */
export type Amount = Share | number;

/** What a percentage with four decimals is counted in: 100 % × 10,000. */
const WHOLE = 1_000_000;

const NUMERALS = '一二三四五六七八九十';

/** Reads `1/3`, `三分之一`, `半数`, `一半`, `四成`. */
export function readFraction(text: string): Share | undefined {
  if (text === '半数' || text === '一半') return { numerator: 1, denominator: 2, text };
  const tenths = /^([一二两三四五六七八九1-9])成$/.exec(text)?.[1];
  if (tenths !== undefined) {
    const numerator = tenths === '两' ? 2 : NUMERALS.indexOf(tenths) + 1 || Number(tenths);
    return { numerator, denominator: 10, text };
  }
  const fraction = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text);
  if (fraction) return { numerator: Number(fraction[1]), denominator: Number(fraction[2]), text };
  const words = /^([二三四五六七八九十])分之([一二三四五六七八九])$/.exec(text);
  if (words) {
    const [denominator, numerator] = [words[1]!, words[2]!].map(own => NUMERALS.indexOf(own) + 1);
    return { numerator: numerator!, denominator: denominator!, text };
  }
  return undefined;
}

/**
 * Reads a fraction, or `45%` or `33.3333%` (at most four decimals).
 * @throws {RangeError} when the text is nothing of the kind (the schema lets no such text through)
 */
export function parseShare(text: string): Share {
  const fraction = readFraction(text);
  if (fraction) return fraction;
  const percent = /^(\d{1,4})(?:\.(\d{1,4}))?%$/.exec(text);
  if (!percent) throw new RangeError(`not a share: ${text}`);
  return { numerator: Number(percent[1]! + (percent[2] ?? '').padEnd(4, '0')), denominator: WHOLE, text };
}

/** Whether a text is a share of a whole: `45%`, `三分之一`, and no more than all of it. */
export function isShareOfWhole(text: string): boolean {
  const fraction = readFraction(text);
  if (fraction) return fraction.numerator <= fraction.denominator;
  return /^(100|\d{1,2}(\.\d{1,4})?)%$/.test(text);
}

/** A decimal factor as an exact percentage: 1.3 is 130 %. Decimals beyond the sixth are rounded away. */
export const percentOf = (factor: number): Share => ({
  numerator: Math.round(factor * WHOLE),
  denominator: WHOLE,
  text: `${Math.round(factor * WHOLE) / (WHOLE / 100)}%`,
});

export const parseAmount = (amount: string | number): Amount =>
  typeof amount === 'number' ? amount : parseShare(amount);

/** Whether the text of an amount is a share, not a number of heads. */
export const isShareText = (amount: string): boolean => !/^\d+$/.test(amount);

/** The amount of `whole` heads, as an exact quotient. Safe up to `whole` = 10⁶ (schema) and 9,999 %. */
function quotient(amount: Amount, whole: number): [numerator: number, denominator: number] {
  return typeof amount === 'number' ? [amount, 1] : [amount.numerator * whole, amount.denominator];
}

/** 以上, 不低于: the least head count that reaches the amount, e.g. 80 % of 9 = 7.2 → 8. */
export function headsAtLeast(amount: Amount, whole: number): number {
  const [numerator, denominator] = quotient(amount, whole);
  return (numerator + ((denominator - (numerator % denominator)) % denominator)) / denominator;
}

/** 以内, 不超过: the greatest head count that keeps within the amount, e.g. 45 % of 9 = 4.05 → 4. */
export function headsAtMost(amount: Amount, whole: number): number {
  const [numerator, denominator] = quotient(amount, whole);
  return (numerator - (numerator % denominator)) / denominator;
}

/** Comparator words of plans: 以上/不低于, 不超过/以内, 左右/把握在, 恰好; 占 of a result, as it is reported. */
export type Comparator = 'min' | 'max' | 'about' | 'exactly' | 'actual';

/** In the order in which a requirement is asked which of them it has. */
export const COMPARATORS: readonly Comparator[] = ['min', 'max', 'about', 'exactly', 'actual'];

/** The head counts that meet a demand, both ends included; `max` is absent where there is no upper end. */
export interface HeadRange {
  min: number;
  max?: number;
}

/**
 * The head counts that meet `comparator amount` of `whole` heads. 左右 accepts both neighbours of a fraction (45 % of
 * 9 = 4.05: 4 and 5) and `tolerance` heads beyond them. 恰好 of a fraction leaves no head count: min > max.
 */
export function acceptedHeads(
  comparator: Comparator,
  amount: Amount,
  whole: number,
  tolerance = 0,
): HeadRange {
  const up = headsAtLeast(amount, whole);
  const down = headsAtMost(amount, whole);
  switch (comparator) {
    case 'min':
      return { min: up };
    case 'max':
      return { min: 0, max: down };
    case 'about':
      return { min: Math.max(0, down - tolerance), max: up + tolerance };
    case 'exactly':
      return { min: up, max: down };
    case 'actual':
      return reportedHeads(amount, whole);
  }
}

/**
 * The head counts whose share of `whole` is what is reported, at the precision stated: 18.2% is anything from 18.15 to 18.25, so
 * 4 of 22 is right and 4 of 21 is not; 四成 is anything from 35 to 45 %. Both ends count, since halves are rounded either way. Where no
 * head count fits, min > max. A fraction states no precision: it is right to a percent, and the heads next to it are right for any whole.
 */
function reportedHeads(amount: Amount, whole: number): HeadRange {
  if (typeof amount === 'number') return { min: amount, max: amount };
  const { numerator, denominator } = amount;
  const isTenths = amount.text.endsWith('成');
  const isStated = isTenths || amount.text.endsWith('%');
  // Half a tenth or a percent, and a tenth of that for each decimal. Everything is scaled so that it stays a whole number.
  const scale = isStated ? 2 : 200;
  const half = (denominator * scale) / (isTenths ? 20 : 200 * 10 ** decimalsOf(amount));
  const bound = (scaled: number): Share => ({
    ...amount,
    numerator: scaled,
    denominator: denominator * scale,
  });
  const range = {
    min: headsAtLeast(bound(Math.max(0, numerator * scale - half)), whole),
    max: Math.min(whole, headsAtMost(bound(numerator * scale + half), whole)),
  };
  if (isStated) return range;
  return {
    min: Math.min(range.min, headsAtMost(amount, whole)),
    max: Math.max(range.max, headsAtLeast(amount, whole)),
  };
}

/** The decimals of a percentage as it is written; none of a fraction. */
export const decimalsOf = ({ text }: Share): number => /\.(\d+)%$/.exec(text)?.[1]?.length ?? 0;

/** Whether no head count at all is accepted. */
export const isEmpty = ({ min, max }: HeadRange): boolean => max !== undefined && min > max;

/**
 * The same where the whole is not one number but a range (a share of a share of which only a least is known): every head count
 * that some whole in it accepts.
 */
export function acceptedHeadsWithin(
  comparator: Comparator,
  amount: Amount,
  whole: HeadRange,
  tolerance = 0,
): HeadRange {
  const low = acceptedHeads(comparator, amount, whole.min, tolerance);
  if (whole.max === whole.min) return low;
  if (whole.max === undefined) return comparator === 'max' ? { min: 0 } : { min: low.min };
  const { max } = acceptedHeads(comparator, amount, whole.max, tolerance);
  return max === undefined ? { min: low.min } : { min: low.min, max };
}

export const isWithin = (heads: number, { min, max }: HeadRange): boolean =>
  heads >= min && (max === undefined || heads <= max);

/**
 * Whether a number of heads that is known only within bounds is accepted; undefined where it may turn out either way.
 * @param fewest the fewest heads there may be, with what is accepted then
 * @param most the same of the most heads
 */
export function isWithinForCertain(
  fewest: { heads: number; accepted: HeadRange },
  most: { heads: number; accepted: HeadRange },
): boolean | undefined {
  const least = fewest.accepted;
  const { max: limit = Number.POSITIVE_INFINITY } = most.accepted;
  if (fewest.heads >= least.min && most.heads <= limit) return true;
  if (most.heads < most.accepted.min || fewest.heads > (least.max ?? Number.POSITIVE_INFINITY)) return false;
  return undefined;
}

/**
 * `heads` of `whole` as a percentage with `decimals` places, rounded half up, exactly: 5 of 9 → `55.6%`. A share of
 * nothing is an empty text.
 */
export function percentText(heads: number, whole: number, decimals = 1): string {
  if (whole === 0) return '';
  const scale = 10 ** decimals;
  // Whole numbers throughout: 2 · heads · 100 · scale stays far below 2⁵³.
  const rounded = Math.floor((200 * scale * heads + whole) / (2 * whole));
  const integer = Math.floor(rounded / scale);
  const fraction = String(rounded % scale).padStart(decimals, '0');
  return decimals === 0 ? `${integer}%` : `${integer}.${fraction}%`;
}

/** The exact value of an amount of `whole`, as a decimal without trailing zeros: 45 % of 9 → `4.05`; without end: a third of 10 → `3.33…`. */
export function exactText(amount: Amount, whole: number): string {
  const [numerator, denominator] = quotient(amount, whole);
  const integer = headsAtMost(amount, whole);
  const rest = numerator % denominator;
  if (rest === 0) return String(integer);
  const isDecimal = (rest * WHOLE) % denominator === 0;
  const digits = String(Math.floor((rest * WHOLE) / denominator)).padStart(6, '0');
  return `${integer}.${isDecimal ? digits.replace(/0+$/, '') : `${digits.slice(0, 2)}…`}`;
}

/** The amount as a plan writes it: `45%`, `三分之一` or `5`. */
export const amountText = (amount: Amount): string =>
  typeof amount === 'number' ? String(amount) : amount.text;

/**
 * Why no number of heads can be named for a requirement of a county: nothing is what `of` names, no whole number is that share, or
 * a plan does not know of how many it is one.
 */
export type CountyObstacle = 'no-base' | 'no-integer' | 'total-unknown';
