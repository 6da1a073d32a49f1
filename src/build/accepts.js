// Compiles the schemas into functions that say whether a value meets them, and no more. Nearly every file does, so this is
// all that a run needs: ajv's validators, which say what is wrong and where, are ten times their size, and are loaded for
// the others (src/read/refuse.ts). The two must agree: test/read/accepts.test.ts compares them.

/** Keywords that say nothing about whether a value is valid. */
const SILENT = new Set([
  '$defs',
  '$schema',
  '$id',
  '$comment',
  'title',
  'description',
  'examples',
  'default',
]);
const IS = {
  string: v => `typeof ${v}==="string"`,
  number: v => `(typeof ${v}==="number"&&isFinite(${v}))`,
  integer: v => `Number.isInteger(${v})`,
  boolean: v => `typeof ${v}==="boolean"`,
  null: v => `${v}===null`,
  array: v => `Array.isArray(${v})`,
  object: v => `isMap(${v})`,
};
const MANY = 4;
/** What nearly every value is asked, without a regular expression. */
const AT_HAND = {
  '\\S': v => `isWritten(${v})`,
  '^\\d{4}-\\d{2}-\\d{2}$': v => `isDate(${v})`,
  '^\\d{4}-\\d{2}(-\\d{2})?$': v => `(isDate(${v})||isMonth(${v}))`,
};
const HELPERS = [
  '// Reading has found no key that the schema does not name.',
  'let keysAreKnown = false;',
  'const isMap = v => typeof v === "object" && v !== null && !Array.isArray(v);',
  'const keysAreIn = (v, known) => { for (const key in v) if (!known.has(key)) return false; return true; };',
  '// Characters, not the halves of those beyond the basic plane.',
  'const lengthOf = v => { let n = v.length; for (let i = 0; i < v.length - 1; i++) { const c = v.charCodeAt(i); if (c >= 0xd800 && c < 0xdc00 && (v.charCodeAt(i + 1) & 0xfc00) === 0xdc00) { n--; i++; } } return n; };',
  'const areDigits = (v, from, to) => { for (let i = from; i < to; i++) { const c = v.charCodeAt(i); if (c < 48 || c > 57) return false; } return true; };',
  'const isMonthAt = v => areDigits(v, 0, 4) && v.charCodeAt(4) === 45 && areDigits(v, 5, 7);',
  'const isMonth = v => v.length === 7 && isMonthAt(v);',
  'const isDate = v => v.length === 10 && isMonthAt(v) && v.charCodeAt(7) === 45 && areDigits(v, 8, 10);',
  '// Anything but white space; letters, digits and Chinese are told at the first character.',
  'const isWritten = v => { const c = v.charCodeAt(0); return (c > 32 && c < 127) || (c >= 0x4e00 && c < 0xa000) || /\\S/u.test(v); };',
];
const field = key => (/^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`);
const all = parts => parts.filter(part => part !== 'true').join('&&') || 'true';

/**
 * The source of a module that exports a function of a value for each kind; a second argument says that no key is in it which
 * the shape of its place does not have (shapes.js), so that keys are looked at only where schemas are to choose from.
 * @param {{$defs: object}} root the bundled schema
 * @param {Record<string, string>} kinds kind of file → name of its definition
 */
export function acceptsOf(root, kinds) {
  const lines = [...HELPERS];
  const constants = new Map();
  const functions = new Map();
  let functionsMade = 0;

  /** A value made once, under a name of its own. */
  function constant(source) {
    if (!constants.has(source)) {
      constants.set(source, `k${constants.size}`);
      lines.push(`const ${constants.get(source)} = ${source};`);
    }
    return constants.get(source);
  }

  /** A function of a value for a part of a schema. */
  function named(schema, isOption) {
    const known = functions.get(schema) ?? {};
    functions.set(schema, known);
    if (known[isOption]) return known[isOption];
    const name = `f${functionsMade++}`;
    known[isOption] = name;
    const source = condition(schema, 'v', isOption);
    lines.push(`function ${name}(v) { return ${source}; }`);
    return name;
  }

  const resolve = ref =>
    ref
      .slice(2)
      .split('/')
      .reduce((node, step) => node[step.replaceAll('~1', '/').replaceAll('~0', '~')], root);
  const every = (list, v) => all(list.map(schema => condition(schema, v, true)));
  // Keywords on texts, numbers, lists and maps hold of everything else; where the type is demanded too, it was asked for.
  const onlyFor = (types, v, { type }, test) =>
    test === 'true' || types.includes(type) ? test : `(!(${IS[types[0]](v)})||${test})`;
  const ifText = (v, schema, test) => onlyFor(['string'], v, schema, test);
  const ifNumber = (v, schema, test) => onlyFor(['number', 'integer'], v, schema, test);
  const ifList = (v, schema, test) => onlyFor(['array'], v, schema, test);
  const ifMap = (v, schema, test) => onlyFor(['object'], v, schema, test);

  const KEYWORDS = {
    $ref: (ref, v, _schema, isOption) => `${named(resolve(ref), isOption)}(${v})`,
    type: (types, v) =>
      `(${[types]
        .flat()
        .map(type => IS[type](v))
        .join('||')})`,
    const: (value, v) => `${v}===${JSON.stringify(value)}`,
    enum: (values, v) =>
      values.length > MANY
        ? `${constant(`new Set(${JSON.stringify(values)})`)}.has(${v})`
        : `(${values.map(value => `${v}===${JSON.stringify(value)}`).join('||')})`,
    pattern: (pattern, v, schema) =>
      ifText(
        v,
        schema,
        AT_HAND[pattern]
          ? AT_HAND[pattern](v)
          : `${constant(`new RegExp(${JSON.stringify(pattern)}, "u")`)}.test(${v})`,
      ),
    minLength: (least, v, schema) => ifText(v, schema, `lengthOf(${v})>=${least}`),
    maxLength: (most, v, schema) => ifText(v, schema, `lengthOf(${v})<=${most}`),
    minimum: (least, v, schema) => ifNumber(v, schema, `${v}>=${least}`),
    maximum: (most, v, schema) => ifNumber(v, schema, `${v}<=${most}`),
    exclusiveMinimum: (least, v, schema) => ifNumber(v, schema, `${v}>${least}`),
    minItems: (least, v, schema) => ifList(v, schema, `${v}.length>=${least}`),
    maxItems: (most, v, schema) => ifList(v, schema, `${v}.length<=${most}`),
    items: (item, v, schema, isOption) => ifList(v, schema, `${v}.every(${named(item, isOption)})`),
    required: (keys, v, schema) => ifMap(v, schema, all(keys.map(key => `${v}${field(key)}!==undefined`))),
    minProperties: (least, v, schema) => ifMap(v, schema, `Object.keys(${v}).length>=${least}`),
    properties: (properties, v, schema, isOption) =>
      ifMap(
        v,
        schema,
        all(
          Object.entries(properties).map(([key, own]) => {
            const test = condition(own, v + field(key), isOption);
            return test === 'true' ? test : `(${v}${field(key)}===undefined||${test})`;
          }),
        ),
      ),
    additionalProperties(rest, v, schema, isOption) {
      const known = constant(`new Set(${JSON.stringify(Object.keys(schema.properties ?? {}))})`);
      if (rest === false)
        return ifMap(
          v,
          schema,
          `${isOption ? '' : '(keysAreKnown||'}keysAreIn(${v},${known})${isOption ? '' : ')'}`,
        );
      return ifMap(
        v,
        schema,
        `Object.keys(${v}).every(k=>${known}.has(k)||${named(rest, isOption)}(${v}[k]))`,
      );
    },
    propertyNames: (names, v, schema) => ifMap(v, schema, `Object.keys(${v}).every(${named(names, true)})`),
    allOf: every,
    anyOf: (list, v) => `(${list.map(schema => condition(schema, v, true)).join('||')})`,
    oneOf: (list, v) => `${list.map(schema => `(${condition(schema, v, true)}?1:0)`).join('+')}===1`,
    not: (schema, v) => `!(${condition(schema, v, true)})`,
  };

  /**
   * An expression that is true where the value `v` meets the schema.
   * @param {boolean} isOption the schema is one of several, or below one: reading knows the keys of all of them together
   */
  function condition(schema, v, isOption) {
    if (typeof schema === 'boolean') return String(schema);
    const { type, ...others } = schema;
    return all([
      ...(type === undefined ? [] : [KEYWORDS.type(type, v)]),
      ...Object.entries(others).flatMap(([keyword, value]) => {
        if (SILENT.has(keyword) || keyword.startsWith('x-')) return [];
        if (!KEYWORDS[keyword]) throw new Error(`accepts.js does not know the keyword ${keyword}`);
        return [KEYWORDS[keyword](value, v, schema, isOption)];
      }),
    ]);
  }

  const exported = Object.entries(kinds).map(
    ([kind, name]) =>
      `export const ${kind} = (v, known = false) => { keysAreKnown = known; return ${named(root.$defs[name], false)}(v); };`,
  );
  return `${[...lines, ...exported].join('\n')}\n`;
}
