import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { CORE_SCHEMA, dump } from 'js-yaml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMasked, maskedFields, personShape } from '../../src/read/fields/masked.ts';
import { fieldShape } from '../../src/read/fields/shape.ts';
import { runPlan } from '../support/io.ts';

// What the schemas mark by `x-masked` is left out and masked on every way out. The fields are taken from the schemas, so that a new one is
// held to the same without a line here.

interface Property {
  title: string;
  pattern?: string;
  examples: string[];
  'x-masked'?: true;
}

const candidates = JSON.parse(readFileSync('schemas/candidates.schema.json', 'utf8'));
const properties: Record<string, Property> = candidates.$defs.candidate.properties;
const FIELDS = Object.entries(properties).filter(([, { 'x-masked': masked }]) => masked);

/** Numbers that the field takes and that do not show by themselves what they are; where it takes none, its example. */
const numbersFor = ({ pattern = '', examples }: Property, index: number): string[] => {
  const numbers = [`0991-234567${index}`, `234 567${index}`].filter(each => new RegExp(pattern).test(each));
  return numbers.length > 0 ? numbers : [examples[0]!];
};

const digits = (text: string): RegExp =>
  new RegExp([...text.replace(/\D/g, '')].join('[^0-9\\p{Script=Han}*]{0,3}'), 'u');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-masked-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const plan = (person: object, other: object = {}) => ({
  year: 2016,
  organization: { name: '某镇党委', superior: '某县委组织部' },
  quota: { total: 1, categories: [{ id: 'farmer', name: '农牧民', count: 1 }] },
  timeline: [{ id: 'a', name: '公示', kind: 'notice', from: '2016-06-01', duration: '5wd' }],
  candidates: [
    { id: 'c1', name: '张三', gender: 'male', category: 'farmer', role: 'nominee', ...person },
    { id: 'c2', name: '李四', ...other },
  ],
});
const write = (content: object | string) =>
  writeFileSync(
    join(folder, 'plan.yaml'),
    typeof content === 'string' ? content : dump(content, { schema: CORE_SCHEMA, lineWidth: -1 }),
  );

/** Everything that a command line writes, on the screen and into its file. */
async function shownBy(...args: string[]): Promise<string> {
  const { out, err } = await runPlan(args, { cwd: folder });
  const made = readdirSync(folder).filter(name => name !== 'plan.yaml' && name !== 'roster.csv');
  const parts = made.flatMap(name => {
    const bytes = readFileSync(join(folder, name));
    rmSync(join(folder, name));
    return /\.(docx|xlsx)$/.test(name)
      ? Object.values(unzipSync(bytes)).map(part => strFromU8(part))
      : [strFromU8(bytes)];
  });
  return [out, err, ...parts].join('\n');
}

const COMMANDS = [
  ['check', '.'],
  ['check', '.', '--redact'],
  ['check', '.', '--lang', 'en'],
  ...['json', 'sarif', 'github', 'markdown', 'junit'].map(format => ['check', '.', '-f', format]),
  ['report', '.', '-f', 'markdown'],
  ['notice', '.'],
  ['document', '.', '-f', 'text'],
  ['select', '.', '--dry-run'],
  ['paper', 'roster', '.', '-f', 'text'],
  ['paper', 'record', '.', '-f', 'text'],
  ['export', '.', '-o', 'r.xlsx'],
  ['export', '.', '--workbook', '-o', 'p.xlsx'],
  ['batch', '.', '--no-cache', '-f', 'json'],
  ['batch', '.', '--no-cache', '-f', 'csv'],
];

it('are these fields, and only people have such', () => {
  expect(FIELDS.map(([name]) => name)).toEqual(maskedFields());
  expect(FIELDS.length).toBeGreaterThan(1);
  const marked = readdirSync('schemas').flatMap(
    file => readFileSync(join('schemas', file), 'utf8').match(/"x-masked": true/g) ?? [],
  );
  expect(marked).toHaveLength(FIELDS.length);
});

it('are shown by no command, wherever else their numbers stand', async () => {
  for (const kind of [0, -1]) {
    const values = FIELDS.map(
      ([name, property], index) => [name, numbersFor(property, index).at(kind)!] as const,
    );
    const remark = values.map(([, value]) => `家里${value}，另见${value.replace(/\D/g, '')}`).join('；');
    write({
      ...plan(
        { ...Object.fromEntries(values), note: remark, tags: [remark], attributes: { 备考: remark } },
        { note: remark },
      ),
      narrative: [{ heading: '联系', text: remark }],
      timeline: [{ id: 'a', name: remark, kind: 'notice', from: '2016-06-02', duration: '5wd' }],
    });
    for (const args of COMMANDS) {
      const shown = await shownBy(...args);
      expect(shown, args.join(' ')).not.toMatch(/内部错误|internal error/);
      for (const [, value] of values) expect(digits(value).exec(shown)?.[0], args.join(' ')).toBeUndefined();
    }
  }
});

