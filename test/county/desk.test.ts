import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gb18030, utf16 } from '../support/encode.ts';
import { runPlan, type TestOptions } from '../support/io.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'plan-desk-'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

function write(path: string, content: string | Uint8Array) {
  mkdirSync(join(cwd, path, '..'), { recursive: true });
  writeFileSync(join(cwd, path), content);
}

const plan = (
  name: string,
  { year = 2026, people = '', structure = '[]', timeline = '[]' } = {},
) => `year: ${year}
organization: { name: ${name} }
quota: { total: 2, categories: [{ id: farmer, name: 农牧民, count: 2 }] }
structure: ${structure}
timeline: ${timeline}
candidates:
${people || '  - { id: c1, name: 甲, gender: male, birth: 1970-01-01, category: farmer, slot: farmer-1, role: nominee }\n'}`;

const woman = (id: string, name: string, extra = '') =>
  `  - { id: ${id}, name: ${name}, gender: female, birth: 1995-01-0${id.at(-1)}, category: farmer, role: nominee${extra} }\n`;

const batch = async (args: string[], options: TestOptions = {}) =>
  runPlan(['batch', ...args, '--as-of', '2026-06-01', '--no-cache', '--lang', 'zh'], { cwd, ...options });
const json = async (...args: string[]) => JSON.parse((await batch([...args, '-f', 'json'])).out);

describe("the county's structure", () => {
  beforeAll(() => {
    // One township counts women by another id, the other not at all.
    const structure = '[{ id: w, name: 妇女, where: { gender: male }, min: 0 }]';
    write('own/a/plan.yaml', plan('a镇', { people: woman('c1', '王一') + woman('c2', '王二'), structure }));
    write(
      'own/b/plan.yaml',
      plan('b镇', { people: woman('c1', '李一') + woman('c2', '李二', ', education: college') }),
    );
    write(
      'own/county.yaml',
      `year: 2026
quota: { total: 4 }
structure:
  - { id: women, name: 女党员, where: { gender: female }, max: 25% }
  - { id: w, name: 青年, where: { age: { max: 35 } }, min: 50% }
  - { id: learned, name: 女大专, where: { education: { min: college } }, of: women, min: 50% }
townships: [{ name: a镇, quota: 2, path: a }, { name: b镇, quota: 2, path: ./b/ }]
`,
    );
  });
  const expected = [
    { id: 'women', have: 4, whole: 4, min: 0, max: 1, unknown: 0, met: false },
    { id: 'w', have: 4, whole: 4, min: 2, max: null, unknown: 0, met: true },
    { id: 'learned', have: 1, whole: 4, min: 2, max: null, unknown: 3, met: false },
  ];

  it('is that of all nominees, by its own conditions', async () => {
    const { county } = await json('own');
    expect(county.structure).toMatchObject(expected);
    expect((await batch(['own'])).out).toContain('全县女党员要求不超过25%，4人中须至多1人，各乡镇合计4人');
  });

  it('is the same in parts that are merged', async () => {
    for (const part of ['1/2', '2/2']) await batch(['own', '--shard', part, '-o', `own-${part[0]}.ndjson`]);
    const { county } = await json('merge', 'own-1.ndjson', 'own-2.ndjson');
    expect(county.structure).toMatchObject(expected);
  });
});

describe('a line for each township', () => {
  beforeAll(() => {
    const timeline =
      '[{ id: n, name: 推荐, kind: nomination, on: 2026-05-06, owner: 镇 }, { id: m, name: 支部大会, kind: branch-meeting, on: 2026-07-06, owner: 镇 }]';
    write(
      'lines/over/plan.yaml',
      plan('多镇', {
        people: woman('c1', '赵一') + woman('c2', '赵二'),
        structure: '[{ id: women, name: 妇女, where: { gender: female }, max: 0 }]',
        timeline,
      }),
    );
    write('lines/old/plan.yaml', plan('旧镇', { year: 2025 }));
    write('lines/excel/名册.xlsx', 'PK');
    write(
      'lines/none/plan.yaml',
      plan('无镇', {
        people: '  []\n',
        structure: '[{ id: w, name: 妇女, where: { gender: female }, min: 1 }]',
      }).replace('candidates:\n  []', 'candidates: []'),
    );
    write(
      'lines/county.yaml',
      `year: 2026
quota: { total: 10 }
townships:
${['over 多镇', 'old 旧镇', 'excel 表镇', 'gone 缺镇', 'none 无镇']
  .map(each => each.split(' '))
  .map(([path, name]) => `  - { name: ${name}, quota: 2, path: ${path} }\n`)
  .join('')}`,
    );
  });

  it('says what there is of its plan', async () => {
    const { county } = await json('lines');
    expect(
      county.townships.map(({ name, state }: { name: string; state: string }) => `${name} ${state}`),
    ).toEqual([
      '多镇 fail',
      '旧镇 other-year',
      '表镇 excel-only',
      '缺镇 missing',
      expect.stringMatching(/^无镇 /),
    ]);
    const { out } = await batch(['lines']);
    expect(out).toMatch(/没有上报1个，只有Excel1个，别的年度1个/);
    expect(out).toMatch(/缺镇 +没有上报/);
    // Last year's plan is not in this year's sums.
    expect(county.nominees).toBe(2);
  });

  it('tells too many as too many, and nothing as met that was not judged', async () => {
    for (const format of ['text', 'csv', 'markdown']) {
      const { out } = await batch(['lines', '-f', format]);
      expect(out, format).toContain('妇女多2');
    }
    const { out } = await batch(['lines', '-f', 'csv']);
    expect(out.split('\r\n').find(line => line.startsWith('无镇'))).not.toContain('达到');
  });

  it('says what is overdue and what is next', async () => {
    expect((await batch(['lines'])).out).toMatch(/逾期 推荐（05-06）；07-06 支部大会/);
    expect((await batch(['lines', '-f', 'csv'])).out).toMatch(/07-06 支部大会,推荐（05-06）/);
  });
});

