// Makes everything that is derived from schemas/ and src/norms/: nothing of it is written by hand.
//   schemas/where.schema.json        the conditions, from the fields of a person (kept in the repository for editors)
//   schemas/README.md, README.zh.md  the reference of the fields, likewise for readers
//   src/generated/types.ts           TypeScript types
//   src/generated/validators.js      ajv validators, which say what is wrong, compiled here so that start-up pays nothing
//   src/generated/shapes.ts          spellings and readings of keys and values
//   src/generated/holidays.ts        days off and make-up workdays by year; the days of the lunar festivals
//   src/generated/vocabulary.json    enumerations in their order, with Chinese names
//   src/generated/schemas.json       the bundled schema, for `plan schema`
//   src/generated/examples.json      the fixtures that plan explain shows
//   src/generated/regulations.json   the dated norms
//   src/generated/templates.json     the examples that plan init copies
import { isUtf8 } from 'node:buffer';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { load } from 'js-yaml';
import { compile } from 'json-schema-to-typescript';
import { LunarDay, SolarTerm } from 'tyme4ts';
import { bundle, KINDS } from './bundle-schemas.js';
import { fieldReference } from './field-reference.js';
import { shapesOf } from './shapes.js';
import { whereSchema } from './where.js';

/** The files of the examples that `plan init --example` copies, by name. */
function templates() {
  const names = ['township-2016'];
  return Object.fromEntries(
    names.map(name => [
      name,
      Object.fromEntries(
        readdirSync(at(`examples/${name}`))
          .filter(file => file.endsWith('.yaml'))
          .map(file => [file, readFileSync(at(`examples/${name}/${file}`), 'utf8')]),
      ),
    ]),
  );
}

const ANNOTATIONS = new Set(['title', 'description', 'examples', '$comment']);
const at = path => new URL(`../../${path}`, import.meta.url);
const pascal = name => name[0].toUpperCase() + name.slice(1);

/** What ajv needs of a schema: the demands, without the words for people (they would triple the size of the code). */
function forValidation(node) {
  if (Array.isArray(node)) return node.map(forValidation);
  if (!node || typeof node !== 'object') return node;
  const copy = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties')
      copy.properties = Object.fromEntries(
        Object.entries(value).map(([name, sub]) => [name, forValidation(sub)]),
      );
    else if (!ANNOTATIONS.has(key) && !key.startsWith('x-')) copy[key] = forValidation(value);
  }
  return copy;
}

/** Titles are Chinese names for people; as names of types the keys serve, so only named definitions keep one. */
function forTypes(node, name) {
  if (Array.isArray(node)) return node.map(item => forTypes(item));
  if (!node || typeof node !== 'object') return node;
  if (node.$ref) return { $ref: node.$ref };
  const copy = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === 'title' && typeof value === 'string') continue;
    if (key === 'examples' || key.startsWith('x-')) continue;
    if (key === 'description' && typeof value === 'string') {
      if (node['x-en']) copy.description = node['x-en'];
      continue;
    }
    // The checks of form are the validators' business; as types they only add noise.
    if (key === 'oneOf' || key === 'minProperties') continue;
    if (key === 'properties')
      copy.properties = Object.fromEntries(Object.entries(value).map(([name, sub]) => [name, forTypes(sub)]));
    else if (key === '$defs')
      copy.$defs = Object.fromEntries(
        Object.entries(value).map(([def, schema]) => [def, forTypes(schema, def)]),
      );
    else copy[key] = forTypes(value);
  }
  if (name) copy.title = pascal(name);
  return copy;
}

async function typesOf(root) {
  const typed = forTypes(root);
  for (const def of Object.values(typed.$defs)) delete def.$id;
  return compile({ ...typed, title: 'Schemas', type: 'object' }, 'Schemas', {
    bannerComment: '',
    format: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
    additionalProperties: false,
  });
}

function validatorsOf(root) {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allowUnionTypes: true,
    allErrors: true,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addSchema({ $id: 'all', ...forValidation(root) });
  return appending(
    standaloneCode(
      ajv,
      Object.fromEntries(Object.entries(KINDS).map(([kind, def]) => [kind, `all#/$defs/${def}`])),
    ),
  );
}

/**
 * Ajv copies all errors that it has whenever a part of the value has some, which takes minutes for a list of thousands of wrong
 * items; here they are added to those that it has.
 */
function appending(code) {
  const made = code.replace(/vErrors\.concat\((\w+\.errors)\)/g, 'append(vErrors, $1)');
  if (made === code) throw new Error('ajv adds up errors in another way now');
  return `${made}\nfunction append(all, more) {\n  for (const error of more) all.push(error);\n  return all;\n}\n`;
}

/** Enumerations: the values in their order, each with its Chinese name. */
function vocabularyOf({ $defs }) {
  const named = {};
  const collect = node => {
    if (!node || typeof node !== 'object') return;
    for (const [name, schema] of Object.entries(node.properties ?? {}))
      if (schema.enum && !named[name])
        named[name] = Object.fromEntries(
          schema.enum.map(value => [value, schema['x-values']?.[value]?.[0] ?? value]),
        );
    for (const value of Object.values(node)) collect(value);
  };
  collect($defs);
  return named;
}

