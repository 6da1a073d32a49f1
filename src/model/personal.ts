/**
 * The shapes of personal numbers, wherever they stand and however they are grouped or widened: ID numbers (15 or 18
 * digits; longer rows of digits are mistyped ones), mobile phones with or without +86, with spaces or hyphens, in ASCII
 * or full-width digits. Nothing else in a plan has so many digits.
 */
const DIGIT = '[0-9\uff10-\uff19]';
export const ID_NUMBER = new RegExp(`${DIGIT}{15,}[XxＸｘ]?`, 'g');
export const PHONE = new RegExp(
  `(?<!${DIGIT})(?:[+＋]?(?:86|８６)[- ]?)?[1１][3-9\uff13-\uff19]${DIGIT}(?:[- ]?${DIGIT}{4}){2}(?!${DIGIT})`,
  'g',
);

/** Shows only the last four characters of ID numbers and phones; the text keeps its length, so places stay right. */
export const maskPersonal = (text: string): string =>
  mayHoldNumbers(text) ? text.replace(ID_NUMBER, mask).replace(PHONE, mask) : text;

/** Whether there are digits enough, as both shapes have them; dates do not: nearly all texts are done with this look. */
export const mayHoldNumbers = (text: string): boolean =>
  text.length >= FEWEST_DIGITS && /[0-9\uff10-\uff19]{4}[- ]?[0-9\uff10-\uff19]{4}/.test(text);

/** Of an ID number or a phone, as the shapes above have them. */
const FEWEST_DIGITS = 11;

const mask = (number: string): string => '*'.repeat(number.length - 4) + number.slice(-4);

/**
 * The same in the name of a file, which may be what somebody wrote where a file belongs; folders are left as they are, since
 * other programs look for files by them.
 */
export const maskFileName = (path: string): string => path.replace(/[^\\/]*$/, maskPersonal);

/** The same in all texts of a value that goes into a report as data. */
export function maskDeep<T>(value: T): T {
  if (typeof value === 'string') return maskPersonal(value) as T;
  if (Array.isArray(value)) return value.map(maskDeep) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, maskDeep(below)])) as T;
}
