import { CHOMPING_MODE, EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import { isUsual } from './decode.ts';
import type { Entry, ListNode, MapNode, Node, ScalarNode } from './node.ts';

/** Deeper than plans are; js-yaml says what is too deep. */
const MAX_DEPTH = 20;
/** YAML ends the search for a key's colon after so many characters, and no key of a plan is half as long. */
const MAX_KEY = 500;

const [LF, SPACE, QUOTE, HASH, APOSTROPHE, PLUS, COMMA, MINUS, COLON] = [10, 32, 34, 35, 39, 43, 44, 45, 58];
const [GREATER, LEFT_BRACKET, BACKSLASH, RIGHT_BRACKET, LEFT_BRACE, BAR, RIGHT_BRACE] = [
  62, 91, 92, 93, 123, 124, 125,
];

/** Characters that mean something at the start of a plain scalar: whoever uses them there is left to js-yaml. */
const INDICATORS = new Set([...'-?:,[]{}#&*!|>\'"%@`'].map(char => char.charCodeAt(0)));

/**
 * Reads the YAML that nearly every plan is: maps and lists in block style, `{…}` and `[…]`, scalars on one line or as
 * `|` and `>` blocks, comments. Gives the same tree as `parseYaml` by js-yaml, several times faster;
 * undefined for any text that holds something else, or that is wrong: js-yaml then reads it, and says what is wrong. The text
 * must be usual (decode.ts), as whoever decoded it knows.
 *
 * It must never understand a text in another way than js-yaml: test/load/plain-yaml.test.ts compares the two.
 */
export function parsePlainYaml(text: string, usual = isUsual(text)): Node | undefined {
  return usual ? new PlainReader(text).document() : undefined;
}

class PlainReader {
  private readonly text: string;
  /** the first character of the line to be read next that is neither space nor comment, and its column; -1 at the end */
  private at = 0;
  private column = 0;
  /** the last offset consumed, as an empty value and the end of a collection need it */
  private end = 0;
  /** where the scan of a plain scalar stopped */
  private stop = 0;
  private depth = 0;
  /** lines within brackets are indented more than this */
  private flowColumn = 0;

  constructor(text: string) {
    this.text = text;
  }

  document(): Node | undefined {
    this.toLine(0);
    const root = this.column === 0 ? this.collection() : undefined;
    return this.column === -1 ? root : undefined;
  }

  /** The list or map that begins at the current line. */
  private collection(): Node | undefined {
    if (this.depth >= MAX_DEPTH) return undefined;
    this.depth++;
    const node = this.isDash(this.at) ? this.list() : this.map(this.column);
    this.depth--;
    return node;
  }

  private list(): ListNode | undefined {
    const { at: start, column } = this;
    const items: Node[] = [];
    do {
      const item = this.item(column);
      if (!item || this.column > column) return undefined;
      items.push(item);
    } while (this.column === column && this.isDash(this.at));
    return { kind: 'list', start, end: Math.max(this.end, start + 1), items, flow: false };
  }

  private item(column: number): Node | undefined {
    const dash = this.at;
    const start = this.skipSpaces(dash + 1);
    const first = this.text.charCodeAt(start);
    if (first === LF || first === HASH || start >= this.text.length) {
      if (!this.closeLine(start)) return undefined;
      return this.column > column ? this.collection() : this.nothing();
    }
    if (!INDICATORS.has(first)) {
      const end = this.scan(start);
      if (this.text.charCodeAt(this.stop) === COLON) {
        this.at = start;
        return this.nested(column + start - dash);
      }
      return this.closePlain(start, end);
    }
    return this.value(start, column);
  }

  /** A map that begins on the line of its dash. */
  private nested(column: number): MapNode | undefined {
    if (this.depth >= MAX_DEPTH) return undefined;
    this.depth++;
    const node = this.map(column);
    this.depth--;
    return node;
  }

  private map(column: number): MapNode | undefined {
    const start = this.at;
    const entries: Entry[] = [];
    do {
      const key = this.key();
      if (!key) return undefined;
      const value = this.field(column);
      if (!value || this.column > column) return undefined;
      entries.push({ key, value, name: undefined });
    } while (this.column === column);
    return { kind: 'map', start, end: Math.max(this.end, start + 1), entries };
  }

  /** A plain key; leaves `stop` at its colon. */
  private key(): ScalarNode | undefined {
    const { at, text } = this;
    if (INDICATORS.has(text.charCodeAt(at)) || text.startsWith('...', at)) return undefined;
    const end = this.scan(at);
    const { stop } = this;
    if (text.charCodeAt(stop) !== COLON || end !== stop || end - at > MAX_KEY) return undefined;
    return this.scalar(at, end, true);
  }

  /** What stands behind a key's colon in a map of this column, on the same line or below. */
  private field(column: number): Node | undefined {
    const colon = this.stop;
    const start = this.skipSpaces(colon + 1);
    const first = this.text.charCodeAt(start);
    if (first === LF || first === HASH || start >= this.text.length) {
      if (!this.closeLine(start)) return undefined;
      const isBelow = this.column > column || (this.column === column && this.isDash(this.at));
      return isBelow ? this.collection() : this.nothing();
    }
    return this.value(start, column);
  }

  /** A scalar or a collection in brackets that ends on its line; only blocks behind `|` and `>` go on below. */
  private value(start: number, column: number): Node | undefined {
    const first = this.text.charCodeAt(start);
    if (!INDICATORS.has(first) || (first === MINUS && this.isDigit(start + 1))) {
      const end = this.scan(start);
      return this.text.charCodeAt(this.stop) === COLON ? undefined : this.closePlain(start, end);
    }
    if (first === BAR || first === GREATER) return this.block(start, column);
    this.flowColumn = column;
    const node = this.inBrackets(start);
    return node && this.closeLine(this.stop) ? node : undefined;
  }

  private closePlain(start: number, end: number): ScalarNode | undefined {
    const scalar = this.scalar(start, end, true);
    return this.closeLine(this.stop) ? scalar : undefined;
  }

  /** A quoted scalar or a collection in brackets; leaves `stop` behind it. */
  private inBrackets(start: number): Node | undefined {
    switch (this.text.charCodeAt(start)) {
      case QUOTE:
      case APOSTROPHE:
        return this.quoted(start);
      case LEFT_BRACE:
        return this.flowMap(start);
      case LEFT_BRACKET:
        return this.flowList(start);
      default:
        return undefined;
    }
  }

  private quoted(start: number): ScalarNode | undefined {
    const { text } = this;
    const quote = text.charCodeAt(start);
    let at = start + 1;
    for (; at < text.length; at++) {
      const char = text.charCodeAt(at);
      if (char === quote) break;
      if (char === LF || (char === BACKSLASH && quote === QUOTE)) return undefined;
    }
    // `''` is a quote within quotes; `'a'b` is wrong, and found to be so by whoever called.
    if (at >= text.length || text.charCodeAt(at + 1) === quote) return undefined;
    this.stop = this.end = at + 1;
    return { kind: 'scalar', start, end: at + 1, text: text.slice(start + 1, at), plain: false };
  }

  private flowList(start: number): ListNode | undefined {
    const items: Node[] = [];
    let at = this.skipFlow(start + 1);
    if (this.text.charCodeAt(at) === RIGHT_BRACKET) this.stop = at + 1;
    else
      for (let more = true; more; ) {
        const item = this.flowNode(at);
        if (!item) return undefined;
        items.push(item);
        at = this.skipFlow(this.stop);
        more = this.text.charCodeAt(at) === COMMA;
        if (!more && this.text.charCodeAt(at) !== RIGHT_BRACKET) return undefined;
        this.stop = at + 1;
        at = this.skipFlow(at + 1);
      }
    return { kind: 'list', start, end: Math.max(this.end, start + 1), items, flow: true };
  }

  private flowMap(start: number): MapNode | undefined {
    const entries: Entry[] = [];
    const { text } = this;
    let at = this.skipFlow(start + 1);
    if (text.charCodeAt(at) === RIGHT_BRACE) this.stop = at + 1;
    else
      for (let more = true; more; ) {
        const key = this.flowScalar(at);
        if (!key || text.charCodeAt(this.stop) !== COLON || text.charCodeAt(this.stop + 1) !== SPACE)
          return undefined;
        const value = this.flowNode(this.skipSpaces(this.stop + 1));
        if (!value) return undefined;
        entries.push({ key, value, name: undefined });
        at = this.skipFlow(this.stop);
        more = text.charCodeAt(at) === COMMA;
        if (!more && text.charCodeAt(at) !== RIGHT_BRACE) return undefined;
        this.stop = at + 1;
        at = this.skipFlow(at + 1);
      }
    return { kind: 'map', start, end: Math.max(this.end, start + 1), entries };
  }

  private flowNode(start: number): Node | undefined {
    const first = this.text.charCodeAt(start);
    if (!opensFlow(first)) return this.flowScalar(start);
    if (this.depth >= MAX_DEPTH) return undefined;
    this.depth++;
    const node = this.inBrackets(start);
    this.depth--;
    return node;
  }

  /** A scalar within brackets; leaves `stop` at what ends it. */
  private flowScalar(start: number): ScalarNode | undefined {
    const { text } = this;
    const first = text.charCodeAt(start);
    if (first === QUOTE || first === APOSTROPHE) return this.quoted(start);
    if (INDICATORS.has(first) && !(first === MINUS && this.isDigit(start + 1))) return undefined;
    let end = start;
    let at = start;
    for (; at < text.length; at++) {
      const char = text.charCodeAt(at);
      if (endsFlowScalar(char)) break;
      // A colon ends a key, a value if it stands before a space; before a bracket it is a puzzle.
      if (char === COLON) {
        const next = text.charCodeAt(at + 1);
        if (next === SPACE) break;
        if (next === LF || endsFlowScalar(next) || opensFlow(next) || at + 1 >= text.length) return undefined;
      }
      if (char === LF) {
        at = this.skipFlow(at);
        if (!endsFlowScalar(text.charCodeAt(at))) return undefined;
        break;
      }
      if (opensFlow(char)) return undefined;
      if (char === HASH && text.charCodeAt(at - 1) === SPACE) return undefined;
      if (char !== SPACE) end = at + 1;
    }
    if (end === start || at >= text.length) return undefined;
    this.stop = at;
    return this.scalar(start, end, true);
  }

  /** `|` or `>`: the lines below that are indented more than this column. */
  private block(start: number, column: number): ScalarNode | undefined {
    const { text } = this;
    const mark = text.charCodeAt(start + 1);
    const chomping =
      mark === MINUS ? CHOMPING_MODE.STRIP : mark === PLUS ? CHOMPING_MODE.KEEP : CHOMPING_MODE.CLIP;
    const header = chomping === CHOMPING_MODE.CLIP ? start + 1 : start + 2;
    const afterSpaces = this.skipSpaces(header);
    const char = text.charCodeAt(afterSpaces);
    const lineEnd = text.indexOf('\n', afterSpaces);
    if (lineEnd < 0 || (char !== LF && (char !== HASH || afterSpaces === header))) return undefined;
    const valueStart = lineEnd + 1;
    let valueEnd = valueStart;
    let indent = -1;
    let widest = 0;
    while (valueEnd < text.length) {
      const content = this.skipSpaces(valueEnd);
      const width = content - valueEnd;
      if (content >= text.length) return undefined;
      if (text.charCodeAt(content) === LF) {
        if (indent < 0 && width > widest) widest = width;
      } else if (indent >= 0) {
        if (width < indent) break;
      } else {
        if (width <= column) break;
        if (width < widest) return undefined;
        indent = width;
      }
      const next = text.indexOf('\n', content);
      valueEnd = next < 0 ? text.length : next + 1;
    }
    this.end = valueEnd;
    const value = getScalarValue(text, {
      type: EVENT_ID.SCALAR,
      style: text.charCodeAt(start) === BAR ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK,
      ...{ valueStart, valueEnd, chomping, indent, fast: false },
      ...{ anchorStart: -1, anchorEnd: -1, tagStart: -1, tagEnd: -1 },
    });
    this.toLine(valueEnd);
    return { kind: 'scalar', start: valueStart, end: valueEnd, text: value, plain: false };
  }

  /** The end of a plain scalar in block style; leaves `stop` at the colon, comment or line end behind it. */
  private scan(start: number): number {
    const { text } = this;
    let end = start;
    let at = start;
    for (; at < text.length; at++) {
      const char = text.charCodeAt(at);
      if (char === LF) break;
      if (char === COLON) {
        const next = text.charCodeAt(at + 1);
        if (next === SPACE || next === LF || at + 1 >= text.length) break;
      } else if (char === HASH && text.charCodeAt(at - 1) === SPACE) break;
      if (char !== SPACE) end = at + 1;
    }
    this.stop = at;
    return end;
  }

  private scalar(start: number, end: number, plain: boolean): ScalarNode {
    this.end = end;
    return { kind: 'scalar', start, end, text: this.text.slice(start, end), plain };
  }

  /** A field or an item without a value. */
  private nothing(): ScalarNode {
    return { kind: 'scalar', start: this.end, end: this.end, text: '', plain: true };
  }

  /** Goes to the next line, if nothing but spaces and a comment is left of this one. */
  private closeLine(from: number): boolean {
    const { text } = this;
    const at = this.skipSpaces(from);
    const char = text.charCodeAt(at);
    if (at < text.length && char !== LF && !(char === HASH && text.charCodeAt(at - 1) === SPACE))
      return false;
    const lineEnd = char === LF ? at : text.indexOf('\n', at);
    this.toLine(lineEnd < 0 ? text.length : lineEnd + 1);
    return true;
  }

  /** Goes to the first line from here on that holds more than spaces and comments. */
  private toLine(from: number): void {
    const { text } = this;
    for (let lineStart = from; lineStart < text.length; ) {
      const at = this.skipSpaces(lineStart);
      const char = text.charCodeAt(at);
      if (at < text.length && char !== LF && char !== HASH) {
        this.at = at;
        this.column = at - lineStart;
        return;
      }
      const lineEnd = char === LF ? at : text.indexOf('\n', at);
      if (lineEnd < 0) break;
      lineStart = lineEnd + 1;
    }
    this.at = text.length;
    this.column = -1;
  }

  private skipSpaces(from: number): number {
    const { text } = this;
    let at = from;
    while (text.charCodeAt(at) === SPACE) at++;
    return at;
  }

  /** The next character within brackets, on this line or below; the end of the text where a line is not indented. */
  private skipFlow(from: number): number {
    const { text } = this;
    let at = this.skipSpaces(from);
    while (text.charCodeAt(at) === LF) {
      const lineStart = at + 1;
      at = this.skipSpaces(lineStart);
      if (at - lineStart <= this.flowColumn && text.charCodeAt(at) !== LF) return text.length;
    }
    return at;
  }

  /** A dash that makes an item of what follows it. */
  private isDash(at: number): boolean {
    if (this.text.charCodeAt(at) !== MINUS) return false;
    const next = this.text.charCodeAt(at + 1);
    return next === SPACE || next === LF || at + 1 >= this.text.length;
  }

  private isDigit(at: number): boolean {
    const char = this.text.charCodeAt(at);
    return char >= 48 && char <= 57;
  }
}

const endsFlowScalar = (char: number): boolean =>
  char === COMMA || char === RIGHT_BRACE || char === RIGHT_BRACKET;

const opensFlow = (char: number): boolean => char === LEFT_BRACE || char === LEFT_BRACKET;
