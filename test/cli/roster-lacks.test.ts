import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { testIo } from '../support/io.ts';
import { bytesOf } from '../support/sheets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lacks-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function plan(...args: string[]) {
  const { io, written } = testIo({ cwd: folder });
  const code = await run([...args, '--lang', 'zh'], io);
  return { code, said: written.out.replace(/\s+/g, '') };
}

const ROSTER = [
  ['姓名', '性别', '出生年月', '身份证号码', '列入方式', '名额类别'],
  ['张三', '男', '1990.05', 650000199005010000, '拟发展对象', '农民'],
  ['李四', '女', '1991.06', '', '拟发展对象', '农民'],
];

describe('what a roster lacks is said by every check', () => {
  it.each(['新', '新.xlsx'])('an ID number that lost its digits, in %s', async target => {
    writeFileSync(join(folder, '名册.xlsx'), bytesOf({ sheets: ROSTER }));
    expect((await plan('init', target, '--from', '名册.xlsx', '--category', '农民:2')).code).toBe(0);
    const { code, said } = await plan('check', target);
    expect(code).toBe(1);
    expect(said).toContain('末几位已经丢失，号码不详');
    expect(said).toContain('input/precision-lost');
  });
});

describe('papers handed in', () => {
  /** What is said of a roster with these papers of its two people. */
  async function check(...papers: [string, string]) {
    writeFileSync(
      join(folder, 'plan.yaml'),
      `格式: plan/v1
年度: 2027
单位: { 名称: 中共东山镇委员会 }
材料清单:
  - { 代码: application, 名称: 入党申请书 }
  - { 代码: review, 名称: 政审材料 }
人员名册:
${papers.map((each, index) => `  - { 编号: c${index}, 姓名: 张${'三四'[index]}, 列入方式: 拟发展对象, 已交材料: ${each} }`).join('\n')}
`,
    );
    return (await plan('check', '.')).said;
  }

  it.each([
    '{ 入党申请书: 2023-04-10, 政审材料: 是 }',
    '{ application: 2023-04-10, 政审: 是 }',
    '{ 《入党申请书》: 2023-04-10, 政治审查材料: 2024-03-01 }',
  ])('are read by their names as by their codes: %s', async papers => {
    const said = await check(papers, papers);
    expect(said).not.toContain('缺“');
    expect(said).not.toContain('没有代码为');
  });

  it.each([
    ['{ 登记本: 2023-04-10 }', '没有代码为“登记本”的材料'],
    ['[入党申请书]', '请写成已交材料:{入党申请书:2023-04-10,政审材料:是}'],
    ['{ 入党申请书: 不详, review: 不详 }', ''],
    ['不详', ''],
  ])('%s says of nobody that papers are lacking', async (papers, told) => {
    const said = await check(papers, '{ 入党申请书: 2023-04-10, 政审材料: 是 }');
    expect(said).not.toContain('缺“');
    expect(said).toContain(told);
  });

  it('are lacking where the others are recorded', async () =>
    expect(await check('{ 入党申请书: 2023-04-10 }', '{ 入党申请书: 2023-04-10 }')).toContain(
      '缺“政审材料”',
    ));
});
