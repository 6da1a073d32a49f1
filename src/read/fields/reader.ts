import { maskPersonal } from '../../model/personal.ts';
import type { Place } from '../../model/place.ts';
import { isoOf, parseDay, weekdayOf } from '../../values/day.ts';
import { nearest } from '../../values/nearest.ts';
import { percentOf, readFraction } from '../../values/share.ts';
import type { Problems, SchemaArgs } from '../problem.ts';
import { LIMITS } from '../size-limits.ts';
import type { SourceFile } from '../text/source.ts';
import type { Entry, ListNode, MapNode, Node, ScalarNode } from '../yaml/node.ts';
import { readDate, WEEKDAY_ZH } from './date-text.ts';
import { withDigits } from './numeral.ts';
import { readFunnel, readQuantity, readRange } from './quantity-text.ts';
import {
  canonicalKey,
  canonicalValue,
  type Field,
  itemShape,
  type Reading,
  restShape,
  type Shape,
  shapeOf,
  spellingsOf,
  titleOf,
} from './shape.ts';
import { readWindow, type WindowFailure } from './window-text.ts';

/** What a clerk writes into a field that is not known; never 0, never text. */
const UNKNOWN = new Set(['', '~', 'null', '无', '不详', '未知', '暂无', '待定']);
const YES = new Set(['true', 'yes', '是', '有', '已交', '√', '✓']);
const NO = new Set(['false', 'no', '否', '未交', '缺', '×', '✗']);

/**
 * What maps are read into. It has no name that the file does not have, not even `constructor` or `__proto__`. Objects of a
 * constructor share a hidden class, which makes them several times faster to read than those of `Object.create(null)`.
 */
const Fields = function Fields() {} as unknown as new () => Record<string, unknown>;
Fields.prototype = Object.create(null);

/** 29 February may be meant of a year that is not known yet. */
const LEAP_YEAR = 2000;

/**
 * Gives items that were written without a code their name as one, so that they are read, and others may refer to them by it:
 * plans that nobody made by `plan init` have no codes. A name that is there twice is numbered.
 */
function giveCodes({ items }: ListNode, values: readonly unknown[]): void {
  const all = values as ({ id?: unknown; name?: unknown } | null)[];
  const taken = new Set(all.map(value => value?.id));
  for (const [index, value] of all.entries()) {
    const item = items[index]!;
    if (item.kind !== 'map' || typeof value?.name !== 'string') continue;
    // One that was written and refused has been told of.
    if (
      value.id !== undefined ||
      item.entries.some(({ name, value: own }) => name === 'id' && !isNothing(own))
    )
      continue;
    const code = value.name.replace(/[\s,，、:：]/gu, '').slice(0, 50);
    if (code === '') continue;
    value.id = code;
    for (let number = 2; taken.has(value.id); number++) value.id = `${code}-${number}`;
    taken.add(value.id);
  }
}

const WINDOW_PROBLEM: Record<WindowFailure, SchemaArgs['problem']> = {
  'no-date': 'date',
  'does-not-exist': 'no-such-date',
  ambiguous: 'ambiguous-date',
  'by-month': 'by-month',
  'no-month-name': 'no-month-name',
  'week-alone': 'week-alone',
};

/** Maps with more entries than this are searched by an index. */
const MANY = 40;

/**
 * Turns nodes into plain values with canonical names, directed by the schema's shape: a scalar becomes what the schema
 * wants at its place, whatever a YAML reader alone would make of it. So `1988.10` under a date is October, an unquoted
 * ID number keeps its digits, `农牧民` under `occupation` is `farmer`. Names of fields are left on the nodes, for places.
 */
export class Reader {
  /** nodes whose value was refused here already; the validator need not say it again */
  readonly refused = new Set<Node>();
  private readonly file: SourceFile;
  private readonly problems: Problems;
  /** where the value that is being read stands, in canonical names */
  private readonly path: (string | number)[] = [];
  /** how many keys and values were not understood so far */
  private lost = 0;

  constructor(file: SourceFile, problems: Problems) {
    this.file = file;
    this.problems = problems;
  }

  read(node: Node, shape: Shape): unknown {
    switch (node.kind) {
      case 'map':
        return this.map(node, shape);
      case 'list':
        return this.list(node, shape);
      case 'scalar':
        if (shape.items !== undefined && !shape.read) return this.listOfOne(node, shape);
        return this.scalar(node, shape);
    }
  }

