// The reading shape of a schema: which spellings of keys and values are understood where, and how a scalar is read.
// Reading is directed by it (src/read/fields/reader.ts), so a Chinese key, `9人` or `2016年6月4日` needs no code of its own.
import { resolve } from './bundle-schemas.js';

export function shapesOf(root, kinds) {
  const shapes = [];
  const known = new Map();

  function shapeOf(schema) {
    const key = schema.$ref && Object.keys(schema).length === 1 ? schema.$ref : JSON.stringify(schema);
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const index = shapes.push({}) - 1;
    known.set(key, index);
    fill(shapes[index], resolve(schema, root));
    return index;
  }

  function fill(shape, schema) {
    if (schema.title && !shape.title) shape.title = schema.title;
    for (const option of schema.anyOf ?? []) {
      const { title, ...rest } = resolve(option, root);
      fill(shape, schema['x-read'] ? { 'x-read': schema['x-read'], ...rest } : rest);
    }
    readScalar(shape, schema);
    if (schema.items) shape.items = shapeOf(schema.items);
    if (typeof schema.additionalProperties === 'object') shape.rest = shapeOf(schema.additionalProperties);
    if (schema.properties) readKeys(shape, schema.properties);
    if (schema.required?.includes('id') && schema.properties?.name) shape.coded = true;
    if (schema.maxItems) shape.most = schema.maxItems;
    if (schema['x-form']) shape.form = schema['x-form'];
    if (schema['x-masked']) shape.masked = true;
    if (schema['x-by-name']) shape.named = true;
    if (['integer', 'number'].includes(schema.type) || schema['x-read'] === 'factor')
      if (schema.examples) shape.example ??= String(schema.examples[0]);
    if (schema['x-name-of']) shape.nameOf = schema['x-name-of'];
  }

  function readScalar(shape, schema) {
    const types = [schema.type ?? []].flat().filter(type => type !== 'object' && type !== 'array');
    // A map that may be written as text: 2—3名 for { min: 2, max: 3 }.
    if (types.length === 0 && schema['x-read']) types.push('map');
    if (types.length === 0) return;
    shape.read ??= [];
    for (const type of types) {
      // Words to choose from are known by their spelling, so quotes around them need not say that text is meant.
      if (schema['x-values'] && !schema['x-read']) continue;
      const how = (type !== 'boolean' && schema['x-read']) || type;
      if (!shape.read.includes(how)) shape.read.push(how);
    }
    for (const [value, names] of Object.entries(schema['x-values'] ?? {}))
      for (const name of [value, ...names]) {
        shape.values ??= {};
        shape.values[name] = value;
      }
  }

  function readKeys(shape, properties) {
    shape.keys ??= {};
    shape.props ??= {};
    // A name need not be told that it is its own spelling.
    const owners = new Map(Object.entries(shape.keys));
    const claim = (spelling, name) => {
      const owner = owners.get(spelling) ?? name;
      if (owner !== name) throw new Error(`schema: ${spelling} means both ${owner} and ${name}`);
      owners.set(spelling, name);
      shape.keys[spelling] = name;
    };
    for (const name of Object.keys(properties)) owners.set(name, name);
    for (const [name, schema] of Object.entries(properties)) {
      const field = resolve(schema, root);
      if (field.title) claim(field.title, name);
      for (const alias of schema['x-aliases'] ?? field['x-aliases'] ?? []) claim(alias, name);
      shape.props[name] = shapeOf(schema);
    }
  }

  const roots = {};
  for (const [kind, name] of Object.entries(kinds)) roots[kind] = shapeOf({ $ref: `#/$defs/${name}` });
  return { roots, shapes };
}
