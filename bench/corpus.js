// Townships for the benchmarks: deterministic and all different. A township is a plan.yaml of some 75 lines and a roster of
// (usually) 30 people and 13 KB. All people are fictitious. Three kinds:
//   clean  in order but for about three in a hundred
//   life   as they come: every plan has faults of many kinds, long names and remarks, and a tenth have their roster in Excel
//   messy  clean, in other words and orders, with unquoted dates, a quarter of them in GBK
//   node bench/corpus.js FOLDER [townships] [people] [clean|life|messy]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { utils, write } from '@e965/xlsx';

/** The day the plans are checked for. */
export const AS_OF = '2026-03-02';

/** A small generator of numbers that gives the same ones everywhere (mulberry32). */
function randomOf(seed) {
  let state = seed;
  return below => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const GIVEN = [...'建国秀英春梅志强丽华明伟玉兰海燕永红文军淑珍立新桂芳光辉小平雪峰金凤少华'];
const VILLAGES = ['东村', '西村', '南村', '北村', '新村', '河湾村', '柳树村', '石桥村'];
const ETHNICITIES = ['汉族', '汉族', '汉族', '回族', '维吾尔族'];
const MEMBERS = ['党员甲', '党员乙', '党员丙', '党员丁', '党员戊', '党员己'];

const two = number => String(number).padStart(2, '0');
/** A date `days` after the first of a month, quoted: unquoted dates are no text to the peers. */
const date = (year, month, days) => {
  const day = new Date(Date.UTC(year, month - 1, 1 + days));
  return `'${day.getUTCFullYear()}-${two(day.getUTCMonth() + 1)}-${two(day.getUTCDate())}'`;
};

/** The faults, one a township: what a clerk gets wrong. Each takes the two files and gives them back. */
const FAULTS = [
  ([plan, people]) => [plan.replace('total: 9', 'total: 12'), people],
  ([plan, people]) => [
    plan.replace("from: '2026-05-18', to: '2026-05-22'", "from: '2026-05-20', to: '2026-05-22'"),
    people,
  ],
  ([plan, people]) => [plan, people.replace('education: college', 'education: collage')],
  ([plan, people]) => [plan, people.replace(/activist: '\d{4}/, "activist: '2012")],
  ([plan, people]) => [plan, people.replace(/^ {6}review: .*\n/m, '')],
  ([plan, people]) => [
    plan,
    people.replaceAll(/slot: farmer-3\n {4}role: reserve/g, 'slot: farmer-2\n    role: reserve'),
  ],
];

/** One fault of one person, chosen by a number: what rosters really lack. */
const SLIPS = [
  person => person.replace(/^ {4}gender: .*\n/m, ''),
  person => person.replace(/^ {4}birth: .*\n/m, ''),
  person => person.replace(/^ {4}contacts: .*\n/m, ''),
  person => person.replace(/^ {4}education: .*$/m, '    education: 中学'),
  person => person.replace(/talk: '\d{4}-\d{2}/, "talk: '2024-05"),
  person => person.replace(/inspections: \[[^\]]*\]/, 'inspections: []'),
  person => person.replace(/activist: '\d{4}/, "activist: '2025"),
  person => person.replace(/^ {6}review: .*\n/m, ''),
  person => person.replace(/^ {6}autobiography: .*\n/m, ''),
  person => person.replace(/category: \w+/, 'category: herdsman'),
  person => person.replace(/^ {4}name: .*$/m, '    name: 阿不都热合曼·买买提吐尔逊江'),
  person =>
    `${person.trimEnd()}\n    note: 家在外地打工，每季度回村一次，由联系人电话汇报思想，材料邮寄，务必逐份核对签名和日期\n`,
];

/** A township as they come: some faults of the plan, and some of its people's. */
function asInLife([plan, candidates], random) {
  const [head, ...people] = candidates.split(/(?=^ {2}- id: )/m);
  for (let count = 6 + random(14); count > 0; count--) {
    const at = random(people.length);
    people[at] = SLIPS[random(SLIPS.length)](people[at]);
  }
  let own = [plan, head + people.join('')];
  for (let count = random(3); count > 0; count--) own = FAULTS[random(FAULTS.length)](own);
  return own;
}

/** The roster as a workbook, with the headings that offices use. */
function asWorkbook(candidates) {
  const field = (person, key) => new RegExp(`^ *(?:- )?${key}: '?([^'\\n]*)'?$`, 'm').exec(person)?.[1] ?? '';
  const rows = candidates
    .split(/(?=^ {2}- id: )/m)
    .slice(1)
    .map((person, at) => [
      at + 1,
      field(person, 'name'),
      field(person, 'gender') === 'female' ? '女' : field(person, 'gender') === 'male' ? '男' : '',
      field(person, 'birth'),
      field(person, 'ethnicity'),
      { 'senior-high': '高中', college: '大专', bachelor: '本科' }[field(person, 'education')] ?? '中学',
      field(person, 'branch'),
      field(person, 'application'),
      field(person, 'activist'),
      field(person, 'role') === 'nominee' ? '拟发展对象' : '储备',
      field(person, 'note'),
    ]);
  const head = [
    '序号',
    '姓名',
    '性别',
    '出生年月',
    '民族',
    '学历',
    '所在支部',
    '申请入党时间',
    '确定为积极分子时间',
    '备注类别',
    '备注',
  ];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['入党积极分子名册'], head, ...rows]), '名册');
  return write(book, { type: 'buffer', bookType: 'xlsx' });
}

/** The files of one township: its plan and its candidates. */
export function township(index, people = 30) {
  const random = randomOf(index * 7919 + people);
  const total = Math.round((people * 9) / 30);
  const office = Math.max(1, Math.round(total / 9));
  const farmer = total - 2 * office;
  const clean = [
    planOf(index, { total, office, farmer }),
    peopleOf(index, people, { total, office, farmer }, random),
  ];
  // 7 and 33 have no factor in common with the number of faults: each kind comes up.
  return index % 33 === 7 ? FAULTS[Math.floor(index / 33) % FAULTS.length](clean) : clean;
}

const planOf = (index, { total, office, farmer }) => `# 第${index}镇2026年度发展党员工作计划（虚构）
schema: plan/v1
year: 2026
organization:
  name: 第${index}镇党委
  superior: 某县委组织部
ageAsOf: '2026-12-31'

quota:
  total: ${total}
  categories:
    - { id: office, name: 机关、事业单位干部职工, count: ${office} }
    - { id: farmer, name: 农牧民, count: ${farmer} }
    - { id: school, name: 学校党组织, count: ${office} }

structure:
  - { id: women, name: 女党员, where: { gender: female }, min: 40% }
  - { id: youth, name: 35岁以下青年, where: { age: { max: 35 } }, min: 60% }
  - { id: education, name: 高中文化以上, where: { education: { min: senior-high } }, min: 70% }
  - { id: frontline, name: 生产一线, where: { occupation: [farmer, herder, worker, manager] }, min: 50% }

reserve:
  perSlot: { min: 2, max: 3 }

materials:
  - { id: application, name: 入党申请书 }
  - { id: cultivation, name: 入党积极分子培养考察登记表 }
  - { id: reports, name: 每季度思想汇报, count: 4 }
  - { id: review, name: 政审材料 }
  - { id: autobiography, name: 个人自传 }

candidates: candidates.yaml

timeline:
  schema: timeline/v1
  steps:
    - id: nominate
      name: 各支部推荐初步人选并上报
      kind: nomination
      on: '2026-04-08'
      owner: 各党支部
      due: [application, cultivation, reports, review, autobiography]
    - { id: course, name: 发展对象短期集中培训, kind: training, from: '2026-04-13', to: '2026-04-17', after: [nominate], owner: 镇党校 }
    - { id: inspect, name: 镇党委组织考察, kind: inspection, from: '2026-04-20', to: '2026-04-24', after: [course], owner: 镇党委 }
    - { id: decide, name: 召开党委会议，研究确定人选, kind: decision, on: '2026-05-14', after: [inspect], owner: 镇党委 }
    - { id: notice, name: 全镇范围公示, kind: notice, from: '2026-05-18', to: '2026-05-22', after: [decide], owner: 镇组织办 }
    - { id: pre-review, name: 县委组织部预审, kind: pre-review, on: '2026-06-05', after: [notice], owner: 县委组织部 }
    - { id: meeting, name: 支部大会讨论接收预备党员, kind: branch-meeting, on: '2026-06-12', after: [pre-review], owner: 各党支部 }
    - { id: approve, name: 镇党委审批, kind: approval, on: '2026-07-09', after: [meeting], owner: 镇党委 }

narrative:
  - heading: 指导思想
    text: >-
      按照“控制总量、优化结构、提高质量、发挥作用”的总要求，坚持把政治标准放在首位，
      严格程序、严肃纪律，有计划、有重点地做好本年度发展党员工作。
  - heading: 指导性计划
    data: [quota]
  - heading: 时间安排
    data: [schedule, materials]
  - heading: 具体措施
    text: |
      1. 加强入党积极分子队伍建设，建立名册，指定专人培养，经常跟踪考察。
      2. 重点在农村、在生产一线、在35岁以下的青年和妇女中发展党员。
      3. 严格执行《中国共产党发展党员工作细则》规定的程序，坚持公示制和预审制度。
`;

function peopleOf(index, people, { total, office, farmer }, random) {
  const categories = [
    ...Array.from({ length: farmer }, (_, at) => ['farmer', at + 1]),
    ...Array.from({ length: office }, (_, at) => ['office', at + 1]),
    ...Array.from({ length: office }, (_, at) => ['school', at + 1]),
  ];
  const entries = [];
  for (let at = 0; at < people; at++) {
    const nominee = at < total;
    const [category, slot] = categories[at % total];
    const reserve = !nominee && at < 3 * total;
    const month = 1 + random(9);
    const applied = 2023;
    // Every second nominee is a woman, every third one over 35: the ratios are kept with somebody to spare.
    const female = at % 2 === 0;
    const birth = at % 4 === 3 ? 1975 + random(14) : 1992 + random(13);
    const occupation =
      category === 'farmer'
        ? random(4)
          ? 'farmer'
          : 'worker'
        : category === 'school'
          ? 'teacher'
          : 'official';
    const name =
      SURNAMES[random(SURNAMES.length)] + GIVEN[random(GIVEN.length)] + GIVEN[random(GIVEN.length)];
    const shift = random(20);
    // Every 175 days from becoming an activist: half a year at most lies between two.
    const inspections = Array.from({ length: 6 }, (_, at) =>
      date(applied, month + 3, shift + 175 * (at + 1)),
    ).filter(day => day < `'${AS_OF}`);
    entries.push(`  - id: c${two(at + 1)}
    name: ${name}
    gender: ${female ? 'female' : 'male'}
    birth: ${date(birth, 1 + random(12), random(27))}
    ethnicity: ${ETHNICITIES[random(ETHNICITIES.length)]}
    education: ${['senior-high', 'college', 'bachelor'][random(3)]}
    occupation: ${occupation}
    category: ${category}
    branch: ${VILLAGES[random(VILLAGES.length)]}党支部
    leagueMember: false
${nominee || reserve ? `    slot: ${category}-${slot}\n` : ''}    role: ${nominee ? 'nominee' : 'reserve'}
    events:
      application: ${date(applied, month, shift)}
      talk: ${date(applied, month, shift + 15)}
      activist: ${date(applied, month + 3, shift)}
      inspections: [${inspections.join(', ')}]
    contacts: [${MEMBERS[at % 6]}, ${MEMBERS[(at + 1) % 6]}]
${
  nominee
    ? `    materials:
      application: ${date(applied, month, shift)}
      cultivation: '2026-02-26'
      reports: ['2025-03-21', '2025-06-21', '2025-09-21', '2025-12-21']
      review: ${date(2026, 2, random(20))}
      autobiography: ${date(2026, 2, random(20))}
`
    : ''
}`);
  }
  return `# 第${index}镇2026年拟发展对象和储备的入党积极分子（虚构）\nschema: candidates/v1\ncandidates:\n${entries.join('\n')}`;
}

/** Chinese names of the fields that rosters have most. */
const CHINESE = {
  name: '姓名',
  gender: '性别',
  birth: '出生日期',
  ethnicity: '民族',
  education: '文化程度',
  occupation: '职业',
  category: '类别',
  branch: '所在支部',
  leagueMember: '是否团员',
};

/** The same township as clerks leave it: other words, remarks, dates without quotes, another order, another encoding. */
function asMessy(text, index) {
  const random = randomOf(index + 1);
  const inChinese = random(2) === 0;
  const lines = text
    .replace(/(?<![\w'])'(\d{4}-\d{2}-\d{2})'/g, '$1')
    .split('\n')
    .map(line => {
      const [, indent, key, rest] = /^( {4})(\w+)(: .+)$/.exec(line) ?? [];
      const renamed = inChinese && key in CHINESE ? `${indent}${CHINESE[key]}${rest}` : line;
      return random(12) === 0 && /[^>|:]$/.test(line) && line.includes(': ')
        ? `${renamed} # 已核对`
        : renamed;
    });
  const messy = lines
    .join('\n')
    .replace(/^( {4}\S+: .*\n)( {4}\S+: .*\n)/gm, (both, first, second) =>
      random(3) === 0 ? second + first : both,
    );
  return random(4) === 0 ? gb18030(messy) : Buffer.from(messy);
}

/** Characters by their bytes in GB18030, made once from what Node can decode. */
let bytesOf;
function gb18030(text) {
  if (!bytesOf) {
    bytesOf = new Map();
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++)
        if (trail !== 0x7f) bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Buffer.from([...text].flatMap(char => (char < '\x80' ? char.charCodeAt(0) : bytesOf.get(char))));
}

/** Writes townships into a folder, one folder each. */
export function writeCorpus(folder, townships, { people = 30, kind = 'clean' } = {}) {
  for (let index = 0; index < townships; index++) {
    const own = join(folder, `t${String(index).padStart(5, '0')}`);
    mkdirSync(own, { recursive: true });
    const clean = township(index, people);
    const [plan, candidates] = kind === 'life' ? asInLife(clean, randomOf(index + 17)) : clean;
    if (kind === 'life' && index % 10 === 5) {
      writeFileSync(join(own, 'plan.yaml'), plan.replace('candidates.yaml', '名册.xlsx'));
      writeFileSync(join(own, '名册.xlsx'), asWorkbook(candidates));
      continue;
    }
    writeFileSync(join(own, 'plan.yaml'), kind === 'messy' ? asMessy(plan, index) : plan);
    writeFileSync(join(own, 'candidates.yaml'), kind === 'messy' ? asMessy(candidates, index) : candidates);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, townships = '100', people = '30', kind] = process.argv.slice(2);
  writeCorpus(folder, Number(townships), { people: Number(people), kind });
}
