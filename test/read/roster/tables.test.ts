import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../support/runs.ts';
import { readSheets } from '../../support/sheets.ts';

const names = (made: Parameters<typeof readSheets>[0]) => readSheets(made).people.map(({ name }) => name);
const roles = (made: Parameters<typeof readSheets>[0]) =>
  Object.fromEntries(readSheets(made).people.map(({ name, role = '' }) => [name, role]));

const HEAD = ['序号', '姓名', '性别', '出生年月'];

describe('tables as they stand on paper', () => {
  it('reads two tables below each other with their own heads and titles', () => {
    const sheets = [
      ['一、拟发展对象'],
      HEAD,
      [1, '张三', '男', '1990.05'],
      [],
      ['二、入党积极分子'],
      ['姓名', '民族', '学历'],
      ['李四', '回', '大专'],
    ];
    expect(roles({ sheets })).toEqual({ 张三: 'nominee', 李四: 'reserve' });
    expect(readSheets({ sheets }).people[1]).toMatchObject({ ethnicity: '回族', education: 'college' });
  });

  it('reads tables side by side, each under its title', () => {
    const sheets = [
      ['拟发展对象', null, null, null, '入党积极分子'],
      ['姓名', '性别', '出生年月', null, '姓名', '性别', '出生年月'],
      ['张三', '男', '1990.05', null, '李四', '女', '1991.05'],
      ['王五', '男', '1992.05'],
    ];
    expect(roles({ sheets })).toEqual({ 张三: 'nominee', 王五: 'nominee', 李四: 'reserve' });
  });

  it('joins a head of three rows, merged', () => {
    const sheets = [
      ['序号', '基本情况', null, '培养情况', null, null],
      [null, '姓名', '性别', '时间', null, '培养联系人'],
      [null, null, null, '申请入党', '确定积极分子', '姓名'],
      [1, '张三', '男', '2023.03', '2024.06', '王五'],
    ];
    const merges = ['A1:A3', 'B1:C1', 'D1:F1', 'B2:B3', 'C2:C3', 'D2:E2'];
    expect(readSheets({ sheets, merges }).people).toMatchObject([
      { name: '张三', contacts: ['王五'], events: { application: '2023-03', activist: '2024-06' } },
    ]);
  });

  it('joins a head of two rows whose cells are not merged any more', () => {
    const csv =
      '序号,姓名,性别,培养联系人,,时间,\n,,,姓名,职务,申请入党,确定为积极分子\n1,张三,男,王五,书记,2023.03,2024.06\n';
    const [person] = readSheets(csv).people;
    expect(person).toMatchObject({
      contacts: ['王五'],
      events: { application: '2023-03', activist: '2024-06' },
    });
    expect(person).not.toHaveProperty('position');
  });

  it('takes roles from sections, and leaves out the people below 已取消', () => {
    const sheets = [
      ['发展党员名册'],
      HEAD.slice(1),
      ['一、拟发展对象（1名）'],
      ['张三', '男', '1990.05'],
      ['二、储备对象'],
      ['李四', '女', '1991.05'],
      ['三、已取消（1人）'],
      ['王五', '男', '1992.05'],
    ];
    expect(roles({ sheets })).toEqual({ 张三: 'nominee', 李四: 'reserve' });
    expect(readSheets({ sheets }).told).toContain('section-out A7');
  });

  it('gives people the branch of their section without its number', () => {
    const sheets = [
      HEAD,
      ['一、东村党支部（1人）'],
      [1, '张三', '男', '1990.05'],
      ['（二）西村党支部'],
      [1, '李四', '女', '1991.05'],
    ];
    expect(readSheets({ sheets }).people.map(({ branch }) => branch)).toEqual(['东村党支部', '西村党支部']);
  });

  it('leaves sheets of people who left, and says so', () => {
    const rows = (name: string) => [HEAD, [1, name, '男', '1990.05']];
    const sheets = {
      积极分子: rows('张三'),
      已取消: rows('李四'),
      死亡: rows('王五'),
      历年发展党员: rows('赵六'),
    };
    expect(names({ sheets })).toEqual(['张三']);
    expect(readSheets({ sheets }).told.filter(told => told.startsWith('out-sheet'))).toHaveLength(3);
  });

  it.each([
    [
      'a form',
      [
        ['姓名', '张三', '性别', '男'],
        ['民族', '汉', '学历', '高中'],
      ],
    ],
    ['a form that goes down', [['登记表'], ['姓名', '张三'], ['性别', '男'], ['出生年月', '1990.05']]],
  ])('refuses %s for one person', (_name, sheets) => expect(readSheets({ sheets }).refused).toBe('card'));

  it('takes no row below the table for a person, and no person for one', () => {
    const sheets = [
      HEAD,
      [1, '注大川', '男', '1990.05'],
      [2, '单位明', '女', '1991.05'],
      [3, '说明珠', '男', '1992.05'],
      ['合计', '3人'],
      ['审核：', '李某', null, '制表：'],
      ['分管领导', '李某', '经办人', '王某'],
      [null, '组织委员：', '赵某'],
      [null, null, '填表人：王某'],
      ['注：以上人员均已核实'],
      ['备注1', '表中人员按支部排列'],
      ['某镇党委（盖章）'],
      ['2026年5月30日'],
    ];
    expect(names({ sheets })).toEqual(['注大川', '单位明', '说明珠']);
  });

  it('keeps a person whose post is a word of signatures', () => {
    const sheets = [
      ['姓名', '职务', '学历'],
      ['张三', '组织委员', '高中'],
      ['李四', '乡镇干部', '大专'],
    ];
    expect(names({ sheets })).toEqual(['张三', '李四']);
  });

  it('takes the role from the dates of a row before the title', () => {
    const sheets = [
      ['入党积极分子名册'],
      ['姓名', '确定积极分子时间', '确定为发展对象时间'],
      ['张三', '2023.03', '2026.05'],
      ['李四', '2024.03', null],
    ];
    expect(roles({ sheets })).toEqual({ 张三: 'nominee', 李四: 'reserve' });
  });

  it('fills the rows of a group whose merged branch came apart, and tells it', () => {
    const csv = '党支部,序号,姓名,性别\n东村党支部,1,张三,男\n,2,李四,女\n西村党支部,1,王五,男\n,2,赵六,女\n';
    const { people, told } = readSheets(csv);
    expect(people.map(({ branch }) => branch)).toEqual([
      '东村党支部',
      '东村党支部',
      '西村党支部',
      '西村党支部',
    ]);
    expect(told.filter(each => each.startsWith('filled-down'))).toHaveLength(2);
  });
});

