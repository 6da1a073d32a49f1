import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a build script, plain JavaScript
import { whereSchema } from '../src/build/where.js';
import schemas from '../src/generated/schemas.json' with { type: 'json' };

interface Node {
  [key: string]: unknown;
}

/** Every property of the data files, with its path. */
function* properties(node: unknown, path: string): Iterable<[string, Node]> {
  if (typeof node !== 'object' || node === null) return;
  const own = (node as { properties?: Record<string, Node> }).properties;
  if (own && !Array.isArray(node))
    for (const [name, schema] of Object.entries(own)) {
      yield [`${path}.${name}`, schema];
      yield* properties(schema, `${path}.${name}`);
    }
  for (const [key, below] of Object.entries(node))
    if (key !== 'properties' && key !== 'examples') yield* properties(below, `${path}.${key}`);
}

const defs = schemas.$defs as unknown as Record<string, Node>;

function resolved(schema: Node): Node {
  if (typeof schema.$ref !== 'string') return schema;
  const target = schema.$ref
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((at, key) => (at as Node)[key], schemas) as Node;
  return { ...resolved(target), ...schema };
}

const fields = Object.entries(defs)
  .filter(([name]) => name !== 'where' && name !== 'dates' && name !== 'words')
  .flatMap(([name, schema]) => [...properties(schema, name)]);

describe('the schemas', () => {
  it.each(fields)(
    'give %s a Chinese name, a description in both languages and an example',
    (_path, schema) => {
      const { title, description, 'x-en': english, examples, type } = resolved(schema);
      expect(title).toMatch(/\p{Script=Han}/u);
      expect(description).toMatch(/\p{Script=Han}/u);
      expect(english).toMatch(/[a-z]/);
      // What holds further fields has its examples there.
      if (type !== 'object') expect(examples).toBeInstanceOf(Array);
    },
  );

  it('have conditions for the fields of a person as they are now (npm run generate)', () => {
    expect(JSON.parse(readFileSync('schemas/where.schema.json', 'utf8'))).toEqual(whereSchema());
  });
});
