import { fieldShape, fieldTitle, itemShape, type Shape } from '../read/fields/shape.ts';
import type { Language } from './language.ts';

/** A key as the file has it. Keys of the user's own, and titles that do not lead back to the key, stay as they are. */
export function keyName(shape: Shape, name: string, keys: Language): string {
  const title = fieldTitle(shape, name);
  return keys === 'zh' && shape.keys?.[title] === name ? title : name;
}

/** A value to choose from as the file has it: `女` for `female`, by the schema's first Chinese spelling. */
export function valueName(shape: Shape, value: string, keys: Language): string {
  if (keys === 'en') return value;
  return (
    Object.entries(shape.values ?? {}).find(([name, of]) => of === value && name !== value)?.[0] ?? value
  );
}

/** A key as YAML, in quotes where it needs them. */
export const yamlKey = (shape: Shape, name: string, keys: Language): string =>
  quoted(keyName(shape, name, keys), true);

/** A scalar as YAML; `inFlow` for one within `[]` or `{}`, where more must be quoted. */
export function yamlScalar(value: unknown, shape: Shape, keys: Language, inFlow = false): string {
  if (typeof value === 'boolean')
    return keys === 'zh' && shape.read?.includes('boolean') ? (value ? '是' : '否') : String(value);
  if (typeof value === 'number') return String(value);
  const text = String(value);
  if (
    /^\d+(\.\d+)?(d|wd|%)$/.test(text) &&
    shape.read?.some(each => each === 'duration' || each === 'amount')
  )
    return text;
  if (shape.read?.[0] === 'date' && /^\d{4}-\d{2}(-\d{2})?$/.test(text)) return text;
  if (shape.read?.includes('id-number')) return JSON.stringify(text);
  const word = valueName(shape, text, keys);
  // Where a number or a date may be open, the word for it is what is meant.
  if (/^(不详|待定)$/.test(word) && shape.read?.some(each => each === 'quantity' || each === 'window'))
    return word;
  return quoted(word, inFlow);
}

/** A whole value on one line: `{ 开始: 2016-06-01, 结束: 2016-06-03 }`, `[张三, 李四]`. */
export function yamlFlow(value: unknown, shape: Shape, keys: Language): string {
  if (Array.isArray(value))
    return `[${value.map(item => yamlFlow(item, itemShape(shape), keys)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return yamlScalar(value, shape, keys, true);
  const parts = Object.entries(value)
    .filter(([, below]) => below !== undefined && below !== null)
    .map(
      ([name, below]) => `${yamlKey(shape, name, keys)}: ${yamlFlow(below, fieldShape(shape, name), keys)}`,
    );
  return `{ ${parts.join(', ')} }`;
}

/** Letters, Chinese characters and some marks inside need no quotes; whatever YAML could take for something else does. */
function quoted(text: string, inFlow: boolean): string {
  const safe = inFlow
    ? /^[\p{L}][\p{L}\p{N}_·./、（）《》“”-]*$/u
    : /^[\p{L}（《][\p{L}\p{N}_·./（）《》“”，、。；-]*$/u;
  const word = /^(true|false|null|yes|no|on|off|y|n|无|不详|未知|暂无|待定|是|否|有)$/i;
  return safe.test(text) && !word.test(text) ? text : JSON.stringify(text);
}
