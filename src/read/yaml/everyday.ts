import { CHOMPING, foldingOf, KIND, nodesOf, Tape } from '../tape.ts';
import { isUsual } from '../text/decode.ts';
import { unitsOf } from '../units.ts';
import type { Node } from './node.ts';

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
/** What stands behind the last character (units.ts): no usual text holds it. */
const NUL = 0;

/** Characters that mean something at the start of a plain scalar: whoever uses them there is left to js-yaml. */
const INDICATORS = new Uint8Array(128);
for (const char of '-?:,[]{}#&*!|>\'"%@`') INDICATORS[char.charCodeAt(0)] = 1;
const isIndicator = (char: number): boolean => char < 128 && INDICATORS[char] === 1;

/** One tape serves for all texts: whoever has it scanned makes of it what is needed before the next one. */
const tape = new Tape();

/**
 * Scans the YAML that nearly every plan is: maps and lists in block style, `{…}` and `[…]`, scalars on one line or as `|` and
 * `>` blocks, comments. Undefined for any text that holds something else, or that is wrong: js-yaml then reads it, and
 * says what is wrong. The text must be usual (decode.ts), as whoever decoded it knows. What is given is good until the next call.
 *
 * It must never understand a text in another way than js-yaml: test/read/plain-yaml.test.ts compares the two.
 */
export function scanPlainYaml(text: string, usual = isUsual(text)): Tape | undefined {
  return usual && new Scanner(text).document() ? tape : undefined;
}

/** The tree of such a text: the same as `parseYaml` gives by js-yaml, several times faster. */
export function parsePlainYaml(text: string, usual?: boolean): Node | undefined {
  const scanned = scanPlainYaml(text, usual);
  return scanned && nodesOf(text, scanned);
}

/** Each method that reads something says whether it could; what it read is on the tape. */
class Scanner {
  private readonly units: Uint16Array;
  private readonly length: number;
  /** the first character of the line to be read next that is neither space nor comment, and its column; -1 at the end */
  private at = 0;
  private column = 0;
  /** the last offset consumed, as an empty value and the end of a collection need it */
  private end = 0;
  /** where the scan of a scalar stopped */
  private stop = 0;
  private depth = 0;
  /** lines within brackets are indented more than this */
  private flowColumn = 0;

  constructor(text: string) {
    this.units = unitsOf(text);
    this.length = text.length;
    tape.length = 0;
  }

  document(): boolean {
    this.toLine(0);
    return this.column === 0 && this.collection() && this.isAtEnd();
  }

  private isAtEnd(): boolean {
    return this.column === -1;
  }

  /** The list or map that begins at the current line. */
  private collection(): boolean {
    return this.isDash(this.at) ? this.deeper(LIST, 0) : this.deeper(MAP, this.column);
  }

  private deeper(what: number, at: number): boolean {
    if (this.depth >= MAX_DEPTH) return false;
    this.depth++;
    const isRead = what === MAP ? this.map(at) : what === LIST ? this.list() : this.inBrackets(at);
    this.depth--;
    return isRead;
  }

  private list(): boolean {
    const { at: start, column } = this;
    const list = tape.add(KIND.list, start, start);
    do if (!this.item(column) || this.column > column) return false;
    while (this.column === column && this.isDash(this.at));
    return this.close(list, start);
  }

  private item(column: number): boolean {
    const dash = this.at;
    const start = this.skipSpaces(dash + 1);
    const first = this.units[start]!;
    if (first === LF || first === HASH || first === NUL) {
      if (!this.closeLine(start)) return false;
      return this.column > column ? this.collection() : this.nothing();
    }
    if (!isIndicator(first)) {
      const end = this.scan(start);
      if (this.units[this.stop] === COLON) {
        // A map that begins on the line of its dash.
        this.at = start;
        return this.deeper(MAP, column + start - dash);
      }
      return this.closePlain(start, end);
    }
    return this.value(start, column);
  }

  private map(column: number): boolean {
    const start = this.at;
    const map = tape.add(KIND.map, start, start);
    do if (!this.key() || !this.field(column) || this.column > column) return false;
    while (this.column === column);
    return this.close(map, start);
  }

  /** A plain key; leaves `stop` at its colon. */
  private key(): boolean {
    const { at, units } = this;
    if (isIndicator(units[at]!)) return false;
    if (units[at] === DOT && units[at + 1] === DOT && units[at + 2] === DOT) return false;
    const end = this.scan(at);
    const { stop } = this;
    return units[stop] === COLON && end === stop && end - at <= MAX_KEY && this.scalar(at, end);
  }