describe('nothing is lost in silence', () => {
  it.each([
    [
      'digits that became a number',
      'input/precision-lost B2',
      [
        ['姓名', '身份证号'],
        ['张三', 650000199001010000],
      ],
    ],
    [
      'a row without a name',
      'no-name A2',
      [
        ['序号', '姓名', '性别', '出生年月'],
        [1, null, '男', '1990.05'],
        [2, '张三', '男', '1990.05'],
      ],
    ],
    [
      'an error in a cell',
      'error-value B2',
      [
        ['姓名', '出生年月'],
        ['张三', { t: 'e', v: 42, w: '#N/A' }],
      ],
    ],
    [
      'a column without a field',
      'unread-column C1',
      [
        ['姓名', '性别', '血型'],
        ['张三', '男', 'A'],
      ],
    ],
    [
      'a column without a heading',
      'no-heading-column C2',
      [
        ['姓名', '性别'],
        ['张三', '男', '某某'],
      ],
    ],
    [
      'a second column with other contents',
      'second-column C1',
      [
        ['姓名', '出生年月', '出生日期'],
        ['张三', '1990.05', '1991.05.03'],
      ],
    ],
    [
      'results where days belong',
      'no-dates-column C1',
      [
        ['姓名', '性别', '政审'],
        ['张三', '男', '合格'],
      ],
    ],
    [
      'a name with a remark',
      'name-remark A2',
      [
        ['姓名', '性别'],
        ['张三（已取消）', '男'],
      ],
    ],
    [
      'a remark that somebody is gone',
      'remark-out C2',
      [
        ['姓名', '性别', '备注'],
        ['张三', '男', '2025年死亡'],
      ],
    ],
    [
      'an occupation of no class',
      'as-attribute B2',
      [
        ['姓名', '职业'],
        ['张三', '村干部'],
      ],
    ],
  ])('%s', (_name, expected, sheets) => expect(readSheets({ sheets }).told).toContain(expected));

  it('tells what Excel makes of a CSV', () => {
    const csv =
      '姓名,出生年月,身份证号\n张三,1990.01,650000199001010000\n李四,May-90,6.50E+17\n王五,5-May,="650000199001010019"\n';
    const { people, told } = readSheets(csv);
    expect(told.filter(each => /precision-lost|english-month/.test(each)).sort()).toEqual([
      'english-month B3',
      'english-month B4',
      'input/precision-lost C2',
      'input/precision-lost C3',
    ]);
    expect(people[2]).toMatchObject({ name: '王五', idNumber: '650000199001010019' });
  });

  it('reads the days of a workbook that counts from 1904', () => {
    const sheets = [
      ['姓名', '确定积极分子时间'],
      ['张三', { t: 'n', v: 43983 }],
    ];
    expect(readSheets({ sheets, date1904: true }).people[0]).toMatchObject({
      events: { activist: '2024-06-02' },
    });
  });
});

