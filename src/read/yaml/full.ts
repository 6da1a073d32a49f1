import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';
import { type Limits, STANDARD_LIMITS } from '../size-limits.ts';
import type { Entry, ListNode, MapNode, Node, ScalarNode } from './node.ts';

/**
 * How many nodes the tree may have at least when every alias is followed. Aliases are honest shorthand up to a point; a few
 * lines of them can stand for billions of nodes.
 */
const FREE_EXPANSION = 10_000;

export interface YamlText {
  /** the first document; undefined when the text is empty or only comments */
  root: Node | undefined;
  /** where a second document begins */
  secondDocument?: number;
}

/** A text that is not YAML: what is wrong, in the parser's words, and the offset. */
export class YamlSyntaxError extends Error {
  readonly offset: number;
  constructor(reason: string, offset: number) {
    super(reason);
    this.offset = offset;
  }
}

/**
 * Parses a YAML 1.2 text into nodes with offsets, whatever it is made of.
 * @throws {YamlSyntaxError}
 */
export function parseYaml(text: string, limits: Limits = STANDARD_LIMITS): YamlText {
  const events = parse(text, limits);
  return new TreeBuilder(text, events, limits.expansion).build();
}

function parse(text: string, { depth }: Limits): Event[] {
  try {
    return parseEvents(text, { maxDepth: depth });
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { position: number } };
    throw new YamlSyntaxError(reason ?? String(error), mark?.position ?? 0);
  }
}

class TreeBuilder {
  private next = 0;
  /** the last offset consumed; lists and maps have no end of their own in the events */
  private end = 0;
  private readonly anchors = new Map<string, Node>();
  private readonly weights = new Map<Node, number>();
  private expanded = 0;
  private readonly text: string;
  private readonly events: Event[];
  /** how many nodes the tree may have for each that is written */
  private readonly expansion: number;

  constructor(text: string, events: Event[], expansion: number) {
    this.text = text;
    this.events = events;
    this.expansion = expansion;
  }

  build(): YamlText {
    let root: Node | undefined;
    for (let count = 0; this.next < this.events.length; count++) {
      const document = this.events[this.next++]!;
      if (document.type !== EVENT_ID.DOCUMENT) throw new YamlSyntaxError('stream', 0);
      const before = this.end;
      if (count > 0) return { root, secondDocument: this.startOf(this.events[this.next]) ?? before };
      if (this.events[this.next]?.type !== EVENT_ID.POP) root = this.node();
      this.next++;
    }
    return isAbsent(root) ? { root: undefined } : { root };
  }

  private node(): Node {
    const event = this.events[this.next++]!;
    const before = this.expanded;
    const node = this.construct(event);
    if ('anchorStart' in event && event.anchorStart >= 0 && event.type !== EVENT_ID.ALIAS) {
      this.anchors.set(this.text.slice(event.anchorStart, event.anchorEnd), node);
      this.weights.set(node, this.expanded - before);
    }
    return node;
  }

  private construct(event: Event): Node {
    this.count(1, this.startOf(event) ?? this.end);
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.scalar(event);
      case EVENT_ID.SEQUENCE: {
        this.refuseTag(event);
        const flow = event.style === COLLECTION_STYLE.FLOW;
        const list: ListNode = { kind: 'list', start: event.start, end: event.start, items: [], flow };
        while (this.events[this.next]!.type !== EVENT_ID.POP) list.items.push(this.node());
        return this.close(list);
      }
      case EVENT_ID.MAPPING: {
        this.refuseTag(event);
        const map: MapNode = { kind: 'map', start: event.start, end: event.start, entries: [] };
        while (this.events[this.next]!.type !== EVENT_ID.POP) map.entries.push(this.entry());
        return this.close(map);
      }
      case EVENT_ID.ALIAS: {
        const name = this.text.slice(event.anchorStart, event.anchorEnd);
        const target = this.anchors.get(name);
        if (!target) throw new YamlSyntaxError(`unidentified alias "${name}"`, event.anchorStart);
        this.count(this.weights.get(target) ?? 0, event.anchorStart);
        this.end = event.anchorEnd;
        return target;
      }
      default:
        throw new YamlSyntaxError('unexpected end of the document', this.end);
    }
  }

  private entry(): Entry {
    const key = this.node();
    if (key.kind !== 'scalar') throw new YamlSyntaxError('a key must be text', key.start);
    return { key, value: this.node(), name: undefined };
  }

  private scalar(event: Event & { type: typeof EVENT_ID.SCALAR }): ScalarNode {
    const tag = event.tagStart < 0 ? '' : this.text.slice(event.tagStart, event.tagEnd);
    if (tag !== '' && tag !== '!' && tag !== '!!str' && tag !== 'str')
      throw new YamlSyntaxError(`unknown tag ${tag}`, event.tagStart);
    if (event.valueStart < 0)
      return { kind: 'scalar', start: this.end, end: this.end, text: '', plain: tag === '' };
    const plain = event.style === SCALAR_STYLE.PLAIN;
    // Quotes belong to what is marked in a message, though not to the value.
    const quote =
      event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    this.end = event.valueEnd + quote;
    return {
      kind: 'scalar',
      start: event.valueStart - quote,
      end: this.end,
      text: event.fast ? this.text.slice(event.valueStart, event.valueEnd) : getScalarValue(this.text, event),
      plain: plain && tag === '',
    };
  }

  private close<T extends ListNode | MapNode>(node: T): T {
    this.next++;
    node.end = Math.max(this.end, node.start + 1);
    return node;
  }

  private refuseTag(event: { tagStart: number; tagEnd: number }): void {
    if (event.tagStart >= 0)
      throw new YamlSyntaxError(
        `unknown tag ${this.text.slice(event.tagStart, event.tagEnd)}`,
        event.tagStart,
      );
  }

  private count(nodes: number, offset: number): void {
    this.expanded += nodes;
    if (this.expanded > FREE_EXPANSION + this.events.length * this.expansion)
      throw new YamlSyntaxError('too many aliases', offset);
  }

  private startOf(event: Event | undefined): number | undefined {
    if (!event) return undefined;
    if (event.type === EVENT_ID.SCALAR) return event.valueStart < 0 ? undefined : event.valueStart;
    if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) return event.start;
    return undefined;
  }
}

const isAbsent = (node: Node | undefined): boolean =>
  node === undefined || (node.kind === 'scalar' && node.plain && node.text === '');
