import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { CORE_SCHEMA, dump } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsOf } from '../../src/cli/commands.ts';
import {
  BATCH_FORMATS,
  CHECKLIST_FORMATS,
  DOCUMENT_FORMATS,
  NOTICE_FORMATS,
  PAPER_FORMATS,
  REPORT_FORMATS,
  SCHEDULE_FORMATS,
  SELECT_FORMATS,
} from '../../src/cli/formats.ts';
import { run } from '../../src/cli/run.ts';
import { formats } from '../../src/output/findings/index.ts';
import { PAPER_KINDS } from '../../src/output/papers/steps/kinds.ts';
import { texts } from '../../src/text/zh/index.ts';
import { runPlan, testIo } from '../support/io.ts';
import { thorough } from '../support/runs.ts';

// A name, an ID number and a phone stand in every field of the schema; every format of every command is searched for them.

type Schema = Record<string, unknown>;

const schemas: Record<string, Schema> = Object.fromEntries(
  readdirSync('schemas')
    .filter(file => file.endsWith('.json'))
    .map(file => [file, JSON.parse(readFileSync(join('schemas', file), 'utf8'))]),
);

/** Fictitious: the first digits name no county. */
const ID = '650000199001010019';
const PHONE = '13812345678';
const LANDLINE = '09912345678';
const NAMES = ['王庄', '阿依古丽'];
/** A number stands right behind a name, whose pseudonym ends in a digit, and one at the end, where sentences have numbers of heads. */
const MARK = '王庄138.1234.5678、6500 0019 9001 0100 19';
/** A landline is somebody's where a roster holds it; elsewhere it may be an office's, which is there to be called. */
const ROSTER_MARK = `(0991)234-5678转12，${MARK}`;
/** Where no spaces may stand, and dashes part the numbers. */
const CODE_MARK = '王庄-650000-19900101-0019-13812345678';

/** What is put where a text may stand, and where it may not; undefined leaves the example of the schema. */
interface Filling {
  text: string;
  code: string;
  /** in place of dates, numbers, choices */
  other?: string;
  /** a key that no object has */
  key?: string;
}

interface Place {
  file: string;
  schema: Schema;
}

function resolved({ file, schema }: Place): Place {
  const ref = schema.$ref as string | undefined;
  if (ref === undefined) return { file, schema };
  const [target = '', pointer = ''] = ref.split('#');
  const path = target === '' ? file : target;
  const found = pointer
    .split('/')
    .filter(part => part !== '')
    .reduce((at, part) => at[part] as Schema, schemas[path]!);
  const { $ref: _ref, ...own } = schema;
  const inner = resolved({ file: path, schema: found });
  return { file: inner.file, schema: { ...inner.schema, ...own } };
}

/** A value with every field that the schema knows, as deep as plans go. */
function filled(place: Place, filling: Filling, name = '', depth = 0): unknown {
  const { file, schema } = resolved(place);
  if (depth > 9) return undefined;
  const { other } = filling;
  const options = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (options && schema.type === undefined) {
    // Of a file's name or what stands in it, the latter.
    const isInline = name === 'candidates' || name === 'timeline';
    const inline = options.find(option =>
      ['array', 'object'].includes(resolved({ file, schema: option }).schema.type as string),
    );
    return filled({ file, schema: isInline && inline ? inline : options[0]! }, filling, name, depth);
  }
  if (schema.type === 'object' || schema.properties) {
    const object: Record<string, unknown> = {};
    // Of fields that exclude each other (不低于, 不超过, 左右 …) the first.
    const [, ...excluded] = ((schema.oneOf ?? []) as Schema[]).flatMap(
      each => (each.required ?? []) as string[],
    );
    for (const [key, below] of Object.entries((schema.properties ?? {}) as Record<string, Schema>)) {
      if (excluded.includes(key)) continue;
      const value = filled({ file, schema: below }, filling, key, depth + 1);
      if (value !== undefined) object[key] = value;
    }
    const extra = schema.additionalProperties;
    const others =
      typeof extra === 'object' && filled({ file, schema: extra as Schema }, filling, '', depth + 1);
    if (others !== false && others !== undefined) object[filling.text] = others;
    if (filling.key !== undefined) object[filling.key] = filling.text;
    return Object.keys(object).length > 0 ? object : undefined;
  }
  if (schema.type === 'array') {
    const item = filled({ file, schema: (schema.items ?? {}) as Schema }, filling, name, depth + 1);
    return item === undefined ? undefined : [item];
  }
  if (name === 'schema') return undefined;
  if (schema.enum || schema.const !== undefined)
    return other ?? (schema.enum as unknown[] | undefined)?.[0] ?? schema.const;
  if (
    schema.type === 'string' &&
    !schema['x-read'] &&
    (schema.pattern === undefined || schema.pattern === '\\S')
  )
    return filling.text;
  if (schema.type === 'string' && String(schema.pattern).startsWith('^[^')) return filling.code;
  return other ?? (schema.examples as unknown[] | undefined)?.[0] ?? (schema.type === 'boolean' ? true : 1);
}

