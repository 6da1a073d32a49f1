import type { Expected, NextStep, SchemaArgs, SyntaxProblem, UnreadableReason } from '../../read/problem.ts';
import { LIMITS } from '../../read/size-limits.ts';
import { basename } from '../../values/path.ts';
import type { KeyOf } from '../keys.ts';
import type { GroupTexts } from '../rule-texts.ts';
import { typed } from '../typed.ts';
import { withLimit } from '../with-limit.ts';
import { wrongPart } from '../wrong-part.ts';
import { sheetNotes } from './sheet-notes.ts';
import { list } from './words.ts';

const noSuchDate = (date: string): string =>
  ({ year: `${quoted(date)}年份有误`, month: `${quoted(date)}月份有误`, day: `没有${quoted(date)}这一天` })[
    wrongPart(date)
  ];

/** 4, 2份: how many there are, where their dates are asked for. */
const COPIES = /^\s*(\d{1,2}|[一二两三四五六七八九十])\s*[份次篇]?\s*$/;

/** What to type, in a folder or after a file that is no plan. */
function nextStep(next: NextStep): string {
  switch (next.do) {
    case 'init':
      return next.roster === undefined
        ? `新建计划：${initCommand(next.folder)}`
        : `从这份名册新建计划：${initCommand(next.folder)} --from ${typed(next.roster)}`;
    case 'batch':
      return next.plans.length === 0
        ? `多个单位汇总用 plan batch ${typed(next.folder)}`
        : `下面有${next.plans.length}份计划：核对一份用 plan check ${typed(next.plans[0]!)}，汇总用 plan batch ${typed(next.folder)}`;
    case 'name-roster':
      return `要让计划使用这份名册，请在 ${next.plan} 中写：人员名册: ${next.roster}`;
    case 'instead':
      return `是不是 ${next.path}？`;
    case 'one-of':
      return `请写明是哪一个：${list(next.paths.map(path => `plan check ${typed(path)}`))}；或把其余的移到别处`;
  }
}

/** What a folder without a plan has. */
const besideIt = (next: NextStep | undefined): string =>
  next?.do === 'init' && next.roster !== undefined ? `，里面有 ${basename(next.roster)}` : '';

const initCommand = (folder: string): string => (folder === '.' ? 'plan init' : `plan init ${typed(folder)}`);

