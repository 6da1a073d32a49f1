import { type Day, dayOf } from '../values/day.ts';

/** What a citizen identity number says of its bearer. The address code is not read: nothing follows from it. */
export interface IdNumber {
  /** 15 digits, out of use since 2013: two digits of the year, no check digit */
  old: boolean;
  /** undefined where the eight (six) digits are no date */
  birth: Day | undefined;
  gender: 'male' | 'female';
  /** whether the check digit is the right one; nothing can be said of 15 digits */
  checks: boolean;
  /** the 17 digits before the check digit: the same for both forms of one person's number */
  body: string;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Check digits by the weighted sum modulo 11 (GB 11643-1999). */
const CHECK_DIGITS = '10X98765432';

/** The check digit that belongs to the first 17 digits. */
export function checkDigit(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return CHECK_DIGITS[sum % 11]!;
}

/** Takes a number of 18 or 15 digits apart; the schema lets nothing else through. */
export function readIdNumber(number: string): IdNumber {
  const old = number.length === 15;
  // The old form counts 1900 to 1999 only.
  const body = old ? `${number.slice(0, 6)}19${number.slice(6)}` : number.slice(0, 17);
  return {
    old,
    birth: dayOf(Number(body.slice(6, 10)), Number(body.slice(10, 12)), Number(body.slice(12, 14))),
    gender: Number(body[16]) % 2 === 1 ? 'male' : 'female',
    checks: old || checkDigit(body) === number[17],
    body,
  };
}
