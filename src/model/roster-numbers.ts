import { asciiDigits, DIGIT, landlinesIn, maskNumber, NEXT, personalNumbers } from './personal.ts';

/** A row of digits, grouped or not, as long as the shortest number that is told from a figure. */
const ROWS = new RegExp(`${DIGIT}(?:${NEXT}${DIGIT}){4,}`, 'g');
const A_DIGIT = new RegExp(DIGIT);
/** A shorter number is looked for only as it is written, between what is no digit. */
const CERTAIN = 7;
/** What nearly all are, which needs no noting. */
const USUAL = /^(?:1[3-9]\d{9}|\d{17}[\dXx])$/;
const A_DATE = /^(?:19|20)\d\d\D\d\d\D\d\d$/;
/** A birthday in the wrong column: every day in a calendar file would be masked. */
const A_DAY = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/**
 * The numbers of people on a roster that do not show by themselves whose they are: landlines, numbers without an area code, mistyped
 * ones. They are noted as they are read, since the schema says which fields hold them (`x-masked`), and masked in all that is shown
 * of the plan. What looks like an ID number or a mobile phone needs no noting (personal.ts).
 */
export class RosterNumbers {
  /** their digits */
  private readonly known = new Set<string>();
  private lengths: number[] = [];

  /** Notes the numbers in the value of a field that is never shown in full. */
  add(text: string): void {
    if (USUAL.test(text)) return;
    let rest = text;
    for (const { index, text: number } of personalNumbers(text))
      rest = rest.slice(0, index) + '\n'.repeat(number.length) + rest.slice(index + number.length);
    this.addLandlines(rest);
    for (const [row] of rest.matchAll(ROWS)) this.note(asciiDigits(row).replace(/\D/g, ''));
  }

  /** Notes the landlines in another text of a roster, where a number with an area code is somebody's too. */
  addLandlines(text: string): void {
    // 2013-03-01, of which a roster is full, is none.
    if (text.length < 10 || (text.length === 10 && text[4] === '-')) return;
    for (const { area, local, extension } of landlinesIn(text)) {
      this.note(area + local + extension);
      this.note(area + local);
      // As a program writes it that takes it for a number, and as it is called from abroad.
      this.note(area.slice(1) + local);
      this.note(local);
    }
  }

  /** Takes in those of another plan. */
  include(other: RosterNumbers): void {
    for (const digits of other.known) this.note(digits);
  }

  /** The text with the numbers masked that stand in it, however they are grouped; it keeps its length. */
  inText(text: string): string {
    if (this.known.size === 0 || !A_DIGIT.test(text)) return text;
    return text.replace(ROWS, row => this.inRow(row));
  }

  private note(digits: string): void {
    if (this.known.has(digits) || A_DAY.test(digits)) return;
    this.known.add(digits);
    if (!this.lengths.includes(digits.length))
      this.lengths = [...this.lengths, digits.length].sort((a, b) => b - a);
  }

  private inRow(row: string): string {
    const at = [...row.matchAll(new RegExp(DIGIT, 'g'))].map(({ index }) => index);
    const digits = asciiDigits(row).replace(/\D/g, '');
    let masked = row;
    for (let first = 0; first < digits.length; first++) {
      const length = this.lengths.find(
        length =>
          first + length <= digits.length &&
          this.known.has(digits.slice(first, first + length)) &&
          isNumber(row, at.slice(first, first + length)),
      );
      if (length === undefined) continue;
      const start = at[first]!;
      const end = at[first + length - 1]! + 1;
      masked = masked.slice(0, start) + maskNumber(row.slice(start, end)) + masked.slice(end);
      first += length - 1;
    }
    return masked;
  }
}

/** Whether digits at these places of a row are the number, and not a date or parts of figures. */
function isNumber(row: string, at: readonly number[]): boolean {
  const start = at[0]!;
  const end = at.at(-1)! + 1;
  if (at.length >= CERTAIN) return !A_DATE.test(asciiDigits(row.slice(start, end)));
  return end - start === at.length && !A_DIGIT.test(row.charAt(start - 1)) && !A_DIGIT.test(row.charAt(end));
}