const UNREADABLE: Record<UnreadableReason, [message: string, remedy: string]> = {
  missing: ['找不到文件或文件夹', '请核对路径和文件名；路径中有空格时要加引号'],
  'no-plan': ['文件夹里没有 plan.yaml', '请指定计划所在的文件夹，或用 plan init 新建'],
  'several-plans': ['文件夹里有几个工作簿都写着计划', '请写明是哪一个文件，或把其余的移到别处'],
  roster: ['这是名册，不是计划', '请指定计划所在的文件夹，或用 plan init 新建'],
  'part-of-plan': ['这是计划的一部分，旁边没有 plan.yaml', '请指定计划所在的文件夹，或用 plan init 新建'],
  county: ['这是多个单位汇总用的文件，不是一份计划', '请指定一份计划所在的文件夹；汇总用 plan batch'],
  'no-match': ['没有与它相符的文件夹或文件', '请核对通配符，如 plan check "*镇"'],
  prose: [
    '这是一般的文字，其中没有计划的字段（年度、单位、名额……）',
    '请指定计划所在的文件夹；还没有计划的，用 plan init 文件夹 新建，把文字写进 plan.yaml 的“正文”',
  ],
  denied: ['没有读取权限', '请检查文件权限，或换一个有权限的账户运行'],
  busy: ['正被别的程序占用（多半是在 Excel 或 WPS 中打开着）', '请在那里保存并关闭，再试一次'],
  directory: ['这是文件夹，不是文件', '请写文件名'],
  special: ['这不是普通文件', '请指定普通的 YAML 文件'],
  outside: ['不在计划（或县汇总）的文件夹里，没有读取', '请把文件放到同一个文件夹里，再写文件名'],
  'no-pack': [
    '不是有效的地方规定文件，没有采用',
    '请核对路径；写法有什么问题，用 plan check --packs-test 加上这个文件来看',
  ],
  'too-large': ['文件过大（超过 {limit} MB）', '计划文件一般只有几十 KB，请检查是否选错了文件'],
  excel: [
    '这是 Excel 文件（.xlsx），不是文本',
    '名册请在 plan.yaml 中写 人员名册: 名册.xlsx，或用 plan import 转换',
  ],
  word: [
    '这是 Word 文件（.docx），不能从中读取',
    '名册请把其中的表格复制到 Excel，另存为 .xlsx，再运行 plan init 文件夹 --from 名册.xlsx；没有名册的，用 plan init 计划.xlsx 新建，再把内容填进去',
  ],
  'old-excel-or-word': [
    '这是旧版 Excel 或 Word 文件，不是文本',
    '请用 Excel、WPS 或 Word 打开；其中的表格另存为（或复制到）.xlsx，再运行 plan init 文件夹 --from 名册.xlsx',
  ],
  archive: ['这是压缩包，没有读取', '请先解压，再写解压出来的文件夹或文件'],
  image: ['这是图片，不能从中读取', '请把其中的内容录入 Excel，或换成原来的电子表格'],
  pdf: ['这是 PDF 文件，不能从中读取', '请换成原来的 Excel 名册；没有的，请把表格录入 Excel，另存为 .xlsx'],
  'lock-file': [
    '这是 Excel 打开工作簿时的临时文件，不是名册',
    '请在 Excel 或 WPS 中保存并关闭，再写文件名前没有“~$”的那一个',
  ],
  binary: ['这不是文本文件', '请检查是否选错了文件'],
  undecodable: [
    '文字编码无法识别，可能已经损坏',
    '是文本文件的，用记事本打开，内容正常就另存为 UTF-8 编码；是乱码的，请换成原来的文件',
  ],
  encrypted: ['文件设有打开密码', '请在 Excel 或 WPS 中取消密码，另存后再试'],
  'zip-bomb': ['文件展开后大得不正常（超过 {limit} MB），没有读取', '请把名册复制到新的工作簿，另存后再试'],
  'renamed-word': ['这是 Word 文件（.doc），只是改了扩展名', '请把其中的表格复制到 Excel，另存为 .xlsx'],
  'damaged-workbook': ['不是有效的 Excel 文件，或已经损坏', '请用 Excel 或 WPS 打开，另存为 .xlsx 后再试'],
  'empty-workbook': ['表格是空的', '请检查是否选错了文件'],
  'too-many-rows': ['表格超过 {limit} 行', '请删去多余的行，或按单位分成几个文件'],
  'too-many-parts': [
    '工作簿的组成部分多得不正常（超过 {limit} 个），没有读取',
    '请把名册复制到新的工作簿，另存后再试',
  ],
  'too-many-values': [
    '内容过多（超过 {limit} 行、项），没有读取',
    '请检查是否选错了文件，或按单位分成几份计划',
  ],
  'too-many-problems': [
    '格式问题超过 {limit} 处，其余没有列出',
    '请检查是否选错了文件；先改正已列出的，再核对一次',
  ],
  'no-head': [
    '找不到表头：没有哪一行写着“姓名”和其他栏目',
    '请在表头写上姓名、性别、出生年月等栏目名，或用 --map 列=字段 说明',
  ],
  card: [
    '这是单人登记表（一人一张），不是名册',
    '请把各人写成名册：表头一行写姓名、性别等栏目名，下面每人一行',
  ],
  transposed: [
    '这张表是横排的（栏目在左，一列一人），没有读取',
    '请改为每人一行：在 Excel 中全选复制，到新工作表选“选择性粘贴—转置”，保存后再试',
  ],
  xlsb: ['这是 .xlsb（二进制工作簿），无法读取', '请用 Excel 或 WPS 打开，另存为 .xlsx 后再试'],
  ods: [
    '这是 .ods（OpenDocument 表格），无法读取',
    '请用 Excel、WPS 或 LibreOffice 打开，另存为 .xlsx 后再试',
  ],
  crashed: ['核对时程序出了故障，其他计划不受影响', '请把这份计划和所用命令告诉维护者'],
  failed: ['读取失败', '请检查磁盘和网络驱动器后重试'],
};

