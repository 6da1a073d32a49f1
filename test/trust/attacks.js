// Hostile inputs, as what makes them in a folder and the commands that meet them: for torture.test.ts, which looks at the
// answers, and for test/nightly/torture.js, which measures them.
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

const EXAMPLE = join(import.meta.dirname, '../../examples/township-2016');
const MB = 1_000_000;

const CHECK = [['check']];
/** What reads the plan of a folder. */
const READERS = [['check'], ['batch', '--no-cache'], ['report']];
const IMPORT = [['import', '名册.xlsx', '--force']];
const ROSTER = [...IMPORT, ['check']];

/** The example's plan in the folder, with some of its files replaced; null takes one away. */
function example(folder, files = {}) {
  cpSync(EXAMPLE, folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    rmSync(join(folder, name), { force: true });
    if (content !== null) writeFileSync(join(folder, name), content);
  }
}

/** The example with another plan.yaml. */
const changed = content => folder => example(folder, { 'plan.yaml': content });
const text = content => folder => writeFileSync(join(folder, 'plan.yaml'), content);
const beside = (name, content) => folder => example(folder, { [name]: content });

/** The example's plan.yaml with lines behind it. */
const planAnd = lines => `${readFileSync(join(EXAMPLE, 'plan.yaml'), 'utf8')}\n${lines}\n`;

/** A file of so many zero bytes that takes no room on the disk. */
function sparse(path, bytes) {
  const handle = openSync(path, 'w');
  ftruncateSync(handle, bytes);
  closeSync(handle);
}

/** Nine lines that stand for a billion values. */
function laughs(list = (items, anchor) => `${anchor} [${items}]`) {
  const lines = ['a0: &a0 哈'];
  for (let level = 1; level <= 9; level++)
    lines.push(
      `a${level}: ${list(
        Array(10)
          .fill(`*a${level - 1}`)
          .join(', '),
        `&a${level}`,
      )}`,
    );
  return lines.join('\n');
}

const rows = names => `schema: plan/v1\nyear: 2016\n${names}`;
const steps = count => Array.from({ length: count }, (_, index) => '  '.repeat(index));

// --- workbooks ---------------------------------------------------------------------------------------------------------

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const cell = (at, value) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const ROWS = `<row r="1">${cell('A1', '姓名')}${cell('B1', '性别')}</row><row r="2">${cell('A2', '张三')}${cell('B2', '女')}</row>`;

/** An .xlsx of one sheet with this data; parts may be added or replaced. */
function workbook({ data = ROWS, dimension = 'A1:B2', doctype = '', merges = '', parts = {} } = {}) {
  const xml = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${HEAD}${doctype}<worksheet xmlns="${MAIN}"><dimension ref="${dimension}"/><sheetData>${data}</sheetData>${merges}</worksheet>`,
    ...parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(xml).map(([name, content]) => [
        name,
        // Packing nothing takes its time, too.
        content === ''
          ? [new Uint8Array(0), { level: 0 }]
          : typeof content === 'string'
            ? strToU8(content)
            : content,
      ]),
    ),
  );
}

/** A plan whose candidates come from this workbook. */
const roster = make => folder => {
  example(folder, {
    'candidates.yaml': null,
    'plan.yaml': planAnd('')
      .replace(/^candidates:.*$/m, '')
      .concat('\ncandidates: 名册.xlsx\n'),
  });
  writeFileSync(join(folder, '名册.xlsx'), make());
};

/** Changes the sizes that a zip declares for its biggest part, in both of its directories. */
function withFalseSizes(zip, size) {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = 0; at + 46 < zip.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, size, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return zip;
}

const letters = number =>
  (number > 26 ? letters(Math.floor((number - 1) / 26)) : '') + String.fromCharCode(65 + ((number - 1) % 26));

const ENTITIES = `<!DOCTYPE lolz [<!ENTITY l0 "哈">${Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join('')}]>`;

// --- names -------------------------------------------------------------------------------------------------------------

/** What a terminal would obey: colours, window titles, the clipboard, links, a bell, C1, overwriting, direction. */
export const ESCAPES =
  'x\u001b[31m\u001b]0;t\u0007\u001b]8;;http://x\u001b\\y\u001b]52;c;eA==\u0007\u009b2J\u009d0;t\u009c\b\b\r\u202ez\u2066\u200f';
/** The same without what no file name or argument may hold. */
const escapedName = ESCAPES.replaceAll('/', '');

const JSON_ESCAPES = JSON.stringify(ESCAPES).replace(
  /[\x7f-\x9f\u200b-\u206f]/g,
  char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
);

/** Names that every object of JavaScript has. */
const INHERITED = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
];

/** A plan with this name for everything that can be named. */
const namedPlan = name =>
  JSON.stringify({
    schema: 'plan/v1',
    year: 2016,
    organization: { name },
    quota: { total: 1, categories: [{ id: name, name, count: 1 }] },
    structure: [
      { id: name, name, where: { gender: 'female' }, min: '80%' },
      { id: 'share', name, of: name, where: { tags: name }, min: '80%' },
      { id: 'own', name, where: { [`attributes.${name}`]: name }, min: 1 },
    ],
    materials: [{ id: name, name }],
    candidates: [
      {
        id: name,
        name,
        gender: 'female',
        category: name,
        slot: `${name}-1`,
        role: 'nominee',
        branch: name,
        tags: [name],
        materials: { [name]: '2016-01-01' },
        attributes: { [name]: name },
        contacts: [name],
      },
      { id: 'c2', name, gender: name, category: name, role: name },
    ],
    timeline: [{ id: name, name, on: '2016-06-01', after: [name], owner: name, due: [name] }],
    waivers: [{ rule: name, subject: name, reason: name, approvedBy: name, until: '2016-12-31' }],
    rules: { severity: { [name]: 'off' }, settings: { [name]: 1 }, packs: [name] },
  }).replaceAll('"__proto__":', '"__proto__" :');

const NAMES = {
  'with spaces': '东镇 计划 2016',
  Chinese: '某镇发展党员工作计划',
  emoji: '计划👨‍👩‍👧🎉',
  'with a line break': 'a\nb',
  'with a leading dash': '-rf',
  'of 255 bytes': `${'长'.repeat(85)}`,
  'with escape sequences': escapedName,
  'with quotes and patterns': `'"$(id)\`*?[x]{y};&|#%41`,
  'that is no UTF-8': Buffer.from([0xff, 0xfe, 0x80, 0x41]),
};

