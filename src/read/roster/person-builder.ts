import type { MapNode, Node, ScalarNode, Span } from '../yaml/node.ts';
import type { Target } from './target.ts';
import { type listOf, mapOf } from './tree.ts';

/** The fields of one person as they are found, in the order of the columns. */
export class PersonBuilder {
  readonly at: Span;
  /** the birth month was made October of `1990.1` by how the column is written */
  isGuessedOctober = false;
  readonly plain = new Map<string, Node>();
  readonly attributes = new Map<string, Node>();
  readonly parts = new Map<string, Map<string, Node>>();
  private readonly events = new Map<string, Node>();

  constructor(at: Span) {
    this.at = at;
  }

  scalar(field: string): string | undefined {
    const node = this.plain.get(field);
    return node?.kind === 'scalar' ? node.text : undefined;
  }

  /** The date of a step that is one day. */
  dateOf(event: string): Node | undefined {
    return this.events.get(event) ?? this.parts.get(event)?.get('on');
  }

  /** Whether a list has this text already. */
  holds(field: string, text: string): boolean {
    const own = this.plain.get(field);
    return own?.kind === 'list' && own.items.some(item => item.kind === 'scalar' && item.text === text);
  }

  /** Of several columns of education the higher one counts; of others the first. */
  set([field, below]: Target, node: ScalarNode): void {
    const into = this.mapFor(field);
    const key = field === 'events' || field === 'attributes' ? below! : field;
    const earlier = into.get(key);
    if (!earlier || (field === 'education' && levelOf(node) > levelOf(earlier))) into.set(key, node);
  }

  /** More items of a list. */
  add([field, below]: Target, list: ReturnType<typeof listOf>): void {
    const into = this.mapFor(field);
    const key = field === 'events' ? below! : field;
    const earlier = into.get(key);
    if (earlier?.kind === 'list') earlier.items.push(...list.items);
    else if (list.items.length > 0) into.set(key, list);
  }

  part(event: string, name: string, node: Node): void {
    const own = this.parts.get(event) ?? new Map<string, Node>();
    this.parts.set(event, own.set(name, node));
  }

  build(): MapNode {
    const { plain, events, attributes, parts, at } = this;
    for (const [name, own] of parts) {
      const on = events.get(name);
      events.set(name, mapOf(on && !own.has('on') ? [['on', on], ...own] : own, at));
    }
    if (events.size > 0) plain.set('events', mapOf(events, at));
    if (attributes.size > 0) plain.set('attributes', mapOf(attributes, at));
    return mapOf(plain, at);
  }

  private mapFor(field: string): Map<string, Node> {
    return field === 'events' ? this.events : field === 'attributes' ? this.attributes : this.plain;
  }
}

const LEVELS = ['primary', 'junior-high', 'senior-high', 'college', 'bachelor', 'postgraduate'];
const levelOf = (node: Node): number => (node.kind === 'scalar' ? LEVELS.indexOf(node.text) : -1);

/** The place of the first of some nodes. */
export const spanOf = (nodes: readonly Span[], otherwise: Span): Span =>
  nodes.length === 0 ? otherwise : { start: nodes[0]!.start, end: nodes[0]!.end };
