import type { Severity } from '../../model/severity.ts';
import type { Rollup } from '../../rules/county-facts.ts';
import { isNone, type Quantity } from '../../values/quantity.ts';
import type { CountyObstacle } from '../../values/share.ts';
import { columns } from '../columns.ts';
import type { Difference } from '../shard-values.ts';
import type { Lack, State, Uncounted } from '../states.ts';
import { typed } from '../typed.ts';
import { quantity, stillOpen } from './words.ts';

const LACKS = {
  partly: '部分核对',
  nothing: '无可核对',
  unreadable: '无法核对',
  missing: '没有上报',
  'excel-only': '只有Excel',
  'other-year': '别的年度',
} satisfies Partial<Record<State, string>>;

/** By what parts of a run are told apart, and what to do about it. */
const SHARD_VALUES: Record<Difference['what'], { name: string; remedy: string }> = {
  version: { name: '程序版本', remedy: '请用同一版本重新生成。' },
  asOf: { name: '核对日期', remedy: '请在每一份和合并时都加同样的 --as-of，如 --as-of 2026-05-06。' },
  language: { name: '语言', remedy: '请在每一份都加同样的 --lang，如 --lang zh。' },
  redacted: { name: '是否用代称（--redact）', remedy: '请每一份都加，或都不加。' },
  county: { name: '县级文件的路径', remedy: '请在同一位置用同样的路径重新生成。' },
  countyFile: { name: '县级文件的内容（校验值）', remedy: '县级文件已经改过，请重新生成各份。' },
  plans: { name: '单位数', remedy: '其间增减了计划，请重新生成各份。' },
  list: { name: '单位清单', remedy: '请在同一位置用同样的路径生成，其间不要增减计划。' },
  key: { name: '环境变量 PLAN_BATCH_KEY', remedy: '请每一份都设同样的 PLAN_BATCH_KEY。' },
  columns: { name: '统计栏目', remedy: '请每一份都加同样的 --statistics 或 --columns。' },
};

/** As many names as a sentence holds; the others are counted beside them. */
const namedOf = (names: readonly string[]): string =>
  names.slice(0, 30).join('、') + (names.length > 30 ? '等' : '');

