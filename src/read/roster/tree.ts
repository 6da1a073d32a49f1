import type { Entry, ListNode, MapNode, Node, ScalarNode, Span } from '../yaml/node.ts';

export const scalarOf = (text: string, { start, end }: Span): ScalarNode => ({
  kind: 'scalar',
  text,
  plain: false,
  start,
  end,
});

export const mapOf = (fields: Iterable<readonly [string, Node]>, at: Span): MapNode => ({
  kind: 'map',
  entries: [...fields].map(([key, value]): Entry => ({ key: scalarOf(key, value), value, name: undefined })),
  start: at.start,
  end: at.end,
});

export const listOf = (items: Node[], { start, end }: Span): ListNode => ({
  kind: 'list',
  items,
  flow: false,
  start,
  end,
});

/** The value of a field of a person; undefined where it is absent. */
export const valueIn = (node: MapNode, field: string): Node | undefined =>
  node.entries.find(({ key }) => key.text === field)?.value;

/** The text of a field of a person; undefined where it is absent or no single value. */
export function textIn(node: MapNode, field: string): string | undefined {
  const value = valueIn(node, field);
  return value?.kind === 'scalar' ? value.text : undefined;
}
