import type { Location, Place } from '../../model/place.ts';
import { pointerTo } from '../../values/json-pointer.ts';
import { type Entry, fieldOf, type Node } from '../yaml/node.ts';

/** A text file that was read: its name for people, its text, and the way from offsets to lines. */
export class SourceFile {
  readonly path: string;
  readonly text: string;
  private lineStarts: number[] | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  /** 1-based line and column (UTF-16 code units) of an offset. */
  position(offset: number): { line: number; column: number } {
    this.lineStarts ??= lineStarts(this.text);
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.lineStarts[low]! + 1 };
  }

  /** Where a span of the text is; files that are no text know better (roster/sheet-source.ts). */
  locate(start: number, end: number, path: string): Location {
    const from = this.position(start);
    const to = this.position(Math.max(end, start));
    return {
      file: this.path,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      path,
    };
  }

  /** The text for a code frame; empty where there are no lines to show. */
  frameText(): string {
    return this.text;
  }

  /** The place of a span of the text; it has nothing below it. */
  place(start: number, end: number, path = ''): Place {
    return new TextPlace(this, start, end, path);
  }

  /** The place of a tree's root; fields and items below it by `at`. */
  root(node: Node): Place {
    return new TreePlace(this, node, []);
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r'))
    for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

class TextPlace implements Place {
  protected readonly file: SourceFile;
  private readonly start: number;
  private readonly end: number;
  private readonly path: string;

  constructor(file: SourceFile, start: number, end: number, path: string) {
    this.file = file;
    this.start = start;
    this.end = end;
    this.path = path;
  }

  at(): Place {
    return this;
  }

  has(): boolean {
    return false;
  }

  locate(): Location {
    return this.file.locate(this.start, this.end, this.path);
  }

  quote(): string {
    return this.file.text.slice(this.start, this.end);
  }

  source(): string {
    return this.file.frameText();
  }
}

/** A value, with its key where it is a field. */
type Found = Partial<Entry> & { value: Node };

/** A node of a file's tree. Of the thousands in a plan hardly any is reported, so it is looked for when it is asked for. */
class TreePlace implements Place {
  private readonly file: SourceFile;
  private readonly root: Node;
  private readonly path: readonly (string | number)[];

  constructor(file: SourceFile, root: Node, path: readonly (string | number)[]) {
    this.file = file;
    this.root = root;
    this.path = path;
  }

  at(...path: (string | number)[]): Place {
    return new TreePlace(this.file, this.root, [...this.path, ...path]);
  }

  has(field: string): boolean {
    let entry: Found | undefined = { value: this.root };
    for (const step of this.path) entry = entry && childOf(entry, step);
    return entry?.value.kind === 'map' && fieldOf(entry.value, field) !== undefined;
  }

  locate(): Location {
    return this.span().locate();
  }

  quote(): string {
    // The span of an empty value is its key, for somebody to go to; nothing is written there.
    const { value } = this.find().entry;
    return value.kind === 'scalar' && value.end <= value.start ? '' : this.span().quote();
  }

  source(): string {
    return this.file.frameText();
  }

  held(): { file: SourceFile; node: Node } {
    return { file: this.file, node: this.find().entry.value };
  }

  /** A value is marked itself; a map or list by its key, or else by its first line, never by a whole block. */
  private span(): TextPlace {
    const { entry, pointer } = this.find();
    const { key, value } = entry;
    const isWritten = value.kind === 'scalar' && value.end > value.start;
    if (key && !isWritten) return new TextPlace(this.file, key.start, key.end, pointer);
    const lineEnd = this.file.text.slice(value.start, value.end).search(/[\r\n]/);
    const end = lineEnd < 0 ? value.end : value.start + lineEnd;
    return new TextPlace(this.file, value.start, end, pointer);
  }

  /** The value at the end of the path, with its key where it is a field; the nearest above it where it is not written. */
  private find(): { entry: Found; pointer: string } {
    let entry: Found = { value: this.root };
    let pointer = '';
    for (const step of this.path) {
      const below = childOf(entry, step);
      if (!below) break;
      entry = below;
      pointer += pointerTo([step]);
    }
    return { entry, pointer };
  }
}

function childOf(entry: Found, step: string | number): Found | undefined {
  const { value } = entry;
  if (value.kind === 'map') return fieldOf(value, String(step));
  if (value.kind === 'list') {
    const item = value.items[Number(step)];
    return item && { value: item };
  }
  // A single value may stand for a list of one (fields/reader.ts); its item is the value itself.
  return step === 0 ? entry : undefined;
}

/** The part of a file's tree that a place stands for; undefined where it is no place in a tree. */
export const nodeAt = (place: Place): { file: SourceFile; node: Node } | undefined =>
  place instanceof TreePlace ? place.held() : undefined;
