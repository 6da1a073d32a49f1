import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runPlan } from '../support/io.ts';

const plan = 'year: 2016\norganization: { name: 某镇党委 }\nquota: { total: 1 }\n';
const timeline = 'timeline: [{ id: t, name: 培训, kind: training, on: 2016-06-04 }]\n';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-'));
  writeFileSync(join(folder, 'plan.yaml'), plan);
});
const run = (...args: string[]) => runPlan(args, { cwd: folder });

describe('-o', () => {
  it.each([
    ['check', 'a.JSON', /^\{/],
    ['check', 'a.md', /^# /],
    ['check', 'a.XML', /^<\?xml/],
    ['check', 'a.sarif', /"version": "2.1.0"/],
    ['check', 'a.jsonl', /^\{.*\}\n/],
    ['check', '结果', /^\p{Script=Han}/u],
    ['report', 'a.DOCX', /^PK/],
    ['report', 'a.Htm', /^<!doctype html>/i],
    ['schedule', 'a.ICS', /^BEGIN:VCALENDAR/],
    ['document', 'a.txt', /某镇党委/],
    ['export', 'a.XLSX', /^PK/],
    ['schema', 'a.Json', /^\{/],
  ])('%s -o %s writes what its ending says', async (command, file, content) => {
    writeFileSync(join(folder, 'plan.yaml'), plan + timeline);
    await run(command, '-o', file);
    expect(readFileSync(join(folder, file), 'utf8')).toMatch(content);
  });

  it.each([
    ['check', 'a.pdf', '.json'],
    ['check', 'a.docx', 'plan report -o'],
    ['report', 'a.pdf', '另存'],
    ['report', 'a.doc', '.docx'],
    ['notice', '公示.xlsx', '.docx'],
    ['document', 'a.json', '.docx'],
    ['schedule', 'a.xlsx', '.ics'],
    ['export', 'a.csv', '.xlsx'],
    ['schema', 'a.yaml', '.json'],
  ])('%s -o %s is refused, with the endings that there are', async (command, file, named) => {
    const { code, err } = await run(command, '-o', file);
    expect(code).toBe(2);
    expect(err).toContain(named);
    expect(existsSync(join(folder, file))).toBe(false);
  });

  it.each([
    [['check', '-o', '-'], '不写 -o'],
    [['check', '-o', 'out/'], '文件夹'],
    [['check', '-o', '.'], '文件夹'],
    [['check', '-f', 'json='], '文件名'],
    [['report', '-f', 'docx'], '结果.docx'],
    [['report', '-f', 'docx', '-o', 'a.xlsx'], '.docx'],
    [['report', '-f', 'json', '-o', 'a.docx'], '.json'],
    [['check', '-f', 'yaml'], 'text、json'],
    [['report', '--as-of', 'gestern'], '2026-06-01'],
  ])('%j is told', async (args, message) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('a format that is named may go into a text file of any name', async () => {
    await run('check', '-f', 'json', '-o', 'log.txt');
    expect(readFileSync(join(folder, 'log.txt'), 'utf8')).toMatch(/^\{/);
    await run('check', '-f', 'text', '-f', 'json=b.json');
    expect(readFileSync(join(folder, 'b.json'), 'utf8')).toMatch(/^\{/);
  });
});

describe('how much is shown', () => {
  beforeEach(() => {
    writeFileSync(
      join(folder, 'plan.yaml'),
      `${plan}structure: [{ id: a, name: 女党员, where: { gender: female }, min: 5 }]\ncandidates: [{ id: c1, name: 王甲, role: nominee }]\n${timeline}`,
    );
  });

  it('the end of the text is what has to be done: errors last, then the verdict', async () => {
    const { out } = await run('check');
    const at = (text: string) => out.indexOf(`\n${text}（`);
    expect(at('提示')).toBeGreaterThan(out.indexOf('时间安排'));
    expect(at('警告')).toBeGreaterThan(at('提示'));
    expect(at('错误')).toBeGreaterThan(at('警告'));
    expect(out.trim().split('\n').at(-1)).toMatch(/^暂不能上报：请先改正 \d+ 处错误/);
  });

  it('--errors-only says how many others there are', async () => {
    const { out } = await run('check', '--errors-only');
    expect(out).not.toMatch(/^(警告|提示)（/m);
    expect(out).toMatch(/只列出错误；另有警告\d+条、提示\d+条没有列出。/);
    expect((await run('check', '--errors-only', '-f', 'markdown')).out).toContain('没有列出');
    const whole = JSON.parse((await run('check', '-f', 'json')).out);
    expect(JSON.parse((await run('check', '--errors-only', '-f', 'json')).out)).toEqual(whole);
  });

  it('--concise has a line for each finding', async () => {
    const { counts } = JSON.parse((await run('check', '-f', 'json')).out).plans[0];
    const lines = (await run('check', '--concise')).out.trim().split('\n');
    expect(lines.slice(0, -1)).toHaveLength(counts.error + counts.warning + counts.info);
    for (const line of lines.slice(0, -1))
      expect(line).toMatch(/^plan\.yaml:\d+:\d+: (错误|警告|提示): .*\[.+\/.+\]$/);
  });

  it('--summary has a line for each rule', async () => {
    const { out } = await run('check', '--summary');
    expect(out).toMatch(/错误\s+structure\/not-met\s+.*\s+1\n/);
    expect(out).not.toContain('→');
    expect((await run('check', '--summary', '--concise')).code).toBe(2);
  });
});

describe('from the wrong place', () => {
  const roster = '姓名,性别\n王甲,女\n';

  it('a roster or timeline stands for the plan beside it, once', async () => {
    writeFileSync(join(folder, 'candidates.yaml'), 'candidates: []\n');
    writeFileSync(join(folder, '人员.yaml'), '格式: candidates/v1\n人员: []\n');
    const whole = await run('check', '.', '-f', 'json');
    for (const files of [['candidates.yaml'], ['人员.yaml'], ['plan.yaml', 'candidates.yaml', '人员.yaml']]) {
      const { out, err } = await run('check', ...files, '-f', 'json');
      const { plans } = JSON.parse(out);
      expect(plans).toHaveLength(1);
      expect(plans[0].findings).toEqual(JSON.parse(whole.out).plans[0].findings);
      expect(err).toContain('计划的一部分');
    }
  });

  it.each([
    ['an empty folder', [], '.', 'plan init'],
    ['a folder with a roster', ['名册.csv'], '.', 'plan init --from 名册.csv'],
    ['a roster', ['名册.csv'], '名册.csv', 'plan init --from 名册.csv'],
    ['a roster elsewhere', ['a b/名册.csv'], 'a b/名册.csv', 'plan init "a b" --from "a b/名册.csv"'],
    ['a roster beside its plan', ['东镇/名册.csv', '东镇/plan.yaml'], '东镇/名册.csv', '人员名册: 名册.csv'],
    ['a folder of plans', ['东镇/plan.yaml', '西镇/plan.yaml'], '.', 'plan batch .'],
    ['a name with a slip', ['东镇/plan.yaml'], '东真', '是不是 东镇'],
    ['a part without its plan', ['candidates.yaml'], 'candidates.yaml', 'plan init'],
  ])('%s: what to type instead', async (_, files, path, command) => {
    const empty = mkdtempSync(join(tmpdir(), 'plan-'));
    for (const file of files) {
      mkdirSync(join(empty, file, '..'), { recursive: true });
      writeFileSync(
        join(empty, file),
        file.endsWith('.csv') ? roster : file.endsWith('plan.yaml') ? plan : '人员: []\n',
      );
    }
    for (const name of ['check', 'report']) {
      const { code, out, err } = await runPlan([name, path], { cwd: empty });
      expect(code).toBe(2);
      expect((out + err).replace(/\n {4,}/g, '')).toContain(command);
    }
    const alone = await runPlan([], { cwd: empty });
    expect(alone.code).toBe(2);
    if (path === '.') expect(alone.err).toContain(command);
  });

  it('plan alone says what can be done with the plan that is here', async () => {
    const { code, err } = await run();
    expect(code).toBe(2);
    expect(err).toContain('plan check ');
    expect(err).toContain('plan --help');
  });

  it.each([
    [['check', '--nowhere'], 'plan check --help'],
    [['init', '--mapp', 'a=b'], 'plan init --help'],
    [['report', 'a', 'b'], 'plan report --help'],
    [['nothing'], 'plan --help'],
  ])('%j names the help that explains it', async (args, help) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(`用法见 ${help}`);
  });
});
