// One self-contained schema document out of the files in schemas/: every definition by its own name under `$defs`,
// every reference local. Types, validators, reading shapes and `plan schema` are all made from it.
import { readFileSync } from 'node:fs';

/** Schema files and the name that each file's root gets in the bundle. */
export const KINDS = {
  plan: 'planFile',
  candidates: 'candidatesFile',
  timeline: 'timelineFile',
  county: 'countyFile',
  pack: 'packFile',
};
const ROOT_NAMES = { ...KINDS, where: 'where', common: 'common', result: 'result' };

/** @param {string} kind */
function readSchema(kind) {
  return JSON.parse(readFileSync(new URL(`../../schemas/${kind}.schema.json`, import.meta.url), 'utf8'));
}

/** @param {string} ref as written in a schema file @param {string} home the kind of that file */
function localRef(ref, home) {
  const [file, pointer = ''] = ref.split('#');
  const kind = file ? file.replace('.schema.json', '') : home;
  return pointer ? `#${pointer}` : `#/$defs/${ROOT_NAMES[kind]}`;
}

function relocate(node, home) {
  if (Array.isArray(node)) return node.map(item => relocate(item, home));
  if (!node || typeof node !== 'object') return node;
  const copy = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === '$ref' && typeof value === 'string') copy.$ref = localRef(value, home);
    else if (key === 'examples' && Array.isArray(value)) copy.examples = value;
    else copy[key] = relocate(value, home);
  }
  return copy;
}

/** @param {string[]} kinds */
export function bundle(kinds = [...Object.keys(KINDS), 'where', 'common']) {
  const $defs = {};
  const add = (name, schema) => {
    if (name in $defs) throw new Error(`two definitions are named ${name}`);
    $defs[name] = schema;
  };
  for (const kind of kinds) {
    const { $schema, $id, $defs: own = {}, ...root } = relocate(readSchema(kind), kind);
    if (root.type) add(ROOT_NAMES[kind], root);
    for (const [name, schema] of Object.entries(own)) add(name, schema);
  }
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', $defs };
}

/** Follows a local reference; the referring schema's own title, description … win over the target's. */
export function resolve(schema, root) {
  if (!schema.$ref) return schema;
  let target = root;
  for (const part of schema.$ref.slice(2).split('/')) target = target[part];
  const { $ref, ...own } = schema;
  return { ...resolve(target, root), ...own };
}