const planSchema: Place = { file: 'plan.schema.json', schema: schemas['plan.schema.json']! };
const resultSchema: Place = { file: 'result.schema.json', schema: schemas['result.schema.json']! };
const packSchema: Place = { file: 'pack.schema.json', schema: schemas['pack.schema.json']! };
const countySchema: Place = { file: 'county.schema.json', schema: schemas['county.schema.json']! };

/** People whose names are to be hidden: one as a nominee, with everything, and one as a contact of his. */
function named(plan: Record<string, unknown>): Record<string, unknown> {
  const [person] = plan.candidates as Record<string, unknown>[];
  const own = { ...person, id: 'c1', name: '王庄', contacts: ['阿依古丽'], introducers: ['阿依古丽'] };
  const slot = `${CODE_MARK}-1`;
  const nominee = { role: 'nominee', category: CODE_MARK, slot, gender: 'male' };
  return {
    ...plan,
    year: 2016,
    quota: { ...(plan.quota as object), total: 1 },
    rules: undefined,
    candidates: [
      { ...own, ...nominee },
      { ...person, name: '阿依古丽', category: CODE_MARK },
    ],
  };
}

const FILLINGS: Record<string, Filling> = {
  'in every field that takes a text': { text: ROSTER_MARK, code: CODE_MARK },
  'in every field at all': { text: ROSTER_MARK, code: CODE_MARK, other: ROSTER_MARK },
  'in unknown keys': { text: ROSTER_MARK, code: CODE_MARK, key: ROSTER_MARK },
};
/** The same for files without people. */
const withoutLandline = (filling: Filling): Filling => ({
  ...filling,
  text: MARK,
  ...(filling.other !== undefined && { other: MARK }),
  ...(filling.key !== undefined && { key: MARK }),
});

const TEXT = ['text'];

