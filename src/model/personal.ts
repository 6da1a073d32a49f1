/**
 * ID numbers (18 or 15 digits) and mobile phone numbers, wherever they stand. Digits on either side mean another kind
 * of number.
 */
const PERSONAL = /(?<!\d)(?:\d{17}[\dXx]|\d{15}|1[3-9]\d{9})(?!\d)/g;

/** Shows only the last four characters of ID numbers and phones; the text keeps its length, so places stay right. */
export const maskPersonal = (text: string): string =>
  text.replace(PERSONAL, number => '*'.repeat(number.length - 4) + number.slice(-4));
