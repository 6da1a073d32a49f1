import { memoizeLast } from '../values/memo.ts';
import { readIdNumber } from './id-number.ts';
import { ID_NUMBER, mayHoldNumbers, PHONE } from './personal.ts';
import type { Plan } from './plan.ts';
import { labelsOf, type PlanText, textsOf } from './texts.ts';

/** A personal number that stands in a text where it does not belong. */
export interface ExposedNumber {
  kind: 'id-number' | 'phone';
  /** the last four characters: all of it that may ever be shown */
  tail: string;
}

/** The ID numbers and mobile phones in a text. Long rows of digits that hold no birth date are accounts and the like. */
export function exposedNumbers(text: string): ExposedNumber[] {
  if (!mayHoldNumbers(text)) return [];
  const found = (kind: ExposedNumber['kind'], pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([number]) => ({ kind, number, tail: number.slice(-4) }));
  return [
    ...found('id-number', ID_NUMBER).filter(
      ({ number }) => /^.{15}$|^.{18}$/.test(number) && readIdNumber(narrow(number)).birth !== undefined,
    ),
    ...found('phone', PHONE),
  ].map(({ kind, tail }) => ({ kind, tail }));
}

/** Every text and label of a plan that holds such numbers: two rules tell of them. */
export const exposedIn: (plan: Plan) => readonly { text: PlanText; numbers: ExposedNumber[] }[] = memoizeLast(
  plan =>
    [...textsOf(plan), ...labelsOf(plan, mayHoldNumbers)].flatMap(text => {
      const numbers = exposedNumbers(text.text);
      return numbers.length > 0 ? [{ text, numbers }] : [];
    }),
);

/** Full-width digits and letters as ASCII ones. */
const narrow = (number: string): string =>
  number.replace(/[\uff10-\uff5a]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