  private map(node: MapNode, shape: Shape): object {
    const value = new Fields();
    const { entries } = node;
    const firsts = entries.length > MANY ? new Map<string, Entry>() : undefined;
    if (node.index) delete node.index;
    for (let index = 0; index < entries.length; index++) {
      let entry = entries[index]!;
      if (entry.key.text.includes('：')) entries[index] = entry = this.splitAtColon(entry, shape);
      if (this.isTooLong(entry.key)) continue;
      const spelling = entry.key.text;
      const field = shape.fields.get(spelling) ?? shape.fields.get(narrow(spelling).trim());
      const name = field?.name ?? spelling;
      const first = firsts ? firsts.get(name) : named(entries, name, index);
      if (first) {
        entry.name = undefined;
        const { line, column } = this.file.position(first.key.start);
        this.problems.add('input/duplicate-key', this.span(entry.key, name), {
          key: entry.key.text,
          firstLine: line,
          firstColumn: column,
        });
        continue;
      }
      entry.name = name;
      firsts?.set(name, entry);
      if (field !== undefined) this.dropRepeated(entry, shape, field);
      const own = this.field(name, entry, field ? shapeOf(field) : restShape(shape));
      if (field === undefined && hasFixedKeys(shape)) this.refuseKey(entry, shape);
      else if (own !== undefined) value[name] = own;
    }
    return value;
  }

