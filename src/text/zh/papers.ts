import type { Direction } from '../../facts/schedule/placement.ts';
import type { Quantity } from '../../values/quantity.ts';
import { type Comparator, isShareText } from '../../values/share.ts';
import { date, demand, fullDate, heads, list, perBranch, quantity, spans, termOf } from './words.ts';

/** A demand on the structure, for a sentence. */
export interface StructureDemand {
  name: string;
  comparator: Comparator;
  amount: string;
  /** the name of what the share is taken of; empty for the whole quota */
  of: string;
  /** null where it cannot be worked out */
  min: number | null;
  max: number | null;
  planned: Quantity | undefined;
  advisory: boolean;
}

const DIGITS = '零一二三四五六七八九十';

/** `一`, `十二`, `二十`; headings go no further than 99. */
function numeral(number: number): string {
  if (number <= 10) return DIGITS[number]!;
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`;
}

/** `2016年6月9日至12日`, the month and the year said once. */
function days(from: string, to: string): string {
  if (from === to) return fullDate(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${fullDate(from)}至${Number(to.slice(8))}日`;
  return `${fullDate(from)}至${from.slice(0, 4) === to.slice(0, 4) ? date(to) : fullDate(to)}`;
}

/** `女党员占45%左右（4至5名，计划5名）` */
function structureDemand(own: StructureDemand): string {
  const { name, comparator, amount, of, min, max, planned, advisory } = own;
  const share = isShareText(amount);
  // What a result reports is no demand: 女性2895名，占22.4%.
  if (comparator === 'actual' && share)
    return `${name}${planned === undefined ? '' : `${quantity(planned)}，`}占${of && `“${of}”的`}${amount}`;
  const what = share
    ? `${name}${of ? `占“${of}”的比例` : comparator === 'exactly' || comparator === 'about' ? '占' : ''}${demand(comparator, amount)}`
    : `${name}${demand(comparator, amount).replace('人', '名')}`;
  const counted = share && min !== null ? heads(min, max).replace('人', '名') : '';
  const planning = planned === undefined ? '' : `计划${quantity(planned)}`;
  const inside = [counted, planning, advisory ? '参考' : ''].filter(part => part !== '').join('，');
  return inside === '' ? what : `${what}（${inside}）`;
}