  /** What stands behind a key's colon in a map of this column, on the same line or below. */
  private field(column: number): boolean {
    const start = this.skipSpaces(this.stop + 1);
    const first = this.units[start]!;
    if (first === LF || first === HASH || first === NUL) {
      if (!this.closeLine(start)) return false;
      const isBelow = this.column > column || (this.column === column && this.isDash(this.at));
      return isBelow ? this.collection() : this.nothing();
    }
    return this.value(start, column);
  }

  /** A scalar or a collection in brackets that ends on its line; only blocks behind `|` and `>` go on below. */
  private value(start: number, column: number): boolean {
    const first = this.units[start]!;
    if (!isIndicator(first) || (first === MINUS && this.isDigit(start + 1))) {
      const end = this.scan(start);
      return this.units[this.stop] !== COLON && this.closePlain(start, end);
    }
    if (first === BAR || first === GREATER) return this.block(start, column);
    this.flowColumn = column;
    return this.inBrackets(start) && this.closeLine(this.stop);
  }

  private closePlain(start: number, end: number): boolean {
    return this.scalar(start, end) && this.closeLine(this.stop);
  }

  /** A quoted scalar or a collection in brackets; leaves `stop` behind it. */
  private inBrackets(start: number): boolean {
    switch (this.units[start]) {
      case QUOTE:
      case APOSTROPHE:
        return this.quoted(start);
      case LEFT_BRACE:
        return this.flowMap(start);
      case LEFT_BRACKET:
        return this.flowList(start);
      default:
        return false;
    }
  }

  private quoted(start: number): boolean {
    const { units } = this;
    const quote = units[start]!;
    let at = start + 1;
    for (; ; at++) {
      const char = units[at]!;
      if (char === quote) break;
      if (char === LF || char === NUL || (char === BACKSLASH && quote === QUOTE)) return false;
    }
    // `''` is a quote within quotes; `'a'b` is wrong, and found to be so by whoever called.
    if (units[at + 1] === quote) return false;
    this.stop = this.end = at + 1;
    tape.add(KIND.quoted, start, at + 1);
    return true;
  }

  private flowList(start: number): boolean {
    const list = tape.add(KIND.flowList, start, start);
    let at = this.skipFlow(start + 1);
    if (this.units[at] === RIGHT_BRACKET) this.stop = at + 1;
    else
      for (let more = true; more; ) {
        if (!this.flowNode(at)) return false;
        at = this.skipFlow(this.stop);
        more = this.units[at] === COMMA;
        if (!more && this.units[at] !== RIGHT_BRACKET) return false;
        this.stop = at + 1;
        at = this.skipFlow(at + 1);
      }
    return this.close(list, start);
  }

  private flowMap(start: number): boolean {
    const { units } = this;
    const map = tape.add(KIND.map, start, start);
    let at = this.skipFlow(start + 1);
    if (units[at] === RIGHT_BRACE) this.stop = at + 1;
    else
      for (let more = true; more; ) {
        if (!this.flowScalar(at) || units[this.stop] !== COLON || units[this.stop + 1] !== SPACE)
          return false;
        if (!this.flowNode(this.skipSpaces(this.stop + 1))) return false;
        at = this.skipFlow(this.stop);
        more = units[at] === COMMA;
        if (!more && units[at] !== RIGHT_BRACE) return false;
        this.stop = at + 1;
        at = this.skipFlow(at + 1);
      }
    return this.close(map, start);
  }

  private flowNode(start: number): boolean {
    return opensFlow(this.units[start]!) ? this.deeper(FLOW, start) : this.flowScalar(start);
  }

  /** A scalar within brackets; leaves `stop` at what ends it. */
  private flowScalar(start: number): boolean {
    const { units } = this;
    const first = units[start]!;
    if (first === QUOTE || first === APOSTROPHE) return this.quoted(start);
    if (isIndicator(first) && !(first === MINUS && this.isDigit(start + 1))) return false;
    let end = start;
    let at = start;
    for (; ; at++) {
      const char = units[at]!;
      if (char === NUL) return false;
      if (endsFlowScalar(char)) break;
      // A colon ends a key, a value if it stands before a space; before a bracket it is a puzzle.
      if (char === COLON) {
        const next = units[at + 1]!;
        if (next === SPACE) break;
        if (next === LF || endsFlowScalar(next) || opensFlow(next) || next === NUL) return false;
      }
      if (char === LF) {
        at = this.skipFlow(at);
        if (!endsFlowScalar(units[at]!)) return false;
        break;
      }
      if (opensFlow(char)) return false;
      if (char === HASH && units[at - 1] === SPACE) return false;
      if (char !== SPACE) end = at + 1;
    }
    if (end === start) return false;
    this.stop = at;
    return this.scalar(start, end);
  }

