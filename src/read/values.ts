import { apart } from '../values/memo.ts';
import { Fields, fieldFor, Reader } from './fields/reader.ts';
import { type Field, type Follower, itemShape, type Shape } from './fields/shape.ts';
import { Problems } from './problem.ts';
import { DateRecall, Recall } from './recall.ts';
import { END, KIND, MORE, RECORD, START, scalarText, type Tape } from './tape.ts';
import type { SourceFile } from './text/source.ts';
import { currentUnits } from './units.ts';
import type { ScalarNode } from './yaml/node.ts';

/** What was met before: of every plan the same few hundred keys, and values that were there in others. */
class Memory {
  readonly keys = new Recall<Field>(1 << 10);
  readonly values = new Recall<unknown>(1 << 12);
  readonly dates = new DateRecall(1 << 14);
}
/** Made for the first file that is read so: most runs check a single plan, and do not get here. */
let memory: Memory | undefined;

/** More fields than this have no bit of their own by which one is seen that is there twice. */
const BITS = 31;

/**
 * The values of a text that was scanned, straight from the tape: what `Reader` would give for its nodes, where it would have
 * nothing to remark. Undefined where it has, or might have: then nodes are made and read as usual. Nearly every file of a
 * county ends here, without a node made.
 *
 * It decides nothing by itself: what is met for the first time is read by `Reader`. test/read/values.test.ts compares the two.
 */
export function valuesOf(file: SourceFile, tape: Tape, shape: Shape, { limits }: Problems): unknown {
  try {
    return new ValueReader(file, tape, limits).read(shape);
  } catch (error) {
    if (error !== REMARKABLE) throw error;
    return undefined;
  }
}

/** Thrown where something may have to be remarked; nobody sees it. */
const REMARKABLE = new Error('remarkable');

class ValueReader {
  private readonly file: SourceFile;
  private readonly tape: Tape;
  private readonly data: Int32Array;
  private readonly units: Uint16Array;
  private readonly problems: Problems;
  private readonly reader: Reader;
  private readonly memory: Memory;
  private at = 0;
  /** the items of the lists that are being read, those of a list within another behind its own: each list is made in its length */
  private readonly found: unknown[] = [];
  private count = 0;

  constructor(file: SourceFile, tape: Tape, limits: Problems['limits']) {
    this.file = file;
    this.tape = tape;
    this.data = tape.data;
    this.units = currentUnits();
    this.problems = new Problems(undefined, limits);
    this.reader = new Reader(file, this.problems);
    memory ??= new Memory();
    this.memory = memory;
  }

  read(shape: Shape): unknown {
    const kind = this.data[this.at]!;
    if (kind >= KIND.plain) return this.scalar(shape, kind);
    return kind === KIND.map ? this.map(shape) : this.list(shape, kind === KIND.flowList);
  }

  private map(shape: Shape): object {
    const value = new Fields();
    const behind = this.data[this.at + MORE]!;
    this.at += RECORD;
    let seen = 0;
    let seenBeyond = 0;
    let before: Follower = shape;
    while (this.at < behind) {
      const { next } = before;
      const field = next !== undefined && this.isNext(next) ? next : this.key(shape);
      if (field !== next) before.next = field;
      before = field;
      const { name, number } = field;
      const own = this.read(field.shape);
      if (number < 0) {
        // Names that the user invents are few: each is looked for.
        if (own === undefined || name in value) throw REMARKABLE;
      } else if (number < BITS) {
        if (seen & (1 << number)) throw REMARKABLE;
        seen |= 1 << number;
      } else {
        if (seenBeyond & (1 << (number - BITS))) throw REMARKABLE;
        seenBeyond |= 1 << (number - BITS);
      }
      if (own !== undefined) value[name] = own;
    }
    return value;
  }

  /** Most maps have the fields of the one before, in the same order: the key is only compared. */
  private isNext({ written }: Field): boolean {
    const { at, units, data } = this;
    const start = data[at + START]!;
    const { length } = written;
    if (data[at + END]! - start !== length || data[at] !== KIND.plain) return false;
    for (let index = 0; index < length; index++) if (written[index] !== units[start + index]) return false;
    this.at += RECORD;
    return true;
  }

  private key(shape: Shape): Field {
    const { at, units, data } = this;
    this.at += RECORD;
    const start = data[at + START]!;
    const end = data[at + END]!;
    const met = data[at] === KIND.plain ? this.memory.keys.get(shape.number, units, start, end) : undefined;
    if (met !== undefined) return met;
    const spelling = scalarText(this.file.text, this.tape, at);
    // A full-width colon may part a key from its value.
    if (spelling.includes('：') || spelling.length > this.problems.limits.text) throw REMARKABLE;
    const field = fieldFor(shape, spelling);
    // Where a schema names the keys no other may stand: what is read here needs not be asked for that again.
    if (field.number >= 2 * BITS || (field.number < 0 && shape.props && shape.rest === undefined))
      throw REMARKABLE;
    if (data[at] === KIND.plain) this.memory.keys.put(shape.number, units, start, end, field);
    return field;
  }

  private list(shape: Shape, flow: boolean): unknown[] {
    const below = itemShape(shape);
    const behind = this.data[this.at + MORE]!;
    const most = Math.min(shape.most ?? Number.POSITIVE_INFINITY, this.problems.limits.items);
    const { found } = this;
    const first = this.count;
    this.at += RECORD;
    while (this.at < behind) {
      if (flow && below.read) this.refuseSplit();
      const value = this.read(below);
      // Of a list of values what is unknown is left out, of others it is kept.
      if (value === undefined) throw REMARKABLE;
      found[this.count++] = value;
    }
    if (this.count - first > most) throw REMARKABLE;
    const values = found.slice(first, this.count);
    this.count = first;
    return values;
  }

  /** `[甲，乙]` are two, which is remarked. */
  private refuseSplit(): void {
    const { at, data, units } = this;
    if (data[at] !== KIND.plain) return;
    const end = data[at + END]!;
    for (let index = data[at + START]!; index < end; index++) {
      const unit = units[index]!;
      if (unit === COMMA || unit === PAUSE || unit === SEMICOLON) throw REMARKABLE;
    }
  }

  private scalar(shape: Shape, kind: number): unknown {
    const { at, data, units } = this;
    this.at += RECORD;
    const quotes = kind === KIND.quoted ? 1 : 0;
    const start = data[at + START]! + quotes;
    const end = data[at + END]! - quotes;
    const asker = 2 * shape.number + quotes;
    const { dates, values } = this.memory;
    const met = (shape.isDate && dates.get(units, start, end)) || values.get(asker, units, start, end);
    if (met !== undefined) return met;
    const node: ScalarNode = {
      kind: 'scalar',
      start: data[at + START]!,
      end: data[at + END]!,
      text: scalarText(this.file.text, this.tape, at),
      plain: kind === KIND.plain,
    };
    const value = this.reader.read(node, shape);
    if (this.problems.count + this.reader.refused.size > 0) throw REMARKABLE;
    if (shape.isDate && value === node.text) dates.put(units, start, end, apart(node.text));
    // A colon is judged by what is around it; lists belong to whoever has them.
    else if (kind <= KIND.quoted && isAlone(value) && !node.text.includes('：'))
      values.put(asker, units, start, end, typeof value === 'string' ? apart(value) : value);
    return value;
  }
}

const [COMMA, PAUSE, SEMICOLON] = [...'，、；'].map(char => char.charCodeAt(0));

const isAlone = (value: unknown): boolean => value !== undefined && typeof value !== 'object';
