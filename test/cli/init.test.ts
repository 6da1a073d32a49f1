import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { load } from 'js-yaml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Question } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { runPlan, testIo } from '../support/io.ts';
import { bytesOf } from '../support/sheets.ts';

/** Definitions that are functions, called wherever they are referred to: most of a schema's time is copies of them put in there. */
const ajv = new Ajv2020({
  strict: false,
  code: { optimize: false },
  inlineRefs: false,
  addUsedSchema: false,
});

/** The schemas that were compiled, by what they say: compiling one takes longer than all that is tried on it. */
const compiled = new Map<string, ValidateFunction>();

function validatorOf(text: string): ValidateFunction {
  const schema = JSON.parse(text);
  const said = JSON.stringify(schema);
  const made = compiled.get(said) ?? ajv.compile(schema);
  compiled.set(said, made);
  return made;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-init-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const inFolder = (...args: string[]) => runPlan([...args, '--lang', 'zh'], { cwd: folder });
const file = (...names: string[]) => readFileSync(join(folder, ...names), 'utf8');

/** Runs a command whose questions get these answers; undefined takes the default, 'cancel' breaks off. */
async function withAnswers(answers: (string | undefined)[], ...args: string[]) {
  const { io, written } = testIo({ cwd: folder });
  const asked: string[] = [];
  const ask = async ({ message, initial, check }: Question) => {
    const answer = answers[asked.length] ?? initial ?? '';
    asked.push(message);
    if (answer !== 'cancel') expect(check?.(answer)).toBeUndefined();
    return answer === 'cancel' ? undefined : answer;
  };
  const code = await run([...args, '--lang', 'zh'], { ...io, ask });
  return { code, ...written, asked };
}

describe('plan init', () => {
  it.each(['zh', 'en'])('writes with --keys %s a plan in whose form the check finds nothing', async keys => {
    const { code, out } = await inFolder('init', '东镇', '--year', '2016', '--keys', keys);
    expect(code).toBe(0);
    expect(out).toContain('下一步');
    expect(readdirSync(join(folder, '东镇')).sort()).toEqual([
      '.schema',
      'candidates.yaml',
      'plan.yaml',
      'timeline.yaml',
    ]);
    const check = await inFolder('check', '东镇', '-f', 'json');
    const groups = JSON.parse(check.out).plans[0].findings.map(
      ({ code }: { code: string }) => code.split('/')[0],
    );
    expect(groups.filter((group: string) => ['input', 'waiver', 'pack'].includes(group))).toEqual([]);
    for (const kind of ['plan', 'candidates', 'timeline']) {
      expect(file('东镇', `${kind}.yaml`)).toMatch(/^# yaml-language-server: \$schema=\.schema\//);
      const validate = validatorOf(file('东镇', '.schema', `${kind}.json`));
      expect(validate(load(file('东镇', `${kind}.yaml`))), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it('takes quota, categories and shares from flags', async () => {
    await inFolder(
      'init',
      '-y',
      '--total',
      '12',
      '--category',
      '农牧民:10',
      '--category',
      '机关干部:2',
      '--ratio',
      'women=40%',
      '--name',
      '东镇党委',
    );
    const plan = file('plan.yaml');
    expect(plan).toContain('总数: 12');
    expect(plan).toContain('代码: farmer, 名称: 农牧民, 名额: 10');
    expect(plan).toContain('左右: 40%');
    expect(plan).not.toContain('少数民族');
    expect((await inFolder('init', 'a', '--total', '12', '--category', '农牧民:10')).code).toBe(2);
  });

  it('takes shares as they are meant, and says which', async () => {
    const { out } = await inFolder(
      'init',
      '-y',
      ...['女党员=35%以上', '少数民族≥20%', 'youth=60%'].flatMap(each => ['--ratio', each]),
    );
    const plan = file('plan.yaml');
    expect(plan).toMatch(/名称: 女党员.*不低于: 35%/);
    expect(plan).toMatch(/名称: 少数民族.*不低于: 20%/);
    const said = out.replace(/\s+/g, '');
    expect(said).toContain('结构要求写为：女党员不低于35%、35岁以下不低于60%、少数民族不低于20%。没有写明');
    expect((await inFolder('init', 'b', '-y', '--ratio', '女党员=45%左右')).out.replace(/\s+/g, '')).toMatch(
      /结构要求写为：女党员45%左右没有给出/,
    );
    expect((await inFolder('init', 'c', '--ratio', '女党员=不低于35%以下')).code).toBe(2);
  });

  it('takes nothing from anywhere in silence, and names what is left open', async () => {
    const { code, out } = await inFolder('init', '-y', '--year', '2016');
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, '')).toContain(
      '留空待填的：制定计划的党组织、总数、名额分配、结构要求、储备、第一步的日期',
    );
    expect(file('plan.yaml') + file('timeline.yaml')).not.toMatch(
      /农牧民|少数民族|镇组织办|镇党委|2016-06|45%|: 9$/m,
    );
    const { findings, checked } = JSON.parse((await inFolder('check', '.', '-f', 'json')).out).plans[0];
    // What is missing is the number: dates wait for the first one, and nobody can be judged.
    expect(findings.map(({ code: rule }: { code: string }) => rule)).toEqual([
      'quota/number-unknown',
      'timeline/no-date',
      // The text of 2014 has no notice; that practice has one is told.
      'timeline/missing-step',
    ]);
    expect(checked).toMatchObject({ structure: false, reserve: false, people: false });
  });

  it.each([
    [2014, ['nomination', 'listing', 'filing', 'political-review']],
    [2025, ['nomination', 'listing', 'filing', 'political-review']],
    [2026, ['nomination', 'consent', 'notice', 'listing', 'political-review']],
    [2027, ['nomination', 'consent', 'notice', 'listing', 'political-review']],
  ])('follows the text of the Rules in force: %i', async (year, begins) => {
    await inFolder(
      'init',
      '-y',
      '--year',
      String(year),
      '--total',
      '3',
      '--name',
      '某局机关党总支',
      '--keys',
      'en',
    );
    const text = file('timeline.yaml');
    const kinds = [...text.matchAll(/kind: ([a-z-]+)/g)].map(([, kind]) => kind);
    expect(kinds.slice(0, begins.length)).toEqual(begins);
    expect(text.includes('2026年5月11日')).toBe(year === 2026);
    // A general branch cannot approve: that is the superior committee's.
    expect(text).toMatch(/kind: approval.*owner: 上级党委/);
    writeFileSync(join(folder, 'timeline.yaml'), text.replace('待定', `${year}-09-01`));
    const { findings } = JSON.parse(
      (await inFolder('check', '.', '-f', 'json', '--as-of', `${year}-06-01`)).out,
    ).plans[0];
    const said = findings.filter(({ severity }: { severity: string }) => severity !== 'info');
    expect(said.map(({ code }: { code: string }) => code)).toEqual(['quota/unfilled']);
  });

  it('takes totals as they are issued', async () => {
    await inFolder(
      'init',
      'a',
      '--total',
      '30名左右',
      '--category',
      '农村:20名左右',
      '--category',
      '机关:约10',
    );
    expect(file('a', 'plan.yaml')).toContain('总数: { 左右: 30 }');
    await inFolder('init', 'b', '--total', '不超过30', '--reserve', '2');
    expect(file('b', 'plan.yaml')).toContain('总数: { 不超过: 30 }');
    expect(file('b', 'plan.yaml')).toContain('每名额: { 至少: 2 }');
    for (const plan of ['a', 'b'])
      expect((await inFolder('check', plan, '-f', 'json')).out).not.toMatch(/"code":"(input|quota\/sum)/);
  });

  it('never writes over a file', async () => {
    writeFileSync(join(folder, 'timeline.yaml'), 'mine');
    const { code } = await inFolder('init', '--year', '2016', '--force');
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual(['timeline.yaml']);
    expect(file('timeline.yaml')).toBe('mine');
  });

  it('asks on a terminal, and leaves nothing when broken off', async () => {
    const cancelled = await withAnswers([undefined, '西镇党委', 'cancel'], 'init', '西镇');
    expect(cancelled.code).toBe(130);
    expect(readdirSync(folder)).toEqual([]);
    const { code, asked } = await withAnswers(
      ['2017', '西镇党委', '', '5', '农牧民:3', '机关:2', '', '30%', '', '', '', '2-3'],
      'init',
      '西镇',
    );
    expect(code).toBe(0);
    expect(asked).toHaveLength(12);
    const plan = file('西镇', 'plan.yaml');
    expect(plan).toContain('年度: 2017');
    expect(plan).toContain('西镇党委');
    expect(plan).toContain('代码: farmer, 名称: 农牧民, 名额: 3');
    expect(plan).toContain('代码: office, 名称: 机关, 名额: 2');
    expect(plan).toContain('35岁以下');
    expect(plan).toContain('{ 至少: 2, 至多: 3 }');
    expect(plan).not.toMatch(/^ {2}- .*女党员/m);
  });

  it('reads a roster with --from, and the plan passes but for what is missing', async () => {
    const roster = resolve('test/rosters/1-积极分子名册.xlsx');
    const { code, out } = await inFolder('init', '--year', '2016', '--from', roster);
    expect(code).toBe(0);
    // The line is wrapped at the width of the terminal, and where depends on how long the path of the checkout is.
    expect(out.replace(/\s+/g, '')).toContain('读取3人');
    expect(file('candidates.yaml')).toContain('姓名: 阿依古丽');
    expect(file('candidates.yaml')).toMatch(/^# yaml-language-server/);
  });

  const TABLE = [
    ['序号', '姓名', '性别', '列入方式'],
    [1, '张三', '女', '拟发展对象'],
  ];

  it.each([
    // A title says both; the day on which the sheet was filled in is neither the year nor a part of the unit's name.
    [
      'r.xlsx',
      [['青山镇2027年度拟发展党员花名册'], ['填报单位（盖章）：青山镇党委      2026年12月20日']],
      [2027, '青山镇党委'],
    ],
    ['r.xlsx', [['县 人 民 医 院 党 委 2027 年 名 册'], ['2026.12.20']], [2027, '县人民医院党委']],
    ['r.xlsx', [['花名册'], ['填报日期：2025年12月20日']], [2016, '某党委']],
    // An office fills the sheet in; the plan is its committee's.
    ['r.xlsx', [['2027年度名册'], ['填报单位：中共东山镇委员会组织办']], [2027, '中共东山镇委员会']],
    ['r.xlsx', [['2027年度名册'], ['填报单位：东山镇党委党建办公室']], [2027, '东山镇党委']],
    ['r.xlsx', [['2027年度名册'], ['填报单位：东山镇组织办']], [2027, '东山镇党委']],
    ['r.xlsx', [['2027年度名册'], ['填报单位：城关街道党建工作办公室']], [2027, '城关街道党工委']],
    ['r.xlsx', [['2027年度名册'], ['填报单位：某县委组织部']], [2027, '某县委组织部']],
    ['2027年名册.xlsx', [['花名册']], [2027, '某党委']],
  ])('takes year and unit from what stands above the roster in %s: %j', async (name, above, [year, unit]) => {
    writeFileSync(join(folder, name), bytesOf({ sheets: [...above, ...TABLE] }));
    const { io, written } = testIo({ cwd: folder });
    const code = await run(['init', '新', '--from', name, '--lang', 'zh'], {
      ...io,
      now: () => new Date(2016, 5, 1),
    });
    expect(code).toBe(0);
    const plan = file('新', 'plan.yaml');
    expect(plan).toContain(`年度: ${year}\n`);
    expect(plan).toContain(`名称: ${unit}\n`);
    expect(plan).toContain(`年龄截止日: ${year}-12-31`);
    // Neither is taken in silence, nor guessed.
    const said = written.out.replace(/\s+/g, '');
    expect(said.includes(`按名册写的：年度${year}`)).toBe(year === 2027);
    expect(said.includes('没有说明是哪一年的计划，按今年（2016年）写')).toBe(year === 2016);
    expect(said.includes('留空待填的：制定计划的党组织')).toBe(unit === '某党委');
  });

  it('copies an example', async () => {
    expect((await inFolder('init', '例', '--example', 'township-2016')).code).toBe(0);
    expect(file('例', 'plan.yaml')).toBe(readFileSync('examples/township-2016/plan.yaml', 'utf8'));
    expect((await inFolder('init', '例', '--example', 'nothing')).code).toBe(2);
  });

  it.each([
    ['--year', '16'],
    ['--total', 'viele'],
    ['--reserve', '3-2'],
    ['--category', '农牧民'],
    ['--ratio', 'women=200%'],
  ])('refuses %s %s', async (option, value) => {
    expect(await inFolder('init', option, value)).toMatchObject({ code: 2 });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('plan schema', () => {
  it.each(['plan', 'candidates', 'timeline'])('of %s accepts the example with either keys', async kind => {
    for (const keys of ['zh', 'en']) {
      const { code, out } = await runPlan(['schema', kind, '--keys', keys]);
      expect(code).toBe(0);
      const validate = validatorOf(out);
      const example = load(readFileSync(`examples/township-2016/${kind}.yaml`, 'utf8'));
      expect(validate(example), JSON.stringify(validate.errors)).toBe(true);
      expect(validate({ ...(example as object), 错字: 1 })).toBe(false);
    }
  });

  it('offers Chinese keys and values only, where they are wanted', async () => {
    const schema = JSON.parse((await runPlan(['schema', 'candidates', '--keys', 'zh'])).out);
    const person = schema.$defs.candidate.properties;
    expect(Object.keys(person).slice(0, 3)).toEqual(['编号', '姓名', '性别']);
    expect(person.性别.enum[0]).toBe('男');
    expect(person.性别.description).toBe('男或女。');
  });

  it('knows no other kind', async () => {
    expect(await runPlan(['schema', 'nothing'])).toMatchObject({ code: 2 });
  });
});