const SYNTAX: Record<SyntaxProblem, [message: string, remedy: string]> = {
  indentation: ['缩进不对', '同一级的内容要左边对齐，下一级比上一级多缩进两个空格'],
  'too-far-in': [
    '缩进不对：比同一级的内容多了 {limit} 个空格',
    '请删去这一行开头多余的空格，与上面同一级的内容左边对齐',
  ],
  'not-far-enough-in': [
    '缩进不对：比同一级的内容少了 {limit} 个空格',
    '请在这一行开头补上空格，与上面同一级的内容左边对齐',
  ],
  'dash-without-space': ['“-”后面缺少空格', '请在“-”后面加一个空格，写成“- 编号: …”'],
  'list-mark': ['列表的各项要用“-”开头', '请改为“-”加一个空格，写成“- 编号: …”'],
  tab: ['缩进用了制表符（Tab）', '请改用空格缩进，每级两个空格'],
  'unclosed-quote': ['引号没有配对', '请补上缺少的引号'],
  'unclosed-bracket': ['括号没有配对', '请补上缺少的 ] 或 }'],
  'missing-comma': [
    '各项之间缺少逗号',
    '方括号、花括号里的各项之间用英文逗号隔开；是中文逗号“，”或顿号“、”的，请改为英文逗号“,”',
  ],
  'colon-without-space': ['冒号后面缺一个空格', '请在冒号后面加一个空格，写成“字段: 内容”'],
  'missing-colon': ['这一行缺少冒号，或冒号后面没有空格', '请写成“字段: 内容”，英文冒号后面加一个空格'],
  'colon-in-text': ['一行里有两个冒号', '内容里有冒号时，请给整个内容加上引号'],
  'block-in-flow': ['括号里不能换成列表写法', '请在方括号里用逗号分隔，或去掉括号逐行写'],
  'bad-start': ['内容不能以这个符号开头', '请给整个内容加上引号'],
  escape: ['双引号里的反斜杠写法不对', '请改用单引号，或把 \\ 写成 \\\\'],
  alias: ['引用（* 或 &）写法不对', '内容以 * 或 & 开头时请加引号'],
  aliases: ['引用展开后内容过多（超过所写内容的 {limit} 倍）', '请去掉多余的引用（*），直接写内容'],
  tag: ['不支持以 ! 开头的标记', '请去掉标记；内容以 ! 开头时请加引号'],
  depth: ['嵌套层次过深（超过 {limit} 层）', '计划文件一般不超过七层，请检查括号和缩进'],
  'control-character': ['含有不可见的控制字符', '请删除这个字符后重新输入'],
  empty: ['文件是空的', '请填写内容；新建一份用 plan init 文件夹，内有各项的说明'],
  other: ['写法不符合 YAML 格式', '请对照 examples 中的例子改正'],
};

/** 与上限有关的问题，用哪个环境变量调整。 */
const LIMIT_OF: { [P in SyntaxProblem]?: string } = {
  depth: LIMITS.depth.variable,
  aliases: LIMITS.expansion.variable,
};

const raise = (variable: string | undefined): string =>
  variable === undefined ? '' : `；确需如此的，可用环境变量 ${variable} 调高上限`;

