import { readCondition } from '../fields/condition-text.ts';
import { shorten } from '../fields/faults.ts';
import { reportUnknownKey } from '../fields/keys.ts';
import type { Shape } from '../fields/shape.ts';
import { difference, type Problems } from '../problem.ts';
import { type Cell, NO_RESULT } from '../roster/cell.ts';
import { type Note, type NoteKind, noteAt } from '../roster/note.ts';
import type { SheetSource } from '../roster/sheet-source.ts';
import { listOf, mapOf, scalarOf } from '../roster/tree.ts';
import type { Row, Sheet } from '../roster/workbook.ts';
import type { Entry, MapNode, Node, Span } from '../yaml/node.ts';
import { AMOUNT, DEMAND, type Leaf, leafNamed, NOTHING } from './layout.ts';
import {
  columnsOf,
  type FoundBlock,
  hasContent,
  isFieldHead,
  isFilled,
  NEEDLESS,
  type PlanColumn,
  textAt,
} from './rows.ts';

/**
 * Puts what stands in cells into the tree that a plan's YAML would be. What no field takes becomes a note or a problem; the
 * values themselves are judged later, by the reader of fields and the schema, as those of YAML are.
 */
export class PlanReader {
  readonly root: MapNode = mapOf([], { start: 0, end: 0 });
  readonly notes: Note[] = [];
  /** values of which it was said already that they are not understood */
  readonly refused = new Set<Node>();
  /** the heading or label of each cell that was read, for findings about it */
  readonly headings = new Map<string, string>();
  private readonly source: SheetSource;
  private readonly problems: Problems;

  constructor(source: SheetSource, problems: Problems) {
    this.source = source;
    this.problems = problems;
  }

  /** One field a row: label and content. */
  fields(sheet: Sheet, { block, rows }: FoundBlock): void {
    for (const row of rows) {
      if (isFieldHead(row)) continue;
      const [label, content] = [textAt(row, 0), row.cells[1]];
      this.noteStray(sheet, row, index => index > 1);
      if (!isFilled(content)) continue;
      if (label === '') {
        this.note('no-label', sheet, row.number, 1, { about: 'row', from: content.text });
        continue;
      }
      const leaf = leafNamed(block.shape, label) ?? leafNamed(block.shape, label.replace(/\s+/g, ''));
      if (!leaf) this.unknown(sheet, row.number, 0, label, block.shape);
      else {
        const node = this.value(sheet, row, 1, content, label, leaf);
        if (node) this.put(this.mapAt(block.path, node), leaf.path, node);
      }
    }
  }

  /** One item a row, below a row of headings. */
  list(sheet: Sheet, rows: readonly Row[], shape: Shape): { items: MapNode[]; at: Span } {
    const [head, ...below] = rows;
    const at = head ? this.spanOf(sheet, head.number, 0) : { start: 0, end: 0 };
    if (!head) return { items: [], at };
    const columns = columnsOf(head, shape).filter(({ heading }) => !NEEDLESS.test(heading));
    const known = columns.filter(({ meaning }) => meaning !== undefined);
    for (const { index, heading, meaning } of columns)
      if (!meaning) this.unknown(sheet, head.number, index, heading, shape);
    const items = below.filter(hasContent).flatMap((row): MapNode[] => {
      this.noteStray(sheet, row, index => textAt(head, index) === '');
      const node = this.item(sheet, row, known);
      return node.entries.length > 0 ? [node] : [];
    });
    return { items, at };
  }

  private item(sheet: Sheet, row: Row, columns: readonly PlanColumn[]): MapNode {
    const first = columns.find(({ index }) => isFilled(row.cells[index]))?.index ?? 0;
    const item = mapOf([], this.spanOf(sheet, row.number, first));
    this.into(item, sheet, row, columns);
    return item;
  }

  /** Reads the cells of a row that belong to these columns into an item. */
  into(item: MapNode, sheet: Sheet, row: Row, columns: readonly PlanColumn[]): void {
    for (const { index, heading, meaning } of columns) {
      const cell = this.shared(sheet, row, index, heading);
      if (cell === undefined || !isFilled(cell) || meaning === AMOUNT || meaning === undefined) continue;
      if (meaning === DEMAND) {
        const amount = columns.find(column => column.meaning === AMOUNT);
        this.demand(item, sheet, row, index, amount);
        continue;
      }
      const node = this.value(sheet, row, index, cell, heading, meaning);
      if (node) this.put(item, meaning.path, node);
    }
  }

  /** A value that was merged over several rows holds for each of them. */
  private shared(sheet: Sheet, row: Row, index: number, heading: string): Cell | undefined {
    const cell = row.cells[index];
    if (!cell?.merged) return cell;
    this.note('merged', sheet, row.number, index, { heading, from: cell.text });
    const { merged: _merged, ...own } = cell;
    return own;
  }

  /** 不低于 in one cell and 80% in another are `min: 80%`. */
  private demand(item: MapNode, sheet: Sheet, row: Row, index: number, amount: PlanColumn | undefined): void {
    const key = this.source.node(sheet, row.number, index, textAt(row, index));
    const cell = amount && row.cells[amount.index];
    if (!amount || !isFilled(cell)) return;
    this.headings.set(this.keyOf(sheet, row.number, amount.index), amount.heading);
    this.headings.set(this.keyOf(sheet, row.number, index), DEMAND);
    const value = this.source.node(sheet, row.number, amount.index, cell.text);
    item.entries.push({ key, value, name: undefined });
  }

