import { listOf, mapOf, scalarOf } from '../roster/tree.ts';
import type { MapNode, Node, ScalarNode, Span } from '../yaml/node.ts';
import { readBounds, type WrittenBounds } from './bound-text.ts';
import { fieldShape, itemShape, rootShape, type Shape } from './shape.ts';

// Conditions as a clerk writes them into a cell, or in one line of a file: 性别=女，年龄不超过35; 职业=农民、牧民; 民族≠汉族; 标签=致富带头人 或 标签=村干部. Every
// condition of the schema has a spelling here; office/condition-text.ts writes it.

/** The shape of a condition on a person. */
export const CONDITION: Shape = fieldShape(
  itemShape(fieldShape(fieldShape(rootShape('plan'), 'quota'), 'categories')),
  'where',
);
const EVENTS = fieldShape(CONDITION, 'events');
const ATTRIBUTES = spellings(CONDITION, 'attributes');

/** How a value is compared, by all spellings, the one that is written first; and the key of the schema, where it is not equal. */
export const COMPARISONS = {
  '': ['=', '＝', '为', '是', '：', ':'],
  not: ['≠', '!=', '<>', '不是', '不为', '不等于', '非'],
  min: ['不低于', '不早于', '不小于', '不少于', '≥', '>='],
  max: ['不超过', '不晚于', '不高于', '不大于', '≤', '<='],
} as const;
type Comparison = keyof typeof COMPARISONS;

const SIGNS = Object.entries(COMPARISONS)
  .flatMap(([comparison, signs]) => signs.map(sign => [sign, comparison as Comparison] as const))
  .sort(([a], [b]) => b.length - a.length);

/** Fields by their spellings, the longest first. */
const FIELDS: readonly (readonly [spelling: string, path: readonly string[]])[] = [
  ...spellingsOf(CONDITION)
    .filter(([, name]) => !['any', 'all', 'events', 'attributes'].includes(name))
    .map(([spelling, name]) => [spelling, [name]] as const),
  ...spellingsOf(EVENTS).map(([spelling, name]) => [spelling, ['events', name]] as const),
].sort(([a], [b]) => b.length - a.length);

/** Fields whose values are said without them: 女性, 农民. */
const PLAIN_FIELDS = ['gender', 'education', 'occupation'];

function spellingsOf(shape: Shape): [string, string][] {
  return [...shape.fields].map(([spelling, { name }]) => [spelling, name]);
}

function spellings(shape: Shape, name: string): string[] {
  return spellingsOf(shape).flatMap(([spelling, of]) => (of === name ? [spelling] : []));
}

/** What was not understood of a text that should be a condition. */
export interface ConditionFault {
  fault: string;
}

/** A condition as the tree that its YAML would be. Fields and values are not judged here: the reader of fields does that. */
export function readCondition(text: string, at: Span): MapNode | ConditionFault {
  const parser = new Parser(text.replace(/[\u3000\u00a0\r\n]/g, ' ').trim(), at);
  try {
    return parser.whole();
  } catch (error) {
    if (error instanceof Unread) return { fault: error.rest };
    throw error;
  }
}

class Unread extends Error {
  readonly rest: string;
  constructor(rest: string) {
    super(rest);
    this.rest = rest;
  }
}

class Parser {
  private rest: string;
  private readonly at: Span;

  constructor(text: string, at: Span) {
    this.rest = text;
    this.at = at;
  }

  whole(): MapNode {
    const node = this.either();
    if (this.rest.trim() !== '') throw new Unread(this.rest.trim());
    return node;
  }

  /** A 或 B */
  private either(): MapNode {
    const items = [this.both()];
    while (this.takeWord(/^\s*(?:或者|或)\s*/)) items.push(this.both());
    return items.length === 1 ? items[0]! : mapOf([['any', listOf(items, this.at)]], this.at);
  }

  /** A，B */
  private both(): MapNode {
    const terms = [this.term()];
    for (;;) {
      if (!this.take(/^\s*[，,]\s*(?:并且|且)?\s*/) && !this.takeWord(/^\s*(?:并且|且)\s*/)) break;
      terms.push(this.term());
    }
    return this.merged(terms);
  }

