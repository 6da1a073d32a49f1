/**
 * ID numbers (18 or 15 digits; longer rows of digits are mistyped ones) and mobile phone numbers, wherever they stand.
 * Nothing else in a plan has so many digits.
 */
const PERSONAL = /\d{15,}[Xx]?|(?<!\d)1[3-9]\d{9}(?!\d)/g;

/** Shows only the last four characters of ID numbers and phones; the text keeps its length, so places stay right. */
export const maskPersonal = (text: string): string =>
  text.replace(PERSONAL, number => '*'.repeat(number.length - 4) + number.slice(-4));
