import generated from '../generated/shapes.json' with { type: 'json' };

/** The kinds of file, each with a schema of its own. */
export type Kind = keyof typeof generated.roots;

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
  | 'integer'
  | 'number'
  | 'boolean';

/** What a schema tells reading: the spellings of keys and values, and how scalars are read (made by build/shapes.js). */
export interface Shape {
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
  /** what the spellings of keys that were met mean, so that each is looked for once */
  met?: Map<string, Field>;
  /** the same texts come again and again: words to choose from, dates, numbers */
  recurs?: boolean;
  /** what texts that were met are read as, where that follows from the text alone (read.ts) */
  known?: { plain: Map<string, unknown>; quoted: Map<string, unknown> };
}

/** A key that is understood: its canonical name, and the shape of its value. */
export interface Field {
  name: string;
  shape: Shape;
}

const shapes = generated.shapes as Shape[];
const ANYTHING: Shape = {};

export const rootShape = (kind: Kind): Shape => shapes[generated.roots[kind]]!;

export const itemShape = (shape: Shape): Shape =>
  shape.items === undefined ? ANYTHING : shapes[shape.items]!;

export function canonicalKey({ keys, props }: Shape, spelling: string): string | undefined {
  if (props && Object.hasOwn(props, spelling)) return spelling;
  return keys && Object.hasOwn(keys, spelling) ? keys[spelling] : undefined;
}

/** Every spelling of a key that is understood here. */
export const spellingsOf = ({ keys = {}, props = {} }: Shape): string[] => [
  ...Object.keys(props),
  ...Object.keys(keys),
];

/** What a key means in a map of this shape; undefined where no name is spelled so. */
export function fieldOfShape(shape: Shape, spelling: string): Field | undefined {
  shape.met ??= new Map();
  const met = shape.met.get(spelling);
  if (met) return met;
  const name = canonicalKey(shape, spelling);
  if (name === undefined) return undefined;
  const field = { name, shape: fieldShape(shape, name) };
  shape.met.set(spelling, field);
  return field;
}

export const canonicalValue = (shape: Shape, spelling: string): string | undefined =>
  shape.values && Object.hasOwn(shape.values, spelling) ? shape.values[spelling] : undefined;

export function fieldShape(shape: Shape, name: string): Shape {
  const index = shape.props && Object.hasOwn(shape.props, name) ? shape.props[name] : shape.rest;
  return index === undefined ? ANYTHING : shapes[index]!;
}

/** The Chinese name of a canonical key: the title its schema gives it. */
export const titleOf = (shape: Shape, name: string): string => fieldShape(shape, name).title ?? name;
