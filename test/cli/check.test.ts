import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { paintWith } from '../../src/cli/paint.ts';
import type { Result } from '../../src/generated/types.ts';
import { displayWidth } from '../../src/output/layout/width.ts';
import { runPlan } from '../support/io.ts';

const REAL = 'examples/township-2016';
const BROKEN = 'examples/township-2016-broken';
const folder = () => mkdtempSync(join(tmpdir(), 'plan-'));

async function json(...args: string[]): Promise<Result> {
  const { out } = await runPlan(['check', '-f', 'json', ...args]);
  return JSON.parse(out);
}

describe('plan check on the real plan', () => {
  it('passes, with what every ratio needs', async () => {
    const { plans } = await json(REAL);
    const [plan] = plans;
    expect(plan).toMatchObject({ verdict: 'pass', year: 2016, organization: '某镇党委' });
    expect(plan!.counts.error).toBe(0);
    expect(plan!.quota).toMatchObject({ total: 9, nominees: 9 });
    expect(
      plan!.structure!.map(({ id, exact, required, planned, nominees, met }) => [
        id,
        exact,
        required,
        planned,
        nominees,
        met,
      ]),
    ).toEqual([
      ['women', '4.05', { min: 4, max: 5 }, 5, 5, true],
      ['youth', '7.2', { min: 8, max: null }, 8, 8, true],
      ['education', '7.2', { min: 8, max: null }, null, 8, true],
      ['frontline', '6.3', { min: 7, max: null }, null, 7, true],
      ['minority', '1.8', { min: 2, max: null }, null, 4, true],
    ]);
    expect(plan!.structure![0]!.step).toBe('11.1%');
  });

  it('gives every slot two or three reserves', async () => {
    const { reserve } = (await json(REAL)).plans[0]!;
    expect(reserve).toMatchObject({ required: { min: 18, max: 27 }, activists: 20 });
    expect(reserve!.slots).toHaveLength(9);
    for (const slot of reserve!.slots) {
      expect(slot.met).toBe(true);
      expect([2, 3]).toContain(slot.reserves.length);
    }
    expect(new Set(reserve!.slots.map(({ assignedBy }) => assignedBy))).toEqual(
      new Set(['plan', 'tool', 'both']),
    );
    const people = reserve!.slots.flatMap(({ reserves }) => reserves);
    expect(new Set(people).size).toBe(people.length);
  });

  it('counts working days and names the holidays', async () => {
    const { timeline, findings } = (await json(REAL)).plans[0]!;
    expect(timeline!.find(({ id }) => id === 'notice')).toMatchObject({
      from: '2016-06-16',
      to: '2016-06-18',
      calendarDays: 3,
      workingDays: 2,
    });
    expect(timeline!.find(({ id }) => id === 'inspect')).toMatchObject({ calendarDays: 4, workingDays: 1 });
    const by = (code: string) => findings.filter(finding => finding.code === code);
    expect(by('timeline/notice-too-short')[0]).toMatchObject({
      severity: 'warning',
      args: { have: 2, need: 5, endsOn: '2016-06-22' },
    });
    expect(by('timeline/public-holiday')[0]!.args).toMatchObject({
      festivals: [{ zh: '端午节', days: ['2016-06-09', '2016-06-10', '2016-06-11'] }],
      makeup: ['2016-06-12'],
      // Thursday, Friday and the Sunday that is worked instead: three working days.
      need: 3,
      until: '2016-06-14',
    });
    expect(by('timeline/rest-day').flatMap(({ args }) => (args as { days: string[] }).days)).toEqual([
      '2016-06-04',
      '2016-06-18',
      '2016-06-19',
    ]);
  });

  it('says the verdict first, in either language', async () => {
    const zh = await runPlan(['check', REAL]);
    expect(zh.code).toBe(0);
    expect(zh.out.split('\n')[0]).toMatch(/^可以上报/);
    const en = await runPlan(['check', REAL, '--lang', 'en']);
    expect(en.out.split('\n')[0]).toMatch(/^Ready to submit/);
  });
});

