import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a build script, plain JavaScript
import { acceptsOf } from '../../src/build/accepts.js';
import { accepts } from '../../src/read/accepts.ts';
import { Reader } from '../../src/read/fields/reader.ts';
import { type Kind, rootShape } from '../../src/read/fields/shape.ts';
import { validators } from '../../src/read/form/validators.ts';
import { Problems } from '../../src/read/problem.ts';
import { decode } from '../../src/read/text/decode.ts';
import { SourceFile } from '../../src/read/text/source.ts';
import { parseYaml } from '../../src/read/yaml/full.ts';
import { Random } from '../support/random.ts';

// Whether a file meets its schema is asked of the short functions, what is wrong with it of ajv's validators. If they differed,
// a plan would be refused without a word, or pass with what nobody looked at.

const KINDS: readonly Kind[] = ['plan', 'candidates', 'timeline', 'county', 'pack'];

/** The values of every file in the repository that can be read, each as what its name says it is. */
const values = ['examples', 'test/fixtures', 'test/fuzz-cases'].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.yaml'))
    .flatMap(name => {
      const kind = KINDS.find(each => basename(name).startsWith(each)) ?? 'pack';
      const value = readAs(kind, readFileSync(join(folder, name)));
      return value === undefined ? [] : [{ name: join(folder, name), kind, value }];
    }),
);

function readAs(kind: Kind, bytes: Uint8Array): unknown {
  const decoded = decode(bytes);
  if ('failure' in decoded) return undefined;
  try {
    const { root } = parseYaml(decoded.text);
    return root && new Reader(new SourceFile('', decoded.text), new Problems()).read(root, rootShape(kind));
  } catch {
    return undefined;
  }
}

describe('what meets a schema', () => {
  it('is the same for both in every file, taken for any kind', () => {
    const counts = { met: 0, not: 0 };
    for (const { name, value } of values)
      for (const kind of KINDS) {
        expect(accepts[kind](value), `${name} as ${kind}`).toBe(validators[kind](value));
        counts[accepts[kind](value) ? 'met' : 'not']++;
      }
    expect(counts.met).toBeGreaterThan(100);
    expect(counts.not).toBeGreaterThan(100);
  });

  it('is asked of each of several schemas with its own keys, whatever reading knows', async () => {
    const only = (key: string) => ({
      type: 'object',
      additionalProperties: false,
      properties: { [key]: { type: 'string' } },
    });
    const root = { $defs: { one: only('a'), either: { anyOf: [only('a'), only('b')] } } };
    const source = acceptsOf(root, { one: 'one', either: 'either' });
    const { one, either } = await import(
      /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(source)}`
    );
    expect(one({ a: '', b: '' })).toBe(false);
    expect(one({ a: '', b: '' }, true)).toBe(true);
    for (const known of [false, true]) {
      expect(either({ b: '' }, known)).toBe(true);
      expect(either({ a: '', b: '' }, known)).toBe(false);
    }
  });

  it('is the same for both of values with something changed', () => {
    const random = new Random(20_260_101);
    const counts = { met: 0, not: 0 };
    for (let run = 0; run < RUNS; run++) {
      const { name, kind, value } = random.pick(values);
      const changed = structuredClone(value);
      for (let changes = 1 + random.below(2); changes > 0; changes--) change(changed);
      const isMet = accepts[kind](changed);
      if (isMet !== validators[kind](changed))
        expect.fail(
          `${name}: ${isMet ? 'accepted, refused by ajv' : 'refused, accepted by ajv'}: ${JSON.stringify(changed)}`,
        );
      counts[isMet ? 'met' : 'not']++;
    }
    expect(counts.met).toBeGreaterThan(RUNS / 20);
    expect(counts.not).toBeGreaterThan(RUNS / 5);

    /** Goes down at random, and changes what is there: takes it away, puts something else there, adds to it. */
    function change(at: unknown): void {
      if (typeof at !== 'object' || at === null) return;
      const keys = Object.keys(at);
      const key = random.pick(keys.length > 0 ? keys : ['id']);
      const own = at as Record<string, unknown>;
      const below = own[key];
      if (typeof below === 'object' && below !== null && !random.once(5)) {
        change(below);
        return;
      }
      switch (random.below(4)) {
        case 0:
          // Lists as they are read have no holes.
          if (Array.isArray(at)) at.splice(Number(key), 1);
          else delete own[key];
          break;
        case 1:
          if (!Array.isArray(at)) own[random.pick(KEYS)] = below;
          break;
        default:
          own[key] = structuredClone(random.pick(OTHERS));
      }
    }
  });
});

const RUNS = 20_000 * Number(process.env.PROPERTY_RUNS ?? 1);

const KEYS = [
  'id',
  'name',
  'where',
  'min',
  'max',
  'about',
  'exactly',
  'not',
  'on',
  'note',
  'constructor',
  '其他',
];

const OTHERS: readonly unknown[] = [
  ...[null, true, false, 0, 1, -1, 1.5, 12, 1_000_000, 1_000_001, 2016, 1900, 2200],
  ...[
    '',
    ' ',
    'x',
    '王',
    '\u{20000}',
    'a'.repeat(200),
    '2016-06-04',
    '2016-06',
    '45%',
    '4.5%',
    'female',
    'farmer',
  ],
  ...['na', '3d', '2wd', 'inspect+5wd', '650000199005030029', 'farmer-1', 'plan/v1', 'quota/unfilled', 'off'],
  ...[
    [],
    {},
    [null],
    [''],
    ['2016-06-04'],
    [{}],
    { min: 1 },
    { max: 35 },
    { not: '汉族' },
    { on: '2016-06-04' },
  ],
  ...[
    { gender: 'female' },
    { any: [{ gender: 'male' }] },
    { from: '2016-06-04', to: '2016-06-08' },
    { min: '40%' },
  ],
];
