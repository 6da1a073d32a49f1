import { describe, expect, it } from 'vitest';
import { checkFiles } from '../support/outline.ts';

/** The condition of a requirement as it was read, and what is found. */
async function conditionOf(written: string, list = '结构要求', key = '条件') {
  const { findings, facts } = await checkFiles(
    {
      'plan.yaml': `年度: 2026\n单位: 某镇党委\n指导性计划: { 总数: 10 }\n${list}:\n  - { 名称: 甲, ${key}: ${written}, 不低于: 5 }\n`,
    },
    '2026-01-01',
  );
  return {
    where: facts?.plan.requirements[0]?.where,
    findings: findings.filter(({ severity }) => severity === 'error'),
  };
}

describe('a condition as a plan writes it', () => {
  it.each([
    ['女性', { gender: 'female' }],
    ['35岁以下', { age: { max: 35 } }],
    ['不满35岁', { age: { max: 34 } }],
    ['18至35周岁', { age: { min: 18, max: 35 } }],
    ['35周岁（含）以下', { age: { max: 35 } }],
    ['"35岁以下（不含35岁），女性"', { age: { max: 34 }, gender: 'female' }],
    ['年龄不满35岁', { age: { max: 34 } }],
    ['超过45岁', { age: { min: 46 } }],
    ['高中（含）以上学历', { education: { min: 'senior-high' } }],
    ['1991年1月1日以后出生', { birth: { min: '1991-01-01' } }],
    ['性别=女，年龄不超过35', { gender: 'female', age: { max: 35 } }],
    ['{ 民族: 非汉族 }', { ethnicity: { not: '汉族' } }],
    ['{ 民族: 非汉 }', { ethnicity: { not: '汉族' } }],
    ['{ 民族: 少数民族 }', { ethnicity: { not: '汉族' } }],
    ['{ 职业: 不是农民 }', { occupation: { not: 'farmer' } }],
    ['{ 年龄: 不满35岁 }', { age: { max: 34 } }],
    ['{ 年龄: 35岁以下（不含35岁） }', { age: { max: 34 } }],
    ['{ 年龄: 大于45 }', { age: { min: 46 } }],
    ['{ 年龄: 35周岁（含）以下 }', { age: { max: 35 } }],
    ['{ 出生日期: 1991年1月1日以后出生 }', { birth: { min: '1991-01-01' } }],
    ['{ 出生日期: 1991年1月以前 }', { birth: { max: '1991-01' } }],
  ])('%s', async (written, expected) => {
    const { where, findings } = await conditionOf(written);
    expect(findings).toEqual([]);
    expect(JSON.parse(JSON.stringify(where))).toEqual(expected);
  });

  it.each([
    // the front line is more than its workers
    ['{ 职业: 生产一线 }', ''],
    ['{ 职业: 农名 }', '农民'],
  ])('%s is told, and nothing with another meaning is proposed', async (written, nearest) => {
    const { findings } = await conditionOf(written);
    expect(findings.map(({ code, args }) => [code, (args as { nearest: string }).nearest])).toEqual([
      ['input/schema', nearest],
    ]);
  });

  it.each(['28岁以下团员', '女的'])('%s is told with a way to write it', async written => {
    const { findings } = await conditionOf(written);
    expect(findings.map(({ code, args }) => [code, (args as { problem: string }).problem])).toEqual([
      ['input/schema', 'condition'],
    ]);
  });
});

it('proposes the comparison that a longer one ends with, and asks for none besides', async () => {
  const { findings } = await checkFiles(
    {
      'plan.yaml':
        '年度: 2026\n单位: 某镇党委\n指导性计划: { 总数: 10 }\n结构要求:\n  - { 名称: 女, 条件: 女, 原则上不低于: 40% }\n  - { 名称: 年长, 条件: 60岁以上, 严格控制在: 5%以内 }\n  - { 名称: 青年, 条件: 35岁以下 }\n',
    },
    '2026-01-01',
  );
  const told = findings.map(({ code, args }) => [code, 'nearest' in args ? args.nearest : '']);
  expect(told.filter(([code]) => code !== 'structure/not-met')).toEqual([
    ['input/unknown-key', '不低于'],
    ['input/unknown-key', '控制在'],
    ['input/schema', ''],
  ]);
});