/** What `plan batch` says. */
export const batchReport = {
  title: '各单位计划核对汇总',
  /** how many plans came out how */
  summary: (counts: Record<State, number>): string => {
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const { pass, fail } = counts;
    const others = (['unreadable', 'missing', 'excel-only', 'other-year', 'partly', 'nothing'] as const)
      .filter(state => counts[state] > 0)
      .map(state => `，${LACKS[state]}${counts[state]}个`);
    return `共${all}个单位：可以上报${pass}个，暂不能上报${fail}个${others.join('')}。`;
  },
  columns: {
    name: '单位',
    path: '文件夹',
    verdict: '结论',
    quota: '名额',
    structure: '结构',
    reserve: '储备',
    errors: '错误',
    warnings: '警告',
    next: '下一期限',
    overdue: '逾期',
  },
  state: { pass: '可以上报', fail: '暂不能上报', ...LACKS } satisfies Record<State, string>,
  /** requirements that are not met, with the heads that are lacking */
  short: (names: { name: string; short: number; over: number }[]): string =>
    names.length === 0
      ? '达到'
      : names
          .map(({ name, short, over }) => (over > 0 ? `${name}超出${over}` : `${name}差${short}`))
          .join('、'),
  overdue: ({ steps, date, name }: { steps: number; date: string; name: string }): string =>
    `${name}（${date.slice(5)}）${steps > 1 ? `等${steps}项` : ''}`,
  reserveShort: (slots: number): string => (slots === 0 ? '齐备' : `${slots}个名额不足`),
  /** units in no sum of heads, each with the reason */
  because: (name: string, why: string): string => `${name}（${why}）`,
  uncounted: (units: readonly string[]): string =>
    `没有计入人数的单位（${units.length}）：${namedOf(units)}。`,
  uncountedBy: {
    missing: LACKS.missing,
    'excel-only': LACKS['excel-only'],
    'other-year': LACKS['other-year'],
    unreadable: '计划读不出',
    'roster-unread': '名册读不出',
    'no-roster': '没有名册',
  } satisfies Record<Uncounted, string>,
  partlyCounted: (names: readonly string[]): string =>
    `名册有内容没有读出、人数可能不全的单位（${names.length}）：${namedOf(names)}。`,
  county: {
    heading: (name: string) => `${name}合计`,
    /** @param allocated null: not known of all, so the sum is not computed */
    allocated: (total: Quantity, held: Quantity, allocated: number | null): string =>
      `总名额${quantity(total)}${isNone(held) ? '' : `，预留${quantity(held)}`}，${allocated === null ? '分配到各单位的名额不全，合计无法计算' : `分配到各单位${allocated}名`}。`,
    quota: (planned: number, nominees: number) => `各单位计划合计${planned}名，拟发展对象${nominees}人。`,
    /** `slots` as the plans divide them: their totals may say something else */
    reserves: ({ min, max, have, slots }: Rollup['reserves']): string =>
      `储备按各单位各类别名额共${slots}名算，共须${max === null ? `至少${min}` : `${min}–${max}`}人，现有${have}人。`,
    pending: (names: readonly string[]): string =>
      `总数没有写明、没有计入计划合计的单位（${names.length}）：${namedOf(names)}。`,
    funnel: (applicants: number, activists: number) =>
      `入党申请人${applicants}人，入党积极分子${activists}人。`,
    columns: columns('项目', '要求', '须有', '现有', '结果'),
    obstacle: {
      'no-base': '基数不存在',
      'no-integer': '没有这样的整数',
      'total-unknown': '有单位名额数未定，暂不能判断',
    } satisfies Record<CountyObstacle, string>,
    nobody: '没有人选，未核对',
    undecided: (vacant: number | null, unknown: number): string =>
      `暂不能判断：${stillOpen(vacant, unknown)}`,
    result: (met: boolean, unknown: number): string =>
      `${met ? '达到' : '未达到'}${unknown > 0 ? `（另有${unknown}人未填，无法计入）` : ''}`,
    /** what was found of the county, and what to do about it where */
    found: (severity: string, message: string) => `${severity}：${message}`,
    remedy: (remedy: string, place: string) => `→ ${remedy}（${place}）`,
  },
  /** the page that is sent to a township */
  page: {
    title: (name: string) => `${name}计划核对意见`,
    /** the verdict as a sentence, with the county's year where it is known */
    state: (state: State, year: number | undefined): string =>
      ({
        pass: '可以上报',
        fail: '暂不能上报',
        partly: '未发现错误，但有内容没有核对',
        nothing: '计划中没有可核对的内容',
        unreadable: '文件读不出来，无法核对',
        missing: '没有收到计划',
        'excel-only': '只交了 Excel 名册，没有计划',
        'other-year': `报的不是${year === undefined ? '本' : year}年度计划`,
      })[state],
    verdict: (state: string, errors: number, warnings: number, day: string): string =>
      `结论：${state}。错误${errors}处，警告${warnings}处（${day}核对）。`,
    /** `roster`: the workbook that came instead of a plan */
    lacks: {
      missing: () => '贵单位尚未报送本年度计划，请尽快上报。',
      'excel-only': (_year, roster) =>
        `贵单位只报送了 Excel 文件${roster === undefined ? '' : `（${roster}）`}，没有报送计划，请补报。${roster === undefined ? '' : `可以由它生成：plan init 计划 --from ${typed(roster)}`}`,
      'other-year': year =>
        `报来的是${year === undefined ? '别的' : `${year}`}年度的计划，请先改报本年度的；其他问题以本年度的计划为准。`,
    } satisfies Record<Lack, (year?: number, roster?: string) => string>,
    /** what a township calls the file in which the county allocated */
    countyFile: '上级的汇总文件',
    /** findings that have one remedy */
    several: (title: string, count: number) => `${title}（${count}处）`,
    at: (message: string, place: string) => `${message}（${place}）`,
    remedy: (remedy: string) => `→ ${remedy}`,
    mend: '必须改正（按顺序）',
    look: '请核对',
    know: '提示',
    due: '期限',
    ask: '改正后请重新上报；有疑问的，请联系：',
    office: '县级组织部门',
    liaison: (name: string) => `本单位联络员${name === '' ? '' : ` ${name}`}`,
    call: (who: string, phone: string) => `${who}${phone === '' ? '' : `，电话 ${phone}`}`,
    index: '核对意见目录',
    file: '文件',
    exist: (folder: string, pages: number) =>
      `${folder} 中已有${pages}份同名的核对意见，没有改动；请换一个文件夹，或加 --force 覆盖`,
    wrote: (pages: number, folder: string) => `已在 ${folder} 写出${pages}份核对意见和目录`,
  },
  since: {
    heading: (day: string) => `与${day}相比`,
    summary: ({ mended, added, open }: { mended: number; added: number; open: number }): string =>
      `错误和警告中，已改${mended}处，新增${added}处，仍有${open}处。`,
    columns: columns('单位', '已改', '新增', '仍有'),
    history: '历次核对',
    numbered: (day: string, number: number) => `${day}第${number}次`,
    historyColumns: columns('日期', '可以上报', '错误', '警告'),
    byPlace: (count: number) =>
      `“仍有”中有${count}处只按所在位置对上：编号或姓名已经改过，请核对是不是同一人。`,
    onlyNow: (names: string[]) => `上次没有、无从比较的单位（${names.length}）：${namedOf(names)}。`,
    onlyBefore: (names: string[]) => `上次有、这次没有核对的单位（${names.length}）：${namedOf(names)}。`,
    otherVersion: (version: string) => `上次用的是${version}版，规则可能不同。`,
    otherYears: (years: readonly number[]) =>
      `上次核对的是${years.join('、')}年度的计划，与本次不是同一年度：“已改”“新增”只说明两份计划不同，不说明改没改。`,
    notResult: (path: string) =>
      `${path} 不是 plan batch 的结果；每次核对时加 -f json=结果.json 存下来，以后才能比`,
  },
  failing: (count: number) => `须改正的单位（${count}）`,
  failingLine: (name: string, state: string, errors: number, message: string): string =>
    errors === 0 ? `${name}：${state}` : `${name}：${errors}处错误${message ? `，如：${message}` : ''}`,
  more: (count: number) => `……另有${count}个，见 json、xlsx 等格式`,
  byRule: (count: number) => `问题分类（${count}）`,
  ruleColumns: columns('程度', '规则', '问题', '处', '单位'),
  findings: { sheet: '全部问题', columns: columns('单位', '程度', '规则', '问题', '位置', '建议') },
  severity: { error: '错误', warning: '警告', info: '提示' } satisfies Record<Severity, string>,
  html: {
    search: '查找单位',
    all: '全部',
    shortfalls: '各项要求差的人数',
    deadlines: '期限',
    days: (date: string, count: number) => `${date}：${count}个单位`,
    people: (heads: number) => `差${heads}人`,
    rule: '问题',
    overdue: '已逾期',
    soon: '30天内到期',
    capped: (shown: number, all: number) =>
      `共${all}个单位，这里列出${shown}个，先列须改正的；全部见 csv、xlsx、json。`,
    cut: (shown: number, all: number) =>
      `共${all}处，这里列出前${shown}处；全部见 json：plan batch … -f json=结果.json`,
    toMend: (count: number) => `须改正的问题（${count}）`,
  },
  progress: (done: number, all: number, seconds: number) => `已核对 ${done}/${all}，约剩 ${seconds} 秒`,
  stopped: (done: number, left: number) => `已中断：核对了${done}个单位，还有${left}个没有核对`,
  shardFiles: '各部分的结果文件，如 plan batch merge 1.ndjson 2.ndjson',
  noPlans: '没有找到计划（plan.yaml）',
  emptyList: (path: string) => `${path} 中没有可核对的路径；请一行写一个文件夹`,
  noList: (path: string) => `${path} 不是文本文件；请一行写一个文件夹`,
  wholeDrive: (path: string) => `清单中的“${path}”是整个磁盘，已略去；请写出文件夹`,
  shard: 'i/n，如 1/4',
  notShard: (path: string) =>
    `${path} 不是分份核对的结果；分份核对用 plan batch 全县 --shard 1/2 -o 1.ndjson`,
  /** two parts, a part and what is asked for, or a part and the county's file differ in a value */
  shardDiffers: (file: string, other: string, { what, one, other: there }: Difference): string => {
    const { name, remedy } = SHARD_VALUES[what];
    const values = what === 'key' || what === 'list' ? '' : `：${one || '（空）'}，${there || '（空）'}`;
    return `${file} 与${other === '' ? '这次所要的' : ` ${other} `}${name}不同${values}。${remedy}`;
  },
  shardOtherCount: (file: string, one: { of: number }, other: string, first: { of: number }): string =>
    `${file} 是${one.of}份中的一份，${other} 是${first.of}份中的一份，不是同一次核对`,
  shardTwice: ({ number, of }: { number: number; of: number }, one: string, other: string): string =>
    `${one} 和 ${other} 都是第 ${number}/${of} 份；请去掉一份`,
  shardCounty: (path: string) => `合并时要用县级文件，找不到 ${path}；请在生成各部分时所在的文件夹里合并`,
  /** the parts are made with or without names */
  redactShards: '各部分是否用代称，在生成时已经确定；请在带 --shard 的那几次运行中加 --redact',
  shardsWithoutStatistics: '这些部分没有统计数；请在带 --shard 的那几次运行中加 --statistics',
  shardMissing: (shards: string) => `缺少部分：${shards}`,
};