const EXPECTED: Record<Expected, string> = {
  object: '若干个“字段: 内容”',
  array: '列表（每项一行，以“- ”开头）',
  string: '文字',
  text: '文字',
  code: '文字',
  integer: '整数，如 {example}',
  number: '数字，如 {example}',
  boolean: '是或否',
  date: '日期，如 2016-06-04',
  window: '日期，如 2016-06-04、6月上旬',
  duration: '时长，如 5个工作日、10天',
  amount: '百分比、几分之几或人数，如 45%、三分之一 或 5',
  factor: '百分比，如 {example}',
  quantity: '人数，如 9、30名左右、不超过30、18—20名；还没有下达的写 不详',
  bounds: '范围，如 年龄: 35岁以下、文化程度: 大专以上、出生日期: 1991年1月1日以后',
  'head-range': '人数范围，如 2—3名、不超过2名',
  funnel: '申请人、积极分子与新发展的比例，如 5:4:1',
  'id-number': '18位身份号码（加引号）',
  ethnicity: '民族全称，如 汉族',
  id: '代码：不超过60字，不含空格、逗号、顿号和冒号',
  'step-and-lag': '步骤的代码或名称，可加间隔（1天以上），如 公示+5wd',
  'rule-id': '规则代码，如 timeline/rest-day',
  'norm-id': '规定代码，如 meeting',
  phone: '电话号码，只写数字、空格、+ 和 -',
  minimum: '更大的数',
  maximum: '更小的数',
  '': '文字',
};

/** 没有专门说法的，照要求的样子改。 */
function toWrite(problem: SchemaArgs['problem'], allowed: string[], expected: Expected): string {
  if (problem === 'empty') return '请填写内容；用不着的，请整项删去';
  if (problem === 'range') return `请改为${expected === 'minimum' ? '不小于' : '不大于'} ${allowed[0]} 的数`;
  return `请改为${expectedOf(expected, undefined, allowed)}`;
}

const COMPARATOR_KEYS = '不低于(min)、不超过(max)、左右(about)、恰好(exactly)、实际占(actual)';

const CONDITIONS =
  '条件写作 性别=女、年龄不超过35、职业=农民、牧民、民族≠汉族；同时满足的用逗号隔开，满足一个即可的用“或”，如 标签=致富带头人 或 标签=村干部';

const WINDOW_FORMS =
  '日期写作 2016-06-04 或 6月4日；也可写 6月上旬、6月底、6月8日前、3月底前、6月9日至12日、3月第一周；节前节后的，请写起止日期';

/** `5月底前、6月底前` of `6月前` */
function monthsBefore(text: string): string {
  const month = Number(/(\d{1,2})月/.exec(text)?.[1] ?? 6);
  return `${month === 1 ? 12 : month - 1}月底前、${month}月底前`;
}

/** `6月8日` of `6.8` */
const asDay = (text: string): string =>
  text.replace(
    /(\d{1,2})[./](\d{1,2})|^(\d{1,2})-(\d{1,2})$/g,
    (_, ...of) => `${of[0] ?? of[2]}月${of[1] ?? of[3]}日`,
  );

const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-8-bom': '带签名的 UTF-8',
  'utf-16le': 'UTF-16（Unicode）',
  'utf-16be': 'UTF-16 大端（Unicode）',
  gb18030: 'GB18030（GBK、ANSI）',
};

const LINKS = {
  category: '名额类别',
  'share-base': '基数',
  'share-circle': '基数',
  step: '步骤',
  material: '材料',
};

const isSpace = (text: string): boolean => text.trim() === '';

/** 单元格里的内容没有引号可加。 */
const expectedOf = (expected: Expected, cell: true | undefined, [example]: readonly string[] = []): string =>
  cell && expected === 'id-number'
    ? '18位身份号码'
    : EXPECTED[expected].replace('{example}', example ?? NUMBERS[expected] ?? '9');

/** 没有例子的字段，数字写成什么样。 */
const NUMBERS: { [E in Expected]?: string } = { number: '1.3', factor: '120%' };

