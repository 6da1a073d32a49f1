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
  read?: Reading[];
  /** spelling → canonical value */
  values?: Record<string, string>;
  personal?: boolean;
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

export const canonicalValue = (shape: Shape, spelling: string): string | undefined =>
  shape.values && Object.hasOwn(shape.values, spelling) ? shape.values[spelling] : undefined;

export function fieldShape(shape: Shape, name: string): Shape {
  const index = shape.props && Object.hasOwn(shape.props, name) ? shape.props[name] : shape.rest;
  return index === undefined ? ANYTHING : shapes[index]!;
}

/** The Chinese name of a canonical key: the title its schema gives it. */
export const titleOf = (shape: Shape, name: string): string => fieldShape(shape, name).title ?? name;
