import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/output/layout/width.ts';
import { cellLines, headLines, headWidth, titleLines } from '../../../src/output/print/line-breaks.ts';

describe('lines of a title', () => {
  it.each([
    ['某镇党委2016年度发展党员工作计划', 40, [], ['某镇党委2016年度发展党员工作计划']],
    [
      '阿克陶县布伦口乡党委2027年度发展党员工作计划',
      40,
      ['阿克陶县布伦口乡党委'],
      ['阿克陶县布伦口乡党委', '2027年度发展党员工作计划'],
    ],
    [
      '关于拟接收买买提江·吾买尔、古丽等2名同志为中共预备党员的公示',
      40,
      ['买买提江·吾买尔', '古丽'],
      ['关于拟接收买买提江·吾买尔、', '古丽等2名同志为中共预备党员的公示'],
    ],
    [
      '某某自治县某某镇人民代表大会办公室党支部委员会2026年度发展党员工作计划',
      44,
      [],
      ['某某自治县某某镇人民代表大会办公室', '党支部委员会2026年度发展党员工作计划'],
    ],
    // As wide as the line in columns of a terminal; on paper digits stand a little off Chinese characters.
    ['中共柳溪乡委员会2027年度发展党员工作计划', 40, [], ['中共柳溪乡委员会2027年度', '发展党员工作计划']],
    [
      '关于拟接收阿卜杜热合曼·买买提吐尔逊·阿不都克热木等6名同志为中共预备党员的公示',
      40,
      ['阿卜杜热合曼·买买提吐尔逊·阿不都克热木'],
      ['关于拟接收阿卜杜热合曼·买买提吐尔逊·', '阿不都克热木等6名同志为', '中共预备党员的公示'],
    ],
  ] as const)('%s', (title, room, whole, expected) => {
    expect(titleLines(title, room, whole)).toEqual(expected);
  });

  it('are no wider than there is room, lose nothing, and break no name, unit, year or kind of paper', () => {
    const names = ['买买提江·吾买尔', '某某自治县某某镇党委', '古丽'];
    for (const name of names)
      for (const paper of ['工作计划', '全程纪实表', '公示情况说明', '预审请示', '备案报告'])
        for (let room = 24; room <= 60; room++) {
          const title = `关于${name}同志2026年度发展党员${paper}`;
          const lines = titleLines(title, room, names);
          expect(lines.join('')).toBe(title);
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(room);
          for (const whole of [name, '2026年度', '发展党员', paper])
            expect(
              lines.some(line => line.includes(whole)),
              `${room}: ${lines.join('|')}`,
            ).toBe(true);
        }
  });
});

describe('lines of a head', () => {
  it.each([
    ['出生年月', 4, ['出生', '年月']],
    ['申请入党时间', 8, ['申请入党', '时间']],
    ['申请入党时间', 4, ['申请', '入党', '时间']],
    ['确定积极分子时间', 8, ['确定', '积极分子', '时间']],
    ['单位及职务', 6, ['单位及', '职务']],
    ['培养联系人意见', 10, ['培养联系人', '意见']],
    ['与发展对象的关系', 14, ['与发展对象的', '关系']],
    ['4月20日上午', 8, ['4月20日', '上午']],
    ['Full members entitled to vote', 12, ['Full members', 'entitled to', 'vote']],
    ['Ethnicity', 6, undefined],
  ])('%s in %i columns', (title, width, lines) => expect(headLines(title, width)).toEqual(lines));

  it('are three at most, and need no more room than that', () => {
    expect(headWidth('确定积极分子时间')).toBe(8);
    expect(headWidth('Ethnicity')).toBe(9);
    expect(headWidth('性别')).toBe(4);
  });
});

describe('lines of a cell', () => {
  it.each([
    ['党员甲、党员乙', 10, ['党员甲、', '党员乙']],
    ['阿卜杜热合曼·买买提吐尔逊·阿不都克热木', 16, ['阿卜杜热合曼·', '买买提吐尔逊·', '阿不都克热木']],
    ['3月25日—4月16日', 12, ['3月25日—', '4月16日']],
    ['2027年5月26日至2028年5月25日', 20, ['2027年5月26日至', '2028年5月25日']],
    ['2015-06-21、2015-09-21、2015-12-21', 24, ['2015-06-21、2015-09-21、', '2015-12-21']],
    ['0（未填29）', 11, ['0', '（未填29）']],
    ['党员甲、党员乙', 20, ['党员甲、党员乙']],
    ['各支部召开支委会，推荐初步人选并上报', 10, ['各支部召开支委会，推荐初步人选并上报']],
  ])('%s in %i columns', (text, width, lines) => expect(cellLines(text, width)).toEqual(lines));
});