const under = name => folder => {
  const inner = Buffer.isBuffer(name) ? Buffer.concat([Buffer.from(`${folder}/`), name]) : join(folder, name);
  mkdirSync(inner);
  for (const file of ['plan.yaml', 'candidates.yaml', 'timeline.yaml'])
    writeFileSync(
      Buffer.isBuffer(inner) ? Buffer.concat([inner, Buffer.from(`/${file}`)]) : join(inner, file),
      file === 'plan.yaml'
        ? `${readFileSync(join(EXAMPLE, file), 'utf8')}\nbad: [\n`
        : readFileSync(join(EXAMPLE, file)),
    );
};

const mkfifo = path => {
  if (spawnSync('mkfifo', [path]).status !== 0) throw new Error('no mkfifo');
};

const link =
  (target, name = 'candidates.yaml') =>
  folder => {
    example(folder, { [name]: null });
    symlinkSync(target, join(folder, name));
  };

const names = value => folder =>
  example(folder, {
    'candidates.yaml': null,
    'plan.yaml': `${planAnd('').replace(/^candidates:.*$/m, '')}\ncandidates: ${value}\n`,
  });

const county = content => folder => writeFileSync(join(folder, 'county.yaml'), content);
const packs = content => folder =>
  example(folder, { 'plan.yaml': planAnd('rules: { packs: [pack.yaml] }'), 'pack.yaml': content });

const BATCH = [['batch', '--no-cache', '.']];

/**
 * @type {import('./attacks.js').Attack[]}
 * `heavy`: megabytes or seconds; left to test/nightly/torture.js, which runs each in a process of its own. `ok`: nothing is wrong with it, though it looks so.
 */
