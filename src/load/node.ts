/** The tree that a YAML text is, with the offset of everything: what the places of findings are looked up in. */
export type Node = ScalarNode | ListNode | MapNode;

interface Span {
  /** offset of the first character in the text */
  start: number;
  /** offset behind the last character */
  end: number;
}

export interface ScalarNode extends Span {
  kind: 'scalar';
  /** the text with quotes and escapes resolved */
  text: string;
  /** written without quotes: the only form in which `12`, `true`, `~` are not simply text */
  plain: boolean;
}

export interface ListNode extends Span {
  kind: 'list';
  items: Node[];
  /** written as `[…]` on purpose; block lists begin with `-` */
  flow: boolean;
}

export interface MapNode extends Span {
  kind: 'map';
  entries: Entry[];
  /** the entries by canonical name, once the map has been read (read.ts) */
  fields?: Map<string, Entry>;
}

export interface Entry {
  key: ScalarNode;
  value: Node;
}
