import { describe, expect, it } from 'vitest';
import { type Made, readSheets } from '../../support/sheets.ts';

const HEAD = ['姓名', '性别', '出生年月'];
const roles = (made: Made) =>
  Object.fromEntries(readSheets(made).people.map(({ name, role = '' }) => [name, role]));
const told = (made: Made) => readSheets(made).told.filter(note => !note.startsWith('guessed-column'));

describe('a column that asks who is listed says it, whatever the title says', () => {
  it.each([
    '是否发展对象',
    '是否为拟发展对象',
    '是否列为发展对象',
    '是否确定为发展对象',
    '是否列入2027年发展计划',
    '是否今年发展',
    '是否拟发展',
    '发展对象',
    '拟发展对象（打√）',
    '发展对象（是/否）',
  ])('%s', heading => {
    const sheets = [
      ['东镇2027年拟发展对象名册'],
      [...HEAD, heading],
      ['张三', '男', '1990.05', '是'],
      ['李四', '女', '1991.05', '否'],
      ['王五', '男', '1992.05', '√'],
      ['赵六', '女', '1993.05', null],
    ];
    expect(roles({ sheets })).toEqual({ 张三: 'nominee', 李四: '', 王五: 'nominee', 赵六: '' });
    expect(told({ sheets })).toEqual(['not-nominee D4', 'not-nominee A6']);
  });

  it('是否储备 says who is in reserve', () => {
    const sheets = [
      ['东镇2027年入党积极分子名册'],
      [...HEAD, '是否储备'],
      ['张三', '男', '1990.05', '是'],
      ['李四', '女', '1991.05', '否'],
    ];
    expect(roles({ sheets })).toEqual({ 张三: 'reserve', 李四: 'reserve' });
  });

  it.each(['发展对象公示', '是否积极分子', '发展对象政审', '发展对象备案', '是否团员'])(
    '%s is another matter',
    heading => {
      const sheets = [
        [...HEAD, heading],
        ['张三', '男', '1990.05', '是'],
        ['李四', '女', '1991.05', '否'],
      ];
      expect(roles({ sheets })).toEqual({ 张三: '', 李四: '' });
    },
  );
});

describe('whom the Party has admitted before is no nominee by a title', () => {
  it.each<[string, unknown[], string]>([
    ['人员类别', ['预备党员'], ''],
    ['政治面貌', ['中共党员'], ''],
    ['支部大会时间', ['2026.06.20'], ''],
    ['支部大会时间', ['2027.06.20'], 'nominee'],
    ['人员类别', ['发展对象'], 'nominee'],
  ])('%s %s', (heading, cells, role) => {
    const sheets = [
      ['东镇2027年拟发展对象名册'],
      [...HEAD, heading],
      ['张三', '男', '1990.05', ...cells],
      ['李四', '女', '1991.05', null],
    ];
    expect(roles({ sheets })).toEqual({ 张三: role, 李四: 'nominee' });
    expect(told({ sheets }).includes('not-nominee D3')).toBe(role === '');
  });

  it('nor by a section, nor by the stage alone', () => {
    const sheets = [
      ['东镇2027年花名册'],
      [...HEAD, '发展阶段'],
      ['一、拟发展对象', null, null, null],
      ['张三', '男', '1990.05', '预备党员'],
      ['二、其他人员', null, null, null],
      ['李四', '女', '1991.05', '预备党员'],
    ];
    expect(roles({ sheets })).toEqual({ 张三: '', 李四: '' });
  });
});

it.each(['已转出', '党员', '2026年已发展', '取消资格'])('a remark %s speaks against the title', remark => {
  const sheets = [
    ['东镇2027年拟发展对象名册'],
    [...HEAD, '备注'],
    ['张三', '男', '1990.05', remark],
    ['李四', '女', '1991.05', '联系人已调出'],
  ];
  expect(roles({ sheets })).toEqual({ 张三: '', 李四: 'nominee' });
  expect(told({ sheets })).toEqual(['remark-out D3', 'not-nominee D3', 'role-from-title A1']);
});