/** What stands on paper besides the plan's own words. Dates come as YYYY-MM-DD. */
export const papers = {
  /** who signs, and when */
  signature: ['主要负责人', '填表人', '日期'],
  gantt: {
    title: '进度图',
    legend: { planned: '计划', done: '已完成', critical: '关键', rest: '休息日' },
    label: date,
    month: (iso: string) => `${Number(iso.slice(5, 7))}月`,
    days,
  },
  report: {
    title: (plan: string) => `${plan}核对报告`,
    verdict: (verdict: string, counts: string) => `结论：${verdict}（${counts}）`,
    findings: (count: number) => `核对发现（${count}）`,
    severity: (name: string) => `【${name}】`,
    checklist: '材料清单',
    person: '姓名',
  },
  schedule: {
    title: (plan: string) => `${plan}时间安排`,
    nothing: '计划中没有时间安排。',
    columns: {
      date: '日期',
      weekday: '星期',
      step: '步骤',
      workingDays: '工作日',
      owner: '责任单位',
      materials: '应交材料',
      slack: '机动',
      remarks: '备注',
    },
    list: (items: string[]) => items.join('、'),
    critical: '关键',
    deadline: (iso: string) => `截止${date(iso)}`,
    done: (iso: string) => `${date(iso)}已完成`,
    placed: (direction: Direction, first: string, last: string): string =>
      direction === 'forward'
        ? `从${fullDate(first)}起顺排，${fullDate(last)}完成；日期按工作日推算。`
        : `以${fullDate(last)}完成倒排，最迟${fullDate(first)}开始；日期按工作日推算。`,
    criticalPath: (steps: string[]) => `关键步骤（推迟一天，完成就推迟）：${steps.join(' → ')}`,
    circle: (steps: string[]) =>
      `步骤${list(steps.map(step => `“${step}”`))}互为前置，排不出日期；请改正“前置步骤”。`,
    misfit: {
      deadline: (step: string, ends: string, deadline: string, chain: string[]) =>
        `“${step}”排不下：最早${fullDate(ends)}才能完成，晚于截止日${fullDate(deadline)}；卡在：${chain.join(' → ')}。请提前开始、缩短时长或改截止日。`,
      start: (step: string, begins: string, today: string, chain: string[]) =>
        `“${step}”来不及：最迟应在${fullDate(begins)}开始，而今天已是${fullDate(today)}；后面依次是：${chain.slice(1).join(' → ') || '无'}。请推迟完成日或缩短时长。`,
    },
  },
  ics: {
    description: '由 plan 按计划的时间安排生成',
    owner: (name: string) => `责任单位：${name}`,
    materials: (names: string[]) => `应交材料：${names.join('、')}`,
    deadline: (iso: string) => `截止：${fullDate(iso)}`,
    lastDay: (name: string) => `今天是最后一天：${name}`,
    nothing:
      '计划中没有一个步骤写明日期，日历会是空的；请先在时间安排中写明日期，或用 --forward、--backward 推算',
    when: (said: string) => `时间：${said}`,
    due: (step: string) => `${step}（截止）`,
  },
  /** at the top of what is made of a plan that was not read whole */
  leftOut: (count: number) => `计划中有${count}处没有读进来，以下内容不包括它们；改正以后请重新打印：`,
  /** behind what it says, where: `plan.yaml:12:3` */
  at: (place: string) => `（${place}）`,
  notice: {
    term: termOf,
    period: (from: string, to: string, workingDays: number, isCertain: boolean) =>
      `公示时间：${days(from, to)}（${isCertain ? '' : '不少于'}${workingDays}个工作日）。`,
    opinions: (receiver: string) =>
      `公示期间，党员和群众如有意见，可通过来信、来电、来访等方式向${receiver}反映。反映问题要实事求是，提倡署真实姓名，以便调查核实。`,
    mobile: (names: string[], places: string[]) =>
      `${list(names, '人')}为流动人员，本公示在流出地和流入地同时张贴${places.length > 1 ? `：${places.join('、')}` : ''}。`,
    office: '受理部门：',
    phone: '受理电话：',
    address: '通信地址：',
    /** to be filled in by hand */
    blank: '________________',
    date: fullDate,
    /** told on the terminal, not on paper */
    extended: {
      plan: (to: string, workingDays: number) =>
        `计划中的公示时间不足，公示书已延长到${fullDate(to)}，满${workingDays}个工作日；请同时改正时间安排`,
      asked: (to: string, workingDays: number) =>
        `--days 写的天数不足，公示应不少于${workingDays}个工作日，公示书已顺延到${fullDate(to)}`,
    },
    /** `unsure`: days that may be off and were not counted */
    provisional: (years: number[], unsure: string[]) =>
      `${years.join('、')}年的放假通知没有收录，公示时间为暂算${unsure.length === 0 ? '' : `：${spans(unsure)}可能放假，没有算作工作日`}；通知公布后请核对截止日期`,
    noDate: '计划中没有公示的日期；请在时间安排中写明，或写明第一天，如 plan notice --from 2026-06-16',
  },
  document: {
    headings: { quota: '指导性计划', schedule: '推荐程序及时间安排', materials: '材料要求' },
    /** `一、指导思想` */
    numbered: (number: number, heading: string) => `${numeral(number)}、${heading}`,
    /** `（一）准备阶段` */
    numberedPhase: (number: number, phase: string) => `（${numeral(number)}）${phase}`,
    quota: (
      year: number,
      total: Quantity,
      superior: string | undefined,
      reserve: { min: number; max: number | null } | undefined,
      parts: { name: string; count: Quantity }[],
    ): string => {
      const from = superior ? `根据${superior}统一安排，` : '';
      const kept = reserve
        ? `，每发展一名新党员要有${reserve.max === null ? `至少${reserve.min}` : reserve.min === reserve.max ? reserve.min : `${reserve.min}—${reserve.max}`}名入党积极分子作为储备`
        : '';
      const split =
        parts.length > 0
          ? `具体名额分配：${parts.map(({ name, count }) => `${name}${quantity(count)}`).join('，')}。`
          : '';
      return `${from}${year}年发展党员指导性计划${total.kind === 'pending' ? '总数待下达' : quantity(total)}${kept}。${split}`;
    },
    comma: '，',
    doneBy: (iso: string) => `${date(iso)}前完成`,
    years: (years: number, tolerance: string | undefined) =>
      `以上计划分${years}年完成${tolerance === undefined ? '' : `，每年可在年均数上下浮动${tolerance}`}。`,
    batches: (parts: { name: string; count: Quantity }[]) =>
      `分批安排：${parts.map(({ name, count }) => `${name}${quantity(count)}`).join('，')}。`,
    perBranch: (min: number | undefined, max: number | undefined, word = '每个党支部') =>
      `${word}${perBranch(min, max)}。`,
    structure: (demands: StructureDemand[]) =>
      `在新发展的党员中，${demands.map(structureDemand).join('；')}。`,
    number: (own: Quantity): string => quantity(own),
    columns: { requirement: '项目', demand: '要求', heads: '折合名额', planned: '计划' },
    heads: (min: number, max: number | null) => heads(min, max).replace('人', '名'),
    days,
    /** `6月9日—12日`; the year where it is not the plan's */
    span: (from: string, to: string, year: number) => {
      const first = from.startsWith(String(year)) ? date(from) : fullDate(from);
      if (from === to) return first;
      if (from.slice(0, 7) === to.slice(0, 7)) return `${first}—${Number(to.slice(8))}日`;
      return `${first}—${from.slice(0, 4) === to.slice(0, 4) ? date(to) : fullDate(to)}`;
    },
    step: (number: number, name: string, when: string, owner: string, note: string) => {
      const inside = [when, owner && `${owner}负责`].filter(part => part !== '').join('，');
      return `${number}. ${name}${inside && `（${inside}）`}。${note}`;
    },
    materials: (names: { name: string; count: number }[], by: string, owner: string): string => {
      const told = names.map(({ name, count }) => (count > 1 ? `${name}（${count}份）` : name)).join('、');
      const when = by === '' ? '' : `在${date(by)}前，`;
      return `${owner || '各党支部'}要${when}将符合条件、手续齐全的发展对象材料上报。材料包括：${told}。`;
    },
    attachments: '附件：',
    attachment: (number: number): string => `附件${number === 0 ? '' : number}`,
    scheduleAttachment: '时间安排表',
    mark: (organization: string) => `${organization}文件`,
    blankNumber: (year: number) => `　　〔${year}〕　号`,
    copies: (to: string[]) => `抄送：${to.join('，')}。`,
    printed: (date: string) => `${date}印发`,
    date: fullDate,
    blankDate: (year: number) => `${year}年　月　日`,
  },
};
