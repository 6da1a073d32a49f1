// schemas/where.schema.json is made from the fields of a person in candidates.schema.json, so that a condition can name
// every field and only those: a new field becomes usable in `where` by being added to the roster's schema.
import { bundle, resolve } from './bundle-schemas.js';

const NOT_CONDITIONS = new Set(['materials', 'note', 'fixed']);
const MIN = { title: '不低于', 'x-aliases': ['以上', '不小于', '从'] };
const MAX = { title: '不超过', 'x-aliases': ['以下', '以内', '至'] };
const NOT = { title: '非', 'x-aliases': ['不是', '除'] };

const object = properties => ({ type: 'object', additionalProperties: false, minProperties: 1, properties });
const listOf = items => ({ type: 'array', items });

/** Bounds may be written as text, too: 大专以上, 不超过35岁. */
const bounded = properties => ({ 'x-read': 'bounds', ...object(properties) });

function range(bound) {
  return bounded({ min: { ...bound, ...MIN }, max: { ...bound, ...MAX } });
}

function condition(field, ref) {
  if (field.enum) {
    const one = { $ref: ref };
    const not = { anyOf: [one, listOf(one)], ...NOT };
    const bounds = { not, min: { ...one, ...MIN }, max: { ...one, ...MAX } };
    return { anyOf: [one, listOf(one), field['x-ordered'] ? bounded(bounds) : object({ not })] };
  }
  if (field.type === 'boolean') return { type: 'boolean' };
  if (field['x-read'] === 'date') return { $ref: '#/$defs/dates' };
  if (field.type === 'string' || field.type === 'array') return { $ref: '#/$defs/words' };
  return undefined;
}

/** The text that a field carries for people, whatever it is used for. */
const labels = field => ({
  title: field.title,
  ...(field['x-aliases'] && { 'x-aliases': field['x-aliases'] }),
});

/** The whole where.schema.json as an object. */
export function whereSchema() {
  const root = bundle(['candidates', 'common']);
  const person = root.$defs.candidate.properties;
  const properties = {};
  for (const [name, schema] of Object.entries(person)) {
    const field = resolve(schema, root);
    if (NOT_CONDITIONS.has(name) || field['x-masked']) continue;
    const own = condition(field, `candidates.schema.json#/$defs/candidate/properties/${name}`);
    if (own) properties[name] = { ...labels(field), ...own };
  }
  properties.events = {
    ...labels(root.$defs.events),
    ...object(
      Object.fromEntries(
        Object.entries(root.$defs.events.properties)
          .filter(([, schema]) => /\/event$/.test(schema.$ref))
          .map(([name, schema]) => [name, { ...labels(resolve(schema, root)), $ref: '#/$defs/dates' }]),
      ),
    ),
  };
  const word = { type: 'string', pattern: '\\S' };
  const plain = { type: ['string', 'number', 'boolean'] };
  properties.attributes = {
    ...labels(person.attributes),
    type: 'object',
    minProperties: 1,
    additionalProperties: {
      anyOf: [
        plain,
        listOf(plain),
        object({
          not: { anyOf: [plain, listOf(plain)], ...NOT },
          min: { type: 'number', ...MIN },
          max: { type: 'number', ...MAX },
        }),
      ],
    },
  };
  const years = { type: 'integer', minimum: 0, maximum: 150 };
  properties.age = {
    title: '年龄',
    description: '年龄截止日的周岁；以上、以下含本数。也可写 35岁以下、18至35岁。',
    'x-en': 'Full years on the day of ageAsOf, bounds included.',
    ...range(years),
    examples: [{ max: 35 }],
  };
  const nested = { type: 'array', minItems: 1, items: { $ref: '#' } };
  properties.any = {
    title: '任一',
    'x-aliases': ['或'],
    description: '满足其中任何一条。',
    'x-en': 'At least one holds.',
    ...nested,
  };
  properties.all = {
    title: '同时',
    'x-aliases': ['且'],
    description: '同时满足。',
    'x-en': 'All hold.',
    ...nested,
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'where.schema.json',
    $comment: 'Generated from candidates.schema.json by `npm run generate`; do not edit.',
    title: '条件',
    description: '人员应满足的条件；写几条就须同时满足几条，列表表示任一。',
    'x-en': 'A condition on a person: every key must hold; a list means any of its values.',
    ...object(properties),
    $defs: {
      dates: range({ $ref: 'common.schema.json#/$defs/date' }),
      words: { anyOf: [word, listOf(word), object({ not: { anyOf: [word, listOf(word)], ...NOT } })] },
    },
    examples: [{ gender: 'female' }, { age: { max: 35 } }, { ethnicity: { not: '汉族' } }],
  };
}
