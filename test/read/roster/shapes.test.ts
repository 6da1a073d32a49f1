import { describe, expect, it } from 'vitest';
import schema from '../../../schemas/candidates.schema.json' with { type: 'json' };
import { PROSE_FIELDS } from '../../../src/model/plan-texts.ts';
import { type Made, readSheets } from '../../support/sheets.ts';

/** A shape that some office has, what is read of it, and what has to be told. */
interface Shape {
  made: Made | string;
  people: Record<string, unknown>[];
  told?: string[];
}

const HEAD = ['序号', '姓名', '性别', '出生年月'];

/** Rosters as offices of different places keep them: each has misled a reader that goes by single words or cells. */
const SHAPES: Record<string, Shape> = {
  'headings that ask when': {
    made: {
      sheets: [
        ['姓名', '何时提出入党申请', '何时确定为入党积极分子', '何时列为发展对象', '何时接收为预备党员'],
        ['张三', '2013.6.1', '2014.7.1', '2015.8.1', '2016.7.1'],
      ],
    },
    people: [
      {
        events: {
          application: '2013-06-01',
          activist: '2014-07-01',
          prospective: '2015-08-01',
          branchMeeting: '2016-07-01',
        },
      },
    ],
  },
  'headings that other offices have': {
    made: {
      sheets: [
        ['姓名', '文化', '申请书递交日期', '积极分子备案时间', '短训班时间', '党委批复时间', '转正批复时间'],
        ['张三', '高中', '20130601', '20140710', '20160601-20160603', '20160715', '20170715'],
      ],
    },
    people: [
      {
        education: 'senior-high',
        events: {
          application: '2013-06-01',
          activistFiling: '2014-07-10',
          training: { start: '2016-06-01', end: '2016-06-03' },
          approval: '2016-07-15',
          conversionApproval: '2017-07-15',
        },
      },
    ],
  },
  'groups of contacts and relatives in a head of two rows': {
    made: {
      sheets: [
        ['序号', '本人情况', null, null, '家庭主要成员', null, '培养联系人', null, null],
        [null, '姓名', '性别', '出生年月', '姓名', '出生年月', '姓名', '职务', '电话'],
        [1, '张三', '男', '1990.05', '张大', '1960.01', '王五', '支部书记', '13800000001'],
      ],
      merges: ['A1:A2', 'B1:D1', 'E1:F1', 'G1:I1'],
    },
    people: [{ name: '张三', birth: '1990-05', contacts: ['王五'], phone: undefined, position: undefined }],
    told: ['others-column E2', 'others-column H2', 'others-column I2'],
  },
  'two rows of one person, whose name is a merged cell': {
    made: {
      sheets: [
        ['姓名', '性别', '培养联系人', '半年考察时间'],
        ['张三', '男', '王五', '2024.06.30'],
        [null, null, '赵六', '2024.12.30'],
        ['李四', '女', '孙七', '2024.06.30'],
      ],
      merges: ['A2:A3', 'B2:B3'],
    },
    people: [
      {
        name: '张三',
        contacts: ['王五', '赵六'],
        events: { inspections: ['2024-06-30', '2024-12-30'] },
      },
      { name: '李四', contacts: ['孙七'] },
    ],
    told: ['row-joined A3'],
  },
  'two rows below a merged name that contradict each other': {
    made: {
      sheets: [
        ['姓名', '性别', '民族'],
        ['张三', '男', '汉族'],
        [null, null, '回族'],
      ],
      merges: ['A2:A3', 'B2:B3'],
    },
    people: [{ name: '张三', ethnicity: '汉族' }],
    told: ['no-name A3'],
  },
  'ages and no birth dates': {
    made: {
      sheets: [
        ['姓名', '性别', '年龄', '民族'],
        ['张三', '男', 35, '汉族'],
      ],
    },
    people: [{ name: '张三', birth: undefined }],
    told: ['age-column C1'],
  },
  'ages beside birth dates': {
    made: {
      sheets: [
        ['姓名', '性别', '年龄', '出生年月'],
        ['张三', '男', 35, '1990.05'],
      ],
    },
    people: [{ name: '张三', birth: '1990-05' }],
  },
  'a sheet for each branch': {
    made: {
      sheets: {
        东村党支部: [
          ['姓名', '性别', '出生年月'],
          ['张三', '男', '1990.05'],
        ],
        西村党支部: [
          ['姓名', '性别', '所在支部'],
          ['李四', '女', '北村党支部'],
        ],
      },
    },
    people: [{ branch: '东村党支部' }, { branch: '北村党支部' }],
    told: ['branch-from-title [东村党支部] A1'],
  },
  'sections of categories': {
    made: {
      sheets: [
        HEAD.slice(1),
        ['一、机关、事业单位（1人）'],
        ['张三', '男', '1990.05'],
        ['二、农牧民（2人）'],
        ['李四', '女', '1991.05'],
        ['王五', '女', '1992.05'],
      ],
    },
    people: [{ category: '机关、事业单位' }, { category: '农牧民' }, { category: '农牧民' }],
    told: ['section-category A2', 'section-category A4'],
  },
  'sections whose category a column says already': {
    made: {
      sheets: [
        ['姓名', '性别', '名额类别'],
        ['一、农牧民（1人）'],
        ['张三', '男', '农牧民'],
        ['二、学校（1人）'],
        ['李四', '女', '机关'],
      ],
    },
    people: [{ category: '农牧民' }, { category: '机关' }],
    told: ['section-unread A4'],
  },
  'sections with their number in the column of serial numbers': {
    made: {
      sheets: [
        HEAD,
        ['一', '拟发展对象（1人）'],
        [1, '张三', '男', '1990.05'],
        ['二', '储备人选（1人）'],
        [1, '李四', '女', '1991.05'],
      ],
    },
    people: [
      { name: '张三', role: 'nominee' },
      { name: '李四', role: 'reserve' },
    ],
  },
  'people after a section of those who are out': {
    made: {
      sheets: [
        HEAD.slice(1),
        ['一、已取消（1人）'],
        ['张三', '男', '1990.05'],
        ['二、东村（1人）'],
        ['李四', '女', '1991.05'],
      ],
    },
    people: [{ name: '李四' }],
    told: ['section-out A2', 'section-unread A4'],
  },
  'signatures with dates and phones in cells of their own': {
    made: {
      sheets: [
        [...HEAD, '申请入党时间', '确定积极分子时间'],
        [1, '张三', '男', '1990.05', '2013.06.01', '2014.06.01'],
        ['制表人', '李某', '审核人', '王某', '制表时间', '2026.05.30'],
        ['填报人', '李某', null, '联系电话', '0999-1234567'],
        [null, '党委书记', '王某', null, '组织委员 李某'],
        [null, '2.申请时间以申请书落款为准'],
        [null, null, null, '2026年5月30日'],
      ],
    },
    people: [{ name: '张三' }],
    told: ['footer A3', 'footer A4', 'footer B5', 'footer B6', 'footer D7'],
  },
  'names that begin like a total': {
    made: {
      sheets: [
        ['姓名', '性别', '学历'],
        ['合计生', '男', '高中'],
        ['共青', '女', '高中'],
        ['合计', '2人', ''],
      ],
    },
    people: [{ name: '合计生' }, { name: '共青' }],
    told: ['total A4'],
  },
  'a gender or a post behind the name': {
    made: {
      sheets: [
        ['姓名', '性别', '出生年月'],
        ['孙八/女', '', '1990.05'],
        ['王二 女', '', '1990.05'],
        ['周九—组长', '男', '1990.05'],
        ['张3', '男', '1990.05'],
      ],
    },
    people: [
      { name: '孙八', gender: 'female' },
      { name: '王二', gender: 'female' },
      { name: '周九', gender: 'male' },
      { name: '张3' },
    ],
    told: ['name-remark A2', 'name-remark A3', 'name-remark A4', 'name-odd A5'],
  },
  'contacts as people write them': {
    made: {
      sheets: [
        ['姓名', '性别', '培养联系人', '第一联系人'],
        ['张三', '男', '王五 支部书记、赵六 组织委员', ''],
        ['李四', '男', '第一联系人：王五；第二联系人：赵六', ''],
        ['王六', '男', '王五+赵六。', '王五'],
        ['赵七', '男', '王五、赵六等2人', ''],
        ['钱八', '男', '王五、2026届', ''],
      ],
    },
    people: [
      { contacts: ['王五（支部书记）', '赵六（组织委员）'] },
      { contacts: ['王五', '赵六'] },
      { contacts: ['王五', '赵六'] },
      { contacts: ['王五', '赵六'] },
      { contacts: ['王五', '2026届'] },
    ],
    told: ['name-odd C6'],
  },
  'a column of kinds of people that says how they are listed': {
    made: {
      sheets: [
        ['姓名', '性别', '人员类别'],
        ['张三', '男', '发展对象'],
        ['李四', '女', '积极分子'],
      ],
    },
    people: [{ role: 'nominee' }, { role: 'reserve' }],
    told: ['guessed-column C1'],
  },
  'codes of national standards': {
    made: {
      sheets: [
        ['姓名', '性别代码', '民族代码', '学历代码', '政治面貌代码'],
        ['张三', '1', '05', '61', '03'],
        ['李四', '2', '01', '21', '13'],
      ],
    },
    people: [
      { gender: 'male', ethnicity: '维吾尔族', education: 'senior-high', leagueMember: true },
      { gender: 'female', ethnicity: '汉族', education: 'bachelor', leagueMember: false },
    ],
    told: ['code B2', 'code C2', 'code D2'],
  },
  'another level in brackets': {
    made: {
      sheets: [
        ['姓名', '学历'],
        ['张三', '大专在读（高中）'],
        ['李四', '普通高校本科'],
      ],
    },
    people: [{ education: undefined }, { education: 'bachelor' }],
    told: ['unclear B2', 'classed B3'],
  },
  'a column that says who is gone': {
    made: {
      sheets: [
        ['姓名', '性别', '状态'],
        ['张三', '男', '在册'],
        ['李四', '女', '已取消'],
      ],
    },
    people: [{ name: '张三' }, { name: '李四' }],
    told: ['remark-out C3', 'unread-column C1'],
  },
  'steps that are due': {
    made: {
      sheets: [
        ['姓名', '性别', '应转正时间', '转正时间（应）', '待发展时间'],
        ['张三', '男', '2027.06', '2027.06', '2026.07'],
      ],
    },
    people: [{ events: undefined }],
    told: ['planned-column C1', 'planned-column D1', 'planned-column E1'],
  },
  'a CSV of columns that were too narrow': {
    made: '姓名,出生年月,联系电话\n张三,########,1.38E+10\n',
    people: [{ name: '张三', birth: undefined, phone: undefined }],
    told: ['error-value B2', 'input/precision-lost C2'],
  },
  'branches with their head counts': {
    made: '党支部,姓名,性别\n东村党支部（2人）,张三,男\n,李四,女\n二、西村党支部,王五,男\n',
    people: [{ branch: '东村党支部' }, { branch: '东村党支部' }, { branch: '西村党支部' }],
    told: ['branch-tidied A2', 'filled-down A3'],
  },
  'totals of branches and figures below the people': {
    made: {
      sheets: [
        ['单位', '姓名', '性别', '学历'],
        ['东村党支部', '张三', '男', '高中'],
        ['东村党支部 小计', '1人', '', ''],
        ['全镇合计', 1, '', ''],
        [],
        ['', '类别', '人数', '比例'],
        ['', '女', '0', '0%'],
        ['', '高中以上', '1', '100%'],
      ],
    },
    people: [{ name: '张三' }],
    told: ['total A3', 'total A4', 'footer B6', 'footer B7', 'footer B8'],
  },
  'a contact in a row below': {
    made: {
      sheets: [
        ['姓名', '性别', '培养人'],
        ['张三', '男', '王五'],
        ['', '', '赵六'],
      ],
    },
    people: [{ contacts: ['王五'] }],
    told: ['no-name C3'],
  },
  'steps after a column that nobody has filled': {
    made: {
      sheets: [
        ['姓名', '入党时间', '确定时间', '备案时间'],
        ['张三', '', '2024.06', '2024.07'],
      ],
    },
    people: [{ events: { activist: '2024-06', activistFiling: '2024-07' } }],
    told: ['guessed-column C1'],
  },
  'dates of all kinds in one column': {
    made: {
      sheets: [
        ['姓名', '出生年月'],
        ['甲一', '90.05'],
        ['乙二', '一九九〇年十月十二日'],
        ['丙三', '19900503'],
        ['丁四', '1990年5月3'],
        ['戊五', '1990.05.03出生'],
        ['己六', '1990-05-03T00:00:00'],
        ['庚七', '九〇年五月'],
        ['辛八', 32996],
        ['壬九', '5/3/1990'],
      ],
    },
    people: [
      { birth: '1990-05' },
      { birth: '1990-10-12' },
      { birth: '1990-05-03' },
      { birth: '1990-05-03' },
      { birth: '1990-05-03' },
      { birth: '1990-05-03' },
      { birth: '1990-05' },
      { birth: '1990-05-03' },
      { birth: undefined },
    ],
    told: ['two-digit-year B2', 'serial B9', 'input/schema B10'],
  },
  'a date in three columns, under a group and without one': {
    made: {
      sheets: [
        ['姓名', '出生', null, null, '入党申请年', '入党申请月', '性别'],
        [null, '年', '月', '日', null, null, null],
        ['张三', 1990, 5, 3, '2024年', '3月', '男'],
        ['李四', 1991, 12, null, 2024, 11, '女'],
      ],
    },
    people: [
      { birth: '1990-05-03', gender: 'male', events: { application: '2024-03' } },
      { birth: '1991-12', gender: 'female', events: { application: '2024-11' } },
    ],
    told: ['joined-columns B2', 'joined-columns E1'],
  },
  'ticks below 男 and 女, and below levels of education': {
    made: {
      sheets: [
        ['姓名', '男', '女', '高中', '大专', '本科', '出生年月'],
        ['张三', '√', null, '√', null, null, '1990.05'],
        ['古丽', null, '√', null, null, '√', '1991.05'],
        ['李四', '√', '√', null, '√', null, '1992.05'],
        ['王五', null, null, null, '√', null, '1992.05'],
      ],
    },
    people: [
      { gender: 'male', education: 'senior-high' },
      { gender: 'female', education: 'bachelor' },
      { gender: undefined, education: 'college' },
      { gender: undefined, education: 'college' },
    ],
    told: ['joined-columns B1', 'joined-columns D1', 'unclear B4'],
  },
  'the same word under two groups of a head of three rows': {
    made: {
      sheets: [
        ['姓名', '发展过程', null, null, '培养联系人', null],
        [null, '积极分子', null, '发展对象', '姓名', '职务'],
        [null, '确定时间', '备案时间', '确定时间', null, null],
        ['张三', '2024.9.1', '2024.9.10', '2026.1.1', '王五', '书记'],
      ],
      merges: ['A1:A3', 'B1:D1', 'E1:F1', 'B2:C2', 'E2:E3', 'F2:F3'],
    },
    people: [
      {
        contacts: ['王五'],
        events: { activist: '2024-09-01', activistFiling: '2024-09-10', prospective: '2026-01-01' },
      },
    ],
  },
  'headings of sections in the column of names': {
    made: {
      sheets: [
        ['姓名', '性别', '出生年月'],
        ['东村', null, null],
        ['张三', '男', '1990.05'],
        ['储备对象', null, null],
        ['卫国强', null, null],
        ['李四', '女', '1991.05'],
      ],
    },
    people: [{ name: '张三' }, { name: '卫国强', role: 'reserve' }, { name: '李四', role: 'reserve' }],
    told: ['section-unread A2', 'section-role A4', 'name-alone A5'],
  },
  'a quote that nobody closed does not swallow the rows below it': {
    made: '姓名,性别,备注\n张三,女,"未完\n李四,男,无\n王五,女,"写完了,\n真的"\n赵六,女,无\n',
    people: [{ name: '张三', gender: 'female' }, { name: '李四' }, { name: '王五' }, { name: '赵六' }],
    told: ['stray-quote C2'],
  },
  'nor one that the next stray quote seems to close': {
    made: '姓名;性别;备注\r\n张三;女;"未完\r\n李四;男;无\r\n王五;女;写完"\r\n赵六;女;无\r\n',
    people: [{ name: '张三' }, { name: '李四' }, { name: '王五' }, { name: '赵六' }],
    told: ['stray-quote C2'],
  },
  'a name with a former one beside it, in a short row': {
    made: {
      sheets: [
        ['序号', '姓名', '性别'],
        [1, '张三', '男'],
        [2, '李四（曾用名：李五）', null],
      ],
    },
    people: [{ name: '张三' }, { name: '李四' }],
    told: ['name-remark B3'],
  },
  'two names in one cell': {
    made: {
      sheets: [
        ['序号', '姓名', '性别'],
        [1, '张三\n李四', '男\n女'],
        [2, '王五、赵六', '男'],
        [3, '钱七 孙八', '男'],
        [4, '欧阳\n小明', '男'],
        [5, '周 九', '男'],
      ],
    },
    people: [
      { name: '张三、李四' },
      { name: '王五、赵六' },
      { name: '钱七孙八' },
      { name: '欧阳小明' },
      { name: '周九' },
    ],
    told: ['several-names B2', 'several-names B3', 'name-joined B4', 'name-joined B5'],
  },
  'dates of the lunar calendar': {
    made: {
      sheets: [
        ['姓名', '出生日期（农历）', '出生日期（公历）'],
        ['张三', '1990.02.30', '1990.03.26'],
      ],
    },
    people: [{ birth: '1990-03-26' }],
    told: ['lunar-beside B1'],
  },
  'nothing but dates of the lunar calendar': {
    made: {
      sheets: [
        ['姓名', '性别', '农历生日'],
        ['张三', '男', '1990.02.20'],
      ],
    },
    people: [{ birth: undefined }],
    told: ['lunar-column C1'],
  },
  'the approval of a roster of probationary members': {
    made: {
      sheets: [
        ['某镇预备党员名册'],
        ['序号', '姓名', '性别', '批准时间', '预备期满时间'],
        [1, '张三', '女', '2026.03.01', '2027.03.01'],
      ],
    },
    people: [{ events: { approval: '2026-03-01' } }],
  },
  'the branch of a title and of the unit that reports': {
    made: {
      sheets: {
        东村: [['东村党支部2026年入党积极分子名册'], ['序号', '姓名', '性别'], [1, '张三', '男']],
        西村: [
          ['入党积极分子名册'],
          ['填报单位：西村党支部（盖章）'],
          ['序号', '姓名', '性别'],
          [1, '李四', '男'],
        ],
      },
    },
    people: [{ branch: '东村党支部' }, { branch: '西村党支部' }],
  },
  'what stands below the last person': {
    made: {
      sheets: [
        HEAD,
        [1, '张三', '男', '1990.05'],
        [null, '（以下空白）', null, null],
        [null, '【空白】', null, null],
        [null, '此行以下无内容', null, null],
        [null, '其中女0人', null, null],
        [null, '男1人，女0人', null, null],
      ],
    },
    people: [{ name: '张三' }],
    told: ['footer B3', 'footer B4', 'footer B5', 'total B6', 'total B7'],
  },
  'rows that are nobody, and remarks on somebody': {
    made: {
      sheets: [
        ['姓名', '职务', '培养联系人', '备注'],
        ['张三', '会计', '联系人：王五', '备注：已公示'],
        ['李四', null, '待定', '说明：外出务工'],
        ['待定', '会计', null, null],
        ['其中', '女', '2', null],
        ['2.报送时间为每月5日前', null, null, null],
        ['制表：', '李某', '审核：', '王某'],
      ],
    },
    people: [
      { name: '张三', contacts: ['王五'] },
      { name: '李四', contacts: undefined },
    ],
    told: ['no-name A4', 'total A5', 'footer A6', 'footer A7'],
  },
};

describe('rosters of other shapes', () => {
  it.each(Object.entries(SHAPES))('%s', (_name, { made, people, told = [] }) => {
    const read = readSheets(made);
    expect(read.refused).toBeUndefined();
    expect(read.people).toHaveLength(people.length);
    for (const [index, person] of people.entries())
      for (const [field, value] of Object.entries(person))
        expect([field, read.people[index]![field as never]]).toEqual([field, value]);
    expect(told.filter(each => !read.told.includes(each))).toEqual([]);
  });

  it('refuses a table whose people stand side by side for what it is', () => {
    const sheets = [
      ['姓名', '张三', '李四'],
      ['性别', '男', '女'],
      ['学历', '高中', '大专'],
    ];
    expect(readSheets({ sheets }).refused).toBe('transposed');
  });
});

it.each(PROSE_FIELDS)('a remark under %s is on somebody, not below the table', field => {
  const { title } = schema.$defs.candidate.properties[field as 'note'];
  const read = readSheets({
    sheets: [
      ['姓名', title],
      ['张三', '备注：已公示'],
    ],
  });
  expect(read.people.map(({ name }) => name)).toEqual(['张三']);
});