describe('the text report', () => {
  it.each([REAL, BROKEN])('of %s fits 80 columns and has no escapes without colour', async path => {
    for (const lang of ['zh', 'en']) {
      const { out } = await runPlan(['check', path, '--lang', lang]);
      expect(out).toBe(stripVTControlCharacters(out));
      for (const line of out.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
    }
  });

  it('is the same text with colour', async () => {
    const plain = await runPlan(['check', BROKEN]);
    const coloured = await runPlan(['check', BROKEN], { env: { FORCE_COLOR: '1' } });
    expect(coloured.out).not.toBe(plain.out);
    expect(stripVTControlCharacters(coloured.out)).toBe(plain.out);
  });

  it.each([
    [{ env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, [], false],
    [{ isTTY: true }, [], true],
    [{ isTTY: true, env: { NO_COLOR: '1' } }, [], false],
    [{ isTTY: true, env: { NO_COLOR: '1' } }, ['--color'], true],
    [{ isTTY: true }, ['--no-color'], false],
    [{ isTTY: true, env: { TERM: 'dumb' } }, [], false],
  ])('colours by %j %j: %s', async (options, args, coloured) => {
    const { out } = await runPlan(['check', REAL, ...args], options);
    expect(out !== stripVTControlCharacters(out)).toBe(coloured);
  });
});

describe('the JSON result', () => {
  it('is the same to the byte in a second run', async () => {
    expect(await runPlan(['check', '-f', 'json', REAL, BROKEN])).toEqual(
      await runPlan(['check', '-f', 'json', REAL, BROKEN]),
    );
  });
});

describe('the command line', () => {
  it.each([
    [['check', REAL], 0],
    [['check', BROKEN], 1],
    [['check', REAL, BROKEN], 1],
    [['check', REAL, '--max-warnings', '0'], 1],
    [['check', REAL, '--max-warnings', '99'], 0],
    [['check', 'examples/nowhere'], 2],
    [['check', 'src'], 2],
    [['check', REAL, 'examples/nowhere'], 2],
    [['check', '/dev/null'], 2],
    [['check', REAL, '--max-warnings', 'many'], 2],
    [['check', REAL, '--as-of', '2016-02-30'], 2],
    [['check', REAL, '--format', 'pdf'], 2],
    [['check', REAL, '--lang', 'fr'], 2],
    [['check', REAL, '--ambiguous-width', '3'], 2],
    [['check', REAL, '--colour'], 2],
    [['chekc'], 2],
    [[], 2],
    [['--version'], 0],
    [['--help'], 0],
    [['help', 'check'], 0],
    [['check', '--help'], 0],
    [['checklist', REAL], 0],
    [['checklist', 'examples/nowhere'], 2],
    [['help', 'checklist'], 0],
    [['explain'], 0],
    [['explain', 'structure/not-met', REAL], 0],
    [['explain', 'notice'], 0],
    [['explain', 'structure/nothing'], 2],
    [['explain', 'structure/not-met', 'examples/nowhere'], 2],
  ])('%j exits with %i', async (args, code) => {
    for (const lang of ['zh', 'en']) {
      const result = await runPlan(args.includes('--lang') ? args : [...args, '--lang', lang]);
      expect(result.code, result.out + result.err).toBe(args.length === 0 && lang ? 2 : code);
      expect(result.out + result.err).not.toMatch(/\n\s+at .*:\d+:\d+/);
      if (code === 2 && result.out === '') expect(result.err).not.toBe('');
    }
  });

  it.each([
    [{}, '可以上报'],
    [{ LANG: 'C.UTF-8' }, '可以上报'],
    [{ LANG: 'en_US.UTF-8' }, 'Ready to submit'],
    [{ LANG: 'en_US.UTF-8', PLAN_LANG: 'zh' }, '可以上报'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'Ready to submit'],
  ])('takes the language from %j', async (env, verdict) => {
    const { out } = await runPlan(['check', REAL], { env });
    expect(out.startsWith(verdict)).toBe(true);
  });

  it('reads a plan from standard input', async () => {
    const { code, out } = await runPlan(['check', '-'], { stdin: '年度: 2016\n单位: { 名称: 某镇党委 }\n' });
    expect(code).toBe(0);
    expect(out).toContain('某镇党委2016年度');
  });

  it('writes files whole, privately, and never over another', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'plan.yaml'), '年度: 2016\n单位: { 名称: 某镇党委 }\n');
    const first = await runPlan(['check', '-f', 'text', '-f', 'json=结果.json'], { cwd });
    expect(first.code).toBe(0);
    expect(first.out).toContain('没有可核对的内容');
    const file = join(cwd, '结果.json');
    expect(JSON.parse(readFileSync(file, 'utf8')).schema).toBe('plan-result/v1');
    expect(statSync(file).mode & 0o777).toBe(0o600);

    writeFileSync(file, 'mine');
    const second = await runPlan(['check', '-f', 'json', '-o', '结果.json'], { cwd });
    expect(second.code).toBe(2);
    expect(second.err).toContain('已经存在');
    expect(readFileSync(file, 'utf8')).toBe('mine');

    expect((await runPlan(['check', '-f', 'json', '-o', '结果.json', '--force'], { cwd })).code).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8')).schema).toBe('plan-result/v1');
    expect(readdirSync(cwd).sort()).toEqual(['plan.yaml', '结果.json']);
  });

  it('checks the current folder when no path is given', async () => {
    const { code, out } = await runPlan(['check', '-f', 'json'], { cwd: join(process.cwd(), REAL) });
    expect(code).toBe(0);
    expect(JSON.parse(out).plans[0].path).toBe('.');
  });
});

