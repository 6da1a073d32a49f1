import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPlans } from '../../src/county/find.ts';
import type { Result } from '../../src/generated/types.ts';
import { runPlan, type TestOptions } from '../support/io.ts';
import { memoryFiles } from '../support/memory.ts';
import { xmlParts } from '../support/zip.ts';

const TOWNSHIPS = ['dong', 'nan', 'xi'];
let cwd = '';

const small = (name: string, person: string, total = 1) => `year: 2016
organization: { name: ${name} }
quota: { total: ${total}, categories: [{ id: farmer, name: 农牧民, count: ${total} }] }
structure: [{ id: women, name: 女党员, where: { gender: female }, min: 1 }]
reserve: { perSlot: { min: 1, max: 3 } }
timeline: [{ id: nominate, name: 确定人选, kind: nomination, on: 2016-06-08, owner: 各支部 }]
candidates:
  - { id: c01, name: ${person}, gender: female, category: farmer, slot: farmer-1, role: nominee }
  - { id: c02, name: 周明, gender: male, category: farmer, events: { activist: 2014-06-01 } }
`;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'plan-batch-'));
  for (const [index, name] of TOWNSHIPS.entries()) {
    mkdirSync(join(cwd, 'county', name), { recursive: true });
    writeFileSync(
      join(cwd, 'county', name, 'plan.yaml'),
      small(`${'东南西'[index]}镇党委`, `王${index}`, index === 1 ? 2 : 1),
    );
  }
  writeFileSync(
    join(cwd, 'county', 'county.yaml'),
    `year: 2016
organization: { name: 某县委组织部 }
quota: { total: 5, held: 1 }
structure: [{ id: women, name: 女党员, where: { gender: female }, min: 60% }]
townships:
  - { name: 东镇, quota: 1, path: dong }
  - { name: 南镇, quota: 2, path: nan }
  - { name: 西镇, quota: 1, path: xi }
`,
  );
  mkdirSync(join(cwd, 'county', 'broken'));
  writeFileSync(join(cwd, 'county', 'broken', 'plan.yaml'), 'year: [2016\norganization: {');
  mkdirSync(join(cwd, 'hostile'));
  writeFileSync(join(cwd, 'hostile', 'plan.yaml'), small('"=1+1,</script><b>13812345678"', '王"x'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const batch = (args: string[], options: TestOptions = {}) =>
  runPlan(['batch', ...args, '--as-of', '2016-06-01'], { cwd, ...options });

/** Options for one run that writes all these formats, and what it wrote. */
const intoFiles = (name: string, formats: readonly string[]) =>
  formats.flatMap(format => ['-f', `${format}=${name}.${format}`]);
const written = (name: string, format: string) => readFileSync(join(cwd, `${name}.${format}`), 'utf8');

describe('plan batch', () => {
  it('tells every plan, the county and who has to mend what; a broken plan stops nobody', async () => {
    const { out, code } = await batch(['county']);
    expect(code).toBe(2);
    expect(out).toMatch(/共4个单位：可以上报\d个，暂不能上报\d个，无法核对1个/);
    for (const name of ['东镇党委', '南镇党委', '西镇党委']) expect(out).toContain(name);
    expect(out).toContain('某县委组织部合计');
    expect(out).toContain('总名额5名，预留1名，分配到各单位4名');
    expect(out).toContain('broken：1处错误');
    expect(out).toContain('input/syntax');
  });

  it('adds up heads', async () => {
    const { out } = await batch(['county', '-f', 'json']);
    const { county, plans } = JSON.parse(out) as Result;
    expect(plans.map(({ path }) => path)).toEqual([
      'county/dong',
      'county/nan',
      'county/xi',
      'county/broken',
    ]);
    expect(county).toMatchObject({
      total: 5,
      held: 1,
      allocated: 4,
      planned: 4,
      nominees: 3,
      reserves: { min: 4, max: 12 },
    });
    // 60 % of 4 is 2.4: 3 heads, whatever the townships' own ratios are.
    expect(county!.structure).toEqual([
      {
        id: 'women',
        name: '女党员',
        comparator: 'min',
        amount: '60%',
        whole: 4,
        min: 3,
        max: null,
        have: 3,
        unknown: 0,
        vacant: 1,
        met: true,
      },
    ]);
  });

  it('gives the same for shards that are merged, byte for byte', async () => {
    const file = (name: string) => join(cwd, name);
    for (const shard of ['1/3', '2/3', '3/3'])
      await batch(['county', '--shard', shard, '-o', file(`shard-${shard[0]}.ndjson`)]);
    const shards = ['3', '1', '2'].map(number => `shard-${number}.ndjson`);
    const formats = ['text', 'json', 'ndjson', 'csv', 'markdown', 'html', 'junit', 'sarif', 'github'];
    const whole = await batch(['county', ...intoFiles('whole', formats)]);
    const merged = await batch(['merge', ...shards, ...intoFiles('merged', formats)]);
    expect(merged.code).toBe(whole.code);
    for (const format of formats) expect(written('merged', format)).toBe(written('whole', format));
    expect((await batch(['merge', shards[0]!, shards[1]!])).err).toContain('2/3');
    expect((await batch(['merge', ...shards, '--lang', 'en'])).code).toBe(2);
    expect((await batch(['merge', 'county/county.yaml'])).err).toContain('--shard');
    const [header, ...rows] = readFileSync(file('shard-1.ndjson'), 'utf8').trimEnd().split('\n') as [
      string,
      string,
      ...string[],
    ];
    // Findings name people too: the row's own come last.
    const people = '"people":[';
    const at = rows[0].lastIndexOf(people) + people.length;
    const spoilt = [
      [header, 'no JSON'],
      [header, 'null'],
      [header, '{}'],
      [header, '{"result":{}}'],
      [header, '{"index":0,"result":{"path":"a","verdict":"pass","findings":[]}}'],
      [header, `${rows[0].slice(0, at)}null,${rows[0].slice(at)}`],
      [header.replace('"number":1', '"number":"1"'), ...rows],
      [header.replace('"number":1', '"number":7'), ...rows],
      ['{"schema":"plan-shard/v1"}', ...rows],
      [header.replace('"of":3', '"of":1e12'), ...rows],
      ['null', ...rows],
    ];
    for (const lines of spoilt) {
      writeFileSync(file('spoilt.ndjson'), lines.join('\n'));
      const { err, code } = await batch(['merge', 'spoilt.ndjson', shards[0]!, shards[2]!]);
      expect(err).toContain('spoilt.ndjson');
      expect(err).not.toContain('内部错误');
      expect(code).toBe(2);
    }
  });

  it('finds people on two rosters across shards', async () => {
    const county = (...args: string[]) => runPlan(['batch', ...args, '--as-of', '2026-05-06'], {});
    const shards = [1, 2].map(number => join(cwd, `county-${number}.ndjson`));
    for (const [at, file] of shards.entries())
      await county('examples/county-2026', '--shard', `${at + 1}/2`, '-o', file);
    const formats = ['text', 'csv'];
    const whole = await county('examples/county-2026', '-f', 'json', ...intoFiles(join(cwd, 'all'), formats));
    expect(whole.out.match(/"batch\/duplicate-person"/g)).toHaveLength(6);
    const merged = await county('merge', ...shards, '-f', 'json', ...intoFiles(join(cwd, 'parts'), formats));
    expect([merged.code, merged.out]).toEqual([whole.code, whole.out]);
    for (const format of formats) expect(written('parts', format)).toBe(written('all', format));
  });

  it('streams a line for each plan, and the sums at the end', async () => {
    const { out } = await batch(['county', '-f', 'ndjson']);
    const lines = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines.slice(0, -1).map(({ path }) => path)).toEqual([
      'county/dong',
      'county/nan',
      'county/xi',
      'county/broken',
    ]);
    expect(lines.at(-1)).toMatchObject({ schema: 'plan-batch/v1', plans: 4 });
  });

  it('writes the formats of machines', async () => {
    const machines = ['junit', 'sarif', 'github'];
    const { code } = await batch(['county', '-f', 'text', ...intoFiles('sum', [...machines, 'csv', 'xlsx'])]);
    expect(code).toBe(2);
    for (const format of machines) expect(written('sum', format)).toContain('county/nan');
    expect(readFileSync(join(cwd, 'sum.csv'), 'utf8')).toMatch(/^\ufeff单位,文件夹,结论/);
    const parts = xmlParts(readFileSync(join(cwd, 'sum.xlsx')));
    expect(parts['xl/workbook.xml']).toContain('全部问题');
  });

  it('computes no names, runs none and shows no phone', async () => {
    const formats = ['text', 'json', 'csv', 'html', 'markdown', 'ndjson'];
    await batch(['hostile', ...intoFiles('hostile', formats)]);
    expect(written('hostile', 'csv')).toContain(`"'=1+1,</script>`);
    const html = written('hostile', 'html');
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(html).not.toContain('<b>');
    for (const format of formats) expect(written('hostile', format)).not.toContain('13812345678');
  });

  it('takes paths from a file, patterns, and says where there is nothing', async () => {
    writeFileSync(join(cwd, 'list.txt'), 'county/dong\r\n\ncounty/xi\n');
    const paths = async (args: string[], options: TestOptions = {}) =>
      (JSON.parse((await batch([...args, '-f', 'json'], options)).out) as Result).plans.map(
        ({ path }) => path,
      );
    expect(await paths(['--files-from', 'list.txt'])).toEqual(['county/dong', 'county/xi']);
    expect(await paths(['--files-from', '-'], { stdin: 'hostile' })).toEqual(['hostile']);
    expect(await paths(['county/?[!x]*', 'county/n*'])).toEqual(['county/nan']);
    const { code, err } = await batch(['county/dong', 'nothing']);
    expect(code).toBe(2);
    expect(err).toContain('nothing：找不到文件或文件夹');
    expect((await batch(['nothing'])).code).toBe(2);
    expect((await batch(['county', '--shard', '4/3'])).code).toBe(2);
  });

  it('ends in order when it is stopped', async () => {
    const { out, err, code } = await runPlan(['batch', 'county', '--as-of', '2016-06-01'], {
      cwd,
      stopAfter: 2,
    });
    expect(code).toBe(130);
    expect(err).toContain('已中断：核对了2个单位，还有2个没有核对');
    expect(out).toContain('共3个单位');
  });

  it('shows progress on a terminal alone', async () => {
    expect((await batch(['county'])).err).not.toContain('\r');
  });

  it('agrees with plan check on each plan', async () => {
    cpSync('examples/township-2016-broken', join(cwd, 'one'), { recursive: true });
    const [alone] = (
      JSON.parse(
        (await runPlan(['check', 'one', '-f', 'json', '--as-of', '2016-06-01'], { cwd })).out,
      ) as Result
    ).plans;
    const [inBatch] = (JSON.parse((await batch(['one', '-f', 'json'])).out) as Result).plans;
    expect(inBatch).toEqual(alone);
  });
});

describe('finding plans', () => {
  const files = memoryFiles({
    'a/plan.yaml': '',
    'a/sub/plan.yaml': '',
    'b/c/plan.yml': '',
    'b/.hidden/plan.yaml': '',
    'b/node_modules/x/plan.yaml': '',
    'county.yaml': '',
  });

  it('does not look below a plan, into hidden folders or packages, and names each once', async () => {
    expect(await findPlans(['.', 'a', './b/'], files)).toEqual({
      plans: ['a', 'b/c'],
      county: 'county.yaml',
      empty: [],
      excelOnly: [],
    });
  });

  it('matches names and folders', async () => {
    expect((await findPlans(['**/c'], files)).plans).toEqual(['b/c']);
    expect((await findPlans(['*/pl?n.y*'], files)).plans).toEqual(['a/plan.yaml']);
    expect(await findPlans(['x*'], files)).toEqual({ plans: [], empty: ['x*'], excelOnly: [] });
  });

  it('has a line for units without a plan of theirs, and none for other folders', async () => {
    const root = join(cwd, 'mixed');
    const put = (path: string, text: string) => {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    put('东镇/plan.yaml', small('东镇党委', '王一'));
    put('西镇/名册.csv', '姓名,性别\n王甲,女\n');
    put('南乡/说明.txt', '还没有做');
    mkdirSync(join(root, '机关'));
    put('附件/图/一.png', '');
    // What an office keeps beside its units is none, though it be empty or hold a workbook.
    for (const name of ['备份', '旧版', 'archive']) mkdirSync(join(root, name));
    put('名册模板/名册.csv', '姓名,性别\n');
    put('汇总.csv', '单位\n东镇\n');
    const batch = (...args: string[]) =>
      runPlan(['batch', ...args, '--no-cache', '--as-of', '2016-06-01', '--lang', 'zh'], { cwd: root });
    // However the county's folder is named, and whatever the shell makes of it.
    for (const paths of [['.'], ['?镇', '?乡', '机关'], ['东镇', '南乡', '机关', '西镇']]) {
      const { code, err, out } = await batch(...paths);
      expect(out).toContain('共4个单位：可以上报1个，暂不能上报0个，没有上报2个，只有Excel1个');
      expect(err.split('\n')[0]).toBe(
        paths[0] === '.' ? 'plan: 名册模板：文件夹里没有 plan.yaml，里面有 名册.csv' : '',
      );
      expect(code).toBe(2);
    }
    const { out } = await batch('.', '-f', 'json');
    const told = (JSON.parse(out) as Result).plans.map(({ path, verdict, findings }) => {
      const unread = findings.filter(({ code }) => code === 'input/unreadable');
      return [path, verdict, ...unread.map(({ remedy }) => remedy)].join(' ');
    });
    expect(told).toEqual([
      '东镇 pass',
      '南乡 unreadable 新建计划：plan init 南乡',
      '机关 unreadable 新建计划：plan init 机关',
      '西镇 unreadable 从这份名册新建计划：plan init 西镇 --from 西镇/名册.csv',
    ]);
    const formats = ['sarif', 'junit', 'github', 'csv', 'ndjson', 'markdown', 'html'];
    await batch('.', ...intoFiles(join(cwd, 'mixed-all'), formats));
    for (const format of formats) {
      const out = written('mixed-all', format);
      // In sarif paths are those of URLs.
      const names = (path: string) => out.includes(path) || out.includes(encodeURI(path));
      expect(['南乡', '机关', '西镇', '附件'].filter(names), format).toEqual(['南乡', '机关', '西镇']);
    }
    for (const part of ['1/2', '2/2']) await batch('.', '--shard', part, '-o', `${part[0]}.ndjson`);
    expect((await batch('merge', '1.ndjson', '2.ndjson')).out).toBe((await batch('.')).out);
  });

  it('leaves it to the file of a county whose plans there are', async () => {
    const root = join(cwd, 'named');
    mkdirSync(join(root, '西镇'), { recursive: true });
    mkdirSync(join(root, '东镇'));
    writeFileSync(join(root, '东镇/plan.yaml'), small('东镇党委', '王一'));
    writeFileSync(
      join(root, 'county.yaml'),
      'year: 2016\nquota: { total: 1 }\ntownships: [{ name: 东镇, quota: 1, path: 东镇 }]\n',
    );
    const { out } = await runPlan(['batch', '.', '--no-cache', '--as-of', '2016-06-01'], { cwd: root });
    expect(out).toContain('共1个单位');
  });

  it('takes the files of one plan for one plan', async () => {
    const parts = memoryFiles({
      'a/plan.yaml': '',
      'a/candidates.yaml': '',
      'a/人员.yaml': 'schema: candidates/v1\n',
      'b/甲.yaml': '年度: 2016\n',
      'b/乙.yaml': '年度: 2016\n',
    });
    expect((await findPlans(['a/*'], parts)).plans).toHaveLength(1);
    expect((await findPlans(['a/plan.yaml', 'a', 'a/人员.yaml'], parts)).plans).toEqual(['a/plan.yaml']);
    expect((await findPlans(['b/*'], parts)).plans).toEqual(['b/乙.yaml', 'b/甲.yaml']);
  });
});