describe('ranges and dates', () => {
  it.each([
    '2026.6.1-2026.6.3',
    '2026年6月1日至3日',
    '2026年6月1日—6月3日',
    '2026.06.01—06.03',
    '2026/6/1-2026/6/3',
    '2026-06-01至2026-06-03',
    '20260601-20260603',
    '2026.6.1～6.3',
  ])('%s is two days', range =>
    expect(
      readSheets({
        sheets: [
          ['姓名', '培训起止时间'],
          ['张三', range],
        ],
      }).people[0],
    ).toMatchObject({
      events: { training: { start: '2026-06-01', end: '2026-06-03' } },
    }),
  );

  it.each([
    ['一九九〇年五月', '1990-05'],
    ['二〇〇二年十二月二十一日', '2002-12-21'],
    ['1990年5月生', '1990-05'],
    ['1990-5-3 0:00:00', '1990-05-03'],
    ['90.05', '1990-05'],
  ])('%s is %s', (text, birth) =>
    expect(
      readSheets({
        sheets: [
          ['姓名', '出生年月'],
          ['张三', text],
        ],
      }).people[0],
    ).toMatchObject({ birth }),
  );
});

it('takes the month from a valid ID number rather than from how the column is written', () => {
  const sheets = [
    ['姓名', '出生年月', '身份证号'],
    ['张三', '1990.05', null],
    ['李四', '1990.1', '650000199001010019'],
    ['王五', '1990.1', null],
  ];
  expect(readSheets({ sheets }).people.map(({ birth }) => birth)).toEqual([
    '1990-05',
    '1990-01-01',
    '1990-10',
  ]);
});

/** People as they may be written in any order of columns, below any title: each is found once, with what is theirs. */
describe('whatever the order of columns and however the table is placed', () => {
  const columns = [
    ['姓名', 'name'],
    ['性别', 'gender'],
    ['民族', 'ethnicity'],
    ['文化程度', 'education'],
    ['出生年月', 'birth'],
    ['所在党支部', 'branch'],
  ] as const;
  const person = fc.record({
    name: fc.constantFrom('张三', '李四', '王小梅', '注大川', '买买提·艾力'),
    gender: fc.constantFrom('男', '女'),
    ethnicity: fc.constantFrom('汉族', '维吾尔族', '回族'),
    education: fc.constantFrom('高中', '大专', '本科'),
    birth: fc.constantFrom('1990-05', '1991-12', '1985-10'),
    branch: fc.constantFrom('东村党支部', '西村党支部'),
  });
  it('finds everybody', () => {
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 5 }),
        fc.shuffledSubarray([...columns], { minLength: columns.length }),
        fc.constantFrom<unknown[][]>(
          [],
          [['某镇名册']],
          [['某镇名册'], ['填报单位：某镇党委', null, '2026年5月']],
        ),
        fc.constantFrom<unknown[][]>([], [['合计']], [['填表人：王某', null, '审核：李某']]),
        (people, order, above, below) => {
          const sheets = [
            ...above,
            order.map(([heading]) => heading),
            ...people.map(each => order.map(([, field]) => each[field])),
            ...below,
          ];
          const read = readSheets({ sheets }).people;
          expect(
            read.map(({ name, birth, branch, ethnicity }) => ({ name, birth, branch, ethnicity })),
          ).toEqual(people.map(({ name, birth, branch, ethnicity }) => ({ name, birth, branch, ethnicity })));
        },
      ),
      runs(60),
    );
  });
});
