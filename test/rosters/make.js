// Makes the rosters in this folder: fictitious people in sheets as offices keep them. Run: node test/rosters/make.js
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { utils, write } from '@e965/xlsx';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** A valid ID number of an address code that nobody has. */
function id(birth, order) {
  const body = `650000${birth}${String(order).padStart(3, '0')}`;
  return body + '10X98765432'[WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11];
}
const merge = range => utils.decode_range(range);
const serial = iso => Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
const date = iso => ({ t: 'n', v: serial(iso), z: 'yyyy"年"m"月"d"日"' });

function sheet(rows, { merges = [], hiddenRows = [], hiddenColumns = [] } = {}) {
  const made = utils.aoa_to_sheet(rows);
  made['!merges'] = merges.map(merge);
  if (hiddenRows.length > 0) {
    made['!rows'] = [];
    for (const row of hiddenRows) made['!rows'][row - 1] = { hidden: true };
  }
  if (hiddenColumns.length > 0) {
    made['!cols'] = [];
    for (const column of hiddenColumns) made['!cols'][column] = { hidden: true };
  }
  return made;
}

function save(name, sheets, { hidden = [], bookType = 'xlsx' } = {}) {
  const book = utils.book_new();
  for (const [title, content] of Object.entries(sheets)) utils.book_append_sheet(book, content, title);
  book.Workbook = {
    Sheets: book.SheetNames.map(title => ({ name: title, Hidden: hidden.includes(title) ? 1 : 0 })),
  };
  book.Props = {
    CreatedDate: new Date('2016-05-01T00:00:00Z'),
    ModifiedDate: new Date('2016-05-01T00:00:00Z'),
  };
  writeFileSync(
    fileURLToPath(new URL(name, import.meta.url)),
    write(book, { type: 'buffer', bookType, compression: true }),
  );
}

// 1. The activist roster in the usual order: merged title, reporting line, real dates, a serial number, a total.
const one = sheet(
  [
    ['某镇入党积极分子名册'],
    ['填报单位（盖章）：某镇党委', null, null, null, null, null, '填报时间：2016.05.30'],
    [
      '序号',
      '姓名',
      '性别',
      '民族',
      '出生年月',
      '公民身份号码',
      '文化程度',
      '工作单位及职务（村组）',
      '申请入党时间',
      '确定积极分子时间',
      '是否团员',
      '培养联系人1',
      '培养联系人2',
      '所在支部',
      '联系电话',
      '备注',
    ],
    [
      1,
      '阿依古丽',
      '女',
      '维吾尔族',
      '1990.05',
      id('19900503', 2),
      '高中',
      '东村一组',
      date('2013-06-13'),
      date('2014-03-10'),
      '是',
      '党员甲',
      '党员乙',
      '东村党支部',
      '13800000001',
      null,
    ],
    [
      2,
      '王  伟',
      '男',
      '汉',
      '1988.11',
      id('19881120', 1),
      '大专',
      '东村二组',
      date('2013-07-18'),
      serial('2014-04-15'),
      '否',
      '党员丙',
      '党员丁',
      '同上',
      13800000002,
      '2015年由西村转入',
    ],
    [
      3,
      '马小燕',
      '女',
      '回',
      1991.1,
      id('19911008', 4),
      '中专',
      '西村',
      date('2013-08-01'),
      date('2014-05-20'),
      '否',
      '党员戊',
      '/',
      '西村党支部',
      '13800000003',
      null,
    ],
    ['合计', '3人'],
    ['填表人：张某', null, null, '联系电话：0990-0000000'],
  ],
  { merges: ['A1:P1', 'A2:F2'] },
);
one.P6 = { t: 's', f: '"由"&"南村转入"', v: '由南村转入' };
save('1-积极分子名册.xlsx', { 积极分子: one });

// 2. Head of two rows, other order, dates with a two-digit year and a Chinese style, education as people write it.
save('2-两行表头.xlsx', {
  Sheet1: sheet(
    [
      ['西镇2016年拟发展对象花名册'],
      [
        '单位',
        '姓名',
        '出生年月日',
        '性别',
        '民族',
        '学 历',
        null,
        '重要时间',
        null,
        null,
        '培养联系人',
        '入党介绍人',
        '现从事职业',
      ],
      [
        null,
        null,
        null,
        null,
        null,
        '全日制',
        '在职',
        '递交申请书',
        '列为积极分子',
        '列为发展对象',
        null,
        null,
        null,
      ],
      [
        '西村党支部',
        '赵强',
        '90.05.03',
        '男',
        '汉族',
        '高中毕业',
        '大专',
        '2012年3月1日',
        '2013年9月',
        '2016年5月6日',
        '党员甲、党员乙',
        '党员丙、党员丁',
        '农民',
      ],
      [
        null,
        '古丽娜',
        '８８．１１．２',
        '女',
        '维',
        '中专',
        null,
        '2012.3.5',
        '2013-09-10',
        '2016.5.6',
        '党员甲 党员戊',
        '党员丙，党员丁',
        '农牧民',
      ],
      [
        '学校党支部',
        '孙玲',
        '1985/4/9',
        '女',
        '汉',
        '大学本科',
        '研究生',
        '2011年10月8日',
        '2012年12月',
        '2016/5/6',
        '党员己\n党员庚',
        '党员己、党员庚',
        '中学教师',
      ],
    ],
    {
      merges: [
        'A1:M1',
        'A2:A3',
        'B2:B3',
        'C2:C3',
        'D2:D3',
        'E2:E3',
        'F2:G2',
        'H2:J2',
        'K2:K3',
        'L2:L3',
        'M2:M3',
        'A4:A5',
      ],
    },
  ),
});

