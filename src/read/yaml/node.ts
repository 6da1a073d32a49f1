/** The tree that a YAML text is, with the offset of everything: what the places of findings are looked up in. */
export type Node = ScalarNode | ListNode | MapNode;

export interface Span {
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
  /** the entries by canonical name; made for large maps, once a field is asked for */
  index?: Map<string, Entry>;
}

export interface Entry {
  key: ScalarNode;
  value: Node;
  /** the canonical name, once the map has been read (read.ts); a key that is there a second time has none */
  name: string | undefined;
}

/** Maps with more entries than this are looked up by an index: plans have none, attacks have. */
const MANY = 40;

/** The entry of a map that has been read, by its canonical name. */
export function fieldOf(map: MapNode, name: string): Entry | undefined {
  if (map.entries.length <= MANY) return map.entries.find(entry => entry.name === name);
  map.index ??= new Map(
    map.entries.flatMap(entry => (entry.name === undefined ? [] : [[entry.name, entry] as const])),
  );
  return map.index.get(name);
}
