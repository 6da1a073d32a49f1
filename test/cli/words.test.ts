import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runPlan } from '../support/io.ts';

/** What is said to somebody who writes things in their own words. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-words-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const inFolder = (...args: string[]) => runPlan(args, { cwd: folder });
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const HEAD = '年度: 2026\n单位: { 名称: 某镇党委 }\n';

describe('a command that does not exist', () => {
  it.each([
    ['核对', 'zh', 'check'],
    ['检查计划', 'zh', 'check'],
    ['导入名册', 'zh', 'import'],
    ['全县核对', 'zh', 'batch'],
    ['公示', 'zh', 'notice'],
    ['chekc', 'zh', 'check'],
    ['validate', 'en', 'check'],
    ['乱写', 'zh', ''],
  ])('%s', async (word, lang, command) => {
    const { code, err } = await inFolder(word, '--lang', lang);
    expect(code).toBe(2);
    const suggested = /是不是 (\w+)？|did you mean (\w+)\?/.exec(err);
    expect(suggested?.[1] ?? suggested?.[2] ?? '').toBe(command);
  });
});

it('a file that is no workbook, whatever its name, is not called a roster', async () => {
  write(
    '名册.xlsx',
    Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + 5) % 256),
  );
  const { code, out } = await inFolder('check', '名册.xlsx', '--lang', 'zh');
  expect(code).toBe(2);
  expect(out).not.toContain('这是名册');
  expect(out).toContain('不是文本文件');
});

it.each(['每村', '每班', '每个社区', '每支部'])('%s is printed as the plan has it', async word => {
  write('plan.yaml', `${HEAD}名额: { 总数: 2, ${word}: 不少于1名 }\n`);
  const { out } = await inFolder('check', '--lang', 'zh');
  expect(out).toContain(`${word}不少于1名`);
  write('plan.yaml', `${HEAD}名额:\n  总数: 2\n  ${word}: # 上级要求\n    不少于: 1\n`);
  expect((await inFolder('document', '--lang', 'zh')).out).toContain(
    `${word === '每支部' ? '每个党支部' : word}不少于1名`,
  );
});

it.each(['checklist', 'select'])(
  'plan %s says in its JSON what of the plan it could not take over',
  async command => {
    write(
      'plan.yaml',
      `${HEAD}名额: { 总数: 1 }\n名册:\n  - { 姓名: 王一一, 性别: 女, 出生日期: 不是日期 }\n  - { 姓名: 李二二, 性别: 男 }\n`,
    );
    const { out } = await inFolder(command, '-f', 'json', '--lang', 'zh');
    expect(JSON.parse(out).leftOut).toEqual([
      { place: 'plan.yaml:5:29', message: expect.stringContaining('不是日期') },
    ]);
  },
);

it('findings in English call a slot as the plan does, not by its id', async () => {
  write(
    'plan.yaml',
    `${HEAD}名额: { 总数: 2, 类别: [{ 代码: farmer, 名称: 农牧民, 名额数: 2 }] }\n储备: { 每名额: { 最少: 1 } }\n名册:\n  - { 姓名: 王一一, 性别: 女, 列入方式: 拟发展对象, 名额: farmer-2 }\n`,
  );
  const { out } = await inFolder('check', '--lang', 'en');
  expect(out).toMatch(/1 of 2 slots without a nominee: 农牧民 slot 1/);
  expect(out).not.toMatch(/slot "?farmer-/);
});

it('a plan with one category asks nobody for theirs', async () => {
  const people = '名册:\n  - { 姓名: 王一一, 性别: 女, 列入方式: 拟发展对象 }\n';
  write('plan.yaml', `${HEAD}名额: { 总数: 1, 类别: [{ 名称: 农牧民, 名额数: 1 }] }\n${people}`);
  expect((await inFolder('check', '--lang', 'zh')).out).not.toContain('名额类别');
  write(
    'plan.yaml',
    `${HEAD}名额: { 总数: 2, 类别: [{ 名称: 农牧民, 名额数: 1 }, { 名称: 学校, 名额数: 1 }] }\n${people}`,
  );
  expect((await inFolder('check', '--lang', 'zh')).out).toContain('没有写名额类别');
});

it.each([
  ['起: 9月1日起, 止: 9月5日', '2026-09-01', '2026-09-05'],
  ['起: 2026年9月份', '2026-09-01', '2026-09-30'],
  ['起: 9月中旬', '2026-09-11', '2026-09-20'],
  ['起: 9月, 时长: 5wd', '2026-09-01', '2026-09-07'],
  ['起: 自9月1日起, 止: 至9月5日', '2026-09-01', '2026-09-05'],
  ['起: 从9月1日开始, 止: 9月5日止', '2026-09-01', '2026-09-05'],
  ['日期: 9月1日, 时长: 三天', '2026-09-01', '2026-09-03'],
  ['日期: 9月1日, 时长: 共2周', '2026-09-01', '2026-09-14'],
  ['日期: 9月1日, 时长: 十个工作日', '2026-09-01', '2026-09-14'],
])('a step with %s', async (days, from, to) => {
  write('plan.yaml', `${HEAD}时间安排:\n  - { 名称: 走访, 类型: 其他, ${days}, 责任单位: 组织办 }\n`);
  const { out } = await inFolder('check', '-f', 'json', '--lang', 'zh');
  const [step] = JSON.parse(out).plans[0].timeline;
  expect([step.from, step.to]).toEqual([from, to]);
});

it.each(['farmer-2', '农牧民2号名额', '农牧民-2', '农牧民二号', '农牧民第2名', '农牧民第二个名额'])(
  'somebody is listed for %s',
  async slot => {
    write(
      'plan.yaml',
      `${HEAD}名额: { 总数: 2, 类别: [{ 代码: farmer, 名称: 农牧民, 名额数: 2 }] }\n名册:\n  - { 姓名: 王一一, 性别: 女, 列入方式: 拟发展对象, 名额: ${slot} }\n`,
    );
    expect((await inFolder('check', '--lang', 'zh')).out).toContain('没有拟发展对象：农牧民1号名额');
  },
);
