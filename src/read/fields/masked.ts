import { maskDigits } from '../../model/personal.ts';
import { literal } from '../../values/literal.ts';
import { fieldShape, itemShape, rootShape, type Shape, shapeOf } from './shape.ts';

// Which fields of people are never shown in full stands in the schema (`x-masked`) and nowhere else.

/** What a roster says of somebody. */
export const personShape = (): Shape => itemShape(fieldShape(rootShape('candidates'), 'candidates'));

/** The canonical names of the fields of people that are never shown in full. */
export const maskedFields = (): string[] => [
  ...new Set(
    [...personShape().fields.values()].filter(field => shapeOf(field).masked).map(({ name }) => name),
  ),
];

let words: string | undefined;

/** Every spelling of their keys, as a pattern. */
function maskedKeys(): string {
  words ??= [...personShape().fields]
    .filter(([, field]) => shapeOf(field).masked)
    .map(([spelling]) => literal(spelling))
    .join('|');
  return words;
}

/**
 * Whether a field is never shown in full: the schema says so, or its name does where somebody made it up (家庭电话 among 其他属性).
 * @param above the field that it stands in
 */
export const isMasked = ({ masked }: Shape, above: unknown, key: unknown): boolean =>
  masked === true || (above === 'attributes' && namesMasked(String(key)));

/** A value without such fields, and whether there were any. */
export function withoutMasked<T>(value: T, shape: Shape): { kept: T; held: boolean } {
  let held = false;
  const keep = (each: unknown, own: Shape, name: string): unknown => {
    if (Array.isArray(each)) return each.map(item => keep(item, itemShape(own), name));
    if (typeof each !== 'object' || each === null) return each;
    const entries = Object.entries(each).filter(([key]) => !isMasked(fieldShape(own, key), name, key));
    held ||= entries.length < Object.keys(each).length;
    return Object.fromEntries(entries.map(([key, below]) => [key, keep(below, fieldShape(own, key), key)]));
  };
  return { kept: keep(value, shape, '') as T, held };
}

/** Whether a heading, or a key of somebody's own, promises such a field: 家庭电话. */
export const namesMasked = (key: string): boolean => new RegExp(maskedKeys(), 'i').test(key);

let entries: RegExp | undefined;

/** A line of a file with the digits masked that stand behind such a key, whether the file can be read or not; it keeps its length. */
export function maskEntries(line: string): string {
  entries ??= new RegExp(
    `(?:${maskedKeys()})[^\\s:：]{0,10}\\s*[:：]\\s*("[^"]*"?|'[^']*'?|\\[[^\\]]*|[^,，}\\]]*)`,
    'gi',
  );
  return line.replace(entries, (entry, value: string) =>
    value === '' ? entry : entry.slice(0, -value.length) + maskDigits(value),
  );
}
