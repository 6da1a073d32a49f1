import { blockText, type Chomping } from './block-text.ts';
import type { Entry, ListNode, MapNode, Node, ScalarNode } from './node.ts';

/** Deeper than plans are; js-yaml says what is too deep. */
const MAX_DEPTH = 20;
/** YAML ends the search for a key's colon after so many characters, and no key of a plan is half as long. */
const MAX_KEY = 500;

const [LF, SPACE, QUOTE, HASH, APOSTROPHE, PLUS, COMMA, MINUS, DOT, COLON] = [
  10, 32, 34, 35, 39, 43, 44, 45, 46, 58,
];
const [GREATER, LEFT_BRACKET, BACKSLASH, RIGHT_BRACKET, LEFT_BRACE, BAR, RIGHT_BRACE] = [
  62, 91, 92, 93, 123, 124, 125,
];
/** What stands for the end of the text: no everyday text holds it. */
const NUL = 0;

/** Characters that mean something at the start of a plain scalar: texts that use them there are left to js-yaml. */
const INDICATORS = new Uint8Array(128);
for (const char of '-?:,[]{}#&*!|>\'"%@`') INDICATORS[char.charCodeAt(0)] = 1;
const isIndicator = (char: number): boolean => char < 128 && INDICATORS[char] === 1;

