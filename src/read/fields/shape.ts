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
  | 'window'
  | 'duration'
  | 'amount'
  | 'quantity'
  | 'head-range'
  | 'bounds'
  | 'funnel'
  | 'factor'
  | 'integer'
  | 'number'
  | 'boolean';

/** Texts of a form of their own: the `x-form` beside the schema's pattern. */
export type Form = 'id' | 'step-and-lag' | 'rule-id' | 'norm-id' | 'phone';

/**
 * Whose name stands in a field: somebody's on the roster, a Party member's who looks after somebody there; or of whoever approved, or
 * is to do a step, where that is a person.
 */
export type NameOf = 'candidate' | 'member' | 'approver' | 'owner';

/** What a schema tells reading: the spellings of keys and values, and how scalars are read (build/shapes.js makes it). */
export interface Shape extends ShapeData {
  /** every spelling of a key that is understood here, with what it means */
  fields: ReadonlyMap<string, Field>;
  /** spelling → canonical value */
  meanings: ReadonlyMap<string, string>;
}

/** What a key means: the canonical name, and which shape its value has. */
export interface Field {
  name: string;
  index: number;
}

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
  /** what a text of a form of its own is called, where its pattern alone would say nothing */
  form?: Form;
  masked?: boolean;
  /** items that have a name and need a code: without one they go by their name */
  coded?: boolean;
  nameOf?: NameOf;
  /** a map that may be written as the name alone: 单位: 某镇党委 */
  named?: boolean;
  /** what the schema writes as an example of a number */
  example?: string;
}

/** The shapes that were asked for: each is made once, when a file first needs it. */
const made: Shape[] = [];
const ANYTHING = shapeFrom({});

function shapeAt(index: number): Shape {
  made[index] ??= shapeFrom(JSON.parse(SHAPES[index]!) as ShapeData);
  return made[index];
}

/** Maps: looking a spelling up in an object takes several times as long. */
function shapeFrom(data: ShapeData): Shape {
  const { keys = {}, props = {}, values = {} } = data;
  const spellings = [...Object.keys(props).map(name => [name, name] as const), ...Object.entries(keys)];
  const fields = new Map(spellings.map(([spelling, name]) => [spelling, { name, index: props[name]! }]));
  return { ...data, fields, meanings: new Map(Object.entries(values)) };
}

export const rootShape = (kind: Kind): Shape => shapeAt(ROOTS[kind]);

export const itemShape = (shape: Shape): Shape =>
  shape.items === undefined ? ANYTHING : shapeAt(shape.items);

/** The name of the field that a spelling means in a map of this shape; undefined where it means none. */
export const canonicalKey = ({ fields }: Shape, spelling: string): string | undefined =>
  fields.get(spelling)?.name;

/** Every spelling of a key that is understood here, the canonical names first. */
export const spellingsOf = ({ fields }: Shape): string[] => [...fields.keys()];

export const canonicalValue = ({ meanings }: Shape, spelling: string): string | undefined =>
  meanings.get(spelling);

/** The shape of the value under a key that means this field. */
export const shapeOf = ({ index }: Field): Shape => shapeAt(index);

/** The shape of the values under keys that the user invents. */
export const restShape = ({ rest }: Shape): Shape => (rest === undefined ? ANYTHING : shapeAt(rest));

/** The shape of the field with a canonical name. */
export const fieldShape = (shape: Shape, name: string): Shape =>
  shape.props && Object.hasOwn(shape.props, name) ? shapeAt(shape.props[name]!) : restShape(shape);

/** The Chinese name of a canonical key: the title its schema gives it. */
export const fieldTitle = (shape: Shape, name: string): string => fieldShape(shape, name).title ?? name;