describe.each(FIELDS)('%s', (name, property) => {
  const [value = ''] = numbersFor(property, 8);
  const remark = `家里${value}，另见${value.replace(/\D/g, '')}`;

  it('is left out of rosters and workbooks, which say so, and stands in them with --personal', async () => {
    write(plan({ [name]: value }));
    for (const kind of [[], ['--workbook']]) {
      const without = await shownBy('export', '.', ...kind);
      expect(without.includes('没有写入')).toBe(true);
      expect(without.includes(value.slice(-4))).toBe(false);
      expect((await shownBy('export', '.', ...kind, '--personal')).includes(value)).toBe(true);
    }
  });

  it('is masked in the lines of a file that is shown, whether it can be read or not', async () => {
    for (const key of [name, property.title]) {
      const lines = dump(plan({ birth: '1990-02-30' }), { schema: CORE_SCHEMA }).replace(
        /( +)birth: .*/,
        (line, indent) => `${line}\n${indent}${key}: "234 5678"`,
      );
      write(lines);
      expect(await shownBy('check', '.')).toMatch(new RegExp(`${key}: .*678`));
      expect(await shownBy('check', '.')).not.toMatch(digits('2345678'));
      write(`${lines}  - { ${key}: 234-5678, name: [ }\n  - { ${key}: 0991-2345678`);
      expect(await shownBy('check', '.')).toMatch(/678, name: \[/);
      expect(await shownBy('check', '.')).not.toMatch(digits('2345678'));
    }
  });

  it('is masked in a line in whatever digits it is written', async () => {
    write(`candidates:\n  - { name: 张三, ${name}: 一三八一二三四五六七八, birth: [ }\n`);
    const shown = await shownBy('check', '.');
    expect(shown).toContain('*******五六七八');
    expect(shown).not.toContain('三四五六七八');
  });

  it('is masked in what is said of it where it is wrong', async () => {
    write(plan({ [name]: `${value}q` }));
    for (const format of ['text', 'json', 'sarif']) {
      const shown = await shownBy('check', '.', '-f', format);
      expect(shown).toContain(`…${value.slice(-3)}q`);
      expect(shown).not.toMatch(digits(value));
    }
  });

  it('is nobody else’s where the cell is merged, and is told of nowhere when a roster is read', async () => {
    writeFileSync(
      join(folder, 'roster.csv'),
      `姓名,${property.title},备注\n张三（电话${value}）,${value},${remark}\n李四,5553q,\n,556 6778,\n`,
    );
    const { out, err } = await runPlan(['import', 'roster.csv', '-o', 'new.yaml'], { cwd: folder });
    expect(out + err).not.toMatch(digits(value));
    // Of a row that is nobody's, too.
    expect(out + err).not.toMatch(digits('5566778'));
    expect(readFileSync(join(folder, 'new.yaml'), 'utf8')).toContain(value);
  });
});

it('so are attributes by whose names they are such numbers', async () => {
  const shape = fieldShape(personShape(), 'attributes');
  const keys = ['家庭电话', '父亲手机号', 'homePhone', '身份证号码2'];
  for (const key of keys) expect(isMasked(shape, 'attributes', key)).toBe(true);
  expect(isMasked(shape, 'attributes', '院校排名')).toBe(false);
  const attributes = Object.fromEntries(keys.map((key, index) => [key, `234 567${index}`]));
  write(plan({ attributes, note: keys.map((_, index) => `见234567${index}`).join('；') }));
  for (const args of COMMANDS)
    expect(/234 ?567\d/.exec(await shownBy(...args))?.[0], args.join(' ')).toBeUndefined();
  write(plan({ attributes }));
  for (const kind of [[], ['--workbook']])
    expect(/>[* ]*67\d</.exec(await shownBy('export', '.', ...kind))?.[0]).toBeUndefined();
});

it('the phone of the office stands in the notice, whoever gives it for theirs', async () => {
  const town = plan({ phone: '0991-2345678' });
  write({ ...town, organization: { ...town.organization, phone: '0991-2345678' } });
  expect(await shownBy('notice', '.')).toContain('0991-2345678');
  expect(await shownBy('paper', 'letter', '.', '-f', 'text')).toContain('0991-2345678');
  expect(await shownBy('export', '.', '--workbook')).toContain('0991-2345678');
  // A mobile one that stands on the roster is somebody's own.
  const mobile = plan({ phone: '13812345678' });
  write({ ...mobile, organization: { ...mobile.organization, phone: '138-1234-5678' } });
  expect(await shownBy('notice', '.')).not.toMatch(digits('13812345678'));
  // Published is the number and no part of another.
  const id = plan({ note: '650000 19900101 0019' });
  write({ ...id, organization: { ...id.organization, phone: '19900101' } });
  expect(await shownBy('export', '.', '--workbook')).not.toMatch(digits('650000199001010019'));
});

it('a number of the roster uncovers no longer one that begins with it', async () => {
  write(plan({ phone: '19900101' }, { phone: '1234567' }));
  const text = '公示650000199001010019，联系13812345678，138 - 1234 - 5678，1381234\n5678';
  writeFileSync(
    join(folder, 'plan.yaml'),
    readFileSync(join(folder, 'plan.yaml'), 'utf8').replace('name: 公示', `name: ${JSON.stringify(text)}`),
  );
  for (const args of [
    ['check', '.', '-f', 'json'],
    ['schedule', '.', '-f', 'ics'],
    ['document', '.', '-f', 'html'],
    ['report', '.', '-f', 'markdown'],
    ['report', '.', '-f', 'json', '--redact'],
  ]) {
    const shown = await shownBy(...args);
    expect(shown, args.join(' ')).not.toMatch(/199001|1990\*|650000|138|1234(?!567)/);
  }
});
