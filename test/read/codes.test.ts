import { expect, it } from 'vitest';
import { check } from '../../src/library/core.ts';
import { runIn } from '../support/examine.ts';
import { memoryFiles } from '../support/memory.ts';

const PLAN = `年度: 2016
单位: { 名称: 甲镇党委 }
指导性计划: { 总数: 1, 名额分配: [{ 名称: 农牧民, 名额: 1 }] }
储备: { 每名额: { 至少: 1, 至多: 3 } }
结构要求: [{ 名称: 女党员, 条件: { 性别: 女 }, 不低于: 1 }]
材料清单: [{ 名称: 入党申请书 }]
人员名册:
  - { 姓名: 古丽, 性别: 女, 名额类别: 农牧民, 列入方式: 拟发展对象, 材料: { 入党申请书: 2013-03-01 } }
  - { 姓名: 古丽, 性别: 男, 名额类别: 农牧民 }
时间安排:
  - { 名称: 推荐, 日期: 2016-06-08, 责任单位: 各支部 }
  - { 名称: 公示, 日期: 2016-06-06, 前置步骤: [推荐], 责任单位: 党办 }
  - { 名称: 公示, 日期: 2016-06-20, 责任单位: 党办 }
`;

const planOf = async (text: string, redact = false) =>
  (await check(memoryFiles({ 'plan.yaml': text }), ['.'], { asOf: '2016-06-01', redact })).plans[0]!;

it('what has no code goes by its name, and is read, judged and referred to', async () => {
  const { findings, structure, reserve, timeline } = await planOf(PLAN);
  expect(findings.filter(({ code }) => /^input\/(schema|unknown|duplicate)/.test(code))).toEqual([]);
  expect(structure).toMatchObject([{ id: '女党员', nominees: 1, met: true }]);
  expect(reserve?.slots).toMatchObject([{ id: '农牧民-1', nominee: '古丽' }]);
  expect(timeline?.map(({ id }) => id)).toEqual(['推荐', '公示', '公示-2']);
  expect(findings.map(({ code }) => code)).toContain('timeline/order');
  expect(findings.map(({ message }) => message).join()).not.toContain('古丽（古丽）');
});

it('hides the names of people that are their codes', async () => {
  expect(JSON.stringify(await planOf(PLAN, true))).not.toContain('古丽');
});

it('tells of a code that was written and cannot be one', async () => {
  const { findings } = await planOf(PLAN.replace('{ 名称: 推荐,', '{ 代码: "推 荐", 名称: 推荐,'));
  expect(findings.filter(({ code }) => code === 'input/schema')).toHaveLength(1);
});

it.each([
  ['- { 代码: a, 日期: 2016-06-08 }', '缺少“名称”'],
  ['- { id: a, on: 2016-06-08 }', '缺少“名称”(name)'],
])('calls what is missing in %s as it would stand there', async (step, message) => {
  const { findings } = await planOf(`年度: 2016\n单位: { 名称: 甲镇党委 }\n时间安排:\n  ${step}\n`);
  expect(findings.map(each => each.message)).toContain(message);
});

it('reads a list in Chinese brackets as the names in it', async () => {
  const { out } = await runIn(
    {
      'plan.yaml': Buffer.from(
        PLAN.replace('姓名: 古丽, 性别: 女,', '姓名: 古丽, 性别: 女, 培养联系人: 【李一，李二】,'),
      ),
    },
    ['paper', 'record', '.', '--as-of', '2016-06-01'],
  );
  expect(out).toContain('培养联系人：李一、李二');
});
