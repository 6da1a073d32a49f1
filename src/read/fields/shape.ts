import { ROOTS, SHAPES } from '../../generated/shapes.ts';

/** The kinds of file, each with a schema of its own. */
export type Kind = keyof typeof ROOTS;

/** How a scalar is read: a schema type, or the `x-read` of the schema. */
export type Reading =
  | 'string'
  | 'text'
  | 'code'
  | 'id-number'
  | 'ethnicity'
  | 'date'
  | 'duration'
  | 'amount'
  | 'quantity'
  | 'integer'
  | 'number'
  | 'boolean';

/** What a schema tells reading, as build/shapes.js makes it. */
interface ShapeData {
  title?: string;
  /** Chinese spelling → canonical name */
  keys?: Record<string, string>;
  /** canonical name → index of its shape */
  props?: Record<string, number>;
  /** shape of the values under keys that the user invents */
  rest?: number;
  items?: number;
  /** how many items a list may have */
  most?: number;
  read?: Reading[];
  /** spelling → canonical value */
  values?: Record<string, string>;
  personal?: boolean;
  /** the name of somebody: on the roster, or of a Party member who looks after somebody there */
  person?: 'candidate' | 'member';
}

let shapesMade = 0;

/**
 * What a schema tells reading: the spellings of keys and values, and how scalars are read. All are made alike, absent fields
 * included: reading asks each of thousands of nodes, and V8 finds the fields of like objects several times faster.
 */
export class Shape implements ShapeData, Follower {
  readonly title: string | undefined;
  readonly keys: Record<string, string> | undefined;
  readonly props: Record<string, number> | undefined;
  readonly rest: number | undefined;
  readonly items: number | undefined;
  readonly most: number | undefined;
  readonly read: Reading[] | undefined;
  readonly values: Record<string, string> | undefined;
  readonly personal: boolean | undefined;
  readonly person: 'candidate' | 'member' | undefined;
  /** whether a text may be read as a date */
  readonly isDate: boolean;
  /** the same texts come again and again: words to choose from, dates, numbers */
  readonly recurs: boolean;
  /** what texts that were met are read as, where that follows from the text alone (read.ts) */
  readonly known = { plain: new Map<string, unknown>(), quoted: new Map<string, unknown>() };
  /** tells shapes apart */
  readonly number = shapesMade++;
  /** the field with which maps of this shape begin */
  next: Field | undefined = undefined;
  /** what the spellings of keys that were met mean, so that each is looked for once */
  readonly met = new Map<string, Field>();

  constructor(data: ShapeData) {
    this.title = data.title;
    this.keys = data.keys;
    this.props = data.props;
    this.rest = data.rest;
    this.items = data.items;
    this.most = data.most;
    this.read = data.read;
    this.values = data.values;
    this.personal = data.personal;
    this.person = data.person;
    this.isDate = data.read?.includes('date') ?? false;
    this.recurs =
      data.values !== undefined ||
      (data.read !== undefined && data.read.length > 0 && data.read.every(each => RECURRING.has(each)));
  }
}

/** Readings of which texts come again and again; names and sentences do not. */
const RECURRING: ReadonlySet<Reading> = new Set([
  'date',
  'ethnicity',
  'integer',
  'number',
  'boolean',
  'amount',
]);

/** Remembers the field that came next the last time. */
export interface Follower {
  next: Field | undefined;
}

/** A key that is understood: its canonical name, and the shape of its value. */
export interface Field extends Follower {
  name: string;
  shape: Shape;
  /** which one it is of those that the schema names; -1 for a name that the user invents */
  number: number;
  /** the key as it was written, in UTF-16 units */
  written: Uint16Array;
}

const shapes: Shape[] = [];
const ANYTHING = new Shape({});

function shapeAt(index: number): Shape {
  shapes[index] ??= new Shape(JSON.parse(SHAPES[index]!) as ShapeData);
  return shapes[index];
}

export const rootShape = (kind: Kind): Shape => shapeAt(ROOTS[kind]);

export const itemShape = (shape: Shape): Shape =>
  shape.items === undefined ? ANYTHING : shapeAt(shape.items);

export function canonicalKey({ keys, props }: Shape, spelling: string): string | undefined {
  if (props && Object.hasOwn(props, spelling)) return spelling;
  return keys && Object.hasOwn(keys, spelling) ? keys[spelling] : undefined;
}

/** Every spelling of a key that is understood here. */
export const spellingsOf = ({ keys = {}, props = {} }: Shape): string[] => [
  ...Object.keys(props),
  ...Object.keys(keys),
];

/** The field of a map of this shape that has this name, as it is spelled there. */
export const namedField = (shape: Shape, name: string, spelling: string): Field => ({
  name,
  shape: fieldShape(shape, name),
  number: Object.keys(shape.props ?? {}).indexOf(name),
  written: Uint16Array.from(spelling, (_, at) => spelling.charCodeAt(at)),
  next: undefined,
});

export const canonicalValue = (shape: Shape, spelling: string): string | undefined =>
  shape.values && Object.hasOwn(shape.values, spelling) ? shape.values[spelling] : undefined;

export function fieldShape(shape: Shape, name: string): Shape {
  const index = shape.props && Object.hasOwn(shape.props, name) ? shape.props[name] : shape.rest;
  return index === undefined ? ANYTHING : shapeAt(index);
}

/** The Chinese name of a canonical key: the title its schema gives it. */
export const titleOf = (shape: Shape, name: string): string => fieldShape(shape, name).title ?? name;