/** Every command that shows something of a plan, with every view of it, and its formats. */
const COMMANDS: [args: string[], formats: readonly string[]][] = [
  [['check', 'town'], formats],
  [['check', 'town', '--summary'], TEXT],
  [['check', 'town', '--concise'], TEXT],
  [['check', 'town', '--errors-only'], TEXT],
  [['check', '--packs-test', 'pack.yaml'], TEXT],
  [['report', 'town'], REPORT_FORMATS],
  [['report', 'town', '--with-places'], TEXT],
  [['report', 'town', '--statistics'], REPORT_FORMATS],
  [['report', 'town', '--statistics', '--columns', '女'], TEXT],
  [['checklist', 'town'], CHECKLIST_FORMATS],
  [['checklist', 'town', '--only-missing'], TEXT],
  [['checklist', 'town', '--by', 'step'], CHECKLIST_FORMATS],
  [['checklist', 'town', '--by', 'slot'], CHECKLIST_FORMATS],
  [['schedule', 'town'], SCHEDULE_FORMATS],
  [['schedule', 'town', '--forward', '2016-06-01'], TEXT],
  [['schedule', 'town', '--backward', '2016-06-01'], TEXT],
  [['notice', 'town', '--from', '2016-06-13'], NOTICE_FORMATS],
  ...['activist', 'acceptance', 'conversion'].map((stage): [string[], string[]] => [
    ['notice', 'town', '--from', '2016-06-13', '--stage', stage],
    TEXT,
  ]),
  [['notice', 'town', '--from', '2016-06-13', '--person', '王庄'], TEXT],
  [['document', 'town'], DOCUMENT_FORMATS],
  [['document', 'town', '--red-head', '--unsealed'], DOCUMENT_FORMATS],
  [['select', 'town'], SELECT_FORMATS],
  [['select', 'town', '--resilience'], SELECT_FORMATS],
  [['select', 'town', '--dry-run'], TEXT],
  ...['structure/not-met', 'input/schema', 'reserve/too-few', 'period/talk-late'].map(
    (code): [string[], string[]] => [
      ['explain', code, 'town'],
      ['text', 'markdown'],
    ],
  ),
  ...PAPER_KINDS.map((kind): [string[], readonly string[]] => [['paper', kind, 'town'], PAPER_FORMATS]),
  [['paper', 'record', 'town', '--person', '王庄'], TEXT],
  [['paper', 'filing', 'town', '--stage', 'activist'], TEXT],
  [['paper', 'vote', 'town', '--stage', 'conversion'], TEXT],
  [['export', 'town'], ['xlsx']],
  [['export', 'town', '--template'], ['xlsx']],
  [['export', 'town', '--workbook'], ['xlsx']],
  // One run of a county makes all that a batch can show besides: the comparison with a result, the statistics, a page for each township.
  [
    ['batch', '.', '--no-cache', '--statistics', '--since', 'since.json', '--reports', 'pages', '--force'],
    BATCH_FORMATS,
  ],
  [['batch', '.', '--no-cache', '--reports', 'pages', '--reports-format', 'html', '--force'], ['csv']],
  [['batch', '.', '--no-cache', '--sort', 'urgency', '--statistics', '--columns', '女'], TEXT],
  [['batch', '.', '--no-cache', '--shard', '1/1'], ['ndjson']],
  [['import', 'roster.csv'], ['yaml']],
  [['init', 'new', '--from', 'roster.csv', '--yes'], ['yaml']],
];

/** These write the user's own files, in which everything stands: what they say on the screen is searched. */
const OWN_FILES = ['import', 'init'];

/** The commands that know --redact. */
const REDACTS = [
  ...commandsOf(texts)
    .filter(({ shows }) => shows)
    .map(({ name }) => name),
  'explain',
  'export',
];

/** What shows nothing of a plan, or shows nothing else for it than what is asked above. */
const SHOWS_NOTHING = {
  // what page writes is compared below
  commands: ['schema', 'completion', 'page'],
  options: [
    // where it goes, how fast, and what ends how
    ...['format', 'jobs', 'no-cache', 'time', 'max-warnings', 'watch', 'files-from', 'days', 'from', 'date'],
    // what is written into the user's own files (test/trust/writing.test.ts, privacy.test.ts)
    ...['fix', 'write', 'personal', 'keys', 'save-map'],
    // which sheet and columns of a roster are meant, and what a new plan says
    ...[
      'map',
      'map-file',
      'sheet',
      'year',
      'name',
      'superior',
      'total',
      'category',
      'ratio',
      'reserve',
      'example',
    ],
  ],
};