export const attacks = [
  // --- YAML ---
  {
    group: 'YAML',
    name: 'a billion laughs (lists)',
    make: text(rows(laughs())),
    argv: READERS,
    says: /引用展开后内容过多|references stand for too much/,
  },
  {
    group: 'YAML',
    name: 'a billion laughs (maps)',
    make: text(
      rows(
        laughs(
          (items, anchor) =>
            `${anchor} {${items
              .split(', ')
              .map((item, i) => `k${i}: ${item}`)
              .join(', ')}}`,
        ),
      ),
    ),
    argv: CHECK,
    says: /引用展开后内容过多|references stand for too much/,
  },
  {
    group: 'YAML',
    name: 'merge keys of a billion laughs',
    heavy: true,
    make: text(`a: &a {b: 1}\n${Array.from({ length: 5000 }, (_, i) => `c${i}: {<<: *a}`).join('\n')}`),
    argv: CHECK,
  },
  {
    group: 'YAML',
    name: 'an alias within its own anchor',
    make: text('a: &a [*a]\nb: &b {c: *b}\n'),
    argv: CHECK,
    says: /引用|reference/,
  },
  {
    group: 'YAML',
    name: '10,000 aliases of one list',
    make: text(`a: &a [${'1,'.repeat(1000)}1]\nb: [${'*a,'.repeat(9999)}*a]\n`),
    argv: CHECK,
    says: /引用展开后内容过多|references stand for too much/,
  },
  {
    group: 'YAML',
    name: '10,000 deep [',
    make: text('['.repeat(10_000)),
    argv: READERS,
    says: /嵌套层次过深|nested too deeply/,
  },
  {
    group: 'YAML',
    name: '10,000 deep [ … ]',
    make: text('['.repeat(10_000) + ']'.repeat(10_000)),
    argv: CHECK,
    says: /嵌套层次过深|nested too deeply/,
  },
  {
    group: 'YAML',
    name: '10,000 deep {a: ',
    make: text('{a: '.repeat(10_000)),
    argv: CHECK,
    says: /嵌套层次过深|nested too deeply/,
  },
  {
    group: 'YAML',
    name: '10,000 deep - - -',
    make: text('- '.repeat(10_000)),
    argv: CHECK,
    says: /嵌套层次过深|nested too deeply/,
  },
  {
    group: 'YAML',
    name: '2,000 deep by indentation',
    make: text(
      steps(2000)
        .map(indent => `${indent}a:`)
        .join('\n'),
    ),
    argv: CHECK,
    says: /嵌套层次过深|nested too deeply/,
  },
  {
    group: 'YAML',
    name: '2,000 deep lists by indentation',
    make: text(
      steps(2000)
        .map(indent => `${indent}-`)
        .join('\n'),
    ),
    argv: CHECK,
    says: /嵌套层次过深|nested too deeply/,
  },
  { group: 'YAML', name: '10,000 deep ? ? ?', make: text('? '.repeat(10_000)), argv: CHECK },
  {
    group: 'YAML',
    name: '10,000 deep where: { not: …',
    make: text(
      planAnd(
        `structure:\n  - { id: x, name: x, min: 1, where: ${'{ all: ['.repeat(30)}{ gender: female }${'] }'.repeat(30)} }`,
      ),
    ),
    argv: CHECK,
  },
  {
    group: 'YAML',
    name: '10,000 deep JSON from standard input',
    make: () => {},
    stdin: () => '{"a":'.repeat(10_000) + 1 + '}'.repeat(10_000),
    argv: [['check', '-']],
    says: /嵌套层次过深|nested too deeply/,
  },
  {
    group: 'YAML',
    name: '10,000 deep JSON lists from standard input',
    make: () => {},
    stdin: () => '['.repeat(10_000) + ']'.repeat(10_000),
    argv: [['check', '-']],
    says: /嵌套层次过深|nested too deeply/,
  },
  {
    group: 'YAML',
    name: '100,000 tags, anchors, directives',
    heavy: true,
    make: text(`${'%TAG ! x\n'.repeat(5000)}---\n${'!!str &a '.repeat(20_000)}x\n`),
    argv: CHECK,
  },
  { group: 'YAML', name: '50,000 documents', make: text('---\na: 1\n'.repeat(50_000)), argv: CHECK },
  {
    group: 'YAML',
    name: '100,000 quotes that are not closed',
    make: text('a: "x\n'.repeat(100_000)),
    argv: CHECK,
  },
  {
    group: 'YAML',
    name: '50,000 lines of full-width colons',
    make: text('性别：女\n'.repeat(50_000)),
    argv: CHECK,
    says: /全角|full-width/i,
  },
  {
    group: 'YAML',
    name: '100,000 unknown keys',
    make: text(rows(Array.from({ length: 100_000 }, (_, i) => `k${i}: 1`).join('\n'))),
    argv: CHECK,
    heavy: true,
  },
  {
    group: 'YAML',
    name: '50,000 times the same key',
    make: text(rows('quota: { total: 1 }\n'.repeat(50_000))),
    argv: CHECK,
    heavy: true,
  },

  // --- size ---
  {
    group: 'size',
    name: 'plan.yaml of 100 MB',
    make: folder => sparse(join(folder, 'plan.yaml'), 100 * MB),
    argv: READERS,
    says: /过大|too large/,
  },
  {
    group: 'size',
    name: 'one line of 100 MB',
    make: folder => writeFileSync(join(folder, 'plan.yaml'), 'a'.repeat(100 * MB)),
    argv: CHECK,
    says: /过大|too large/,
    heavy: true,
  },
  {
    group: 'size',
    name: 'candidates.yaml of 100 MB',
    make: folder => {
      example(folder);
      sparse(join(folder, 'candidates.yaml'), 100 * MB);
    },
    argv: CHECK,
    says: /过大|too large/,
  },
  {
    group: 'size',
    name: 'workbook of 100 MB',
    make: roster(() => new Uint8Array(100 * MB)),
    argv: ROSTER,
    says: /过大|too large/,
    heavy: true,
  },
  {
    group: 'size',
    name: '100 MB from standard input',
    make: () => {},
    stdin: () => `a: ${'b'.repeat(100 * MB)}`,
    argv: [['check', '-']],
    says: /过大|too large/,
    heavy: true,
  },
  {
    group: 'size',
    name: '/dev/zero as standard input',
    make: () => {},
    stdinFile: '/dev/zero',
    argv: [
      ['check', '-'],
      ['import', '-', '--force'],
      ['batch', '--files-from', '-'],
    ],
    says: /过大|too large/,
    heavy: true,
  },
  { group: 'size', name: 'one line of 19 MB', make: text('a'.repeat(19 * MB)), argv: CHECK, heavy: true },
  {
    group: 'size',
    name: 'one value of 19 MB',
    make: text(`${rows('organization: { name: ')}${'长'.repeat(6 * MB)} }\n`),
    argv: CHECK,
    heavy: true,
  },
  {
    group: 'size',
    name: 'one key of 19 MB',
    make: text(`${rows('')}${'k'.repeat(19 * MB)}: 1\n`),
    argv: CHECK,
    heavy: true,
  },
  { group: 'size', name: '19 MB of empty lines', make: text('\n'.repeat(19 * MB)), argv: CHECK, heavy: true },
  {
    group: 'size',
    name: '19 MB of NUL bytes',
    make: folder => sparse(join(folder, 'plan.yaml'), 19 * MB),
    argv: CHECK,
    heavy: true,
  },
  {
    group: 'size',
    name: '19 MB of control characters',
    make: text('\u0001'.repeat(19 * MB)),
    argv: CHECK,
    heavy: true,
  },
  {
    group: 'size',
    name: '1,000,000 elements ([1, 1, …])',
    make: text(`structure: [${'1,'.repeat(MB)}1]`),
    argv: CHECK,
    heavy: true,
  },
  {
    group: 'size',
    name: '1,000,000 elements (- 1)',
    make: text(`structure:\n${'- 1\n'.repeat(MB)}`),
    argv: CHECK,
    heavy: true,
  },
  {
    group: 'size',
    name: '1,000,000 candidates ({})',
    make: beside('candidates.yaml', `candidates: [${'{},'.repeat(MB)}{}]`),
    argv: CHECK,
    heavy: true,
  },
  {
    group: 'size',
    name: '1,000,000 candidates (- id: …)',
    make: folder =>
      example(folder, {
        'candidates.yaml': `candidates:\n${Array.from({ length: MB }, (_, i) => `- id: c${i}\n`).join('')}`,
      }),
    argv: CHECK,
    heavy: true,
  },
  {
    group: 'size',
    name: '100,000 steps that follow one another',
    make: folder =>
      example(folder, {
        'timeline.yaml': `steps:\n${Array.from({ length: 100_000 }, (_, i) => `- { id: s${i}, name: s, duration: 1d, after: [s${i + 1}] }\n`).join('')}`,
      }),
    argv: CHECK,
    heavy: true,
  },
  {
    group: 'size',
    name: '10,000 steps that follow one another',
    make: folder =>
      example(folder, {
        'timeline.yaml': `steps:\n${Array.from({ length: 10_000 }, (_, i) => `- { id: s${i}, name: s, duration: 1d, after: [s${i + 1}] }\n`).join('')}`,
      }),
    argv: CHECK,
    heavy: true,
  },
  {
    group: 'size',
    name: '20,000 requirements each of the one before',
    make: changed(
      planAnd('').replace(
        /^structure:\n(?:[ #].*\n|\n)*/m,
        `structure:\n${Array.from({ length: 20_000 }, (_, i) => `  - { id: r${i}, name: r, of: r${i + 1}, min: 1%, where: { gender: female } }\n`).join('')}`,
      ),
    ),
    argv: CHECK,
    heavy: true,
  },
  {
    group: 'size',
    name: 'as many candidates as the limit allows, nothing but names',
    make: folder =>
      example(folder, {
        'candidates.yaml': `candidates:\n${Array.from({ length: 95_000 }, (_, i) => `- { id: c${i}, name: 张三 }\n`).join('')}`,
      }),
    argv: CHECK,
    heavy: true,
  },
  {
    group: 'size',
    name: '40,000 candidates of one category for seven slots',
    make: folder =>
      example(folder, {
        'candidates.yaml': `candidates:\n${Array.from({ length: 40_000 }, (_, i) => `- { id: c${i}, name: 张${i}, gender: female, category: farmer, role: reserve, slot: farmer-1 }\n`).join('')}`,
      }),
    argv: CHECK,
    heavy: true,
  },
  {
    group: 'size',
    name: '90,000 candidates that are wrong ({})',
    make: beside('candidates.yaml', `candidates: [${'{},'.repeat(90_000)}{}]`),
    argv: CHECK,
    heavy: true,
  },
  {
    group: 'size',
    name: '40,000 candidates with a wrong alternative',
    make: beside(
      'candidates.yaml',
      `candidates:\n${'- { id: c, name: x, events: { branchMeeting: { on: x, in: 1 } } }\n'.repeat(40_000)}`,
    ),
    argv: CHECK,
    heavy: true,
  },
  {
    group: 'size',
    name: '600 names of 9,000 characters',
    make: beside(
      'candidates.yaml',
      `candidates:\n${Array.from({ length: 600 }, (_, i) => `- { id: c${i}, name: ${'长'.repeat(9000)}, category: x, slot: y }\n`).join('')}`,
    ),
    argv: CHECK,
    heavy: true,
  },
  {
    group: 'size',
    name: '390,000 elements ([1, 1, …])',
    make: text(`year: 2016\nstructure: [${'1,'.repeat(390_000)}1]`),
    argv: CHECK,
    heavy: true,
  },
  {
    group: 'size',
    name: '2,000 steps that follow one another',
    make: folder =>
      example(folder, {
        'timeline.yaml': `steps:\n${Array.from({ length: 2000 }, (_, i) => `- { id: s${i}, name: s, duration: 1d, after: [s${i + 1}] }\n`).join('')}`,
      }),
    argv: CHECK,
    heavy: true,
  },
  {
    group: 'size',
    name: '200 requirements each of the one before, in a circle',
    make: changed(
      planAnd('').replace(
        /^structure:\n(?:[ #].*\n|\n)*/m,
        `structure:\n${Array.from({ length: 200 }, (_, i) => `  - { id: r${i}, name: r, of: r${(i + 1) % 200}, min: 1%, where: { gender: female } }\n`).join('')}`,
      ),
    ),
    argv: READERS,
    heavy: true,
    mayPass: true,
  },
  {
    group: 'size',
    name: 'a quota of 10^15 slots',
    make: changed(
      planAnd('')
        .replace(/count: \d+/g, 'count: 999999999999999')
        .replace(/total: 9\b/, 'total: 999999999999999'),
    ),
    argv: READERS,
  },
  {
    group: 'size',
    name: 'numbers of 100,000 digits',
    make: changed(
      planAnd('')
        .replace(/total: 9\b/, `total: ${'9'.repeat(100_000)}`)
        .replace(/80%/g, `0.${'3'.repeat(100_000)}%`),
    ),
    argv: CHECK,
  },
  {
    group: 'size',
    name: 'dates in the year 999999',
    make: beside(
      'timeline.yaml',
      'steps:\n- { id: a, name: a, from: 999999-01-01, to: 1-1-1 }\n- { id: b, name: b, from: 1949-10-01, duration: 9999wd }\n- { id: c, name: c, from: 2016-01-01, duration: 9999999999d, after: [a+9999wd] }\n',
    ),
    argv: READERS,
  },

  // --- bytes ---
  {
    group: 'bytes',
    name: 'NUL bytes in a plan',
    make: text(planAnd('').replace('year', 'ye\0ar')),
    argv: READERS,
  },
  {
    group: 'bytes',
    name: 'invalid UTF-8',
    make: text(
      Buffer.concat([
        Buffer.from(planAnd('narrative: [{ heading: 思想, text: ')),
        Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0xf8]),
        Buffer.from(' }]\n'),
      ]),
    ),
    argv: READERS,
  },
  {
    group: 'bytes',
    name: 'overlong and cut-off UTF-8',
    make: text(
      Buffer.concat([Buffer.from('name: '), Buffer.from([0xe4, 0xb8, 0xed, 0xa0, 0x80, 0xc1, 0xbf])]),
    ),
    argv: CHECK,
  },
  {
    group: 'bytes',
    name: 'lone surrogates as escapes',
    make: text('{"schema":"plan/v1","year":2016,"\\ud800":"\\udfff","organization":{"name":"\\ud83d"}}'),
    argv: READERS,
  },
  {
    group: 'bytes',
    name: 'lone surrogates in UTF-16',
    make: text(Buffer.from('\ufeffyear: 2016\norganization: { name: a\ud800b }\n', 'utf16le')),
    argv: READERS,
  },
  {
    group: 'bytes',
    name: 'UTF-16 without a mark',
    make: text(Buffer.from('year: 2016\nbad: 1\n', 'utf16le')),
    argv: READERS,
  },
  {
    group: 'bytes',
    name: 'UTF-16 of odd length',
    make: text(Buffer.concat([Buffer.from('\ufeffyear: 2016\n', 'utf16le'), Buffer.from([0x61])])),
    argv: CHECK,
  },
  {
    group: 'bytes',
    name: 'UTF-32',
    make: text(Buffer.from([...'year: 2016\n'].flatMap(char => [char.charCodeAt(0), 0, 0, 0]))),
    argv: CHECK,
  },
  {
    group: 'bytes',
    name: 'UTF-7, HZ, ISO-2022-CN',
    make: text('name: +ZeVnLA-\nhz: ~{<:Ky2;~}\niso: \u001b$)A\u000e1\u000f\n'),
    argv: CHECK,
  },
  {
    group: 'bytes',
    name: 'every byte from 0 to 255',
    make: text(Uint8Array.from({ length: 256 }, (_, i) => i)),
    argv: CHECK,
  },
  {
    group: 'bytes',
    name: 'random bytes',
    make: text(Uint8Array.from({ length: 100_000 }, (_, i) => (i * i * 2_654_435_761) >>> 13)),
    argv: CHECK,
  },
  {
    group: 'bytes',
    name: 'a picture, a program, a zip without a table',
    make: text(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')),
    argv: CHECK,
  },
  {
    group: 'bytes',
    name: 'lines that end in U+2028, U+0085, a lone CR',
    make: text('year: 2016\u2028quota: 1\u0085x: 1\ry: 2\n'),
    argv: READERS,
  },

  // --- names ---
  ...INHERITED.flatMap(name => [
    { group: 'names', name: `${name} as every name`, make: text(namedPlan(name)), argv: READERS },
    {
      group: 'names',
      name: `${name} as a key everywhere`,
      make: text(
        `${name}: { ${name}: 1 }\nyear: 2016\nquota: { ${name}: 1, total: 1 }\norganization: { name: x, ${name}: { a: 1 } }\nrules: { severity: { ${name}: off }, settings: { ${name}: 1 } }\n`,
      ),
      argv: READERS,
      says: /没有这个字段|没有“|no field|unknown|field/i,
    },
  ]),
  {
    group: 'names',
    name: 'escape sequences as every name',
    make: text(namedPlan('NAME').replaceAll('"NAME"', JSON_ESCAPES).replaceAll('NAME', 'x')),
    argv: [
      ...READERS,
      ['checklist'],
      ['schedule'],
      ['notice'],
      ['document'],
      ['select'],
      ['report', '-f', 'markdown'],
      ['check', '-f', 'markdown'],
      ['check', '-f', 'github'],
      ['check', '-f', 'junit'],
      ['check', '-f', 'sarif'],
      ['check', '-f', 'json'],
      ['batch', '--no-cache', '-f', 'csv'],
      ['batch', '--no-cache', '-f', 'ndjson'],
      ['check', '--fix'],
    ],
  },
  {
    group: 'names',
    name: 'escape sequences as keys and paths',
    make: text(
      `{${JSON_ESCAPES}: 1, "year": 2016, "candidates": ${JSON_ESCAPES}, "timeline": ${JSON_ESCAPES}, "rules": {"packs": [${JSON_ESCAPES}]}}`,
    ),
    argv: [...READERS, ['check', '-f', 'github'], ['check', '-f', 'markdown']],
  },
  {
    group: 'names',
    name: 'raw escape sequences in YAML',
    make: text(Buffer.from(`year: 2016\n${ESCAPES}: ${ESCAPES}\n`)),
    argv: READERS,
  },
  {
    group: 'names',
    name: 'escape sequences in arguments',
    make: folder => example(folder),
    argv: [
      ['check', ESCAPES],
      ['check', `--${ESCAPES}`],
      [ESCAPES],
      ['check', '--lang', ESCAPES],
      ['check', '--as-of', ESCAPES],
      ['check', '-f', ESCAPES],
      ['report', ESCAPES],
      ['explain', ESCAPES],
      ['explain', 'structure/not-met', ESCAPES],
      ['batch', ESCAPES],
      ['batch', 'merge', ESCAPES],
      ['batch', '--files-from', ESCAPES],
      ['import', ESCAPES],
      ['import', 'x', '--map', ESCAPES],
      ['import', 'x', '--map-file', ESCAPES],
      ['report', '-o', `${ESCAPES}/x`],
      ['init', `plan.yaml/${ESCAPES}`],
      ['packs', 'test', ESCAPES],
      ['completion', ESCAPES],
      ['schema', ESCAPES],
    ],
    says: /./,
  },
  {
    group: 'names',
    name: 'escape sequences in file names',
    make: folder => {
      mkdirSync(join(folder, escapedName));
      example(join(folder, escapedName), {
        'candidates.yaml': null,
        'plan.yaml': `${planAnd('').replace(/^candidates:.*$/m, '')}\nbad: 1\ncandidates: 名册.csv\n`,
      });
      writeFileSync(join(folder, escapedName, '名册.csv'), `姓名,性别,${ESCAPES}\n${ESCAPES},女,1\n`);
    },
    argv: [
      ['check', escapedName],
      ['batch', '--no-cache', '.'],
      ['batch', '--no-cache', '*'],
      ['report', escapedName],
      ['check', escapedName, '-f', 'github'],
      ['check', escapedName, '-f', 'markdown'],
      ['check', `${escapedName}/plan.yaml`, '--fix'],
      ['import', `${escapedName}/名册.csv`, '-o', `${escapedName}/c.yaml`, '--force'],
      ['report', escapedName, '-o', `${escapedName}/r.md`, '--force'],
    ],
    mayPass: true,
  },
  ...Object.entries(NAMES).map(([name, value]) => ({
    group: 'paths',
    name: `a folder ${name}`,
    make: under(value),
    argv: Buffer.isBuffer(value)
      ? [
          ['batch', '--no-cache', '.'],
          ['check', '.'],
        ]
      : [
          ['check', value.startsWith('-') ? `./${value}` : value],
          ['check', '--', value],
          ['batch', '--no-cache', '.'],
          ['batch', '--no-cache', '*'],
          ['report', '--', value],
        ],
  })),
  {
    group: 'paths',
    name: 'a leading dash that is no option',
    make: under('-rf'),
    argv: [['check', '-rf']],
    says: /-r/,
  },
  {
    group: 'paths',
    name: 'a name of 256 bytes, a path of 100,000',
    make: folder => example(folder),
    argv: [
      ['check', 'x'.repeat(256)],
      ['check', 'x/'.repeat(50_000)],
      ['report', '-o', 'x'.repeat(256)],
      ['batch', 'x'.repeat(256)],
      ['batch', `${'*'.repeat(200)}x`],
      ['import', 'x'.repeat(256)],
    ],
  },
  { group: 'paths', name: 'NUL in a path', make: names('"a\\0b.yaml"'), argv: READERS },
  {
    group: 'paths',
    name: 'candidates: ../../etc/passwd',
    make: names('../../../../etc/passwd'),
    argv: READERS,
  },
  { group: 'paths', name: 'candidates: /etc/passwd', make: names('/etc/passwd'), argv: READERS },
  {
    group: 'paths',
    name: 'candidates: C:\\Windows\\win.ini, \\\\server\\share',
    make: names('\\\\server\\share\\x.yaml'),
    argv: READERS,
  },
  {
    group: 'paths',
    name: 'candidates: http://…, file://…',
    make: names('"http://127.0.0.1:9/x.yaml"'),
    argv: READERS,
  },
  { group: 'paths', name: 'candidates: plan.yaml (itself)', make: names('plan.yaml'), argv: READERS },
  {
    group: 'paths',
    name: 'candidates: . (a folder)',
    make: names('.'),
    argv: READERS,
    says: /文件夹|folder/,
  },
  {
    group: 'paths',
    name: 'packs: itself, /dev/zero, ../x',
    make: folder =>
      example(folder, {
        'plan.yaml': planAnd('rules: { packs: [plan.yaml, /dev/zero, ../../x, ., common, "__proto__"] }'),
      }),
    argv: READERS,
  },

  // --- links, pipes, devices ---
  { group: 'files', name: 'a link out of the folder', make: link('/etc/passwd'), argv: READERS },
  { group: 'files', name: 'a dangling link', make: link('nowhere'), argv: CHECK, mayPass: true },
  {
    group: 'files',
    name: 'a named dangling link',
    make: folder => {
      names('c.yaml')(folder);
      symlinkSync('nowhere', join(folder, 'c.yaml'));
    },
    argv: READERS,
    says: /找不到|no such/,
  },
  {
    group: 'files',
    name: 'a link to itself',
    make: folder => {
      names('c.yaml')(folder);
      symlinkSync('c.yaml', join(folder, 'c.yaml'));
    },
    argv: READERS,
  },
  {
    group: 'files',
    name: 'plan.yaml as a link to itself',
    make: folder => symlinkSync('plan.yaml', join(folder, 'plan.yaml')),
    argv: READERS,
  },
  {
    group: 'files',
    name: 'two links in a circle',
    make: folder => {
      symlinkSync('b', join(folder, 'a'));
      symlinkSync('a', join(folder, 'b'));
    },
    argv: [
      ['check', 'a'],
      ['batch', '--no-cache', 'a', 'b'],
      ['import', 'a', '--force'],
      ['report', 'a'],
    ],
  },
  {
    group: 'files',
    name: 'a folder with links to itself and its parents',
    make: folder => {
      mkdirSync(join(folder, 'a'));
      for (const [i, target] of ['.', '..', '../..', '/'].entries())
        symlinkSync(target, join(folder, 'a', `l${i}`));
    },
    argv: [
      ['batch', '--no-cache', '.'],
      ['batch', '--no-cache', '**'],
      ['batch', '--no-cache', '*/*/*/*'],
    ],
  },
  {
    group: 'files',
    name: 'links to /dev/zero and /proc/self/mem',
    make: link('/dev/zero'),
    argv: READERS,
    mayPass: true,
  },
  {
    group: 'files',
    name: 'a pipe named plan.yaml',
    make: folder => mkfifo(join(folder, 'plan.yaml')),
    argv: READERS,
  },
  {
    group: 'files',
    name: 'a pipe named candidates.yaml',
    make: folder => {
      example(folder, { 'candidates.yaml': null });
      mkfifo(join(folder, 'candidates.yaml'));
    },
    argv: CHECK,
    mayPass: true,
  },
  {
    group: 'files',
    name: 'a pipe named in the plan',
    make: folder => {
      names('c.yaml')(folder);
      mkfifo(join(folder, 'c.yaml'));
    },
    argv: READERS,
    says: /不是普通文件|not an ordinary file/,
  },
  {
    group: 'files',
    name: 'a pipe named 名册.xlsx',
    make: folder => {
      mkfifo(join(folder, '名册.xlsx'));
    },
    argv: IMPORT,
    says: /不是普通文件|not an ordinary file/,
  },
  {
    group: 'files',
    name: 'pipes as county.yaml, pack, mapping, list, shard',
    make: folder => {
      packs('')(folder);
      rmSync(join(folder, 'pack.yaml'));
      for (const name of ['pack.yaml', 'county.yaml', 'f']) mkfifo(join(folder, name));
    },
    argv: [
      ['check'],
      ['batch', 'county.yaml'],
      ['batch', 'merge', 'f'],
      ['batch', '--files-from', 'f'],
      ['import', 'plan.yaml', '--map-file', 'f'],
      ['import', 'plan.yaml', '--save-map', 'f', '--force'],
      ['packs', 'test', 'f'],
      ['check', 'f'],
      ['report', '-o', 'f'],
    ],
  },
  ...['/dev/zero', '/dev/random', '/dev/stdin', '/dev/tty', '/proc/self/mem'].flatMap(device => [
    { group: 'files', name: `candidates: ${device}`, make: names(device), argv: CHECK },
    {
      group: 'files',
      name: `${device} as an argument`,
      make: folder => example(folder),
      argv: [
        ['check', device],
        ['report', device],
        ['batch', '--no-cache', device],
        ['import', device, '--force'],
        ['batch', '--files-from', device],
        ['batch', 'merge', device],
      ],
    },
  ]),
  {
    group: 'files',
    name: 'a folder named plan.yaml',
    make: folder => mkdirSync(join(folder, 'plan.yaml')),
    argv: READERS,
  },
  {
    group: 'files',
    name: 'a folder named candidates.yaml',
    make: folder => {
      example(folder, { 'candidates.yaml': null });
      mkdirSync(join(folder, 'candidates.yaml'));
    },
    argv: CHECK,
    mayPass: true,
  },
  {
    group: 'files',
    name: 'a folder named 名册.xlsx',
    make: folder => mkdirSync(join(folder, '名册.xlsx')),
    argv: IMPORT,
    says: /文件夹|folder/,
  },
  {
    group: 'files',
    name: 'folders named county.yaml, pack.yaml',
    make: folder => {
      packs('')(folder);
      rmSync(join(folder, 'pack.yaml'));
      mkdirSync(join(folder, 'pack.yaml'));
      mkdirSync(join(folder, 'county.yaml'));
    },
    argv: [
      ['check'],
      ['batch', '--no-cache', '.'],
      ['batch', '--no-cache', 'county.yaml'],
      ['packs', 'test', 'pack.yaml'],
    ],
  },
  {
    group: 'files',
    name: '1,500 folders within one another',
    heavy: true,
    make: folder => mkdirSync(join(folder, 'd/'.repeat(1500)), { recursive: true }),
    argv: [
      ['batch', '--no-cache', '.'],
      ['batch', '--no-cache', '**/x'],
    ],
  },

  // --- workbooks ---
  {
    group: 'workbooks',
    name: 'zip bomb (a sheet of 2 GB that says so)',
    make: roster(() => withFalseSizes(workbook({ data: ROWS }), 2_000_000_000)),
    argv: ROSTER,
    says: /大得不正常|abnormal size|有效|valid/,
  },
  {
    group: 'workbooks',
    name: 'zip bomb (39 MB of zeros in 40 KB)',
    make: roster(() => workbook({ parts: { 'xl/media/x.xml': new Uint8Array(39 * MB) } })),
    argv: ROSTER,
    heavy: true,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: 'zip bomb (a sheet of 39 MB)',
    make: roster(() => workbook({ data: ROWS + ' '.repeat(39 * MB) })),
    argv: ROSTER,
    heavy: true,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: 'zip bomb (a sheet of 200 MB)',
    make: roster(() => workbook({ data: ROWS + ' '.repeat(200 * MB) })),
    argv: ROSTER,
    heavy: true,
    says: /大得不正常|abnormal size/,
  },
  {
    group: 'workbooks',
    name: 'zip bomb that says it is small',
    make: roster(() => withFalseSizes(workbook({ data: ROWS + ' '.repeat(200 * MB) }), 5000)),
    argv: ROSTER,
    heavy: true,
  },
  {
    group: 'workbooks',
    name: '10,000 parts',
    make: roster(() =>
      workbook({ parts: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`xl/x${i}.xml`, ''])) }),
    ),
    argv: ROSTER,
    says: /PLAN_MAX_PARTS/,
  },
  {
    group: 'workbooks',
    name: '2,000 sheets',
    heavy: true,
    make: roster(() =>
      workbook({
        parts: {
          'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${Array.from({ length: 2000 }, (_, i) => `<sheet name="s${i}" sheetId="${i + 1}" r:id="rId1"/>`).join('')}</sheets></workbook>`,
        },
      }),
    ),
    argv: ROSTER,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: 'parts named ../../x and /etc/x',
    make: roster(() =>
      workbook({
        parts: {
          '../../../../tmp/plan-evil.xml': '<x/>',
          '/etc/plan-evil.xml': '<x/>',
          '__proto__.xml': '<x/>',
        },
      }),
    ),
    argv: ROSTER,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: 'entity bomb in a sheet',
    make: roster(() => workbook({ doctype: ENTITIES, data: ROWS.replace('张三', '&l9;') })),
    argv: ROSTER,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: 'entity of a file in a sheet',
    make: roster(() =>
      workbook({
        doctype: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        data: ROWS.replace('张三', '&e;'),
      }),
    ),
    argv: ROSTER,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: 'entity bomb in shared strings',
    make: roster(() =>
      workbook({
        data: ROWS.replace(/<c r="A2".*?<\/c>/, '<c r="A2" t="s"><v>0</v></c>'),
        parts: {
          'xl/sharedStrings.xml': `${HEAD}${ENTITIES}<sst xmlns="${MAIN}"><si><t>&l9;</t></si></sst>`,
        },
      }),
    ),
    argv: ROSTER,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: '16,384 columns × one row',
    heavy: true,
    make: roster(() =>
      workbook({
        dimension: 'A1:XFD2',
        data: `<row r="1">${Array.from({ length: 16_384 }, (_, i) => cell(`${letters(i + 1)}1`, i === 0 ? '姓名' : '性别')).join('')}</row><row r="2">${cell('A2', '张三')}</row>`,
      }),
    ),
    argv: ROSTER,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: 'one cell at XFD1048576',
    make: roster(() =>
      workbook({
        data: `${ROWS}<row r="1048576">${cell('XFD1048576', 'x')}</row>`,
        dimension: 'A1:XFD1048576',
      }),
    ),
    argv: ROSTER,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: 'a dimension of XFD1048576 over two rows',
    make: roster(() => workbook({ dimension: 'A1:XFD1048576' })),
    argv: ROSTER,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: 'a dimension that is none',
    make: roster(() => workbook({ dimension: 'ZZZZZ0:-1' })),
    argv: ROSTER,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: 'a cell at ZZZZZZ9',
    make: roster(() => workbook({ data: `${ROWS}<row r="9">${cell('ZZZZZZ9', 'x')}</row>` })),
    argv: ROSTER,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: '19,999 rows × 300 columns by one merged area',
    make: roster(() =>
      workbook({
        data: `${ROWS}<row r="19000">${cell('A19000', 'x')}</row>`,
        merges: `<mergeCells><mergeCell ref="A2:KN19999"/></mergeCells>`,
      }),
    ),
    argv: ROSTER,
    heavy: true,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: '5,000 merged areas of everything',
    make: roster(() =>
      workbook({
        data: `${ROWS}<row r="15000">${cell('A15000', 'x')}</row>`,
        merges: `<mergeCells>${'<mergeCell ref="A2:KN15000"/>'.repeat(5000)}</mergeCells>`,
      }),
    ),
    argv: ROSTER,
    heavy: true,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: 'columns 1 to 2^31',
    make: roster(() =>
      workbook({
        parts: {
          'xl/worksheets/sheet1.xml': `${HEAD}<worksheet xmlns="${MAIN}"><cols><col min="1" max="2147483647" hidden="1" width="1"/></cols><sheetData>${ROWS}</sheetData></worksheet>`,
        },
      }),
    ),
    argv: ROSTER,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: 'a shared string with number 10^9',
    make: roster(() =>
      workbook({ data: ROWS.replace(/<c r="A2".*?<\/c>/, '<c r="A2" t="s"><v>999999999</v></c>') }),
    ),
    argv: ROSTER,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: 'a cell of 5 MB',
    make: roster(() => workbook({ data: ROWS.replace('张三', '长'.repeat(5 * MB)) })),
    argv: ROSTER,
    heavy: true,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: '1,000,000 rows',
    make: roster(() =>
      workbook({
        data:
          ROWS +
          Array.from(
            { length: MB - 2 },
            (_, i) => `<row r="${i + 3}"><c r="A${i + 3}"><v>1</v></c></row>`,
          ).join(''),
      }),
    ),
    argv: ROSTER,
    heavy: true,
  },
  {
    group: 'workbooks',
    name: '500,000 rows',
    make: roster(() =>
      workbook({
        data:
          ROWS +
          Array.from(
            { length: 500_000 },
            (_, i) => `<row r="${i + 3}"><c r="A${i + 3}"><v>1</v></c></row>`,
          ).join(''),
      }),
    ),
    argv: ROSTER,
    says: /PLAN_MAX_ROWS/,
    heavy: true,
  },
  {
    group: 'workbooks',
    name: 'tags within one another, 100,000 deep',
    heavy: true,
    make: roster(() => workbook({ data: `${ROWS}${'<row>'.repeat(100_000)}` })),
    argv: ROSTER,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: 'escape sequences in cells and in the sheet’s name',
    make: roster(() =>
      workbook({
        data: ROWS.replace('张三', '_x001B_[31mx&#x9b;2J&#x202e;y&#x1b;]0;t&#7;')
          .replace('<row r="2">', `<row r="2">${cell('C2', 'x')}`)
          .replace('</row>', `${cell('C1', '&#x1b;]8;;x&#x9b;')}</row>`),
        parts: {
          'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="&#x1b;[31m&#x9b;s" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        },
      }),
    ),
    argv: [
      ...ROSTER,
      ['import', '名册.xlsx', '--force', '--sheet', '\u001b[31m\u009bs'],
      ['import', '名册.xlsx', '--force', '--sheet', '\u001bx'],
      ['report'],
    ],
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: 'ODS by the name .xlsx',
    make: roster(() =>
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
        'content.xml': strToU8('<office:document-content/>'),
      }),
    ),
    argv: ROSTER,
  },
  {
    group: 'workbooks',
    name: 'xlsb by the name .xlsx',
    make: roster(() =>
      zipSync({ 'xl/workbook.bin': new Uint8Array(100), '[Content_Types].xml': strToU8('<Types/>') }),
    ),
    argv: ROSTER,
  },
  {
    group: 'workbooks',
    name: 'an empty file, four bytes, a cut-off zip',
    make: roster(() => workbook().slice(0, 700)),
    argv: ROSTER,
  },
  {
    group: 'workbooks',
    name: 'an empty workbook by name',
    make: roster(() => new Uint8Array()),
    argv: ROSTER,
  },
  {
    group: 'workbooks',
    name: 'a compound file of garbage',
    make: roster(() =>
      Uint8Array.from(
        { length: 200_000 },
        (_, i) => [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][i] ?? (i * 7919) & 255,
      ),
    ),
    argv: ROSTER,
  },
  {
    group: 'workbooks',
    name: 'a compound file whose sectors go in a circle',
    make: roster(() => {
      const bytes = new Uint8Array(4096);
      bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
      bytes.set([0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0], 24);
      bytes[44] = 1;
      bytes.set([0, 0x10], 56);
      bytes.set(
        [...'Workbook'].flatMap(char => [char.charCodeAt(0), 0]),
        1024,
      );
      return bytes;
    }),
    argv: ROSTER,
  },
  {
    group: 'workbooks',
    name: 'CSV of one line of 19 MB',
    make: roster(() => new TextEncoder().encode(`姓名,性别\n${'a,'.repeat(9 * MB)}`)),
    argv: ROSTER,
    heavy: true,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: 'CSV of 1,000,000 lines',
    make: roster(() => new TextEncoder().encode(`姓名,性别\n${'张三,女\n'.repeat(MB)}`)),
    argv: ROSTER,
    heavy: true,
  },
  {
    group: 'workbooks',
    name: 'CSV of 19 MB of quotes',
    make: roster(() => new TextEncoder().encode(`姓名,性别\n${'"'.repeat(19 * MB)}`)),
    argv: ROSTER,
    heavy: true,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: 'HTML by the name .xlsx, with 100,000 open tags',
    make: roster(() =>
      new TextEncoder().encode(
        `<html><table><tr><td>姓名<td>性别${'<table><tr><td colspan=1000000 rowspan=1000000>'.repeat(20_000)}`,
      ),
    ),
    argv: ROSTER,
    heavy: true,
    mayPass: true,
  },
  {
    group: 'workbooks',
    name: 'formulas in CSV',
    make: roster(() => new TextEncoder().encode("姓名,性别\n=cmd|' /C calc'!A0,女\n@SUM(1),女\n")),
    argv: ROSTER,
    mayPass: true,
  },

  // --- counties and packs ---
  {
    group: 'county',
    name: 'county.yaml of 100 MB',
    make: folder => sparse(join(folder, 'county.yaml'), 100 * MB),
    argv: BATCH,
    says: /过大|too large/,
  },
  {
    group: 'county',
    name: 'county.yaml 10,000 deep',
    make: county('['.repeat(10_000)),
    argv: BATCH,
    says: /嵌套层次过深|nested too deeply/,
  },
  {
    group: 'county',
    name: 'county.yaml with a billion laughs',
    make: county(laughs()),
    argv: BATCH,
    says: /引用展开后内容过多|references stand for too much/,
  },
  {
    group: 'county',
    name: 'county.yaml with hostile names',
    make: county(
      JSON.stringify({
        year: 2026,
        organization: { name: 'N' },
        quota: { total: 490 },
        townships: [
          { name: 'N', quota: 12, path: 'N' },
          { name: '__proto__', quota: 1, path: '/etc' },
          { name: 'constructor', quota: 1, path: '../../../..' },
          { name: 'x', quota: 1, path: '/dev/zero' },
        ],
      }).replaceAll('"N"', JSON_ESCAPES),
    ),
    argv: [
      ...BATCH,
      ['batch', '--no-cache', '.', '-f', 'csv'],
      ['batch', '--no-cache', '.', '-f', 'markdown'],
      ['batch', '--no-cache', '.', '-f', 'github'],
      ['batch', '--no-cache', '.', '-f', 'json'],
    ],
  },
  {
    group: 'county',
    name: 'townships that are the county itself',
    make: county(
      'year: 2026\norganization: { name: x }\nquota: { total: 1 }\ntownships:\n  - { name: a, quota: 1, path: . }\n  - { name: b, quota: 1, path: county.yaml }\n  - { name: c, quota: 1, path: "" }\n',
    ),
    argv: BATCH,
  },
  {
    group: 'county',
    name: '100,000 townships that are not there',
    make: county(
      `year: 2026\norganization: { name: x }\nquota: { total: 1 }\ntownships:\n${Array.from({ length: 100_000 }, (_, i) => `  - { name: t${i}, quota: 1, path: t${i} }\n`).join('')}`,
    ),
    argv: BATCH,
    heavy: true,
  },
  {
    group: 'county',
    name: 'invalid UTF-8, NUL, UTF-16 as county.yaml',
    make: county(Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x00])),
    argv: BATCH,
  },
  {
    group: 'packs',
    name: 'pack of 100 MB',
    make: folder => {
      packs('')(folder);
      sparse(join(folder, 'pack.yaml'), 100 * MB);
    },
    argv: CHECK,
    says: /过大|too large/,
  },
  {
    group: 'packs',
    name: 'pack 10,000 deep',
    make: packs('{a: '.repeat(10_000)),
    argv: CHECK,
    says: /嵌套层次过深|nested too deeply/,
  },
  {
    group: 'packs',
    name: 'pack with a billion laughs',
    make: packs(laughs()),
    argv: CHECK,
    says: /引用展开后内容过多|references stand for too much/,
  },
  {
    group: 'packs',
    name: 'pack with hostile names',
    make: packs(
      JSON.stringify({
        name: 'N',
        number: 'N',
        norms: [
          { norm: '__proto__', value: 1 },
          { norm: 'N', value: 1 },
          { norm: 'constructor', value: 1 },
        ],
        conditions: [{ id: 'N', name: 'N' }],
        N: 1,
      }).replaceAll('"N"', JSON_ESCAPES),
    ),
    argv: [...CHECK, ['packs', 'test', 'pack.yaml']],
  },
];

