import { nearest } from '../../values/nearest.ts';
import type { Problems } from '../problem.ts';
import type { SourceFile } from '../text/source.ts';
import type { Entry, ScalarNode } from '../yaml/node.ts';
import { type Faults, shorten } from './faults.ts';
import {
  canonicalKey,
  canonicalValue,
  type Field,
  fieldTitle,
  type Shape,
  shapeOf,
  spellingsOf,
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
    nearest: nearestKey(key.text, shape),
    known: Object.keys(shape.props ?? {}).map(name => (isChinese ? fieldTitle(shape, name) : name)),
  });
}

/** The key that was probably meant, in the spelling that is nearest; empty where none is near. */
export const nearestKey = (key: string, shape: Shape): string =>
  nearest(key, spellingsOf(shape)) || nameWithin(key, spellingsOf(shape));

/** 不低于 of 原则上不低于: the longest name that the words end with. */
const nameWithin = (words: string, names: readonly string[]): string =>
  names
    .filter(name => /\p{Script=Han}{2}/u.test(name) && words.endsWith(name))
    .sort((a, b) => b.length - a.length)[0] ?? '';

/**
 * `{ name： 某镇党委 }` and `{总数:2}` are to YAML keys without a value; before a known field the colon can only be one. Of
 * `单位：{ 名称: 某镇党委 }` the key goes up to the next colon, and what stands in the braces is not read.
 */
export function splitAtColon(entry: Entry, shape: Shape, faults: Faults): Entry {
  const { key, value } = entry;
  if (!key.plain) return entry;
  const written = faults.file.text.slice(key.start, key.end);
  const [, name = '', colon = '', content = ''] = /^([^：:]*)([：:])(.*)$/su.exec(written) ?? [];
  const text = content.trim();
  if (text === '' || canonicalKey(shape, name.trim()) === undefined) return entry;
  const at = key.start + name.length;
  const own = { ...key, text: name.trim(), end: at };
  if (colon === '：' && /^[[{]/.test(text)) {
    const lost: ScalarNode = { kind: 'scalar', text: '', plain: true, start: value.start, end: value.end };
    const args = { text: '：', instead: ': ', read: false };
    faults.problems.add(
      'input/fullwidth-punctuation',
      faults.span({ start: at, end: at + 1 }),
      args,
      'error',
    );
    faults.refuse(lost);
    return { key: own, value: lost, name: undefined };
  }
  if (value.kind !== 'scalar' || value.text !== '') return entry;
  if (colon === '：') faults.fullWidth({ start: at, end: at + 1 }, '：', ': ');
  else reportColonWithoutSpace(faults.file, at, faults.problems);
  const start = at + 1 + content.indexOf(text);
  // Behind a colon that YAML knows these quotes would not be part of the value.
  const quoted = /^(["'])([^"'\\]*)\1$/.exec(text)?.[2];
  return {
    key: own,
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

/** Says that the colon at an offset is none to YAML without a space behind it. */
export const reportColonWithoutSpace = (file: SourceFile, at: number, problems: Problems): void =>
  problems.add('input/syntax', file.place(at, at + 1), { problem: 'colon-without-space', detail: '' });

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