/** 对表格里的内容怎么改：说 Excel 的办法，不说 YAML 的写法。 */
function cellRemedy(
  field: string,
  value: string,
  problem: SchemaArgs['problem'],
  allowed: string[],
  nearest: string,
  expected: Expected,
): string {
  switch (problem) {
    case 'value':
      return `${nearest ? `是不是“${plain(nearest)}”？` : ''}可以写：${list(allowed.map(plain))}`;
    case 'date':
    case 'no-such-date':
    case 'day-missing':
      if (COPIES.test(value))
        return '这里写日期，不写份数；几份的，写各份的日期，用顿号隔开，如 2026.03.30、2026.06.30';
      return '日期写作 2016.06.04 或 2016年6月4日；把该列设为文本格式，Excel 就不会改动';
    case 'no-month-name':
      return `是不是“${asDay(value)}”？日期写作 6月8日 或 2016.06.08；把该列设为文本格式，Excel 就不会改动`;
    case 'ambiguous-date':
      return '请写作 1988.01 或 1988.10，并把该列设为文本格式，末位的 0 才不会丢失';
    case 'missing':
      return '请在表中补上';
    case 'choose-one':
      return '请在“要求”栏选一项（不低于、不超过、左右、恰好、实际占），在“比例或人数”栏写多少';
    case 'condition':
      return CONDITIONS;
    case 'note-beside-number':
      return '说明请写入名称一栏';
    case 'about-exact-parts':
      return `总数请写 ${allowed[0]}；分配数也是大约的，请同样写“左右”`;
    default:
      if (field && /·(至少|不少于)$/.test(field)) {
        const [, least, most] = /^(\d+)\D{1,2}(\d+)\D?$/.exec(value) ?? [];
        if (most !== undefined)
          return `写范围的，分开填在两栏：“${field}”栏写 ${least}，“${field.replace(/至少$/, '至多').replace(/不少于$/, '不超过')}”栏写 ${most}`;
      }
      return expected === 'id-number'
        ? '请把该列设为文本格式，重新录入18位号码'
        : toWrite(problem, allowed, expected);
  }
}

/** 写成“字段: 内容”的项目，各举一例。 */
const MAPS: Record<string, Parameters<KeyOf['put']>> = {
  已交材料: ['candidates.candidates.materials', '{ 入党申请书: 2023-04-10, 政审材料: 是 }'],
  经历: ['candidates.candidates.events', '{ 递交入党申请书: 2023-04-10, 确定为入党积极分子: 2024-03-05 }'],
  指导性计划: ['plan.quota', '{ 总数: 9 }'],
  单位: ['plan.organization', '{ 名称: 某镇党委 }'],
  储备: ['plan.reserve', '{ 每名额: 2—3名 }'],
};

/** 条件中一个字段可以有几个值，也可以除去几个值。 */
const several = ([first, second]: string[]): string =>
  `；几种都算的写成列表，如 [${first}, ${second}]；除某一种以外的，写 { 非: ${first} }`;

/** 写成列表的项目，一项怎样写。 */
const LISTS: Record<string, string> = {
  名额分配: '{ 名称: 农牧民, 名额: 7 }',
  结构要求: '{ 名称: 女党员, 条件: { 性别: 女 }, 左右: 45% }',
  材料清单: '{ 名称: 入党申请书, 份数: 1 }',
  时间安排: '{ 名称: 公示, 起: 6月8日, 止: 6月12日, 责任单位: 镇党委 }',
  党支部: '{ 名称: 东村党支部, 上次发展年份: 2024 }',
  名册: '{ 姓名: 古丽, 性别: 女 }',
};

/** 取值的中文名：女(female) 是女 */
const plain = (value: string): string => value.replace(/\([\w-]+\)$/, '');

const quoted = (text: string) => (text === '' ? '' : `“${text}”`);