  private term(): MapNode {
    const listed = this.take(/^\s*(任一|同时)\s*[（(]/);
    if (listed) {
      const items = [this.either()];
      while (this.take(/^\s*[；;]/)) items.push(this.either());
      this.close();
      return mapOf([[listed[1] === '任一' ? 'any' : 'all', listOf(items, this.at)]], this.at);
    }
    if (this.take(/^\s*[（(]/)) {
      const inner = this.either();
      this.close();
      return inner;
    }
    return this.atom();
  }

  private close(): void {
    if (!this.take(/^\s*[）)]/)) throw new Unread(this.rest.trim());
  }

  private atom(): MapNode {
    this.take(/^\s+/);
    const field = this.field();
    if (!field) return this.bare();
    this.take(/^\s+/);
    const sign = SIGNS.find(([spelling]) => this.rest.startsWith(spelling));
    if (!sign) return this.boundBehind(field);
    this.rest = this.rest.slice(sign[0].length);
    return this.comparison(field, sign[1], this.values(field));
  }

  /** 年龄35岁以下, 年龄不满35岁 */
  private boundBehind(path: readonly string[]): MapNode {
    const bounds = readBounds(this.word());
    if (!bounds) throw new Unread(this.rest.trim());
    return this.bounded(path, bounds);
  }

  /** 35岁以下, 不满35岁, 18至35岁, 高中以上学历, 女性: whose value it is can be told from the value. */
  private bare(): MapNode {
    const word = this.word();
    const own = PLAIN_FIELDS.filter(field => fieldShape(CONDITION, field).meanings.has(word));
    if (own.length === 1) {
      this.rest = this.rest.slice(word.length);
      return this.comparison(own, '', [this.scalar(word, own)]);
    }
    const bounds = readBounds(word);
    const path = bounds && fieldOf(word, Object.values(bounds));
    if (!path) throw new Unread(this.rest.trim());
    return this.bounded(path, bounds);
  }

  private bounded(path: readonly string[], { min, max }: WrittenBounds): MapNode {
    this.rest = this.rest.slice(this.word().length);
    const sides = (['min', 'max'] as const).flatMap(side => {
      const value = { min, max }[side];
      return value === undefined ? [] : [[side, this.scalar(value, path)] as const];
    });
    return this.below(path, mapOf(sides, this.at));
  }

  /** The text up to the next mark that ends a term. */
  private word(): string {
    return wordOf(this.rest);
  }

  /** The path of the field that comes next, in names of the schema; what is unknown stays as written, for the finding. */
  private field(): readonly string[] | undefined {
    const own = this.take(
      new RegExp(`^(?:${ATTRIBUTES.join('|')})\\s*[·.]\\s*("(?:[^"\\\\]|\\\\.)*"|[^=＝≠!<>≥≤不为是：:\\s]+)`),
    );
    if (own) return ['attributes', unquoted(own[1]!)];
    const known = FIELDS.find(([spelling]) => this.rest.startsWith(spelling));
    // 名额类别 begins with 名额, and 支部书记 with 支部: what follows a field is a sign.
    if (known) {
      const after = this.rest.slice(known[0].length).trimStart();
      if (SIGNS.some(([sign]) => after.startsWith(sign)) || readBounds(wordOf(after))) {
        this.rest = after;
        return known[1];
      }
    }
    const unknown = /^([^\s，,；;、（()）=＝≠≥≤<>!：:]+)\s*(?=[=＝≠≥≤<>!：:]|不低于|不超过|不是)/.exec(
      this.rest,
    );
    if (!unknown) return undefined;
    const name = unknown[1]!.replace(/(?:不低于|不超过|不是).*$/, '');
    if (name === '') return undefined;
    this.rest = this.rest.slice(name.length).trimStart();
    return [name];
  }

  /** 农民、牧民: a list where there are several; `[]` for none at all. */
  private values(path: readonly string[]): Node[] | ScalarNode[] {
    if (this.take(/^\s*\[\s*\]/)) return [];
    const values = [this.value(path)];
    while (this.take(/^\s*、\s*/)) values.push(this.value(path));
    return values;
  }

  private value(path: readonly string[]): ScalarNode {
    this.take(/^\s+/);
    const quoted = this.take(/^"(?:[^"\\]|\\.)*"|^“[^”]*”/);
    if (quoted) return { ...this.scalar('', path), text: unquoted(quoted[0]), plain: false };
    const end = endOfValue(this.rest);
    const text = this.rest.slice(0, end).trim();
    if (text === '') throw new Unread(this.rest.trim());
    this.rest = this.rest.slice(end);
    return this.scalar(text, path);
  }

