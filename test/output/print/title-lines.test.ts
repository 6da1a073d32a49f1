import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/output/layout/width.ts';
import { titleLines } from '../../../src/output/print/fit.ts';

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