it('every command, view of it and kind of paper is searched', () => {
  for (const { name, options } of commandsOf(texts)) {
    if (SHOWS_NOTHING.commands.includes(name)) continue;
    const lines = COMMANDS.filter(([args]) => args[0] === name).map(([args]) => args);
    expect(lines.length, name).toBeGreaterThan(0);
    for (const [flags] of options) {
      const [, option = ''] = /--([\w-]+)/.exec(flags)!;
      if (SHOWS_NOTHING.options.includes(option)) continue;
      expect(lines.flat(), `${name} --${option}`).toContain(`--${option}`);
    }
  }
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-sweep-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const yaml = (value: unknown): string =>
  dump(JSON.parse(JSON.stringify(value)), { schema: CORE_SCHEMA, lineWidth: -1 });

/** The text of an output as people and programs read it: marks, folds and escapes away. */
function readable(name: string, bytes: Uint8Array): string {
  const raw = /\.(docx|xlsx)$/.test(name)
    ? Object.values(unzipSync(bytes))
        .map(part => strFromU8(part))
        .join('\n')
    : strFromU8(bytes);
  return raw
    .replace(/\r\n /g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/%[0-9a-f]{2}(?:%[0-9a-f]{2})*/gi, escaped => {
      try {
        return decodeURIComponent(escaped);
      } catch {
        return escaped;
      }
    })
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .normalize('NFKC');
}

/** Numbers however they are grouped, and over the end of a line. */
const grouped = (digits: string) => new RegExp([...digits].join('[^0-9A-Za-z\\p{Script=Han}*│|]{0,4}'), 'u');
const PERSONAL = [grouped(ID), grouped(PHONE), grouped(LANDLINE)];
const SPACED = NAMES.map(name => new RegExp([...name].join('[\\s\\u3000]*'), 'u'));

/** Whether one run of a command writes as many formats as are asked for. */
const isManifold = ([name, ...rest]: readonly string[]): boolean =>
  (name === 'check' || name === 'batch') && !rest.includes('--shard') && !rest.includes('--packs-test');

async function search(
  args: string[],
  formats: readonly string[],
  patterns: RegExp[],
  ...options: string[]
): Promise<void> {
  const files = formats.map(format => join(folder, `out.${format}`));
  const pages = join(folder, 'pages');
  for (const old of [...files, pages]) rmSync(old, { recursive: true, force: true });
  const isOwn = OWN_FILES.includes(args[0]!);
  const hasOneFormat =
    isOwn || args[0] === 'export' || args.includes('--shard') || args.includes('--packs-test');
  const [file = ''] = files;
  const asked =
    args[0] === 'init'
      ? ['--force']
      : hasOneFormat
        ? ['-o', file]
        : isManifold(args)
          ? formats.flatMap((format, index) => ['-f', `${format}=${files[index]}`])
          : ['-f', formats[0]!, '-o', file];
  const line = [...args, ...asked, ...options];
  const { code, out, err } = await runPlan(line, { cwd: folder });
  expect([0, 1, 2], line.join(' ')).toContain(code);
  expect(out + err, line.join(' ')).not.toMatch(/内部错误|internal error/);
  const shown = [err, out];
  for (const file of isOwn ? [] : files)
    if (statSync(file, { throwIfNoEntry: false })) shown.push(readable(file, readFileSync(file)));
  if (statSync(pages, { throwIfNoEntry: false }))
    for (const name of readdirSync(pages)) shown.push(name, readable(name, readFileSync(join(pages, name))));
  for (const text of shown)
    for (const pattern of patterns) {
      const match = pattern.exec(text);
      const around = match ? text.slice(Math.max(0, match.index - 60), match.index + 60) : '';
      expect({ command: line.join(' '), around }).toEqual({ command: line.join(' '), around: '' });
    }
}

describe.each(Object.entries(FILLINGS))('a name, an ID number and a phone %s', (_where, filling) => {
  beforeAll(() => {
    mkdirSync(join(folder, 'town'), { recursive: true });
    const plan = filled(planSchema, filling) as Record<string, unknown>;
    writeFileSync(join(folder, 'town/plan.yaml'), yaml(filling.other === undefined ? named(plan) : plan));
    const pack = filled(packSchema, withoutLandline(filling)) as Record<string, unknown>;
    const [example] = pack.examples as [{ plan: Record<string, unknown> }];
    const judged = {
      ...example,
      plan: named(example.plan),
      found: ['structure/not-met'],
      absent: ['period/talk-late'],
    };
    const examples = [filling.other === undefined ? judged : example];
    writeFileSync(join(folder, 'pack.yaml'), yaml({ ...pack, examples }));
    const county = filled(countySchema, withoutLandline(filling)) as Record<string, unknown>;
    // Whom townships are to call stands on their pages: a phone, and nothing else that is written in its place.
    const callable = (of: unknown) => ({ ...(of as object), phone: MARK.replace('138', '139') });
    const [{ liaison, ...township }] = county.townships as [Record<string, unknown>];
    const organization = callable(county.organization);
    const townships = [{ ...township, path: 'town', liaison: callable(liaison) }];
    writeFileSync(
      join(folder, 'county.yaml'),
      // Packs that are not there would hide all the rest.
      yaml({ ...county, year: 2016, rules: undefined, organization, townships }),
    );
    const cells = ['王庄', '女', '1990-01-01', ID, '0991-2345678', ROSTER_MARK, ROSTER_MARK];
    writeFileSync(
      join(folder, 'roster.csv'),
      `姓名,性别,出生日期,身份号码,电话,备注,${MARK}\n${cells}\n${cells.map(() => ROSTER_MARK)}\n`,
    );
    const result = filled(resultSchema, withoutLandline(filling)) as Record<string, unknown>;
    writeFileSync(join(folder, 'since.json'), JSON.stringify({ ...result, schema: 'plan-result/v1' }));
  });

  // Formats lay out the same data, which pass the gate before. At each commit `check` and `batch` are asked in every format, the other
  // commands in one of theirs by turns; where the form is wrong as well, a sixth of the commands in one. In a long run all.
  const turn = Object.values(FILLINGS).indexOf(filling);
  const cases = COMMANDS.flatMap(([args, all], index) => {
    const isTurn = (each: number, of: number) => each % of === index % of;
    const asked =
      index === 0 || thorough || (turn === 0 && isManifold(args))
        ? all
        : turn === 0
          ? all.filter((_, each) => isTurn(each, all.length))
          : all.filter((_, each) => isTurn(turn, 6) && each === (index + turn) % all.length);
    const runs = isManifold(args) ? (asked.length > 0 ? [asked] : []) : asked.map(format => [format]);
    // Where names are hidden, numbers are looked for as well: without --redact a third of the commands.
    const plain = thorough || (turn === 0 && (asked.length > 1 || isTurn(0, 3)));
    return runs.map(own => [args.join(' '), own.join(' '), args, own, plain] as const);
  });

  it.each(cases)('plan %s -f %s shows neither number', async (_name, _formats, args, own, plain) => {
    // Of what stays with the user no names are hidden.
    const canRedact = REDACTS.includes(args[0]!);
    if (plain || !canRedact) await search(args, own, PERSONAL, '--lang', 'zh');
    const hidden = [...PERSONAL, ...(filling.other === undefined ? SPACED : [])];
    if (canRedact) await search(args, own, hidden, '--lang', 'en', '--redact');
  });
});

it('plan page writes the same page whatever lies in the folder', async () => {
  const built = readFileSync('dist/plan.html');
  const { io } = testIo({ cwd: folder });
  expect(await run(['page', '-o', 'page.html'], { ...io, page: () => built })).toBe(0);
  expect(readFileSync(join(folder, 'page.html')).equals(built)).toBe(true);
});

it('what is filled is a plan: every command has something to show', async () => {
  mkdirSync(join(folder, 'town'), { recursive: true });
  writeFileSync(
    join(folder, 'town/plan.yaml'),
    yaml(named(filled(planSchema, FILLINGS['in every field that takes a text']!) as Record<string, unknown>)),
  );
  for (const command of ['report', 'checklist', 'schedule', 'notice', 'document', 'select']) {
    const { code, out, err } = await runPlan(
      [command, 'town', ...(command === 'notice' ? ['--from', '2016-06-13'] : [])],
      { cwd: folder },
    );
    expect(code, err).toBeLessThan(2);
    expect(out, `${command}: ${err}`).not.toBe('');
  }
});
