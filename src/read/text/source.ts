import type { Location, Place } from '../../model/place.ts';
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

  place(start: number, end: number, path = ''): Place {
    return new TextPlace(this, start, end, path);
  }

  /** The place of the tree's root; fields below it by `at`. */
  root(node: Node): Place {
    return new NodePlace(this, { value: node });
  }

  /** The same of a tree that is made when somebody asks for a place in it. */
  rootLater(make: () => Node): Place {
    let root: NodePlace | undefined;
    return new LaterPlace({
      found: () => {
        root ??= new NodePlace(this, { value: make() });
        return root;
      },
    });
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r'))
    for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** A span of text; it has nothing below it. */
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

/** A node of a file's tree, with its key if it is a field. */
class NodePlace implements Place {
  private readonly file: SourceFile;
  private readonly entry: Partial<Entry> & { value: Node };
  private readonly above: NodePlace | undefined;
  private readonly step: string | number;

  constructor(
    file: SourceFile,
    entry: Partial<Entry> & { value: Node },
    above?: NodePlace,
    step: string | number = '',
  ) {
    this.file = file;
    this.entry = entry;
    this.above = above;
    this.step = step;
  }

  at(...path: (string | number)[]): NodePlace {
    let place: NodePlace = this;
    for (const step of path) {
      const below = place.child(step);
      if (!below) break;
      place = below;
    }
    return place;
  }

  locate(): Location {
    return this.span().locate();
  }

  quote(): string {
    return this.span().quote();
  }

  source(): string {
    return this.file.frameText();
  }

  held(): { file: SourceFile; node: Node } {
    return { file: this.file, node: this.entry.value };
  }

  /** Made for what is reported: a plan has thousands of places, and hardly any is shown. */
  private path(): string {
    if (!this.above) return '';
    return `${this.above.path()}/${String(this.step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }

  private child(step: string | number): NodePlace | undefined {
    const { value } = this.entry;
    if (value.kind === 'map') {
      const entry = fieldOf(value, String(step));
      return entry && new NodePlace(this.file, entry, this, step);
    }
    if (value.kind === 'list') {
      const item = value.items[Number(step)];
      return item && new NodePlace(this.file, { value: item }, this, step);
    }
    // A single value may stand for a list of one (read.ts); its item is the value itself.
    return step === 0 ? new NodePlace(this.file, this.entry, this, step) : undefined;
  }

  /** A value is marked itself; a map or list by its key, or else by its first line, never by a whole block. */
  private span(): TextPlace {
    const { key, value } = this.entry;
    const written = value.kind === 'scalar' && value.end > value.start;
    if (written || !key) {
      const lineEnd = this.file.text.slice(value.start, value.end).search(/[\r\n]/);
      const firstLine = lineEnd < 0 ? value.end : value.start + lineEnd;
      return new TextPlace(this.file, value.start, Math.min(value.end, firstLine), this.path());
    }
    return new TextPlace(this.file, key.start, key.end, this.path());
  }
}

/** A place that is looked for when it is asked where it is. Of thousands in a plan hardly any is. */
class LaterPlace implements Place {
  private readonly above: { found(): NodePlace };
  private readonly path: readonly (string | number)[];

  constructor(above: { found(): NodePlace }, path: readonly (string | number)[] = []) {
    this.above = above;
    this.path = path;
  }

  at(...path: (string | number)[]): Place {
    return new LaterPlace(this, path);
  }

  locate(): Location {
    return this.found().locate();
  }

  quote(): string {
    return this.found().quote();
  }

  source(): string {
    return this.found().source();
  }

  found(): NodePlace {
    return this.above.found().at(...this.path);
  }
}

/** The part of a file's tree that a place stands for; undefined where it is no place in a text. */
export function nodeAt(place: Place): { file: SourceFile; node: Node } | undefined {
  if (place instanceof LaterPlace) return place.found().held();
  return place instanceof NodePlace ? place.held() : undefined;
}