/** What no terminal may get of a file: controls, and what turns the direction of the text around it. */
const RAW = /\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** A stack trace, or the ways in which Node, V8 and the program tell of a failure that nobody foresaw. */
const TRACE =
  /\n\s+at .*[:(]|node:internal|[A-Z]\w*Error\b|UnhandledPromise|Node\.js v\d|FATAL|call stack|程序内部错误|程序出了故障|internal error|E[A-Z]{4,}:|\bundefined\b|\[object |\bNaN\b/;

/**
 * What is wrong with an answer to an attack; undefined where nothing is.
 * @type {typeof import('./attacks.js').faultIn}
 */
export function faultIn({ says, mayPass = false }, { code, out, err }) {
  const all = out + err;
  if (![1, 2, ...(mayPass ? [0] : [])].includes(code)) return `exit ${code}: ${all.slice(-300)}`;
  const trace = TRACE.exec(all);
  if (trace) return `tells of a failure: ${all.slice(Math.max(0, trace.index - 80), trace.index + 200)}`;
  const raw = RAW.exec(all);
  if (raw)
    return `U+${raw[0].charCodeAt(0).toString(16)} is written as it is: ${JSON.stringify(all.slice(Math.max(0, raw.index - 40), raw.index + 10))}`;
  if (all.includes('\ufffd'))
    return `mojibake: ${all.slice(Math.max(0, all.indexOf('\ufffd') - 40)).slice(0, 80)}`;
  if (all.trim() === '') return 'says nothing';
  if (says && !says.test(all)) return `does not say ${says}: ${all.slice(0, 300)}`;
  return undefined;
}
