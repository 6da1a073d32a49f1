import { nearest } from '../../values/nearest.ts';
import type { Problems } from '../problem.ts';
import type { SourceFile } from '../text/source.ts';
import type { Entry, ScalarNode } from '../yaml/node.ts';
import { type Faults, shorten } from './faults.ts';
import {
  canonicalKey,
  canonicalValue,
  type Field,
  type Shape,
  shapeOf,
  spellingsOf,
  titleOf,
} from './shape.ts';

/** @param pointer the JSON pointer of the map that the key stands in */
export function reportUnknownKey(
  key: ScalarNode,
  shape: Shape,
  file: SourceFile,
  pointer: string,
  problems: Problems,
): void {
  const isChinese = /\p{Script=Han}/u.test(key.text);
  problems.add('input/unknown-key', file.place(key.start, key.end, pointer), {
    key: shorten(key.text),
    nearest: nearest(key.text, spellingsOf(shape)),
    known: Object.keys(shape.props ?? {}).map(name => (isChinese ? titleOf(shape, name) : name)),
  });
}

/** `{ name： 某镇党委 }` is to YAML a key without a value; before a known field the full-width colon can only be a colon. */
export function splitAtColon(entry: Entry, shape: Shape, faults: Faults): Entry {
  const { key, value } = entry;
  if (!key.plain || value.kind !== 'scalar' || value.text !== '') return entry;
  const written = faults.file.text.slice(key.start, key.end);
  const [name = '', ...rest] = written.split('：');
  const content = rest.join('：');
  const text = content.trim();
  if (text === '' || canonicalKey(shape, name.trim()) === undefined) return entry;
  const at = key.start + name.length;
  faults.fullWidth({ start: at, end: at + 1 }, '：', ': ');
  const start = at + 1 + content.indexOf(text);
  // Behind a colon that YAML knows these quotes would not be part of the value.
  const quoted = /^(["'])([^"'\\]*)\1$/.exec(text)?.[2];
  return {
    key: { ...key, text: name.trim(), end: at },
    value: {
      kind: 'scalar',
      text: quoted ?? text,
      plain: quoted === undefined,
      start,
      end: start + text.length,
    },
    name: undefined,
  };
}

/** `不低于: 80%以上`, `左右: 约45%`, `不低于: 高中以上`: a value may repeat what its key says. */
export function dropRepeated(entry: Entry, shape: Shape, field: Field): void {
  const { value } = entry;
  if (value.kind !== 'scalar' || !/\p{Script=Han}/u.test(value.text)) return;
  const below = shapeOf(field);
  if (!below.values && !below.read?.some(reading => reading === 'amount' || reading === 'integer')) return;
  const words = [...shape.fields].flatMap(([spelling, { name }]) =>
    name === field.name && /\p{Script=Han}/u.test(spelling) ? [spelling] : [],
  );
  const text = withoutAffixes(value.text.trim(), words);
  const isMeant = below.values
    ? canonicalValue(below, value.text) === undefined && canonicalValue(below, text) !== undefined
    : text !== '';
  if (isMeant) entry.value = { ...value, text };
}

/** The text without one of these words before it and one behind it. */
function withoutAffixes(text: string, words: readonly string[]): string {
  const before = words.find(word => text.startsWith(word)) ?? '';
  const rest = text.slice(before.length).trimStart();
  const behind = words.find(word => rest.endsWith(word)) ?? '';
  return rest.slice(0, rest.length - behind.length).trimEnd();
}
