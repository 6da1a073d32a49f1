import { readIdNumber } from './id-number.ts';

/** A personal number that stands in a text where it does not belong. */
export interface ExposedNumber {
  kind: 'id-number' | 'phone';
  /** the last four characters: all of it that may ever be shown */
  tail: string;
}

/** Rows of digits as long as ID numbers and mobile phones; the same that maskPersonal (personal.ts) hides. */
const ID_NUMBER = /(?<!\d)(?:\d{17}[\dXx]|\d{15})(?![\dXx])/g;
const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;

/** The ID numbers and mobile phones in a text. Long rows of digits that hold no birth date are accounts and the like. */
export function exposedNumbers(text: string): ExposedNumber[] {
  const found = (kind: ExposedNumber['kind'], pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([number]) => ({ kind, number, tail: number.slice(-4) }));
  return [
    ...found('id-number', ID_NUMBER).filter(({ number }) => readIdNumber(number).birth !== undefined),
    ...found('phone', PHONE),
  ].map(({ kind, tail }) => ({ kind, tail }));
}
