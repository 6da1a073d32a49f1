import { describe, expect, it } from 'vitest';
import { lengthIn } from '../../src/read/plan/length.ts';
import { checkFiles } from '../support/outline.ts';

/** What is found of the steps of a plan of 2026, and the days that JSON has of them. */
async function checked(...steps: string[]) {
  const { findings, facts } = await checkFiles(
    {
      'plan.yaml': `年度: 2026\n单位: { 名称: 某镇党委 }\n时间安排:\n${steps
        .map((step, index) => `  - { 代码: s${index}, 责任单位: 镇党委, ${step} }\n`)
        .join('')}`,
    },
    '2026-01-01',
  );
  return {
    codes: findings
      .filter(({ severity, code }) => severity !== 'info' && code !== 'timeline/missing-step')
      .map(({ code }) => code),
    days: facts!.schedule.steps.map(({ calendarDays, workingDays }) => [calendarDays, workingDays]),
  };
}

describe('a step of which something was not understood', () => {
  it.each([
    ['名称: 公示, 起: 6月8日, 时长: 若干天', 'input/schema'],
    ['名称: 公示, 起: 6月8日, 止: 六月几日', 'input/schema'],
    ['名称: 公示, 起: 某日, 止: 6月12日', 'input/schema'],
    ['名称: 发展对象培训, 起: 6月8日, 时长: 几天', 'input/schema'],
    ['名称: 发展对象培训, 日期: 6月8日, 时长: 几天', 'input/schema'],
    ['名称: 公示, 起: 6月8日, 止: 不详', 'timeline/no-date'],
  ])('has no days: %s', async (step, code) => {
    expect(await checked(step)).toEqual({ codes: [code], days: [[0, 0]] });
  });

  it.each(['止: ', '时长: ""', '止: 无'])('takes an empty field for none: %s', async field => {
    expect(await checked(`名称: 支部大会, 日期: 6月8日, ${field}`)).toEqual({ codes: [], days: [[1, 1]] });
  });

  it('is told where its only date is empty', async () => {
    expect((await checked('名称: 支部大会, 日期: ')).codes).toEqual(['timeline/no-date']);
  });

  it('keeps the days that do not need it', async () => {
    expect(await checked('名称: 公示, 起: 6月8日, 止: 6月12日, 时长: 若干天')).toEqual({
      codes: ['input/schema'],
      days: [[5, 5]],
    });
    expect((await checked('名称: 公示, 起: 6月8日, 止: 某日, 时长: 5个工作日')).days).toEqual([[5, 5]]);
  });
});

describe('the length of a step', () => {
  it('may stand with its days, and is held against them', async () => {
    expect(await checked('名称: 公示, 日期: 6月8日—6月12日（5个工作日）')).toEqual({
      codes: [],
      days: [[5, 5]],
    });
    expect(await checked('名称: 公示, 日期: 6月8日起5个工作日')).toEqual({ codes: [], days: [[5, 5]] });
    expect(await checked('名称: 公示, 日期: 6月8日—6月12日（7天）')).toEqual({
      codes: ['timeline/duration-disagrees'],
      days: [[5, 5]],
    });
    expect((await checked('名称: 公示, 截止: 6月12日（5天）')).codes).toContain('input/schema');
  });

  it('ends in the month in which it begins, where no other is written', async () => {
    expect(await checked('名称: 公示, 起: 6月8日, 止: 12日')).toEqual({ codes: [], days: [[5, 5]] });
    expect(await checked('名称: 支部大会, 起: 6月8日, 止: 31日')).toEqual({
      codes: ['input/schema'],
      days: [[0, 0]],
    });
    expect((await checked('名称: 支部大会, 止: 12日')).codes).toContain('input/schema');
  });

  it('may lie in the year that it names itself', async () => {
    expect((await checked('名称: 上报下年计划, 日期: 次年1月10日前')).codes).toEqual([]);
    expect((await checked('名称: 上报下年计划, 日期: 2027年1月10日前')).codes).toEqual([
      'timeline/outside-year',
    ]);
  });

  it('may be said as the least', async () => {
    expect(await checked('名称: 公示, 起: 6月8日, 时长: 不少于5个工作日')).toEqual({
      codes: [],
      days: [[5, 5]],
    });
    expect(await checked('名称: 发展对象培训, 起: 6月8日, 时长: 3天以上')).toEqual({
      codes: [],
      days: [[3, 3]],
    });
  });

  it.each([
    ['公示3天', { count: 3, unit: 'd' }],
    ['发展对象公示（不少于五个工作日）', { count: 5, unit: 'wd' }],
    ['公示期７天', { count: 7, unit: 'd' }],
    ['集中培训两天', { count: 2, unit: 'd' }],
    ['培训5天，40学时', { count: 5, unit: 'd' }],
    ['公示', undefined],
    ['6月8日公示', undefined],
    ['公示3至5天', undefined],
    ['公示后3天内上报', undefined],
    ['第3天公示', undefined],
    ['公示5个工作日，上报后再公示3天', undefined],
  ])('is read in %s', (name, length) => {
    expect(lengthIn(name)).toEqual(length);
  });

  it('in the name of a notice or a training is held against the norm', async () => {
    const short = ['timeline/notice-too-short'];
    expect(await checked('名称: 发展对象公示3天, 日期: 6月中旬')).toEqual({ codes: short, days: [[3, 3]] });
    expect(await checked('名称: 发展对象公示5个工作日, 日期: 6月上旬')).toEqual({
      codes: [],
      days: [[5, 5]],
    });
    expect((await checked('名称: 发展对象公示4个工作日, 截止: 6月30日')).codes).toEqual(short);
    expect((await checked('名称: 发展对象公示5个工作日, 起: 6月8日')).codes).toEqual([]);
    expect((await checked('名称: 发展对象培训2天, 日期: 6月中旬')).codes).toEqual([
      'period/training-too-short',
    ]);
    expect((await checked('名称: 发展对象培训3天, 日期: 6月中旬')).codes).toEqual([]);
    expect((await checked('名称: 发展对象培训2天（24学时）, 日期: 6月中旬')).codes).toEqual([]);
  });

  it('is that of its days where these say it', async () => {
    expect((await checked('名称: 公示5个工作日, 起: 6月8日, 止: 6月9日')).days).toEqual([[2, 2]]);
    expect((await checked('名称: 公示5个工作日, 日期: 6月8日至6月9日')).days).toEqual([[2, 2]]);
    expect((await checked('名称: 支部大会3天, 日期: 6月8日')).days).toEqual([[1, 1]]);
  });
});