  /** `|` or `>`: the lines below that are indented more than this column. */
  private block(start: number, column: number): boolean {
    const { units, length } = this;
    const mark = units[start + 1];
    const chomping = mark === MINUS ? CHOMPING.strip : mark === PLUS ? CHOMPING.keep : CHOMPING.clip;
    const header = chomping === CHOMPING.clip ? start + 1 : start + 2;
    const afterSpaces = this.skipSpaces(header);
    const char = units[afterSpaces];
    const lineEnd = this.lineEnd(afterSpaces);
    if (units[lineEnd] === NUL || (char !== LF && (char !== HASH || afterSpaces === header))) return false;
    const valueStart = lineEnd + 1;
    let valueEnd = valueStart;
    let indent = -1;
    let widest = 0;
    while (valueEnd < length) {
      const content = this.skipSpaces(valueEnd);
      const width = content - valueEnd;
      if (content >= length) return false;
      if (units[content] === LF) {
        if (indent < 0 && width > widest) widest = width;
      } else if (indent >= 0) {
        if (width < indent) break;
      } else {
        if (width <= column) break;
        if (width < widest) return false;
        indent = width;
      }
      const next = this.lineEnd(content);
      valueEnd = units[next] === NUL ? length : next + 1;
    }
    this.end = valueEnd;
    const kind = units[start] === BAR ? KIND.literal : KIND.folded;
    tape.add(kind, valueStart, valueEnd, foldingOf(chomping, indent));
    this.toLine(valueEnd);
    return true;
  }

  /** The end of a plain scalar in block style; leaves `stop` at the colon, comment or line end behind it. */
  private scan(start: number): number {
    const { units } = this;
    let end = start;
    let at = start;
    for (; ; at++) {
      const char = units[at]!;
      // Letters, digits and Chinese.
      if (char > COLON) end = at + 1;
      else if (char === LF || char === NUL) break;
      else if (char === COLON) {
        const next = units[at + 1]!;
        if (next === SPACE || next === LF || next === NUL) break;
        end = at + 1;
      } else if (char === HASH && units[at - 1] === SPACE) break;
      else if (char !== SPACE) end = at + 1;
    }
    this.stop = at;
    return end;
  }

  private scalar(start: number, end: number): boolean {
    this.end = end;
    tape.add(KIND.plain, start, end);
    return true;
  }

  /** A field or an item without a value. */
  private nothing(): boolean {
    return this.scalar(this.end, this.end);
  }

  private close(collection: number, start: number): boolean {
    tape.close(collection, Math.max(this.end, start + 1));
    return true;
  }

  /** Goes to the next line, if nothing but spaces and a comment is left of this one. */
  private closeLine(from: number): boolean {
    const { units } = this;
    const at = this.skipSpaces(from);
    const char = units[at]!;
    if (char !== LF && char !== NUL && !(char === HASH && units[at - 1] === SPACE)) return false;
    this.toLine(this.lineEnd(at) + 1);
    return true;
  }

  /** Goes to the first line from here on that holds more than spaces and comments. */
  private toLine(from: number): void {
    const { units, length } = this;
    for (let lineStart = from; lineStart < length; ) {
      const at = this.skipSpaces(lineStart);
      const char = units[at]!;
      if (char !== LF && char !== HASH && char !== NUL) {
        this.at = at;
        this.column = at - lineStart;
        return;
      }
      lineStart = this.lineEnd(at) + 1;
    }
    this.at = length;
    this.column = -1;
  }

  /** The line feed at or behind an offset; the end of the text where there is none. */
  private lineEnd(from: number): number {
    const { units } = this;
    let at = from;
    while (units[at] !== LF && units[at] !== NUL) at++;
    return at;
  }

  private skipSpaces(from: number): number {
    const { units } = this;
    let at = from;
    while (units[at] === SPACE) at++;
    return at;
  }

  /** The next character within brackets, on this line or below; the end of the text where a line is not indented. */
  private skipFlow(from: number): number {
    const { units } = this;
    let at = this.skipSpaces(from);
    while (units[at] === LF) {
      const lineStart = at + 1;
      at = this.skipSpaces(lineStart);
      if (at - lineStart <= this.flowColumn && units[at] !== LF) return this.length;
    }
    return at;
  }

  /** A dash that makes an item of what follows it. */
  private isDash(at: number): boolean {
    if (this.units[at] !== MINUS) return false;
    const next = this.units[at + 1];
    return next === SPACE || next === LF || next === NUL;
  }

  private isDigit(at: number): boolean {
    const char = this.units[at]!;
    return char >= 48 && char <= 57;
  }
}

/** What `deeper` reads. */
const [MAP, LIST, FLOW] = [0, 1, 2];

const endsFlowScalar = (char: number): boolean =>
  char === COMMA || char === RIGHT_BRACE || char === RIGHT_BRACKET;

const opensFlow = (char: number): boolean => char === LEFT_BRACE || char === LEFT_BRACKET;