  /** What a cell says; undefined where nothing is known of it, which is then noted. */
  private value(
    sheet: Sheet,
    row: Row,
    index: number,
    cell: Cell,
    heading: string,
    leaf: Leaf,
  ): Node | undefined {
    const { text } = cell;
    if (cell.fault !== undefined) {
      this.note(cell.fault === NO_RESULT ? 'no-result' : 'error-value', sheet, row.number, index, {
        heading,
        from: cell.fault,
      });
      return undefined;
    }
    if (cell.formula) this.note('formula', sheet, row.number, index, { heading, from: text });
    this.headings.set(this.keyOf(sheet, row.number, index), heading);
    const node = (own: string) => this.source.node(sheet, row.number, index, own);
    const whole = node(text);
    if (leaf.kind === 'condition') return this.condition(whole, text, heading);
    if (leaf.kind === 'list') return listNode(text, node, leaf.shape, whole);
    // Digits that Excel has rounded are nobody's number.
    if (leaf.shape.read?.includes('id-number') && (cell.number ?? 0) >= 1e15) {
      this.note('digits-lost', sheet, row.number, index, { heading, from: text });
      return undefined;
    }
    return leaf.path[0] === 'attributes'
      ? { ...whole, plain: cell.number !== undefined || /^(是|否)$/.test(text) }
      : whole;
  }

  private condition(whole: Node, text: string, heading: string): Node {
    const read = readCondition(text, whole);
    if (!('fault' in read)) return read;
    const allowed = read.fault === '' || read.fault === text ? [] : [shorten(read.fault)];
    const args = difference('condition', { field: heading, value: shorten(text), allowed, cell: true });
    this.problems.add('input/schema', this.source.place(whole.start, whole.end), args);
    this.refused.add(whole);
    return whole;
  }

  /** Puts a list of the plan into its tree. */
  attach(field: string, items: MapNode[], at: Span): MapNode[] {
    this.put(this.root, [field], listOf(items, at));
    return items;
  }

  /** The map at a path below the root, made where it is not there. */
  mapAt(path: readonly string[], at: Span): MapNode {
    let map = this.root;
    for (const name of path) map = this.below(map, name, at);
    return map;
  }

  put(map: MapNode, path: readonly string[], node: Node): void {
    const [last, ...above] = path.toReversed() as [string, ...string[]];
    let into = map;
    for (const name of above.toReversed()) into = this.below(into, name, node);
    const own = into.entries.find(({ key }) => key.text === last);
    // The date of a step whose votes or remark were read already.
    if (own?.value.kind === 'map') own.value.entries.push(this.entry('on', node));
    else into.entries.push(this.entry(last, node));
  }

  private below(map: MapNode, name: string, at: Span): MapNode {
    const own = map.entries.find(({ key }) => key.text === name);
    if (own?.value.kind === 'map') return own.value;
    const made = mapOf([], at);
    if (own) {
      made.entries.push(this.entry('on', own.value));
      own.value = made;
    } else map.entries.push(this.entry(name, made));
    return made;
  }

  private entry(name: string, value: Node): Entry {
    return { key: scalarOf(name, value), value, name: undefined };
  }

  /** A heading or label that means no field is told as an unknown key of YAML is. */
  private unknown(sheet: Sheet, row: number, column: number, text: string, shape: Shape): void {
    reportUnknownKey(this.source.node(sheet, row, column, text), shape, this.source, '', this.problems);
  }

  /** Cells beside the table, or below no heading. */
  private noteStray(sheet: Sheet, row: Row, isStray: (index: number) => boolean): void {
    for (const [index, cell] of row.cells.entries())
      if (isFilled(cell) && isStray(index))
        this.note('stray-cell', sheet, row.number, index, { from: cell.text });
  }

  note(kind: NoteKind, sheet: Sheet, row: number, column: number, more: Partial<Note> = {}): void {
    this.notes.push(noteAt(kind, sheet.name, row, column, more));
  }

  spanOf(sheet: Sheet, row: number, column: number): Span {
    const { start, end } = this.source.node(sheet, row, column, '');
    return { start, end };
  }

  private readonly keyOf = ({ name }: Sheet, row: number, column: number): string =>
    `${name}\n${row}\n${column}`;

  /** The heading of the cell at a place of this workbook. */
  headingAt(cell: string | undefined, line: number, column: number): string | undefined {
    const sheet = /^\[(.*)\] /.exec(cell ?? '')?.[1];
    return this.headings.get(`${sheet}\n${line}\n${column - 1}`);
  }
}

/** `张三、李四` as a list; `（无）` is one with nothing in it. */
function listNode(text: string, node: (text: string) => Node, shape: Shape, at: Span): Node {
  if (text === NOTHING) return listOf([], at);
  const parts = [...text.matchAll(/\s*("(?:[^"\\]|\\.)*"|[^、，,;；\n]+)/g)].map(([, part = '']) =>
    itemOf(part.trim(), node, at),
  );
  // One paper is a date, 是 or 不适用; one inspection is still a list.
  return parts.length === 1 && shape.read?.includes('boolean') ? parts[0]! : listOf(parts, at);
}

/** What stands between double quotes, as JSON has it; a text without them is itself. */
function unquoted(text: string): string {
  if (!/^".*"$/s.test(text)) return text;
  try {
    return JSON.parse(text) as string;
  } catch {
    return text;
  }
}

/** `2014-12-01（第一次考察）` is a date with its remark; quotes keep marks together. */
function itemOf(text: string, node: (text: string) => Node, at: Span): Node {
  if (/^".*"$/s.test(text)) return node(unquoted(text));
  const [, date, note] = /^(\d{4}[-.年/][^（(]*)[（(]([^）)]*)[）)]$/.exec(text) ?? [];
  if (date === undefined || note === undefined || /^(周|星期)/.test(note)) return node(text);
  return mapOf(
    [
      ['on', node(date.trim())],
      ['note', node(note)],
    ],
    at,
  );
}
