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

describe('a column of the days on which people were listed', () => {
  const sheet = (title: string | undefined, ...cells: (string | null)[]) => ({
    sheets: [
      ...(title === undefined ? [] : [[title]]),
      [...HEAD, '确定积极分子时间', '列为发展对象时间'],
      ...['张三', '李四', '王五'].map((name, at) => [name, '男', '1990.05.01', '2024.06.01', cells[at]]),
    ],
  });
  const NONE = [
    '无',
    '待定',
    '未定',
    '不详',
    '暂无',
    '尚未',
    '未列',
    '暂缓',
    '否',
    '未到期',
    '不符合条件',
    '下一批',
  ];
  const HOPED = ['拟2026年9月', '2026.9（拟）', '计划2026.9', '2026年上半年'];

  it.each([...NONE, ...HOPED, null])('%s makes nobody a nominee', text =>
    expect(roles(sheet(undefined, '2026.03.01', text, '是'))).toEqual({
      张三: 'nominee',
      李四: '',
      王五: 'nominee',
    }),
  );

  it.each(['某镇2026年发展对象名册', '某镇2026年发展党员人选表'])(
    'speaks against the title %s where it is empty for some',
    title => {
      const made = sheet(title, '2026.03.01', null, '待定');
      expect(roles(made)).toEqual({ 张三: 'nominee', 李四: '', 王五: '' });
      expect(told(made)).toContain('not-nominee A4');
    },
  );

  it('is empty for those who are yet to be listed, and says no by any word', () => {
    expect(roles(sheet('某镇2026年拟发展对象名单', '2026.03.01', null, '暂缓'))).toEqual({
      张三: 'nominee',
      李四: 'nominee',
      王五: '',
    });
    expect(roles(sheet('某镇2026年发展对象名册', null, '待定', '暂缓'))).toEqual({
      张三: 'nominee',
      李四: 'nominee',
      王五: '',
    });
  });
});

it.each([
  '发展党员工作台账',
  '发展党员台账',
  '发展党员纪实台账',
  '发展党员工作花名册',
  '发展党员工作计划表',
  '发展党员全程纪实表',
])('a ledger of the work lists everybody on the way: %s', title => {
  const sheets = [
    [`某镇2026年${title}`],
    [...HEAD, '确定积极分子时间'],
    ['张三', '男', '1990.05.01', '2024.06.01'],
  ];
  expect(roles({ sheets })).toEqual({ 张三: '' });
});

it.each(['储备', '递补', '候补人选', '2028年发展', '暂缓', '本人放弃', '考察不满一年'])(
  'a remark %s speaks against the title',
  remark => {
    const sheets = [
      ['东镇2027年拟发展对象名册'],
      [...HEAD, '备注'],
      ['张三', '男', '1990.05', remark],
      ['李四', '女', '1991.05', '致富带头人'],
    ];
    expect(roles({ sheets })).toEqual({ 张三: '', 李四: 'nominee' });
    expect(told({ sheets })).toContain('not-nominee D3');
  },
);

it('正式人选 and 递补人选 say how people are listed', () => {
  const sheets = [
    ['某镇2026年发展党员人选表'],
    [...HEAD, '人选性质'],
    ['张三', '男', '1990.05', '正式人选'],
    ['李四', '女', '1991.05', '预备人选'],
    ['王五', '女', '1992.05', '递补人选'],
  ];
  expect(roles({ sheets })).toEqual({ 张三: 'nominee', 李四: 'reserve', 王五: 'reserve' });
});

describe('a column of the year in which people are to be admitted', () => {
  it.each<[string, string, Record<string, string>]>([
    ['拟发展年度', '某镇2026年入党积极分子名册', { 张三: 'nominee', 李四: 'reserve', 王五: 'reserve' }],
    ['拟发展时间', '某镇2026年拟发展对象名册', { 张三: 'nominee', 李四: '', 王五: 'nominee' }],
    ['计划发展年度', '某镇2026年名册', { 张三: 'nominee', 李四: '', 王五: '' }],
  ])('%s under %s', (heading, title, expected) => {
    const sheets = [
      [title],
      [...HEAD, heading],
      ['张三', '男', '1990.05', '2026年9月'],
      ['李四', '女', '1991.05', '2027'],
      ['王五', '女', '1992.05', null],
    ];
    expect(roles({ sheets })).toEqual(expected);
    expect(told({ sheets })).toContain('year-column D2');
  });

  it('is ticked below the year', () => {
    const sheets = [
      ['某镇2025—2027年发展党员三年规划表'],
      ['姓名', '性别', '出生年月', '计划发展年度', null, null],
      [null, null, null, '2025年', '2026年', '2027年'],
      ['张三', '男', '1990.05', '√', null, null],
      ['李四', '女', '1991.05', null, '√', null],
      ['王五', '女', '1992.05', null, null, '√'],
    ];
    expect(roles({ sheets, merges: ['D2:F2', 'A2:A3', 'B2:B3', 'C2:C3'] })).toEqual({
      张三: '',
      李四: 'nominee',
      王五: '',
    });
  });

  it('of another year than the sheet’s is no listing', () => {
    const sheets = [
      ['某镇2026年入党积极分子名册'],
      [...HEAD, '2027年拟发展'],
      ['张三', '男', '1990.05', '√'],
      ['李四', '女', '1991.05', null],
    ];
    expect(roles({ sheets })).toEqual({ 张三: 'reserve', 李四: 'reserve' });
    expect(told({ sheets })).toContain('not-nominee D3');
  });
});

describe('a section of which nothing is understood', () => {
  const sheets = (...sections: string[]) => [
    ['某镇名册'],
    HEAD,
    ['一、发展对象（1人）', null, null],
    ['张三', '男', '1990.05'],
    ...sections.flatMap((section, at) => [
      [section, null, null],
      [['李四', '王五'][at], '女', '1991.05'],
    ]),
  ];

  it('ends the role of the section before it', () =>
    expect(roles({ sheets: sheets('二、重点培养对象（1人）') })).toEqual({ 张三: 'nominee', 李四: '' }));

  it('and not where it is a part of it', () =>
    expect(roles({ sheets: sheets('（一）东村', '（二）西村') })).toEqual({
      张三: 'nominee',
      李四: 'nominee',
      王五: 'nominee',
    }));
});

it('a status in a column that is not read speaks against a title, a record of the past does not', () => {
  const sheets = [
    ['某镇2026年拟发展对象名册'],
    [...HEAD, '管理状态', '奖惩情况'],
    ['张三', '男', '1990.05', '暂缓', '2012年受警告处分'],
    ['李四', '女', '1991.05', '正常', '2012年受警告处分'],
  ];
  expect(roles({ sheets })).toEqual({ 张三: '', 李四: 'nominee' });
  expect(told({ sheets })).toContain('not-nominee D3');
});
