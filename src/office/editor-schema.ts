import bundled from '../generated/schemas.json' with { type: 'json' };
import type { Language } from '../text/language.ts';

/** The files that a user writes, by the names of `plan schema KIND`. */
export const SCHEMA_KINDS = ['plan', 'candidates', 'timeline', 'county', 'pack'] as const;
export type SchemaKind = (typeof SCHEMA_KINDS)[number];

type Schema = { [key: string]: unknown };

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * The schema of one kind of file for an editor: one document without references to others. With Chinese keys, those
 * are what the editor offers; every other spelling that the tool reads passes without being offered.
 */
export function editorSchema(kind: SchemaKind, keys: Language): Schema {
  const defs = bundled.$defs as unknown as Record<string, Schema>;
  const wanted = reachable(`${kind}File`, defs);
  const $defs = Object.fromEntries([...wanted].map(name => [name, adapted(defs[name]!, keys, defs)]));
  const { [`${kind}File`]: root, ...others } = $defs;
  return { $schema: DIALECT, ...(root as Schema), $defs: others };
}

function reachable(start: string, defs: Record<string, Schema>, seen = new Set<string>()): Set<string> {
  if (seen.has(start)) return seen;
  seen.add(start);
  for (const match of JSON.stringify(defs[start]).matchAll(/"#\/\$defs\/(\w+)/g))
    reachable(match[1]!, defs, seen);
  return seen;
}

function adapted(
  node: unknown,
  keys: Language,
  defs: Record<string, Schema>,
  around: Record<string, Schema> = {},
): unknown {
  if (Array.isArray(node)) return node.map(item => adapted(item, keys, defs, around));
  if (typeof node !== 'object' || node === null) return node;
  const source = inlined(node as Schema, defs);
  // The branches of `exactly one of min, max …` name fields of the object around them.
  const fields = (source.properties as Record<string, Schema> | undefined) ?? around;
  const copy: Schema = {};
  for (const [key, value] of Object.entries(source)) {
    if (key.startsWith('x-') || key === 'examples' || key === 'title' || key === 'description') continue;
    if (key === 'properties') properties(value as Record<string, Schema>, keys, defs, copy);
    else if (key === 'required') required(value as string[], fields, defs, copy);
    else copy[key] = adapted(value, keys, defs, /^(one|any|all)Of$/.test(key) ? fields : {});
  }
  return described(valued(copy, source, keys), source, keys);
}

/** Fields that refer to another's have it put in: its name there depends on the language. */
function inlined(node: Schema, defs: Record<string, Schema>): Schema {
  if (typeof node.$ref !== 'string' || !node.$ref.includes('/properties/')) return node;
  const { $ref, ...own } = node;
  return { ...inlined(targetOf({ $ref }, defs), defs), ...own };
}

function properties(
  own: Record<string, Schema>,
  keys: Language,
  defs: Record<string, Schema>,
  into: Schema,
): void {
  const offered: Schema = {};
  const accepted: Schema = {};
  for (const [name, schema] of Object.entries(own)) {
    const main = keys === 'zh' ? mainKey(schema, name, defs) : name;
    offered[main] = adapted(schema, keys, defs);
    const others = spellings(schema, name, defs).filter(spelling => spelling !== main);
    if (others.length > 0) accepted[`^(${others.map(escaped).join('|')})$`] = adapted(schema, keys, defs);
  }
  into.properties = offered;
  if (Object.keys(accepted).length > 0) into.patternProperties = accepted;
}

/** What must be there may be spelt in any of the ways that are read. */
function required(
  names: string[],
  fields: Record<string, Schema>,
  defs: Record<string, Schema>,
  into: Schema,
): void {
  into.allOf = names.map(name => ({
    anyOf: spellings(fields[name] ?? {}, name, defs).map(spelling => ({ required: [spelling] })),
  }));
}

const mainKey = (schema: Schema, name: string, defs: Record<string, Schema>): string =>
  (schema.title as string | undefined) ?? (targetOf(schema, defs).title as string | undefined) ?? name;

function spellings(schema: Schema, name: string, defs: Record<string, Schema>): string[] {
  const aliases = (schema['x-aliases'] ?? targetOf(schema, defs)['x-aliases'] ?? []) as string[];
  return [...new Set([mainKey(schema, name, defs), name, ...aliases])];
}

/** What a reference leads to; nothing for what is none. */
function targetOf({ $ref }: Schema, defs: Record<string, Schema>): Schema {
  if (typeof $ref !== 'string') return {};
  let target: unknown = defs;
  for (const step of $ref.split('/').slice(2)) target = (target as Schema | undefined)?.[step];
  return (target as Schema | undefined) ?? {};
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Values of enumerations in Chinese first, so that they are what is offered; 是 and 否 beside true and false. */
function valued(copy: Schema, source: Schema, keys: Language): Schema {
  const values = source['x-values'] as Record<string, string[]> | undefined;
  if (Array.isArray(copy.enum) && values) {
    const all = copy.enum as string[];
    const first = all.flatMap(value => values[value]?.[0] ?? []);
    const rest = all.flatMap(value => values[value]?.slice(1) ?? []);
    copy.enum = [...new Set(keys === 'zh' ? [...first, ...all, ...rest] : [...all, ...first, ...rest])];
  }
  if (copy.type === 'boolean') {
    delete copy.type;
    copy.enum = keys === 'zh' ? ['是', '否', true, false] : [true, false, '是', '否'];
  }
  // 汉 is read as 汉族; dates in Chinese as dates: the tool says what it cannot read, not the editor.
  if (source['x-read'] === 'ethnicity') return { anyOf: [{ enum: copy.enum }, { type: 'string' }] };
  // 大专以上 for { 不低于: 大专 }
  if (source['x-read'] === 'bounds')
    return { anyOf: [copy, { type: 'string', pattern: '以上|以下|以内|^不|^至|至.|[-—–~～≥≤<>]' }] };
  if (source['x-read'] === 'date' || source['x-read'] === 'window') delete copy.pattern;
  return copy;
}

function described(copy: Schema, source: Schema, keys: Language): Schema {
  const text = keys === 'zh' ? source.description : (source['x-en'] ?? source.description);
  const examples = source.examples as unknown[] | undefined;
  return {
    ...(source.title !== undefined && keys === 'zh' && { title: source.title }),
    ...(text !== undefined && { description: text }),
    ...copy,
    ...(examples && keys === 'en' && { examples }),
  };
}
