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
import { isResult, resultErrors } from '../support/result-schema.ts';

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
    { id: 'learned', have: 1, whole: 4, min: 2, max: null, unknown: 3, vacant: 0, met: null },
  ];

  it('is that of all nominees, by its own conditions', async () => {
    const { county } = await json('own');
    expect(county.structure).toMatchObject(expected);
    expect((await batch(['own'])).out).toContain('合计女党员要求不超过25%，4人中须至多1人，各单位合计4人');
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
      expect(out, format).toContain('妇女超出2');
    }
    expect((await batch(['lines', '-f', 'html'])).out).toContain('>2 / 0 超出2<');
    const { out } = await batch(['lines', '-f', 'csv']);
    const lines = out.split('\r\n');
    expect(lines.find(line => line.startsWith('无镇'))).not.toContain('达到');
    expect(lines.find(line => line.startsWith('旧镇'))).not.toContain('达到');
  });

  it('says what is overdue and what is next', async () => {
    expect((await batch(['lines'])).out).toMatch(/逾期 推荐（05-06）；07-06 支部大/);
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

describe('an earlier result', () => {
  it('is refused where it is cut, changed, put together or another tool’s, and read in any encoding', async () => {
    write(
      'told/county.yaml',
      'year: 2026\nquota: { total: 2 }\ntownships: [{ name: 告镇, quota: 2, path: a }]\n',
    );
    write('told/a/plan.yaml', plan('告镇'));
    await batch(['told', '--statistics', '-f', 'json=told.json', '-f', 'ndjson=told.ndjson']);
    const text = readFileSync(join(cwd, 'told.json'), 'utf8');
    const lines = readFileSync(join(cwd, 'told.ndjson'), 'utf8');
    const since = async (content: string | Uint8Array) => {
      write('earlier.json', content);
      return batch(['told', '--statistics', '--since', 'earlier.json']);
    };
    // biome-ignore lint/suspicious/noExplicitAny: it is spoilt in ways that no type allows
    const wrong: [string, (result: any) => void][] = [
      ['plans', result => (result.plans = 'x')],
      ['findings', result => (result.plans[0].findings = null)],
      ['one finding', result => result.plans[0].findings.push(null)],
      ['counts', result => delete result.plans[0].counts],
      ['a count', result => (result.plans[0].counts.error = '9')],
      ['path', result => (result.plans[0].path = 7)],
      ['day', result => (result.asOf = '昨天')],
      ['tool', result => (result.tool = null)],
      ['county', result => (result.county.townships = 'x')],
      ['findings of the county', result => (result.county.findings = null)],
      ['statistics', result => (result.statistics = { units: null })],
      ['two results in one', result => result.plans.push(...result.plans)],
    ];
    for (const [what, spoil] of wrong) {
      const result = JSON.parse(text);
      spoil(result);
      const { code, err } = await since(JSON.stringify(result));
      expect([code, err], what).toEqual([2, expect.stringContaining('不是 plan batch 的结果')]);
    }
    for (const content of [
      text.slice(0, 500),
      lines.slice(0, -9),
      '{"version":"2.1.0","runs":[]}',
      'null',
      '',
      Buffer.from([0, 1, 2, 255]),
    ])
      expect((await since(content)).err).toContain('不是 plan batch 的结果');
    const expected = (await since(text)).out;
    expect(expected).toContain('告镇');
    for (const content of [`\ufeff${text}`, utf16(text, 'le'), gb18030(text), lines])
      expect((await since(content)).out).toBe(expected);
  });
});

describe('a list of folders', () => {
  it.each([
    ['nothing', ''],
    ['nothing but lines', '\r\n \n'],
    ['a lone separator', '/\n\\\nC:\\\n'],
  ])('that has %s searches nothing', async (_, content) => {
    write('list/plan.yaml', plan('单镇'));
    write('list/list.txt', content);
    const { code, out, err } = await batch(['--files-from', 'list.txt'], { cwd: join(cwd, 'list') });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('list.txt 中没有可核对的路径');
  });

  it('may have quotation marks around its paths, as Explorer copies them', async () => {
    write('list/有 空格/plan.yaml', plan('空镇'));
    write('list/quoted.txt', '"有 空格"\r\n');
    const { out, err } = await batch(['--files-from', 'quoted.txt'], { cwd: join(cwd, 'list') });
    expect([out.includes('空镇'), err]).toEqual([true, '']);
  });
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
    expect(out).not.toContain('同一年度');
  });

  it('is told as what it is where the earlier plans were of another year', async () => {
    write('years/plan.yaml', plan('变镇', { year: 2015 }));
    await batch(['years', '-f', 'json=last-year.json']);
    write('years/plan.yaml', plan('变镇'));
    expect((await json('years', '--since', 'last-year.json')).since.years).toEqual([2015]);
    const { out } = await batch(['years', '--since', 'last-year.json']);
    expect(out).toContain('上次核对的是2015年度的计划，与本次不是同一年度');
  });

  it('tells findings of one rule and one person apart by their place, and knows who was renamed', async () => {
    // Two dates of one person each before the step that they follow.
    const person = (id: string, name: string, talk: string, activist: string) =>
      `  - { id: ${id}, name: ${name}, gender: male, birth: 1990-01-01, category: farmer, role: nominee, events: { application: 2024-03-01, talk: ${talk}, activist: ${activist} } }\n`;
    const talkWrong = person('c1', '钱一', '2024-02-01', '2025-01-01');
    const activistWrong = person('c1', '钱一', '2024-03-10', '2024-02-01');
    const order = ({ plans: [only] }: { plans: { findings: { code: string; path: string }[] }[] }) =>
      only!.findings.filter(({ code }) => code === 'candidate/date-order').map(({ path }) => path);
    write('places/plan.yaml', plan('位镇', { people: talkWrong }));
    expect(order(await json('places'))).toEqual(['/candidates/0/events/talk']);
    await batch(['places', '-f', 'json=places.json']);
    const before = (await json('places', '--since', 'places.json')).since;
    expect(before.sum).toMatchObject({ mended: 0, added: 0 });

    write('places/plan.yaml', plan('位镇', { people: activistWrong }));
    expect(order(await json('places'))).toEqual(['/candidates/0/events/activist']);
    const after = (await json('places', '--since', 'places.json')).since;
    expect(after.sum.mended).toBeGreaterThanOrEqual(1);
    expect(after.sum.added).toBeGreaterThanOrEqual(1);

    // Moved down in the list: the same person (and the quota is filled). With another id and name: known by the place, which is said.
    const other = person('c9', '孙九', '2024-03-10', '2025-01-01');
    write('places/plan.yaml', plan('位镇', { people: other + talkWrong }));
    const moved = (await json('places', '--since', 'places.json')).since;
    expect(moved).toMatchObject({ byPlace: 0, sum: { mended: 1, added: 0, open: before.sum.open - 1 } });
    write(
      'places/plan.yaml',
      plan('位镇', { people: talkWrong.replace('c1', 'c8').replace('钱一', '钱八') }),
    );
    const renamed = (await json('places', '--since', 'places.json')).since;
    expect(renamed.sum).toEqual(before.sum);
    expect(renamed.byPlace).toBeGreaterThan(0);
    expect((await batch(['places', '--since', 'places.json'])).out).toContain('请核对是不是同一人');
  });

  it('names the units that cannot be compared, and knows a folder that was moved by its name', async () => {
    for (const name of ['甲', '乙', '丙']) write(`units/${name}/plan.yaml`, plan(`${name}镇`));
    await batch(['units', '-f', 'json=units.json']);
    rmSync(join(cwd, 'units/丙'), { recursive: true });
    rmSync(join(cwd, 'units/乙'), { recursive: true });
    write('units/乙2/plan.yaml', plan('乙镇'));
    write('units/丁/plan.yaml', plan('丁镇'));
    const { since } = await json('units', '--since', 'units.json');
    expect(since.unmatched).toEqual({ before: ['丙镇'], now: ['丁镇'] });
    expect(since.units.map(({ name }: { name: string }) => name).sort()).toEqual(['乙镇', '甲镇']);
    const { out } = await batch(['units', '--since', 'units.json']);
    expect(out).toContain('上次没有、无从比较的单位（1）：丁镇');
    expect(out).toContain('上次有、这次没有核对的单位（1）：丙镇');
  });

  it("counts the county's own findings, and people on two rosters also from lines", async () => {
    const county = ['examples/county-2026', '--as-of', '2026-05-06', '--no-cache', '--lang', 'zh'];
    const was = [join(cwd, 'county.json'), join(cwd, 'county.ndjson')];
    await runPlan(['batch', ...county, '-f', `json=${was[0]}`, '-f', `ndjson=${was[1]}`], {});
    for (const file of was) {
      const { since } = JSON.parse(
        (await runPlan(['batch', ...county, '-f', 'json', '--since', file], {})).out,
      );
      expect(since.sum, file).toMatchObject({ mended: 0, added: 0 });
      expect(since.units.at(-1)).toMatchObject({ name: '青禾县委组织部', open: 8 });
      expect(since.history[0]).toEqual(since.history[1]);
      // What is still open is all that was told, the county's own included.
      expect(since.history[0].errors + since.history[0].warnings).toBe(since.sum.open);
    }
  });

  it('shows in the statistics table, in every format', async () => {
    const girl = woman('c1', '周一');
    write('table/a/plan.yaml', plan('表甲', { people: girl }));
    write('table/b/plan.yaml', plan('表乙', { people: girl.replace('周一', '周二') }));
    await batch(['table', '--statistics', '-f', 'json=table.json']);
    write('table/a/plan.yaml', plan('表甲', { people: girl + woman('c2', '吴二') }));
    write('table/b/plan.yaml', plan('表乙', { people: girl.replace('female', 'male') }));
    write('table/c/plan.yaml', plan('表丙', { people: girl.replace('周一', '周三') }));
    const since = ['table', '--since', 'table.json', '--columns', '女'];
    const result = await json(...since);
    expect(isResult(result), resultErrors()).toBe(true);
    const { statistics } = result;
    expect(statistics.changes.units).toMatchObject([
      { name: '表甲', nominee: { total: 1, women: 1 } },
      { name: '表乙', nominee: { total: 0, women: -1 } },
    ]);
    expect(statistics.changes.sum.nominee).toEqual({ total: 1, women: 0 });
    const formats = ['text', 'markdown', 'html', 'csv'];
    await batch([...since, ...formats.flatMap(format => ['-f', `${format}=table.${format}`])]);
    const written = (format: string) => readFileSync(join(cwd, `table.${format}`), 'utf8');
    for (const format of formats.slice(0, 3)) {
      const out = written(format);
      if (format === 'html') expect(out).toMatch(/>2<i class="share" style="width: 100%"><\/i><\/td>/);
      expect(out, format).toContain('统计表：拟发展对象（计划），与2026-06-01相比增减');
      expect(out, format).toContain('没有计入增减的单位（1）：表丙');
    }
    const out = written('csv');
    expect(out).toContain('女（增减）');
    expect(out).toMatch(/^表乙,拟发展对象（计划）,1,0,0,0,'-1\r$/m);
    // A run without the table is said to have none.
    await batch(['table', '-f', 'json=bare.json']);
    const bare = await batch(['table', '--statistics', '--since', 'bare.json']);
    expect(bare.out).toContain('没有统计数，无从比较增减');
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
    expect(page('表镇')).toContain('只交了 Excel 名册，没有计划');
    expect(page('旧镇')).toContain('报来的是2025年度的计划');
    for (const name of ['旧镇', '缺镇', '无镇']) expect(page(name)).not.toMatch(/赵|多镇/);
    for (const name of ['旧镇', '缺镇']) expect(page('核对意见目录')).toContain(`${name}.md`);
  });

  it('says whom to call: the office, and the own liaison alone, by name unless names are hidden', async () => {
    write('call/a/plan.yaml', plan('甲镇'));
    write('call/b/plan.yaml', plan('乙镇'));
    write(
      'call/county.yaml',
      `年度: 2026
单位: { 名称: 某县委组织部, 受理部门: 某县委组织部组织科, 受理电话: 0000-1234567 }
指导性计划: { 总数: 6 }
乡镇:
  - { 名称: 甲镇, 名额: 2, 文件夹: ./a/, 联络员: { 姓名: 林秋, 电话: "13912345678" } }
  - { 名称: 乙镇, 名额: 2, 文件夹: b, 联络员: { 姓名: 何松 } }
  - { 名称: 丙镇, 名额: 2, 文件夹: c, 联络员: { 电话: 0000-7654321 } }
`,
    );
    const { out } = await batch([
      'call',
      '--reports',
      'called',
      '--reports-format',
      'markdown',
      '-f',
      'json',
    ]);
    const page = (name: string, folder = 'called') => readFileSync(join(cwd, folder, `${name}.md`), 'utf8');
    for (const name of ['甲镇', '乙镇', '丙镇'])
      expect(page(name)).toContain('某县委组织部组织科，电话 0000-1234567');
    expect(page('甲镇')).toContain('本单位联络员 林秋，电话 13912345678');
    expect(page('乙镇')).toMatch(/本单位联络员 何松$/m);
    expect(page('丙镇')).toContain('本单位联络员，电话 0000-7654321');
    const others = [out, page('乙镇'), page('丙镇'), page('核对意见目录')].join('');
    expect(others).not.toMatch(/林秋|12345678/);
    await batch(['call', '--reports', 'hidden', '--reports-format', 'markdown', '--redact']);
    expect(page('甲镇', 'hidden')).not.toMatch(/林秋|12345678/);
    expect(page('甲镇', 'hidden')).toContain('0000-1234567');
  });

  it('has a name of its own on every system', async () => {
    for (const [at, name] of ['A镇', 'a镇', 'con', '甲/乙', '甲:乙', '核对意见目录'].entries())
      write(`names/${at}/plan.yaml`, plan(`"${name}"`));
    await batch(['names', '--reports', 'named', '--reports-format', 'markdown']);
    expect(readdirSync(join(cwd, 'named')).sort()).toEqual(
      [
        '-con.md',
        'A镇.md',
        'a镇-2.md',
        '甲-乙-2.md',
        '甲-乙.md',
        '核对意见目录-2.md',
        '核对意见目录.md',
      ].sort(),
    );
  });

  it('that cannot be written takes no other with it, nor the result', async () => {
    write('spoilt/plan.yaml', plan('坏镇'));
    write('taken', 'a file');
    const { out, err, code } = await batch(['spoilt', 'own/a', '--reports', 'taken', '-f', 'json']);
    expect(JSON.parse(out).plans).toHaveLength(2);
    expect(err).toContain('taken');
    expect(code).toBe(2);
    expect((await batch(['spoilt', '--reports', 'x', '--reports-format', 'pdf'])).out).toBe('');
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
    const again = ['lines', '--reports', 'masked', '--reports-format', 'html'];
    write('masked/多镇.html', 'the old bytes');
    expect((await batch(again)).code).toBe(2);
    expect(readFileSync(join(cwd, 'masked/多镇.html'), 'utf8')).toBe('the old bytes');
    expect((await batch([...again, '--force'])).code).not.toBe(130);
    expect(readFileSync(join(cwd, 'masked/多镇.html'), 'utf8')).not.toBe('the old bytes');
  });
});