it('fields may be called as the sentences of the tool call them', async () => {
  const cwd = folder();
  writeFileSync(
    join(cwd, 'plan.yaml'),
    '年度: 2016\n单位: { 名称: 某镇党委 }\n储备: { 每个名额: 2—3名 }\n名册:\n  - { 姓名: 张三, 身份号码: "650000199001010019" }\n',
  );
  const { out } = await runPlan(['check', '-f', 'json'], { cwd });
  const codes = (JSON.parse(out) as Result).plans[0]!.findings.map(({ code }) => code);
  expect(codes).not.toContain('input/unknown-key');
  expect(codes).not.toContain('input/schema');
});

describe('personal data', () => {
  it('is shown in no output in full', async () => {
    const cwd = folder();
    const number = '650000199001010019';
    const phone = '13800001234';
    writeFileSync(
      join(cwd, 'plan.yaml'),
      `年度: 2016\n单位: { 名称: 某镇党委 }\n名册:\n  - { 编号: c01, 姓名: 张三, 身份证号: ${number}, 电话: ${phone}, 性别: 妇 }\n  - { 编号: c01, 姓名: 李四, 身份证号: "${number}9", 备注: 电话${phone} }\n`,
    );
    for (const format of ['text', 'json'])
      for (const lang of ['zh', 'en']) {
        const { out, err } = await runPlan(['check', '-f', format, '--lang', lang], { cwd });
        expect(out + err).not.toContain(number.slice(0, 14));
        expect(out + err).not.toContain(phone);
      }
  });
});

describe('several outputs', () => {
  it('annotate on GitHub Actions as well, on standard output', async () => {
    const env = { GITHUB_ACTIONS: 'true' };
    const { out } = await runPlan(['check', BROKEN], { env });
    expect(out).toMatch(/^暂不能上报/);
    expect(out).toMatch(/^::error file=/m);
    expect((await runPlan(['check', BROKEN, '-f', 'text'], { env })).out).not.toContain('::error');
  });

  it('do not share one file', async () => {
    const cwd = folder();
    const { code, err } = await runPlan(['check', '-', '-f', 'text', '-f', 'json', '-o', '结果'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('只能写入一种格式');
    expect(readdirSync(cwd)).toEqual([]);
  });
});

it('colours one text at a time, whatever else a list hands over', async () => {
  const { faint } = await paintWith(true);
  expect(['甲', '乙'].map(faint)).toEqual([faint('甲'), faint('乙')]);
});