// 3. Birth and gender missing and taken from ID numbers, one number ruined by Excel, one in full-width digits; a column nobody knows.
save('3-身份证.xlsx', {
  2016: sheet([
    [
      '编号',
      '名字',
      '身份证号码',
      '政治面貌',
      '族别',
      '最高学历',
      '现任职务',
      '特长',
      '入党申请时间',
      '血型',
    ],
    ['z01', '李明', id('19920715', 3), '共青团员', '汉族', '本科', '村会计', '电脑、驾驶', '2014-07-01', 'O'],
    [
      'z02',
      '热娜',
      { t: 'n', v: 650000199303040000 },
      '群众',
      '维族',
      '初中',
      '合作社成员',
      null,
      '2014.7.1',
      'A',
    ],
    [
      'z03',
      '周洋',
      id('19870226', 6).replace(/\d/g, digit => String.fromCharCode(0xff10 + Number(digit))),
      '入党积极分子',
      '汉族',
      '大学',
      '村干部',
      null,
      20140801,
      'B',
    ],
    ['z04', null, null, '群众', '汉族', null, null, null, null, null],
  ]),
});

// 4. Several sheets, one hidden; nominees and activists; sections by branch; hidden row and column; head repeated for printing.
const HEAD4 = [
  '序号',
  '姓名',
  '性别',
  '民族',
  '出生日期',
  '文化程度',
  '名额类别',
  '确定为入党积极分子时间',
  '培训学时',
];
save(
  '4-多个工作表.xlsx',
  {
    说明: sheet([['本表由镇组织办汇总，请勿改动格式。'], ['如有疑问请与组织办联系。']]),
    拟发展对象: sheet(
      [
        ['2016年拟发展对象'],
        HEAD4,
        ['东村党支部'],
        [1, '热依汗', '女', '维吾尔族', '1989-01-05', '高中', 'farmer', '2014-02-01', 24],
        [2, '钱进', '男', '汉族', '1979-12-31', '初中', 'farmer', '2014-02-01', 24],
        HEAD4,
        ['西村党支部'],
        [3, '木合塔尔', '男', '哈族', '1991-08-20', '大专', 'farmer', '2014-03-01', 24],
      ],
      { merges: ['A1:I1', 'A3:I3', 'A7:I7'], hiddenRows: [8], hiddenColumns: [6] },
    ),
    积极分子: sheet([
      HEAD4,
      [1, '郑爽', '女', '汉族', '1993-03-03', '高中', 'farmer', '2015-03-01', null],
      [2, '吐尔逊', '男', '维吾尔族', '1990-10-10', '高中', 'farmer', '2015-03-01', null],
    ]),
    旧表: sheet([HEAD4, [1, '某人', '男', '汉族', '1970-01-01', '小学', 'farmer', '2010-01-01', null]]),
  },
  { hidden: ['旧表'] },
);

// 5. An old .xls: formulas, league membership, inspections in one cell, months in numbers without their zero.
const five = sheet([
  ['人员名单'],
  ['姓 名', '性 别', '出生年月', '年龄', '是否团员', '培养考察时间', '所属党支部', '手机', '流动党员'],
  [
    '冯娟',
    '女',
    { t: 'n', v: 1992.05 },
    { t: 'n', f: '2016-1992', v: 24 },
    '√',
    '2014.12.1、2015.6.1、2015.12.1',
    null,
    13900000001,
    '否',
  ],
  [
    '陈晨',
    '男',
    { t: 'n', v: 1990.1 },
    { t: 'n', f: '2016-1990', v: 26 },
    '×',
    '2015年6月1日',
    null,
    '139 0000 0002',
    null,
  ],
  ['艾山', '男', { t: 'n', v: 1985.12 }, { t: 'n', f: '2016-1985', v: 31 }, null, null, null, null, '是'],
]);
five.G3 = { t: 's', f: '"北村"&"党支部"', v: '北村党支部' };
five.G4 = { t: 's', v: '〃' };
five.G5 = { t: 's', v: '南村党支部' };
save('5-旧版.xls', { 名单: five }, { bookType: 'biff8' });

// 6. A CSV in GB18030 as Excel writes it, with quotes, full-width digits and words for what is not known.
const csv = [
  '序号,姓名,性别,民族,出生年月,学历,所在党支部,申请入党时间,确定为积极分子时间,备注',
  '1,吴磊,男,汉族,1987年6月,高中,北村党支部,2013-1-5,2014-06-01,"外出务工，春节返乡"',
  '2,帕提古丽,女,维吾尔族,１９９４．０３,大专,北村党支部,2014-2-1,不详,',
  '3,阿不都热依木·买买提,男,维吾尔族,1990-5,技校,南村党支部,2014/3/1,2015.3.1.,',
].join('\r\n');
/** Node only decodes GB18030: every two-byte code is tried once. */
function gb18030(text) {
  const codes = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue;
      const char = decoder.decode(Uint8Array.of(high, low));
      if (char.length === 1 && !codes.has(char)) codes.set(char, [high, low]);
    }
  return Uint8Array.from(
    [...text].flatMap(char => (char.charCodeAt(0) < 0x80 ? [char.charCodeAt(0)] : codes.get(char))),
  );
}
writeFileSync(fileURLToPath(new URL('6-导出.csv', import.meta.url)), gb18030(csv));