/** Tabs, carriage returns, control characters and characters of two halves: js-yaml counts offsets among them. */
const UNUSUAL = /[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

/** Thrown where a text holds something that this scanner does not read. */
const NOT_EVERYDAY = new Error('not everyday YAML');

/**
 * The tree of a text in the YAML that nearly every plan is written in: maps and lists in block style, `{…}` and `[…]`,
 * scalars on one line or as `|` and `>` blocks, comments. It gives the same tree as js-yaml, several times faster.
 * Undefined for any text that holds something else, or that is wrong: js-yaml then reads it, and says what is wrong.
 *
 * It must never understand a text in another way than js-yaml: test/read/everyday.test.ts compares the two.
 */
export function parseEverydayYaml(text: string): Node | undefined {
  if (UNUSUAL.test(text)) return undefined;
  try {
    return new Scanner(text).document();
  } catch (error) {
    if (error !== NOT_EVERYDAY) throw error;
    return undefined;
  }
}

class Scanner {
  private readonly text: string;
  private readonly length: number;
  /** the first character of the line to be read next that is neither space nor comment, and its column; -1 at the end */
  private start = 0;
  private column = 0;
  /** the last offset consumed, as an empty value and the end of a collection need it */
  private end = 0;
  /** where the scan of a scalar stopped */
  private stop = 0;
  private depth = 0;
  /** lines within brackets are indented more than this */
  private flowColumn = 0;

  constructor(text: string) {
    this.text = text;
    this.length = text.length;
  }

  document(): Node {
    this.toLine(0);
    this.demand(this.column === 0);
    const root = this.collection();
    this.demand(this.column === -1);
    return root;
  }

  private demand(condition: boolean): void {
    if (!condition) throw NOT_EVERYDAY;
  }

  private char(at: number): number {
    return at < this.length ? this.text.charCodeAt(at) : NUL;
  }

  /** The list or map that begins at the current line. */
  private collection(): Node {
    this.demand(++this.depth <= MAX_DEPTH);
    const node = this.isDash(this.start) ? this.list() : this.map(this.column);
    this.depth--;
    return node;
  }

  private list(): ListNode {
    const { start, column } = this;
    const items: Node[] = [];
    do {
      items.push(this.item(column));
      this.demand(this.column <= column);
    } while (this.column === column && this.isDash(this.start));
    return { kind: 'list', start, end: this.endOf(start), items, flow: false };
  }

  private item(column: number): Node {
    const dash = this.start;
    const start = this.skipSpaces(dash + 1);
    const first = this.char(start);
    if (endsLine(first)) {
      this.closeLine(start);
      return this.column > column ? this.collection() : this.nothing();
    }
    if (isIndicator(first)) return this.value(start, column);
    const end = this.scan(start);
    if (this.char(this.stop) !== COLON) return this.closed(this.scalar(start, end));
    // A map that begins on the line of its dash.
    this.start = start;
    this.demand(++this.depth <= MAX_DEPTH);
    const node = this.map(column + start - dash);
    this.depth--;
    return node;
  }

  private map(column: number): MapNode {
    const { start } = this;
    const entries: Entry[] = [];
    do {
      const key = this.key();
      entries.push({ key, value: this.field(column), name: undefined });
      this.demand(this.column <= column);
    } while (this.column === column);
    return { kind: 'map', start, end: this.endOf(start), entries };
  }

  /** A plain key; leaves `stop` at its colon. */
  private key(): ScalarNode {
    const { start } = this;
    this.demand(!isIndicator(this.char(start)));
    this.demand(!(this.char(start) === DOT && this.char(start + 1) === DOT && this.char(start + 2) === DOT));
    const end = this.scan(start);
    const { stop } = this;
    this.demand(this.char(stop) === COLON && end === stop && end - start <= MAX_KEY);
    return this.scalar(start, end);
  }

  /** What stands behind a key's colon in a map of this column, on the same line or below. */
  private field(column: number): Node {
    const start = this.skipSpaces(this.stop + 1);
    if (!endsLine(this.char(start))) return this.value(start, column);
    this.closeLine(start);
    const isBelow = this.column > column || (this.column === column && this.isDash(this.start));
    return isBelow ? this.collection() : this.nothing();
  }

  /** A scalar or a collection in brackets that ends on its line; only blocks behind `|` and `>` go on below. */
  private value(start: number, column: number): Node {
    const first = this.char(start);
    if (!isIndicator(first) || (first === MINUS && this.isDigit(start + 1))) {
      const end = this.scan(start);
      this.demand(this.char(this.stop) !== COLON);
      return this.closed(this.scalar(start, end));
    }
    if (first === BAR || first === GREATER) return this.block(start, column);
    this.flowColumn = column;
    return this.closed(this.inBrackets(start));
  }

  /** The node, where nothing but spaces and a comment is left of its line. */
  private closed<T extends Node>(node: T): T {
    this.closeLine(this.stop);
    return node;
  }

  /** A quoted scalar or a collection in brackets; leaves `stop` behind it. */
  private inBrackets(start: number): Node {
    switch (this.char(start)) {
      case QUOTE:
      case APOSTROPHE:
        return this.quoted(start);
      case LEFT_BRACE:
      case LEFT_BRACKET:
        return this.flowCollection(start);
      default:
        throw NOT_EVERYDAY;
    }
  }

  private quoted(start: number): ScalarNode {
    const quote = this.char(start);
    let at = start + 1;
    for (; ; at++) {
      const char = this.char(at);
      if (char === quote) break;
      this.demand(char !== LF && char !== NUL && !(char === BACKSLASH && quote === QUOTE));
    }
    // `''` is a quote within quotes; `'a'b` is wrong, and found to be so by whoever called.
    this.demand(this.char(at + 1) !== quote);
    this.stop = this.end = at + 1;
    return { kind: 'scalar', start, end: at + 1, text: this.text.slice(start + 1, at), plain: false };
  }

  private flowCollection(start: number): Node {
    this.demand(++this.depth <= MAX_DEPTH);
    const node = this.char(start) === LEFT_BRACE ? this.flowMap(start) : this.flowList(start);
    this.depth--;
    return node;
  }

  private flowList(start: number): ListNode {
    const items: Node[] = [];
    let at = this.skipFlow(start + 1);
    while (this.char(at) !== RIGHT_BRACKET) {
      items.push(this.flowNode(at));
      at = this.behindComma(RIGHT_BRACKET);
    }
    this.stop = at + 1;
    return { kind: 'list', start, end: this.endOf(start), items, flow: true };
  }

  private flowMap(start: number): MapNode {
    const entries: Entry[] = [];
    let at = this.skipFlow(start + 1);
    while (this.char(at) !== RIGHT_BRACE) {
      const key = this.flowScalar(at);
      this.demand(this.char(this.stop) === COLON && this.char(this.stop + 1) === SPACE);
      entries.push({ key, value: this.flowNode(this.skipSpaces(this.stop + 1)), name: undefined });
      at = this.behindComma(RIGHT_BRACE);
    }
    this.stop = at + 1;
    return { kind: 'map', start, end: this.endOf(start), entries };
  }

  /** The next item within brackets, behind a comma; or the bracket that closes them. */
  private behindComma(closing: number): number {
    const at = this.skipFlow(this.stop);
    if (this.char(at) === COMMA) return this.skipFlow(at + 1);
    this.demand(this.char(at) === closing);
    return at;
  }

  private flowNode(start: number): Node {
    return opensFlow(this.char(start)) ? this.flowCollection(start) : this.flowScalar(start);
  }

  /** A scalar within brackets; leaves `stop` at what ends it. */
  private flowScalar(start: number): ScalarNode {
    const first = this.char(start);
    if (first === QUOTE || first === APOSTROPHE) return this.quoted(start);
    this.demand(!isIndicator(first) || (first === MINUS && this.isDigit(start + 1)));
    let end = start;
    let at = start;
    for (; ; at++) {
      const char = this.char(at);
      if (endsFlowScalar(char)) break;
      this.demand(char !== NUL && !opensFlow(char) && !(char === HASH && this.char(at - 1) === SPACE));
      // A colon ends a key, a value if it stands before a space; before a bracket it is a puzzle.
      if (char === COLON) {
        const next = this.char(at + 1);
        if (next === SPACE) break;
        this.demand(!(next === LF || next === NUL || endsFlowScalar(next) || opensFlow(next)));
      }
      if (char === LF) {
        at = this.skipFlow(at);
        this.demand(endsFlowScalar(this.char(at)));
        break;
      }
      if (char !== SPACE) end = at + 1;
    }
    this.demand(end > start);
    this.stop = at;
    return this.scalar(start, end);
  }

  /** `|` or `>`: the lines below that are indented more than this column. */
  private block(start: number, column: number): ScalarNode {
    const { length } = this;
    const mark = this.char(start + 1);
    const chomping: Chomping = mark === MINUS ? 'strip' : mark === PLUS ? 'keep' : 'clip';
    const header = chomping === 'clip' ? start + 1 : start + 2;
    const afterSpaces = this.skipSpaces(header);
    const char = this.char(afterSpaces);
    const lineEnd = this.lineEnd(afterSpaces);
    this.demand(lineEnd < length && (char === LF || (char === HASH && afterSpaces > header)));
    const valueStart = lineEnd + 1;
    let valueEnd = valueStart;
    let indent: number | undefined;
    let widest = 0;
    while (valueEnd < length) {
      const content = this.skipSpaces(valueEnd);
      const width = content - valueEnd;
      this.demand(content < length);
      if (this.char(content) === LF) {
        if (indent === undefined && width > widest) widest = width;
      } else if (indent !== undefined) {
        if (width < indent) break;
      } else {
        if (width <= column) break;
        this.demand(width >= widest);
        indent = width;
      }
      valueEnd = Math.min(this.lineEnd(content) + 1, length);
    }
    this.end = valueEnd;
    this.toLine(valueEnd);
    const lines = this.text.slice(valueStart, valueEnd);
    const text = blockText(lines, { folded: this.char(start) === GREATER, chomping, indent });
    return { kind: 'scalar', start: valueStart, end: valueEnd, text, plain: false };
  }

  /** The end of a plain scalar in block style; leaves `stop` at the colon, comment or line end behind it. */
  private scan(start: number): number {
    let end = start;
    let at = start;
    for (; ; at++) {
      const char = this.char(at);
      // Letters, digits and Chinese.
      if (char > COLON) end = at + 1;
      else if (char === LF || char === NUL) break;
      else if (char === COLON) {
        const next = this.char(at + 1);
        if (next === SPACE || next === LF || next === NUL) break;
        end = at + 1;
      } else if (char === HASH && this.char(at - 1) === SPACE) break;
      else if (char !== SPACE) end = at + 1;
    }
    this.stop = at;
    return end;
  }

  private scalar(start: number, end: number): ScalarNode {
    this.end = end;
    return { kind: 'scalar', start, end, text: this.text.slice(start, end), plain: true };
  }

  /** A field or an item without a value. */
  private nothing(): ScalarNode {
    return this.scalar(this.end, this.end);
  }

  private endOf(start: number): number {
    return Math.max(this.end, start + 1);
  }

  /** Goes to the next line, where nothing but spaces and a comment is left of this one. */
  private closeLine(from: number): void {
    const at = this.skipSpaces(from);
    const char = this.char(at);
    this.demand(char === LF || char === NUL || (char === HASH && this.char(at - 1) === SPACE));
    this.toLine(this.lineEnd(at) + 1);
  }

  /** Goes to the first line from here on that holds more than spaces and comments. */
  private toLine(from: number): void {
    const { length } = this;
    for (let lineStart = from; lineStart < length; ) {
      const at = this.skipSpaces(lineStart);
      if (!endsLine(this.char(at))) {
        this.start = at;
        this.column = at - lineStart;
        return;
      }
      lineStart = this.lineEnd(at) + 1;
    }
    this.start = length;
    this.column = -1;
  }

  /** The line feed at or behind an offset; the end of the text where there is none. */
  private lineEnd(from: number): number {
    const found = this.text.indexOf('\n', from);
    return found < 0 ? this.length : found;
  }

  private skipSpaces(from: number): number {
    let at = from;
    while (this.char(at) === SPACE) at++;
    return at;
  }

  /** The next character within brackets, on this line or below; the end of the text where a line is not indented. */
  private skipFlow(from: number): number {
    let at = this.skipSpaces(from);
    while (this.char(at) === LF) {
      const lineStart = at + 1;
      at = this.skipSpaces(lineStart);
      if (at - lineStart <= this.flowColumn && this.char(at) !== LF) return this.length;
    }
    return at;
  }

  /** A dash that makes an item of what follows it. */
  private isDash(at: number): boolean {
    if (this.char(at) !== MINUS) return false;
    const next = this.char(at + 1);
    return next === SPACE || next === LF || next === NUL;
  }

  private isDigit(at: number): boolean {
    const char = this.char(at);
    return char >= 48 && char <= 57;
  }
}

/** What ends a line, or begins a comment where a value could begin. */
const endsLine = (char: number): boolean => char === LF || char === HASH || char === NUL;

const endsFlowScalar = (char: number): boolean =>
  char === COMMA || char === RIGHT_BRACE || char === RIGHT_BRACKET;

const opensFlow = (char: number): boolean => char === LEFT_BRACE || char === LEFT_BRACKET;