/** The files of each rule's first bad and first good fixture, for `plan explain`. */
function examples() {
  const found = {};
  const root = at('test/fixtures/');
  if (!existsSync(root)) return found;
  for (const group of readdirSync(root).sort())
    for (const rule of readdirSync(new URL(`${group}/`, root)).sort())
      for (const name of readdirSync(new URL(`${group}/${rule}/`, root)).sort()) {
        const kind = name.split('.')[0];
        const code = `${group}/${rule}`;
        found[code] ??= {};
        found[code][kind] ??= filesIn(new URL(`${group}/${rule}/${name}/`, root));
      }
  return found;
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter(name => /\.ya?ml$/.test(name))
    .sort()
    .map(name => ({ name, bytes: readFileSync(new URL(encodeURI(name), folder)) }))
    .filter(({ bytes }) => isUtf8(bytes) && !bytes.includes(0))
    .map(({ name, bytes }) => ({ name, text: withoutExpectations(bytes.toString('utf8')) }));
}

/** The comments by which the tests know what to expect say nothing to a clerk. */
const withoutExpectations = text => text.replace(/^# as-of:.*\n/m, '').replace(/[ \t]*# expect:.*$/gm, '');

/** Texts in single quotes, within which those of JSON need no escape. */
const quoted = text => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** Each shape is JSON of its own: a plan needs a fifth of them, and making all takes longer than reading it. */
const shapesModule = ({ roots, shapes }) => `export const ROOTS = ${JSON.stringify(roots)};
export const SHAPES: readonly string[] = [
${shapes.map(shape => `  ${quoted(JSON.stringify(shape))},\n`).join('')}];
`;

/** The first and the last year a plan can be of (plan.schema.json), and the one behind it. */
const MOVABLE_YEARS = { from: 1949, to: 2200 };

/** `02-06 04-05 06-09 09-15` for each year: the lunar new year, Qingming, Dragon Boat and Mid-Autumn. */
function movableFestivals() {
  const date = day => `${String(day.getMonth()).padStart(2, '0')}-${String(day.getDay()).padStart(2, '0')}`;
  const ofYear = year =>
    [
      LunarDay.fromYmd(year, 1, 1).getSolarDay(),
      SolarTerm.fromName(year, '清明').getJulianDay().getSolarDay(),
      LunarDay.fromYmd(year, 5, 5).getSolarDay(),
      LunarDay.fromYmd(year, 8, 15).getSolarDay(),
    ]
      .map(date)
      .join(' ');
  return Array.from({ length: MOVABLE_YEARS.to - MOVABLE_YEARS.from + 1 }, (_, index) =>
    ofYear(MOVABLE_YEARS.from + index),
  );
}

/** Each year is JSON of its own, since a plan needs one or two of them; what the festivals are called in English stands once. */
function holidaysModule() {
  const folder = at('src/norms/calendar/data/');
  const festivals = {};
  const brief = days =>
    days.map(({ date, zh, en }) => {
      festivals[zh] ??= en;
      if (festivals[zh] !== en) throw new Error(`${date}: ${zh} is ${en} and ${festivals[zh]}`);
      return [date, zh];
    });
  const lines = readdirSync(folder).map(name => {
    const { year, holidays, workdays } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    return `  ${year}: ${quoted(JSON.stringify({ holidays: brief(holidays), workdays: brief(workdays) }))},\n`;
  });
  return `export const HOLIDAYS: Readonly<Record<number, string>> = {\n${lines.join('')}};
export const FESTIVALS: Readonly<Record<string, string>> = ${JSON.stringify(festivals)};
export const ARRANGEMENTS: readonly { from: number; fixed: Record<string, string[]>; movable: Record<string, number[]>; usual?: Record<string, number> }[] =
  ${JSON.stringify(load(readFileSync(at('src/norms/calendar/statutory.yaml'), 'utf8')))};
export const MOVABLE_FROM = ${MOVABLE_YEARS.from};
export const MOVABLE: readonly string[] = ${quoted(movableFestivals().join(','))}.split(',');\n`;
}

function regulations() {
  const folder = at('src/norms/data/');
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .sort();
  return Object.fromEntries(
    files.map(name => [name.replace('.yaml', ''), load(readFileSync(new URL(name, folder), 'utf8'))]),
  );
}

// Nothing stays of what an earlier version made.
rmSync(at('src/generated/'), { recursive: true, force: true });
mkdirSync(at('src/generated/'));
writeFileSync(at('schemas/where.schema.json'), `${JSON.stringify(whereSchema(), null, 2)}\n`);
const root = bundle();
writeFileSync(at('schemas/README.zh.md'), fieldReference('zh', root));
writeFileSync(at('schemas/README.md'), fieldReference('en', root));
const withResult = bundle([...Object.keys(KINDS), 'where', 'common', 'result']);
writeFileSync(at('src/generated/types.ts'), await typesOf(withResult));
writeFileSync(at('src/generated/validators.js'), validatorsOf(root));
writeFileSync(
  at('src/generated/validators.d.ts'),
  `import type { ErrorObject } from 'ajv';
type Validator = ((data: unknown) => boolean) & { errors?: ErrorObject[] | null };
${Object.keys(KINDS)
  .map(kind => `export const ${kind}: Validator;`)
  .join('\n')}
`,
);
writeFileSync(at('src/generated/shapes.ts'), shapesModule(shapesOf(root, KINDS)));
writeFileSync(at('src/generated/holidays.ts'), holidaysModule());
writeFileSync(at('src/generated/vocabulary.json'), JSON.stringify(vocabularyOf(root)));
writeFileSync(at('src/generated/schemas.json'), JSON.stringify(root));
writeFileSync(at('src/generated/examples.json'), JSON.stringify(examples()));
writeFileSync(at('src/generated/templates.json'), JSON.stringify(templates()));
writeFileSync(at('src/generated/regulations.json'), JSON.stringify(regulations()));