  /** An attribute may be a number, or yes or no, as in YAML; other fields say themselves how they are read. */
  private scalar(text: string, path: readonly string[]): ScalarNode {
    const own = path[0] === 'age' ? text.replace(/(?:周)?岁$/, '') : text;
    return { ...scalarOf(own, this.at), plain: path[0] === 'attributes' };
  }

  private comparison(path: readonly string[], comparison: Comparison, values: readonly Node[]): MapNode {
    const only = values.length === 1 ? values[0]! : listOf([...values], this.at);
    return this.below(path, comparison === '' ? only : mapOf([[comparison, only]], this.at));
  }

  private below(path: readonly string[], value: Node): MapNode {
    return path.toReversed().reduce((node, name) => mapOf([[name, node]], this.at), value) as MapNode;
  }

  /** One map of several; what stands in two of them in different ways has to hold as both. */
  private merged(terms: readonly MapNode[]): MapNode {
    const [first, ...others] = terms as [MapNode, ...MapNode[]];
    const apart: MapNode[] = [];
    for (const other of others) if (!merge(first, other)) apart.push(other);
    if (apart.length === 0) return first;
    return mapOf([['all', listOf([first, ...apart], this.at)]], this.at);
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    const match = pattern.exec(this.rest);
    if (!match) return undefined;
    this.rest = this.rest.slice(match[0].length);
    return match;
  }

  /** 或 and 且 are words of names too (且末县): they part terms only before another term. */
  private takeWord(pattern: RegExp): boolean {
    const match = pattern.exec(this.rest);
    if (!match || !beginsTerm(this.rest.slice(match[0].length))) return false;
    this.rest = this.rest.slice(match[0].length);
    return true;
  }
}

/** 35岁（含）以下 and 35岁以下（不含35岁） are one word, brackets and all. */
const WORD = /^[^\s，,；;、（()）]+(?:[（(]不?含[^（()）]*[）)][^\s，,；;、（()）]*)?/;
const wordOf = (text: string): string => WORD.exec(text)?.[0] ?? '';

/** Whose value a bound is that stands without its field: an age in years, a degree, a day of birth. */
function fieldOf(word: string, values: readonly string[]): readonly string[] | undefined {
  if (/出生$/.test(word)) return ['birth'];
  const isAge = /岁|以[上下内]$/.test(word) && values.every(value => /^\d{1,3}$/.test(value));
  if (isAge) return ['age'];
  const { meanings } = fieldShape(CONDITION, 'education');
  return values.every(value => meanings.has(value)) ? ['education'] : undefined;
}

const beginsTerm = (text: string): boolean =>
  /^(?:[（(]|任一|同时|\d+(?:周)?岁)/.test(text) ||
  [...ATTRIBUTES, ...FIELDS.map(([spelling]) => spelling)].some(spelling => text.startsWith(spelling));

/** Where an unquoted value ends: at a mark, or at 或 and 且 before another term. */
function endOfValue(text: string): number {
  for (let at = 0; at < text.length; at++) {
    if (/[，,；;、（()）]/.test(text[at]!)) return at;
    const word = /^\s*(?:或者|或|并且|且)\s*/.exec(text.slice(at));
    if (word && at > 0 && beginsTerm(text.slice(at + word[0].length))) return at;
  }
  return text.length;
}

function unquoted(text: string): string {
  if (text.startsWith('“')) return text.slice(1, -1);
  if (!text.startsWith('"')) return text;
  try {
    return JSON.parse(text) as string;
  } catch {
    return text.slice(1, -1);
  }
}

/** Puts the entries of a map into another where none of them is there yet; gives whether it could. */
function merge(into: MapNode, other: MapNode): boolean {
  if (!fits(into, other, 0)) return false;
  for (const entry of other.entries) {
    const own = into.entries.find(({ key }) => key.text === entry.key.text);
    if (!own) into.entries.push(entry);
    else merge(own.value as MapNode, entry.value as MapNode);
  }
  return true;
}

function fits(into: MapNode, other: MapNode, depth: number): boolean {
  return other.entries.every(({ key, value }) => {
    const own = into.entries.find(entry => entry.key.text === key.text);
    if (!own) return true;
    const isMap = own.value.kind === 'map' && value.kind === 'map';
    return (
      isMap && depth < 3 && key.text !== 'any' && fits(own.value as MapNode, value as MapNode, depth + 1)
    );
  });
}
