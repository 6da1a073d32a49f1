import type { Entry, ListNode, MapNode, Node, ScalarNode } from './yaml/node.ts';

/** What a record of the tape stands for: maps and lists before scalars. */
export const KIND = {
  map: 0,
  /** items behind dashes */
  list: 1,
  /** items in brackets */
  flowList: 2,
  plain: 3,
  /** in quotes, which belong to its span; without escapes */
  quoted: 4,
  /** the lines behind `|` and `>` */
  literal: 5,
  folded: 6,
} as const;

/** Numbers of a record: its kind, where it starts and ends in the text, and `MORE`. */
export const RECORD = 4;
export const [START, END, MORE] = [1, 2, 3];

/**
 * The structure of a YAML text as numbers in a row: a record for each scalar, list and map; behind a map stand its keys and
 * values in turn, behind a list its items. Of a map or list `MORE` is where what follows it begins, of a block how its lines
 * are folded. Whoever needs nodes makes them from it (`nodesOf`); who needs values alone does not pay for them (values.ts).
 */
export class Tape {
  data = new Int32Array(1 << 14);
  length = 0;

  /** Appends a record, and gives where it is. */
  add(kind: number, start: number, end: number, more = 0): number {
    const at = this.length;
    if (at + RECORD > this.data.length) this.grow();
    const { data } = this;
    data[at] = kind;
    data[at + START] = start;
    data[at + END] = end;
    data[at + MORE] = more;
    this.length = at + RECORD;
    return at;
  }

  /** A map or list is whole: what is appended from now on comes behind it. */
  close(at: number, end: number): void {
    this.data[at + END] = end;
    this.data[at + MORE] = this.length;
  }

  private grow(): void {
    const { data } = this;
    this.data = new Int32Array(2 * data.length);
    this.data.set(data);
  }
}

/** What becomes of the line ends behind the last line of a block: one is kept, none, all. */
export const CHOMPING = { clip: 0, strip: 1, keep: 2 } as const;
type Chomping = (typeof CHOMPING)[keyof typeof CHOMPING];

/** How the lines of a block become a text, as one number; an indent below 0 where there are only empty lines. */
export const foldingOf = (chomping: Chomping, indent: number): number => ((indent + 1) << 2) | chomping;

/** The text of the scalar whose record is at `at`. */
export function scalarText(text: string, { data }: Tape, at: number): string {
  const [kind, start, end] = [data[at]!, data[at + START]!, data[at + END]!];
  if (kind === KIND.plain) return text.slice(start, end);
  if (kind === KIND.quoted) return text.slice(start + 1, end - 1);
  const folding = data[at + MORE]!;
  return blockText(text.slice(start, end), kind === KIND.folded, folding & 3, (folding >> 2) - 1);
}

/** The text of a block's lines, as chapter 8.1 of YAML 1.2 has it. */
function blockText(block: string, folded: boolean, chomping: number, indent: number): string {
  const lines = block.split('\n');
  const content: string[] = [];
  /** lines up to the last one with something in it */
  let count = 0;
  for (const line of lines) {
    content.push(indent < 0 ? '' : line.slice(indent));
    if (content.at(-1) !== '') count = content.length;
  }
  // What stands behind the last line end is no line.
  const below = lines.length - count - (content.at(-1) === '' ? 1 : 0);
  content.length = count;
  const ends = chomping === CHOMPING.keep ? below : 0;
  const last = count === 0 || chomping === CHOMPING.strip ? 0 : 1;
  return (folded ? foldedText(content) : content.join('\n')) + '\n'.repeat(last + ends);
}

/** A single line end is a space, of several the first is nothing; around lines that are indented further all stay. */
function foldedText(lines: readonly string[]): string {
  let text = '';
  let empty = 0;
  let before: string | undefined;
  for (const line of lines) {
    if (line === '') {
      empty++;
      continue;
    }
    const stays = before?.startsWith(' ') || line.startsWith(' ');
    if (before === undefined) text += '\n'.repeat(empty);
    else if (stays) text += '\n'.repeat(empty + 1);
    else text += empty === 0 ? ' ' : '\n'.repeat(empty);
    text += line;
    before = line;
    empty = 0;
  }
  return text;
}

/** The tree that a tape stands for. */
export const nodesOf = (text: string, tape: Tape): Node => new NodeMaker(text, tape).node();

class NodeMaker {
  private readonly text: string;
  private readonly tape: Tape;
  private at = 0;

  constructor(text: string, tape: Tape) {
    this.text = text;
    this.tape = tape;
  }

  node(): Node {
    const kind = this.tape.data[this.at]!;
    if (kind >= KIND.plain) return this.scalar();
    return kind === KIND.map ? this.map() : this.list(kind === KIND.flowList);
  }

  private map(): MapNode {
    const [start, end, behind] = this.span();
    const entries: Entry[] = [];
    for (this.at += RECORD; this.at < behind; ) {
      const key = this.scalar();
      entries.push({ key, value: this.node(), name: undefined });
    }
    return { kind: 'map', start, end, entries };
  }

  private list(flow: boolean): ListNode {
    const [start, end, behind] = this.span();
    const items: Node[] = [];
    for (this.at += RECORD; this.at < behind; ) items.push(this.node());
    return { kind: 'list', start, end, items, flow };
  }

  private scalar(): ScalarNode {
    const { at } = this;
    const [start, end] = this.span();
    this.at += RECORD;
    const plain = this.tape.data[at] === KIND.plain;
    return { kind: 'scalar', start, end, text: scalarText(this.text, this.tape, at), plain };
  }

  private span(): [start: number, end: number, more: number] {
    const { at } = this;
    const { data } = this.tape;
    return [data[at + START]!, data[at + END]!, data[at + MORE]!];
  }
}