export const input: GroupTexts<'input'> = {
  'input/unreadable': {
    title: '文件无法读取',
    demand: '计划及其引用的文件都要能读取，并且是文本文件。',
    message: ({ path, reason, limit, detail, next }) =>
      `${path === '-' ? '标准输入' : path === '.' ? '当前文件夹' : path}：${withLimit(UNREADABLE[reason][0], limit)}${reason === 'no-plan' ? besideIt(next) : ''}${detail ? `（${detail}）` : ''}`,
    remedy: ({ reason, variable, next }) => (next ? nextStep(next) : UNREADABLE[reason][1] + raise(variable)),
  },
  'input/encoding': {
    title: '文字编码',
    demand: '建议用 UTF-8 编码保存。其他编码也能读取，但会说明识别结果。',
    message: ({ encoding, crlf }) => `文件按 ${ENCODINGS[encoding]} 编码${crlf ? '、Windows 换行' : ''}读取`,
    remedy: () => '内容显示正常就不用改；与其他软件交换时建议存为 UTF-8',
  },
  'input/syntax': {
    title: '格式错误',
    demand: '文件要符合 YAML 格式：用空格缩进，冒号后有空格，引号和括号配对。',
    message: ({ problem, detail }) =>
      problem === 'control-character' && detail
        ? `${SYNTAX[problem][0]} ${detail}`
        : withLimit(SYNTAX[problem][0], detail),
    remedy: ({ problem }) => SYNTAX[problem][1] + raise(LIMIT_OF[problem]),
  },
  'input/schema': {
    title: '内容不合要求',
    demand: '每个字段的内容要符合规定的种类和取值；必填字段不能缺。plan schema 可以列出全部字段。',
    message: ({ field, problem, value, allowed, expected, cell }) => {
      const what = field === '' ? '' : cell ? `“${field}”栏` : `“${field}”`;
      switch (problem) {
        case 'missing':
          return `缺少“${allowed[0]}”${allowed[0] === field ? '' : `(${field})`}`;
        case 'type':
          return `${what}应为${expectedOf(expected, cell, allowed)}${value ? `，现为${quoted(value)}` : ''}`;
        case 'value':
          return `${what}不能是${quoted(value)}`;
        case 'date':
          return `${cell ? what : ''}${quoted(value)}不是日期`;
        case 'no-such-date':
          return `${cell ? what : ''}${noSuchDate(value)}`;
        case 'ambiguous-date':
          return `${cell ? what : ''}${quoted(value)}分不清是1月还是10月`;
        case 'day-missing':
          return `${what}要精确到日，现为${quoted(value)}`;
        case 'range':
          return `${what}${expected === 'minimum' ? '不能小于' : '不能大于'} ${allowed[0]}，现为${quoted(value)}`;
        case 'pattern':
          return `${what}应为${expectedOf(expected, cell)}，现为${quoted(value)}`;
        case 'choose-one':
          return '一项结构要求要写、也只能写不低于、不超过、左右、恰好、实际占中的一个';
        case 'condition':
          return `${what}${quoted(value)}没有读懂${allowed[0] ? `，从${quoted(allowed[0])}起` : ''}`;
        case 'too-many':
          return `${what || '列表'}最多 ${allowed[0]} 项，其余没有读取`;
        case 'too-long':
          return `${quoted(value)}过长（超过 ${allowed[0]} 字）`;
        case 'empty':
          return `${what}没有内容`;
        case 'by-month':
          return `${quoted(value)}分不清是到上月底还是到本月底`;
        case 'no-month-name':
          return `${quoted(value)}没有写“月”和“日”，不能确定是日期`;
        case 'week-alone':
          return `${quoted(value)}没有写是几月的，不能确定是哪几天`;
        case 'note-beside-number':
          return `${quoted(value)}读作 ${allowed[0]}，括号里的说明没有读取，打印时没有`;
        case 'about-exact-parts':
          return `${what}写作${quoted(value)}，而各类别的名额都是确数，合计${allowed[0]}名`;
      }
    },
    remedy: ({ field, problem, value, allowed, nearest, expected, cell }, key) => {
      if (cell) return cellRemedy(field, value, problem, allowed, nearest, expected);
      switch (problem) {
        case 'missing':
          return '这一项必填，请补上';
        case 'type': {
          const sample = MAPS[field];
          if (expected === 'array' && LISTS[field]) return `请写成列表，每项一行，如 - ${LISTS[field]}`;
          if (expected === 'object' && LISTS[field]) return `请写成 - ${LISTS[field]}`;
          return expected === 'object' && sample !== undefined
            ? `请写成 ${key.put(sample[0], sample[1])}`
            : toWrite(problem, allowed, expected);
        }
        case 'value':
          return `${nearest ? `是不是“${plain(nearest)}”？` : ''}可以写：${list(allowed.map(plain))}${expected === 'array' ? several(allowed.map(plain)) : ''}`;
        case 'by-month':
          return `请写明是哪一天，如 ${monthsBefore(value)}`;
        case 'no-month-name':
          return `是不是“${asDay(value)}”？日期写作 6月8日，或 2016-06-08`;
        case 'week-alone':
          return `请写明几月，如 3月${value}；按校历、周次安排的，请写起止日期，如 3月16日至20日`;
        case 'no-such-date':
        case 'date':
        case 'day-missing':
          if (expected === 'window')
            return problem === 'date' && /(?<![前节])后/.test(value)
              ? `在某一步之后的，写 ${key.put('timeline.steps.duration', '10天')} 和 ${key.put('timeline.steps.after', '[前一步的名称]')}；${WINDOW_FORMS}`
              : WINDOW_FORMS;
          return '日期写作 2016-06-04，也可以写 2016年6月4日';
        case 'ambiguous-date':
          return '请写作 1988-01 或 1988-10';
        case 'note-beside-number':
          return '要打印的，请把说明写入名称；不打印的，写成注释（# 说明）';
        case 'about-exact-parts':
          return `请改为 ${key.put('plan.quota.total', allowed[0]!)}；分配数也是大约的，请同样写“左右”`;
        case 'choose-one':
          return `请写明并只保留其中一个：${COMPARATOR_KEYS}`;
        case 'condition':
          return `${CONDITIONS}；也可以写成 ${key.put('plan.structure.where', '{ 性别: 女, 年龄: 35岁以下 }')}`;
        case 'too-many':
          return `请检查是否选错了文件，或按单位分成几份${raise(allowed[1])}`;
        case 'too-long':
          return `请检查引号和缩进，或把内容分成几段${raise(allowed[1])}`;
        default:
          return toWrite(problem, allowed, expected);
      }
    },
  },
  'input/unknown-key': {
    title: '没有这个字段',
    demand: '字段名要与规定的一致，中英文都可以。写错的字段不会被读取，所以要指出。',
    message: ({ key, also = [] }) =>
      `没有“${key}”这个字段${also.length > 0 ? `（同样写法还有${also.length}处：第${list(also.map(String), '行')}${also.length > 6 ? '' : '行'}）` : ''}`,
    remedy: ({ key, nearest, known }) =>
      `${nearest ? `是不是“${nearest}”？` : ''}${/^(原则|力争|争取|尽量|一般)/.test(key) ? '原则上、力争做到的，另写 约束程度: 参考；' : ''}这里可以写：${list(known)}`,
  },
  'input/duplicate-key': {
    title: '字段重复',
    demand: '同一个字段只能写一次（中文名和英文名算同一个）。',
    message: ({ key, firstLine, missingDash }) =>
      missingDash
        ? `“${key}”又写了一次，像是下一项从这里开始，前面缺少“-”；这一项没有读取（上一项从第 ${firstLine} 行开始）`
        : `“${key}”重复了，第 ${firstLine} 行已经写过；只读取前一处`,
    remedy: ({ key, missingDash }) =>
      missingDash
        ? `请在“${key}”前面加“-”和一个空格，写成“- ${key}: …”，与上一项的“-”对齐；并非另一项的，请删去重复的几行`
        : '请保留一处，删除另一处',
  },
  'input/duplicate-id': {
    title: '编号重复',
    demand: '名额类别、结构要求、材料、人员、步骤的代码在同类中不能重复。',
    message: ({ id, firstLine }) => `代码“${id}”重复了，第 ${firstLine} 行已经用过`,
    remedy: () => '请改为不同的代码',
  },
  'input/unknown-reference': {
    title: '引用落空',
    demand: '基数、名额类别、前置步骤、应交材料所写的代码，要在计划中存在。',
    message: ({ target, name }) =>
      target === 'share-circle'
        ? `基数“${name}”绕回到这一项自己，算不出比例`
        : target === 'category'
          ? `计划的名额类别中没有“${name}”`
          : `没有代码为“${name}”的${LINKS[target]}`,
    remedy: ({ target, nearest, known }) =>
      target === 'share-circle'
        ? '请改以总数、名额类别或不相关的一项为基数'
        : `${nearest ? `是不是“${nearest}”？` : ''}${known.length > 0 ? `现有：${list(known)}` : '请先在计划中写明'}`,
  },
  'input/fullwidth-punctuation': {
    title: '全角符号',
    demand: '冒号、逗号、括号、数字和缩进的空格要用英文（半角）的。',
    message: ({ text, read, instead }) =>
      read
        ? isSpace(text)
          ? '这里用了全角空格或不间断空格，已按普通空格读取'
          : `“${text}”含全角字符，已按“${instead.trim()}”读取`
        : isSpace(text)
          ? '这一行用全角空格缩进，无法识别'
          : `“${text}”是中文（全角）符号，这里无法识别`,
    remedy: ({ text, instead, read }) =>
      read
        ? '意思没有变；建议改为半角，以免其他软件读错'
        : isSpace(text)
          ? '请改用半角空格缩进'
          : `请改为英文符号“${instead}”（冒号后面加一个空格）`,
  },
  'input/precision-lost': {
    title: '数字会丢失位数',
    demand: '身份号码、以 0 开头的编号等要加引号，否则其他软件会当作数字，丢掉后几位或前面的 0。',
    message: ({ becomes, heading, cells }) =>
      heading !== undefined && cells === undefined
        ? `“${heading}”在原来的名册中末几位已经丢失，号码不详`
        : heading === undefined
          ? `数字没有加引号，其他软件会读成 ${becomes}`
          : `“${heading}”栏变成了科学计数或数字，末几位已经丢失，没有读取${cells !== undefined && cells.length > 1 ? `（${list(cells, '格')}）` : ''}`,
    remedy: ({ heading, cells }, key) =>
      heading !== undefined && cells === undefined
        ? `请按身份证填写18位号码，如 ${key.put('candidates.candidates.idNumber', '"18位号码"')}`
        : heading === undefined
          ? '请加上英文引号；本工具已按原样读取'
          : '请先把该列设为文本格式，再重新录入；从 CSV 来的，请向原系统导出 .xlsx',
  },
  'input/sheet-guess': {
    title: '表格读取说明',
    demand: '名册由 Excel 读取时，凡是推测、换算、从身份号码推算的，都要说明读成了什么，供人核对。',
    message: args => sheetNotes[args.kind].message(args),
    remedy: args => sheetNotes[args.kind].remedy(args),
  },
  'input/sheet-left-out': {
    title: '表格中没有读取的内容',
    demand: '名册由 Excel 读取时，凡是没有读取的行、列、单元格和工作表，都要说明在哪里、为什么。',
    message: args => sheetNotes[args.kind].message(args),
    remedy: args => sheetNotes[args.kind].remedy(args),
  },
  'input/several-documents': {
    title: '多个文档',
    demand: '一个文件里只能有一份内容，中间不能有“---”。',
    message: () => '文件中间有“---”，后面的内容没有读取',
    remedy: () => '请删除“---”，或把后面的内容另存为一个文件',
  },
};
