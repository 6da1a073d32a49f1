import { describe, expect, it } from 'vitest';
import { type Made, readSheets } from '../../support/sheets.ts';

/** Sheets that were misread once: what is read of each person now, and what has to be told. */
const CASES: [name: string, made: Made | string, people: Record<string, unknown>[], told?: string[]][] = [
  [
    'a year of two digits with a month that lost its zero may be January or October, unless the column says',
    {
      sheets: [
        ['姓名', '出生年月', '确定积极分子时间'],
        ['张三', '93.1', '25.1'],
        ['李四', '94.05', '2025.6'],
      ],
    },
    [{ birth: '1993-10' }, { birth: '1994-05', events: { activist: '2025-06' } }],
    undefined,
  ],
  [
    'the exact name of a field beats a word in another heading',
    {
      sheets: [
        ['序号', '姓名', '民族', '籍贯', '出生地', '出生日期'],
        [1, '张三', '汉', '某省某县', '某省某县', '1990-05-03'],
      ],
    },
    [{ birth: '1990-05-03', nativePlace: '某省某县' }],
    ['unread-column E1'],
  ],
  [
    'the training of activists is neither their becoming one nor that of prospective members',
    {
      sheets: [
        ['姓名', '申请入党时间', '入党积极分子培训时间', '确定积极分子时间'],
        ['张三', '2023.03.01', '2025.06.08', '2024.06.01'],
      ],
    },
    [{ events: { application: '2023-03-01', activist: '2024-06-01' } }],
    ['unread-column C1'],
  ],
  [
    'phones of contacts are nobody’s name, and not the person’s phone',
    {
      sheets: [
        ['姓名', '性别', '培养联系人', '培养联系人电话', '介绍人电话', '联系人电话'],
        ['张三', '男', '王五、赵六', '13800000001', '13800000002', '13800000003'],
      ],
    },
    [{ contacts: ['王五', '赵六'], introducers: undefined, phone: undefined }],
    ['others-column D1', 'others-column E1', 'others-column F1'],
  ],
  [
    'a column of opinions is read where days stand below it, without the words behind them',
    {
      sheets: [
        ['姓名', '性别', '政审时间及结论', '支部大会时间及表决情况', '预审意见及时间'],
        ['张三', '男', '2025.7.1 合格', '2025.8.20 应到15人实到13人同意13票', '同意'],
      ],
    },
    [{ events: { politicalReview: '2025-07-01', branchMeeting: '2025-08-20' } }],
    [
      'date-before C2',
      'date-before D2',
      'guessed-column C1',
      'guessed-column D1',
      'opinion-column E1',
      'approval-unasked D2',
    ],
  ],
  [
    'hours behind the days of a training are its hours',
    {
      sheets: [
        ['姓名', '性别', '发展对象培训'],
        ['张三', '男', '2025.7.10—12（24学时）'],
      ],
    },
    [{ events: { training: { start: '2025-07-10', end: '2025-07-12', hours: 24 } } }],
    undefined,
  ],
  [
    'a table of conversions has the notice and the vote of the conversion',
    {
      sheets: [
        ['2026年预备党员转正情况表'],
        [
          ...['姓名', '性别', '入党时间', '党委审批时间', '预备期满时间', '支部大会讨论转正时间'],
          ...['应到', '实到', '同意', '公示时间'],
        ],
        [
          '张三',
          '男',
          '2025.5.20',
          '2025.6.1',
          '2026.5.20',
          '2026.5.25',
          20,
          '18人',
          '18票',
          '2026.5.26-6.1',
        ],
      ],
    },
    [
      {
        events: {
          branchMeeting: '2025-05-20',
          approval: '2025-06-01',
          probation: { from: '2025-05-20', to: '2026-05-20' },
          conversionMeeting: { on: '2026-05-25', entitled: 20, present: 18, inFavour: 18 },
          conversionNotice: { from: '2026-05-26', to: '2026-06-01' },
        },
      },
    ],
    undefined,
  ],
  [
    'what stands right beside a column says more than the title',
    {
      sheets: [
        ['某街道2026年度发展对象基本情况汇总表'],
        ['姓名', '性别', '支委会研究确定为入党积极分子时间', '党委备案时间'],
        ['张三', '男', '2022.12.1', '2022.12.10'],
      ],
    },
    [{ events: { activist: '2022-12-01', activistFiling: '2022-12-10', prospectiveFiling: undefined } }],
    undefined,
  ],
  [
    'who was admitted is a member where the roster has no column of approvals',
    {
      sheets: [
        ['姓名', '性别', '入党时间', '转正时间'],
        ['张三', '男', '2025.07.01', null],
        ['李四', '女', '2005.07.01', '2006.07.01'],
        ['王五', '女', '2026.09.01', null],
      ],
    },
    [{ stage: 'probationary' }, { stage: undefined }, { stage: undefined }],
    ['approval-unasked C2'],
  ],
  [
    'whose approval may still be awaited is none yet',
    {
      sheets: [
        ['姓名', '性别', '支部大会讨论通过时间'],
        ['张三', '男', '2026.05.20'],
      ],
    },
    [{ stage: undefined }],
    undefined,
  ],
  [
    'where it has one, an empty cell says that nothing is known of an approval',
    {
      sheets: [
        ['姓名', '性别', '入党时间', '党委审批时间'],
        ['张三', '男', '2025.07.01', null],
        ['李四', '女', '2025.07.01', '2025.08.01'],
      ],
    },
    [{ stage: undefined }, { stage: undefined }],
    [],
  ],
  [
    'one odd value loses itself, not its column',
    {
      sheets: [
        ['姓名', '性别', '是否发展对象', '类别'],
        ['张三', '男', '是', '积极分子'],
        ['李四', '女', '否', '流动党员'],
        ['王五', '女', '待定', '预备党员'],
      ],
    },
    [
      { role: 'nominee', stage: 'activist' },
      { role: undefined, stage: undefined },
      { role: undefined, stage: 'probationary' },
    ],
    ['guessed-column C1', 'guessed-column D1', 'input/schema D3'],
  ],
  [
    'who signs below a list is nobody of it',
    {
      sheets: [
        ['某村2026年发展对象公示名单'],
        ['姓名', '性别', '出生年月'],
        ['张三', '男', '1990.05'],
        ['中共某镇委员会'],
        ['某街道党工委'],
        ['某村党支部委员会'],
        ['公示单位：某村党总支'],
        ['特此公示'],
        ['某合作社', null, null],
      ],
      merges: ['A9:C9'],
    },
    [{ name: '张三', branch: undefined }],
    ['role-from-title A1', 'footer A4', 'footer A5', 'footer A6', 'footer A7', 'footer A8', 'footer A9'],
  ],
  [
    'a table of figures above a list is told, and the example of a template is nobody',
    {
      sheets: [
        ['单位', '计划数', '妇女'],
        ['东镇', 12, 5],
        ['合计', 12, 5],
        [],
        ['2026年拟发展对象名单'],
        ['姓名', '性别', '出生年月'],
        ['例：李四', '女', '1990-01'],
        ['张三', '男', '1990.05'],
      ],
    },
    [{ name: '张三' }],
    undefined,
  ],
  [
    'what is planned has not happened',
    {
      sheets: [
        ['姓名', '性别', '确定积极分子时间', '预计入党时间', '拟列为发展对象时间', '计划确定为发展对象时间'],
        ['张三', '男', '2024.06', '2026.12', '2026.07', '2026.07'],
      ],
    },
    [{ events: { activist: '2024-06' }, role: undefined }],
    ['planned-column D1', 'planned-column E1', 'planned-column F1'],
  ],
  [
    'a range in one cell',
    {
      sheets: [
        ['姓名', '性别', '培训起止时间', '发展对象公示起止时间'],
        ['张三', '男', '2026.6.1-2026.6.3', '2026.6.1-2026.6.9'],
        ['李四', '女', '2026年6月1日至3日', ''],
        ['王五', '男', '2026.06.01—06.03', ''],
      ],
    },
    [
      {
        events: {
          training: { start: '2026-06-01', end: '2026-06-03' },
          prospectiveNotice: { from: '2026-06-01', to: '2026-06-09' },
        },
      },
      { events: { training: { start: '2026-06-01', end: '2026-06-03' } } },
      { events: { training: { start: '2026-06-01', end: '2026-06-03' } } },
    ],
  ],
  [
    'the post of a contact under a merged group',
    {
      sheets: [
        ['某镇入党积极分子花名册'],
        ['序号', '姓名', '性别', '培养联系人', null, '所在支部'],
        [null, null, null, '姓名', '职务'],
        [1, '张三', '男', '王五', '支部书记', '东村党支部'],
      ],
      merges: ['A1:F1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3'],
    },
    [{ contacts: ['王五'], position: undefined, branch: '东村党支部', role: 'reserve' }],
    ['others-column E3'],
  ],
  [
    'a head of two rows that is not merged',
    {
      sheets: [
        ['序号', '姓名', '性别', '时间', '', '所在支部'],
        ['', '', '', '申请入党', '确定为积极分子', ''],
        [1, '张三', '男', '2023.03', '2024.06', '东村党支部'],
      ],
    },
    [{ branch: '东村党支部', events: { application: '2023-03', activist: '2024-06' } }],
  ],
  [
    'two tables with heads and titles of their own',
    {
      sheets: [
        ['一、拟发展对象'],
        ['序号', '姓名', '性别', '学历'],
        [1, '张三', '男', '高中'],
        [],
        ['二、入党积极分子'],
        ['序号', '姓名', '民族', '性别'],
        [1, '李四', '回', '女'],
      ],
      merges: ['A1:D1', 'A5:D5'],
    },
    [
      { name: '张三', role: 'nominee', education: 'senior-high' },
      { name: '李四', role: 'reserve', ethnicity: '回族', gender: 'female' },
    ],
    ['role-from-title A1', 'role-from-title A5'],
  ],
  [
    'signatures in cells',
    {
      sheets: [
        ['序号', '姓名', '性别', '出生年月', '学历'],
        [1, '赵一', '男', '1990.05', '高中'],
        ['审核：', '张某', '', '制表：', '李某'],
        ['分管领导', '张某', '经办人', '李某', ''],
      ],
    },
    [{ name: '赵一' }],
    ['footer A3', 'footer A4'],
  ],
  [
    'formulas without a result, and an ID number without a name',
    {
      sheets: [
        ['姓名', '身份证号', '性别'],
        ['张三', '650000199001010019', { t: 'z', f: 'X1' }],
        ['', '65000019951230123X', ''],
      ],
    },
    [{ name: '张三', birth: '1990-01-01' }],
    ['no-name B3'],
  ],
  [
    'a lost ID number and a row without a name',
    {
      sheets: [
        ['姓名', '性别', '身份证号', '类别'],
        ['张三', '男', 650000199001010000, 'farmer'],
        [null, '女', '65000019951230123X', 'farmer'],
      ],
    },
    [{ name: '张三', idNumber: undefined, category: 'farmer' }],
    ['input/precision-lost C2', 'no-name B3'],
  ],
  [
    'guesses that decide a ratio',
    {
      sheets: [
        ['姓名', '学历', '职业'],
        ['张三', '本科(在读)', '村干部'],
      ],
    },
    [{ education: 'bachelor', occupation: undefined, attributes: { 职业: '村干部' } }],
    ['classed B2', 'as-attribute C2'],
  ],
  [
    'a sheet of people who are out',
    {
      sheets: {
        积极分子: [
          ['姓名', '性别'],
          ['张三', '男'],
        ],
        已取消: [
          ['姓名', '性别'],
          ['李四', '女'],
        ],
      },
    },
    [{ name: '张三', role: 'reserve' }],
    ['out-sheet [已取消] A1'],
  ],
  [
    'levels of education by whole values',
    {
      sheets: [
        ['姓名', '学历'],
        ['甲一', '中等专科'],
        ['乙二', '大学本科（专科起点）'],
        ['丙三', '大专/本科'],
        ['丁四', '技工学校'],
        ['戊五', '专升本'],
      ],
    },
    [
      { education: 'senior-high' },
      { education: 'bachelor' },
      { education: undefined },
      { education: 'senior-high' },
      { education: 'bachelor' },
    ],
    ['unclear B4'],
  ],
  [
    'occupations by whole values',
    {
      sheets: [
        ['姓名', '职业'],
        ['甲一', '大学生村官'],
        ['乙二', '企业负责人'],
        ['丙三', '农村党员'],
        ['丁四', '技术工人'],
      ],
    },
    [
      { occupation: undefined },
      { occupation: 'manager' },
      { occupation: undefined },
      { occupation: 'worker' },
    ],
    ['as-attribute B2', 'as-attribute B4'],
  ],
  [
    'codes of gender, and neither of two ticked',
    {
      sheets: [
        ['姓名', '性别', '身份证号'],
        ['甲一', '1', '650000199001010019'],
        ['乙二', '2', ''],
        ['丙三', '男/女', ''],
      ],
    },
    [{ gender: 'male' }, { gender: 'female' }, { gender: undefined }],
    ['code B2', 'unclear B4'],
  ],
  [
    'contacts with posts in brackets',
    {
      sheets: [
        ['姓名', '性别', '培养联系人'],
        ['张三', '男', '王五（支部书记、村主任）、赵六（组织委员）'],
      ],
    },
    [{ contacts: ['王五（支部书记、村主任）', '赵六（组织委员）'] }],
  ],
  [
    'a CSV that Excel saved',
    '姓名,性别,出生年月,身份证号\n张三,男,1990.01,650000199001010000\n李四,女,1991.05,6.50E+17\n王五,男,1990.01,"=""650000199001010019"""\n赵六,女,May-90,650000199001010027\n',
    [
      { idNumber: undefined },
      { idNumber: undefined },
      { idNumber: '650000199001010019' },
      { idNumber: '650000199001010027' },
    ],
    ['input/precision-lost D2', 'input/precision-lost D2', 'english-month C5'],
  ],
  [
    'a branch that stands in the first row of a group only',
    '党支部,序号,姓名,性别\n东村党支部,1,张三,男\n,2,李四,女\n,3,王五,男\n西村党支部,1,赵六,男\n,2,钱七,女\n',
    ['东村党支部', '东村党支部', '东村党支部', '西村党支部', '西村党支部'].map(branch => ({ branch })),
    ['filled-down A3'],
  ],
  [
    'sections with numbers and counts',
    {
      sheets: [
        ['序号', '姓名', '性别', '出生年月'],
        ['一、东村党支部（2人）'],
        [1, '张三', '男', '1990.05'],
        [2, '古丽', '女', '1991.12'],
        ['二、西村党支部'],
        [1, '李四', '男', '1988.10'],
      ],
      merges: ['A2:D2', 'A5:D5'],
    },
    [{ branch: '东村党支部' }, { branch: '东村党支部' }, { branch: '西村党支部' }],
  ],
];

describe('sheets that were misread once', () => {
  it.each(CASES)('%s', (_name, made, people, told = []) => {
    const read = readSheets(made);
    expect(read.people).toHaveLength(people.length);
    for (const [index, person] of people.entries())
      for (const [field, value] of Object.entries(person))
        expect([field, read.people[index]![field as never]]).toEqual([field, value]);
    expect(told.filter(each => !read.told.includes(each))).toEqual([]);
  });

  it('never says that columns have the same content unless they do', () => {
    const sheets = [
      ['姓名', '申请入党时间', '入党申请时间', '递交申请书时间'],
      ['张三', '2023.03.01', '2023.03.02', '2023.03.01'],
    ];
    const { told } = readSheets({ sheets });
    expect(told).toContain('second-column C1');
    expect(told).toContain('same-column D1');
  });
});