describe('one folder is one township', () => {
  it('by whatever path it is named', async () => {
    write('paths/dong/plan.yaml', plan('东镇'));
    write(`paths/${'é'.normalize('NFD')}/plan.yaml`, plan('西镇'));
    symlinkSync('dong', join(cwd, 'paths', 'link'));
    write(
      'paths/county.yaml',
      `year: 2026\nquota: { total: 4 }\ntownships: [{ name: 东镇, quota: 2, path: ./dong/ }, { name: 西镇, quota: 2, path: ${'é'.normalize('NFC')} }]\n`,
    );
    const { plans, county } = await json(
      'paths',
      'paths/dong/',
      'paths/link',
      join(cwd, 'paths/dong'),
      './paths/dong',
    );
    expect(plans).toHaveLength(2);
    expect(county.findings).toEqual([]);
  });
});

describe('lists of paths', () => {
  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['GBK', gb18030],
    ['UTF-16', (text: string) => utf16(text, 'le')],
  ])('may be %s', async (_name, encode) => {
    write('名单/甲/plan.yaml', plan('甲镇'));
    write('list.txt', encode('名单\\甲*\r\n名单/甲\r\n'));
    expect((await json('--files-from', 'list.txt')).plans).toHaveLength(1);
  });

  it('never mean a whole drive', async () => {
    write('list.txt', '/\nC:\\\nown/a\n');
    const { out, err } = await batch(['--files-from', 'list.txt', '-f', 'json']);
    expect(JSON.parse(out).plans).toHaveLength(1);
    expect(err).toContain('“/”是整个磁盘');
  });
});

it('plan check leads from a county to plan batch', async () => {
  for (const path of ['own', 'own/county.yaml']) {
    const { out, code } = await runPlan(['check', path, '--lang', 'zh'], { cwd });
    expect(code).toBe(2);
    expect(out).toContain('汇总用 plan batch own');
  }
});

describe('what changed since an earlier run', () => {
  it('is counted for each unit and in sum, from json and from ndjson', async () => {
    const people = woman('c1', '周一') + woman('c2', '周二');
    const tooMany = '[{ id: women, name: 妇女, where: { gender: female }, max: 0 }]';
    const tooFew = '[{ id: men, name: 男, where: { gender: male }, min: 1 }]';
    write('since/plan.yaml', plan('变镇', { people, structure: tooMany }));
    await batch(['since', '-f', 'json=was.json', '-f', 'ndjson=was.ndjson']);
    const before = (await json('since', '--since', 'was.json')).since;
    expect(before.sum).toMatchObject({ mended: 0, added: 0 });
    write('since/plan.yaml', plan('变镇', { people, structure: tooFew }));
    for (const file of ['was.json', 'was.ndjson']) {
      const { since } = await json('since', '--since', file);
      expect(since.sum, file).toEqual({ mended: 1, added: 1, open: before.sum.open - 1 });
      expect(since.units).toEqual([{ name: '变镇', path: 'since', ...since.sum }]);
      expect(since.history.map(({ errors }: { errors: number }) => errors)).toEqual([1, 1]);
    }
    const { out } = await batch(['since', '--since', 'was.json']);
    expect(out).toContain('与2026-06-01相比');
    expect(out).toMatch(/已改1处，新增1处/);
  });

  it('wants a result', async () => {
    const { err, code } = await batch(['own', '--since', 'own/county.yaml']);
    expect(code).toBe(2);
    expect(err).toContain('own/county.yaml 不是');
  });
});

describe('a page for each township', () => {
  it('says what to mend, and holds nobody of another', async () => {
    await batch(['lines', '--reports', 'pages', '--reports-format', 'markdown']);
    const page = (name: string) => readFileSync(join(cwd, 'pages', `${name}.md`), 'utf8');
    expect(readdirSync(join(cwd, 'pages')).sort()).toEqual(
      ['多镇', '旧镇', '表镇', '缺镇', '无镇', '核对意见目录'].map(name => `${name}.md`).sort(),
    );
    expect(page('多镇')).toMatch(/1\. .*妇女.*\n +- → .*（plan\.yaml:/);
    expect(page('多镇')).toContain('逾期：推荐');
    expect(page('缺镇')).toContain('请尽快上报');
    expect(page('表镇')).toContain('只有Excel');
    expect(page('旧镇')).toContain('别的年度');
    for (const name of ['旧镇', '缺镇', '无镇']) expect(page(name)).not.toMatch(/赵|多镇/);
    for (const name of ['旧镇', '缺镇']) expect(page('核对意见目录')).toContain(`${name}.md`);
  });

  it('is a Word file where nothing else is asked for, and keeps pseudonyms', async () => {
    await batch(['lines', '--reports', 'word']);
    expect(
      readFileSync(join(cwd, 'word', '多镇.docx'))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await batch(['lines', '--reports', 'masked', '--reports-format', 'html', '--redact']);
    for (const file of readdirSync(join(cwd, 'masked')))
      expect(readFileSync(join(cwd, 'masked', file), 'utf8')).not.toContain('赵一');
    // What is there stays, unless it may be replaced.
    const again = await batch(['lines', '--reports', 'word']);
    expect(again.code).toBe(2);
    expect((await batch(['lines', '--reports', 'word', '--force'])).code).not.toBe(130);
  });
});