  /** `不低于: 80%以上`, `左右: 约45%`, `不低于: 高中以上`: a value may repeat what its key says. */
  private dropRepeated(entry: Entry, shape: Shape, field: Field): void {
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

  private field(name: string, entry: Entry, shape: Shape): unknown {
    const before = this.lost;
    this.path.push(name);
    const value = this.read(entry.value, shape);
    this.path.pop();
    // Without what was not understood in it, a condition would mean something else.
    if (this.lost === before || (name !== 'where' && name !== 'when')) return value;
    this.refused.add(entry.value);
    return undefined;
  }

  /** A key that means nothing loses itself; what stands around it is read. */
  private refuseKey({ key }: Entry, shape: Shape): void {
    this.lost++;
    reportUnknownKey(key, shape, this.file, this.pointer(), this.problems);
  }

  private refuse(node: Node): void {
    this.lost++;
    this.refused.add(node);
  }

  /** `{ name： 某镇党委 }` is to YAML a key without a value; before a known field the full-width colon can only be a colon. */
  private splitAtColon(entry: Entry, shape: Shape): Entry {
    const { key, value } = entry;
    if (!key.plain || value.kind !== 'scalar' || value.text !== '') return entry;
    const written = this.file.text.slice(key.start, key.end);
    const [name = '', ...rest] = written.split('：');
    const content = rest.join('：');
    const text = content.trim();
    if (text === '' || canonicalKey(shape, name.trim()) === undefined) return entry;
    const at = key.start + name.length;
    this.problems.add('input/fullwidth-punctuation', this.place(at, at + 1), {
      text: '：',
      instead: ': ',
      read: true,
    });
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

  private list(node: ListNode, shape: Shape): unknown[] {
    const below = itemShape(shape);
    this.refuseMany(node, shape);
    if (below.read) {
      if (node.flow && node.items.some(isSplit))
        node.items = node.items.flatMap(item => this.split(item, true));
      // `[2014-12-01, 不详]`: of a list of values, what is not known is as if it were not there.
      if (node.items.some(isNothing)) node.items = node.items.filter(item => !isNothing(item));
    }
    const values = node.items.map((item, index) => {
      this.path.push(index);
      const value = this.read(item, below) ?? null;
      this.path.pop();
      return value;
    });
    if (below.coded) giveCodes(node, values);
    return values;
  }

  /** Of a list that is far too long the first items are read: the validator would list what is wrong with all of them. */
  private refuseMany(node: ListNode, { most = Number.POSITIVE_INFINITY }: Shape): void {
    const { items } = this.problems.limits;
    const least = Math.min(most, items);
    if (node.items.length <= least) return;
    this.problems.add('input/schema', this.place(node.start, node.start + 1), {
      field: '',
      problem: 'too-many',
      value: '',
      allowed: [String(least), ...(least === items ? [LIMITS.items.variable] : [])],
      expected: '',
      nearest: '',
    });
    node.items.length = least;
  }

  /** `tags: 致富带头人` where a list belongs: a list of one, or of the names between 、 */
  private listOfOne(node: ScalarNode, shape: Shape): unknown[] | undefined {
    if (isUnknown(node)) return undefined;
    const below = itemShape(shape);
    if (!below.read) return [this.scalar(node, below)];
    return this.split(node, false).map(item => this.read(item, below) ?? null);
  }

  /** `[甲，乙]` is one item to YAML; no name, code or date holds these marks, so what is meant is certain. */
  private split(node: Node, flow: boolean): Node[] {
    if (!isSplit(node)) return [node];
    const written = this.file.text.slice(node.start, node.end);
    if (flow) this.fullWidth(node, /[，、；]/.exec(written)![0], ', ', true);
    // `【甲，乙】`: brackets around the whole list, which YAML does not know.
    const inner = /^[【（〔]([^【】（）〔〕]*)[】）〕]$/.exec(written)?.[1];
    const from = node.start + (inner === undefined ? 0 : 1);
    return [...(inner ?? written).matchAll(/[^，、；\s][^，、；]*/g)].map(part => {
      const text = part[0].trimEnd();
      const start = from + part.index;
      return { kind: 'scalar', text, plain: true, start, end: start + text.length };
    });
  }

  private scalar(node: ScalarNode, shape: Shape): unknown {
    if (shape.nameOf) this.problems.people?.add(node.text.trim(), shape.nameOf);
    const readings = shape.read ?? [];
    if (isUnknown(node) && !readings.includes('text'))
      return readings.includes('quantity') ? 'pending' : undefined;
    if (this.swallowedField(node) || this.isTooLong(node)) return undefined;
    const text = node.text.trim();
    if (shape.values) {
      const known = canonicalValue(shape, text) ?? canonicalValue(shape, narrow(text));
      if (known !== undefined) return known;
    }
    for (const reading of readings) {
      const value = this.readAs(reading, node, text, readings);
      if (value !== undefined) return value;
    }
    if (readings.includes('date')) return this.refuseDate(node, text);
    if (readings.includes('window')) return this.refuseWindow(node, text);
    return text;
  }

  private readAs(reading: Reading, node: ScalarNode, text: string, all: Reading[]): unknown {
    // Where text is allowed too, quotes say that text is meant.
    const typed = node.plain || !all.includes('string');
    switch (reading) {
      case 'text':
        return node.text;
      case 'string':
        this.checkDigits(node);
        return text;
      case 'code':
        this.checkDigits(node);
        return narrow(text);
      case 'id-number':
        this.checkDigits(node);
        return narrow(text).replaceAll(' ', '').toUpperCase();
      case 'ethnicity':
        return /族$|^其他$/.test(text) ? text : `${text}族`;
      case 'date':
        return this.date(node, text);
      case 'window':
        return this.window(node, text);
      case 'boolean':
        return typed && YES.has(text) ? true : typed && NO.has(text) ? false : undefined;
      default:
        return typed ? this.numeric(reading, node, text) : undefined;
    }
  }

  private numeric(reading: Reading, node: ScalarNode, text: string): unknown {
    const plain = narrow(text).replaceAll(' ', '');
    const noted = reading === 'quantity' ? /^([^()]+)\([^()\d]+\)$/.exec(plain)?.[1] : undefined;
    const value = NUMERIC[reading]?.(noted ?? plain);
    if (value !== undefined && noted !== undefined) {
      this.note(node, text, noted);
      return value;
    }
    if (value !== undefined && narrow(text) !== text) this.fullWidth(node, text, plain, true);
    return value;
  }

  /** `5（孔明学院）`: a number with a remark beside it, which has no place of its own. */
  private note(node: ScalarNode, text: string, number: string): void {
    const args = {
      field: '',
      problem: 'note-beside-number' as const,
      value: shorten(text),
      allowed: [number],
    };
    this.problems.add('input/schema', this.span(node), { ...args, expected: '', nearest: '' }, 'info');
  }

  private date(node: ScalarNode, text: string): string | undefined {
    const date = readDate(text);
    if ('failure' in date) return undefined;
    // Most dates are written as they are kept.
    if (date.iso === text) return text;
    // Full-width brackets around a weekday are as good as any.
    if (/[\uff0d-\uff19。]/.test(text)) {
      // A weekday that is stated may show that the date is wrong: it stays.
      const weekday = date.weekday === undefined ? '' : ` ${WEEKDAY_ZH[date.weekday]}`;
      this.fullWidth(node, text, date.iso + weekday, true);
    }
    const day = parseDay(date.iso);
    if (date.weekday !== undefined && day !== undefined && date.weekday !== weekdayOf(day))
      this.problems.add('timeline/weekday-mismatch', this.span(node), {
        date: isoOf(day),
        stated: date.weekday,
        actual: weekdayOf(day),
      });
    return date.iso;
  }

  /** A day, or a part of the year; the latter stays as it is written until the plan's year is known (plan/build.ts). */
  private window(node: ScalarNode, text: string): string | undefined {
    const date = readDate(text);
    if (!('failure' in date) && date.iso.length === 10) return this.date(node, text);
    return 'failure' in readWindow(text, LEAP_YEAR) ? undefined : text;
  }

  private refuseWindow(node: ScalarNode, text: string): undefined {
    const window = readWindow(text, LEAP_YEAR);
    const failure = 'failure' in window ? window.failure : 'no-date';
    this.refused.add(node);
    this.problems.add('input/schema', this.span(node), {
      field: '',
      problem: WINDOW_PROBLEM[failure],
      value: shorten(text),
      allowed: [],
      expected: 'window',
      nearest: '',
    });
    return undefined;
  }

  private refuseDate(node: ScalarNode, text: string): undefined {
    const date = readDate(text);
    const failure = 'failure' in date ? date.failure : 'no-date';
    this.refuse(node);
    this.problems.add('input/schema', this.span(node), {
      field: '',
      problem:
        failure === 'does-not-exist' ? 'no-such-date' : failure === 'ambiguous' ? 'ambiguous-date' : 'date',
      value: shorten(text),
      allowed: [],
      expected: 'date',
      nearest: '',
    });
    return undefined;
  }

  /** A name of megabytes would be printed wherever it is told of. */
  private isTooLong(node: ScalarNode): boolean {
    const most = this.problems.limits.text;
    if (node.text.length <= most) return false;
    this.refuse(node);
    this.problems.add('input/schema', this.span(node), {
      field: '',
      problem: 'too-long',
      value: shorten(node.text.slice(0, most)),
      allowed: [String(most), LIMITS.text.variable],
      expected: '',
      nearest: '',
    });
    return true;
  }

  /** Digits that a program reading the file as plain YAML would lose: ID numbers, leading zeros, `1988.10` as text. */
  private checkDigits(node: ScalarNode): void {
    if (!node.plain || !/^[-+]?\d[\d.]*$/.test(node.text)) return;
    const becomes = asPlainNumber(node.text);
    if (becomes !== node.text)
      this.problems.add('input/precision-lost', this.span(node), {
        text: maskPersonal(node.text),
        becomes: maskPersonal(becomes),
      });
  }

  /** `性别：女` on a line of its own under `姓名: 古丽` is, to YAML, more of the name. */
  private swallowedField(node: ScalarNode): boolean {
    if (!node.plain || !node.text.includes('：')) return false;
    const written = this.file.text.slice(node.start, node.end);
    const match = /[\r\n]\s*[^\s：]{1,20}(：)/.exec(written);
    if (!match) return false;
    const at = node.start + match.index + match[0].length - 1;
    this.refuse(node);
    this.problems.add(
      'input/fullwidth-punctuation',
      this.place(at, at + 1),
      { text: '：', instead: ': ', read: false },
      'error',
    );
    return true;
  }

  private fullWidth(node: ScalarNode, text: string, instead: string, read: boolean): void {
    this.problems.add('input/fullwidth-punctuation', this.span(node), { text: shorten(text), instead, read });
  }

  /** @param below a field of what is being read */
  private span({ start, end }: Node, below?: string): Place {
    return this.place(start, end, below);
  }

  private place(start: number, end: number, below?: string): Place {
    return this.file.place(start, end, this.pointer(below));
  }

  /** The JSON pointer of what is being read, or of a field of it. */
  private pointer(below?: string): string {
    const steps = below === undefined ? this.path : [...this.path, below];
    return steps.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  }
}

/** Whether a schema names the keys that a map may have. */
const hasFixedKeys = ({ props, rest }: Shape): boolean => props !== undefined && rest === undefined;

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

/** The text without one of these words before it and one behind it. */
function withoutAffixes(text: string, words: readonly string[]): string {
  const before = words.find(word => text.startsWith(word)) ?? '';
  const rest = text.slice(before.length).trimStart();
  const behind = words.find(word => rest.endsWith(word)) ?? '';
  return rest.slice(0, rest.length - behind.length).trimEnd();
}

/** The entry before `end` that has this name. */
function named(entries: readonly Entry[], name: string, end: number): Entry | undefined {
  for (let index = 0; index < end; index++) if (entries[index]!.name === name) return entries[index];
  return undefined;
}

/** Readings of numbers from text without spaces and full-width characters. */
const NUMERIC: { [R in Reading]?: (text: string) => number | string | object | undefined } = {
  integer: whole,
  quantity: readQuantity,
  'head-range': readRange,
  funnel: readFunnel,
  number: text => {
    // 1.3倍, 1.3:1: so many to one
    const factor = /^(-?\d+(?:\.\d+)?)(?:倍|:1)?$/.exec(withDigits(text));
    return factor ? Number(factor[1]) : undefined;
  },
  amount: text => percentage(text) ?? whole(text),
  factor: percentage,
  duration: text => {
    const match = /^(\d{1,4})(d|wd|天|日|个自然日|自然日|个工作日|工作日)$/i.exec(text);
    return match ? `${Number(match[1])}${/工作日|wd/i.test(match[2]!) ? 'wd' : 'd'}` : undefined;
  },
};

/** `45%`, `百分之四十五`, `四成`, `四成五`, `1.2倍` (120%); `三分之一`, `1/3` and `半数` as they are written, 6/5 as 120% */
function percentage(text: string): string | undefined {
  const fraction = readFraction(text);
  if (fraction) {
    const { numerator, denominator } = fraction;
    return numerator <= denominator ? text : percentOf(numerator / denominator).text;
  }
  const percent = /^百分之(.+)$/.exec(text)?.[1];
  const plain = percent === undefined ? withDigits(text) : `${withDigits(percent)}%`;
  if (/^\d+(\.\d+)?%$/.test(plain)) return plain;
  const tenths = /^(\d{1,2})成(?:(\d)|(半))?$/.exec(plain);
  if (tenths) return `${Number(tenths[1]) * 10 + (tenths[3] ? 5 : Number(tenths[2] ?? 0))}%`;
  const times = /^(\d{1,2})(?:\.(\d{1,4}))?倍$/.exec(plain);
  if (!times) return undefined;
  const [, wholes, decimals = ''] = times;
  const beyond = decimals.slice(2);
  return `${Number(wholes + decimals.slice(0, 2).padEnd(2, '0'))}${beyond === '' ? '' : `.${beyond}`}%`;
}

function whole(text: string): number | undefined {
  const match = /^(-?\d{1,15})[人名个份次位年岁]?$/.exec(withDigits(text));
  return match ? Number(match[1]) : undefined;
}

function asPlainNumber(text: string): string {
  const value = Number(text);
  return Number.isNaN(value) ? text : String(value);
}

const isSplit = (node: Node): node is ScalarNode =>
  node.kind === 'scalar' && node.plain && /[，、；]/.test(node.text);

const isNothing = (node: Node): boolean => node.kind === 'scalar' && isUnknown(node);

const isUnknown = (node: ScalarNode): boolean =>
  node.text.length < 5 && UNKNOWN.has(node.text.trim()) && (node.plain || !/^(~|null)$/.test(node.text));

/** Full-width digits, letters and punctuation as ASCII, ideographic and no-break spaces as spaces. */
function narrow(text: string): string {
  if (!/[\u3000\u00a0\uff01-\uff5e]/.test(text)) return text;
  return text
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/[\uff01-\uff5e]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

export const shorten = (text: string): string => {
  // Of a text of megabytes the rest need not be looked at.
  const line = text.slice(0, 1000).replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
};
