import { describe, expect, it } from 'vitest';
import { readSheets } from '../../support/sheets.ts';

/** Two people below a head of two rows: what a column without a group over it is called stands in the first of these. */
const under = (head: string, values: readonly [string, string]) => [
  ['东山镇入党积极分子花名册'],
  ['填报单位：中共东山镇委员会组织办　填报时间：2026年11月20日'],
  ['序号', '基本情况', '', '', head, '培养情况', '', '备注'],
  ['', '姓名', '性别', '出生年月', '', '申请入党时间', '列为积极分子时间', ''],
  [1, '张三', '男', '1990.05', values[0], '2023.4.10', '2024.3.5', ''],
  [2, '李四', '女', '1991.12', values[1], '2023.4.11', '2024.3.6', '外出'],
];
const GROUPS = ['A1:H1', 'A2:H2', 'B3:D3', 'F3:G3'];
const DOWN = ['A3:A4', 'E3:E4', 'H3:H4'];

const HEADS: [head: string, value: string, field: string][] = [
  ['所在支部', '东山村党支部', 'branch'],
  ['所属党组织', '东山村党支部', 'branch'],
  ['党支部', '东山村党支部', 'branch'],
  ['支部名称', '东山村党支部', 'branch'],
  ['单位', '东山村', 'position'],
  ['村', '东山村', 'position'],
  ['类别', '农民', 'category'],
  ['工作单位及职务', '东山村村民', 'position'],
  ['联系电话', '13900000001', 'phone'],
  ['党小组', '第一小组', ''],
  ['所在支部（全称，须与公章上的名称一致）', '东山村党支部', 'branch'],
];

describe('nothing of a head becomes somebody’s value', () => {
  for (const [how, merges] of [
    ['merged', [...GROUPS, ...DOWN]],
    ['groups merged only', GROUPS],
    ['copied as values', []],
  ] as const)
    it.each(HEADS)(`%s, ${how}, where one cell is blank`, (head, value, field) => {
      const { people, told } = readSheets({ sheets: under(head, ['', value]), merges: [...merges] });
      expect(people.map(({ name }) => name)).toEqual(['张三', '李四']);
      expect(JSON.stringify(people)).not.toContain(`"${head}"`);
      expect(told.filter(each => each.startsWith('branch-from-title'))).toEqual([]);
      if (field === '') return;
      expect(people[0]![field as 'branch']).toBeUndefined();
      expect(people[1]![field as 'branch']).toBe(value);
    });

  it('of a row of headings that is no part of the head neither branch nor role is taken', () => {
    const { people } = readSheets({
      sheets: [
        ['姓名', '所在支部', '积极分子', '备注'],
        [],
        ['序号', '姓名', '性别', '出生年月'],
        [1, '张三', '男', '1990.05'],
      ],
    });
    expect(people.map(({ name, branch, role }) => ({ name, branch, role }))).toEqual([
      { name: '张三', branch: undefined, role: undefined },
    ]);
  });
});

/** A column of these values under a head of one row. */
const column = (head: string, ...values: string[]) =>
  readSheets({
    sheets: [
      ['姓名', '性别', '出生年月', head],
      ...values.map((value, at) => [`张${'甲乙丙丁戊'[at]}`, '男', '1990.05', value]),
      ['合计', `${values.length}人`],
      ['备注：本表由各支部填报，镇组织办汇总。'],
    ],
    merges: [`A${values.length + 3}:D${values.length + 3}`],
  });

describe('a column says who people are where its values do, whatever its head', () => {
  it.each(['类别', '人员类别', '身份', '对象', '培养类别', '备注', '情况', '名额类别'])(
    '%s with ways of listing',
    head => {
      const { people, told } = column(head, '发展对象', '积极分子', '同上', '拟发展对象');
      expect(people.map(({ role }) => role)).toEqual(['nominee', 'reserve', 'reserve', 'nominee']);
      expect(people.map(({ category }) => category)).toEqual([undefined, undefined, undefined, undefined]);
      expect(told).toContain('guessed-column D1');
    },
  );

  it.each(['类别', '人员类别', '目前情况', '状态', '名额类别'])('%s with applicants among them', head => {
    const { people } = column(head, '发展对象', '积极分子', '入党申请人');
    expect(people.map(({ stage, role }) => [stage, role])).toEqual([
      ['prospective', 'nominee'],
      ['activist', undefined],
      ['applicant', undefined],
    ]);
  });

  it('类别 with categories is the category', () => {
    const { people } = column('类别', '农民', '机关', '学校');
    expect(people.map(({ category }) => category)).toEqual(['农民', '机关', '学校']);
  });

  it('政治面貌 stays what it is beside 类别', () => {
    const { people } = readSheets({
      sheets: [
        ['姓名', '性别', '政治面貌', '类别'],
        ['张三', '男', '入党积极分子', '发展对象'],
        ['李四', '女', '共青团员', '积极分子'],
      ],
    });
    expect(people.map(({ stage, leagueMember, role }) => [stage, leagueMember, role])).toEqual([
      ['activist', undefined, 'nominee'],
      [undefined, true, 'reserve'],
    ]);
  });

  it('a remark on some is a remark', () => {
    const { people } = column('备注', '积极分子', '', '', '');
    expect([people[0]!.note, people[0]!.role]).toEqual(['积极分子', undefined]);
  });
});
