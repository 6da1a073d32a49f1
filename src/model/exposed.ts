import { memoizeLast } from '../values/memo.ts';
import { readIdNumber } from './id-number.ts';
import { mayHoldNumbers, personalNumbers } from './personal.ts';
import type { Plan } from './plan.ts';
import { labelsOf, type PlanText, planTexts } from './plan-texts.ts';

/** A personal number that stands in a text where it does not belong. */
export interface ExposedNumber {
  kind: 'id-number' | 'phone';
  /** the last four characters: all of it that may ever be shown */
  tail: string;
}

/** The ID numbers and mobile phones in a text. Long rows of digits that hold no birth date are accounts and the like. */
export const exposedNumbers = (text: string): ExposedNumber[] =>
  personalNumbers(text)
    .filter(({ kind, digits }) => kind === 'phone' || holdsBirth(digits))
    .map(({ kind, text: number }) => ({ kind, tail: number.slice(-4) }))
    .sort((a, b) => Number(a.kind === 'phone') - Number(b.kind === 'phone'));

const holdsBirth = (digits: string): boolean =>
  /^.{15}$|^.{18}$/.test(digits) && readIdNumber(digits).birth !== undefined;

/** Every text and label of a plan that holds such numbers: two rules tell of them. */
export const exposedIn: (plan: Plan) => readonly { text: PlanText; numbers: ExposedNumber[] }[] = memoizeLast(
  plan =>
    [...planTexts(plan), ...labelsOf(plan, mayHoldNumbers)].flatMap(text => {
      const numbers = exposedNumbers(text.text);
      return numbers.length > 0 ? [{ text, numbers }] : [];
    }),
);
