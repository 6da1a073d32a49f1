import type { Severity } from '../../model/severity.ts';
import type { StepLabel } from '../../model/steps.ts';
import type { Part as PlanPart } from '../../rules/coverage.ts';
import type { Quantity } from '../../values/quantity.ts';
import { columns } from '../columns.ts';
import { step as stepName } from './steps.ts';
import { demand, list, perBranch, quantity, windowText } from './words.ts';

const range = (min: number, max: number | null) =>
  max === null ? `≥${min}` : min === max ? String(min) : min === 0 ? `≤${max}` : `${min}–${max}`;

const PARTS: Record<PlanPart, string> = {
  quota: '名额',
  structure: '结构要求',
  reserve: '储备',
  people: '人员',
  materials: '材料',
  timeline: '时间安排',
};

/** Headings, columns and phrases of the reports. */
export const report = {
  title: (organization: string, year: number) => `${organization}${year}年度发展党员工作计划`,
  verdict: { pass: '可以上报', fail: '暂不能上报', unreadable: '无法核对' },
  /** a plan without errors of which a part could not be judged, or which has nothing to judge */
  qualified: { partly: '未发现错误，但有内容没有核对', nothing: '没有可核对的内容' },
  /** `已核对：名额、时间安排；未核对：人员（计划中没有）` */
  checked: (whole: PlanPart[], partly: PlanPart[], none: PlanPart[]) =>
    [
      whole.length > 0 && `已核对：${whole.map(part => PARTS[part]).join('、')}`,
      partly.length > 0 && `没有全部核对：${partly.map(part => PARTS[part]).join('、')}`,
      none.length > 0 && `未核对（计划中没有）：${none.map(part => PARTS[part]).join('、')}`,
    ]
      .filter(part => part !== false)
      .join('；'),
  counts: ({ error, warning, info }: Record<Severity, number>) =>
    `错误 ${error}  警告 ${warning}  提示 ${info}`,
  severity: { error: '错误', warning: '警告', info: '提示' } satisfies Record<Severity, string>,
  quota: {
    heading: '名额',
    summary: (total: Quantity, nominees: number, parts: string[]): string =>
      `总数${total.kind === 'exact' ? ` ${total.heads} 名` : quantity(total)}${parts.length > 0 ? `（${parts.join('、')}）` : ''}，拟发展对象 ${nominees} 人`,
    noRoster: '没有读到人员名册，只核对计划本身',
    /** `农牧民 7` */
    part: (name: string, count: Quantity) => `${name} ${quantity(count, '')}`,
    /** `3年完成，每年浮动10%` */
    years: (years: number, tolerance: string | undefined) =>
      `分${years}年完成${tolerance === undefined ? '' : `，每年可上下浮动${tolerance}`}`,
    batches: (parts: string[]) => `分批：${parts.join('、')}`,
    perBranch: (min: number | undefined, max: number | undefined, word = '每支部') =>
      `${word}${perBranch(min, max)}`,
  },
  structure: {
    heading: '结构要求',
    columns: columns('项目', '要求', '折合', '须有', '计划', '现有', '结果'),
    demand,
    heads: range,
    /** what one person is of the whole */
    step: (whole: number, step: string) => `以${whole}人计，每1人为${step.replace('%', '')}个百分点。`,
    of: (name: string) => `（占${name}）`,
    advisory: '（参考）',
    met: '达到',
    short: (heads: number) => `差${heads}人`,
    over: (heads: number) => `超出${heads}人`,
    noNominees: '未列人选',
    unknown: (people: number) => `${people}人不详`,
    obstacle: {
      'total-unknown': '总数不详，未核对',
      'count-unknown': '名额数不详，未核对',
      'base-unknown': '基数没有读懂，未核对',
      'no-integer': '没有整数能满足',
    },
  },
  reserve: {
    /** `农牧民1号名额` */
    slot: (category: string, number: string) => `${category}${number}号名额`,
    heading: '储备',
    summary: (
      min: number,
      max: number | null,
      slots: number,
      allMin: number,
      allMax: number | null,
      have: number,
    ): string =>
      `每个名额${max === null ? `至少${min}` : min === max ? min : `${min}–${max}`}人，${slots}个名额共须${allMax === null ? `至少${allMin}` : `${allMin}–${allMax}`}人；符合条件的积极分子现有${have}人。`,
    columns: columns('名额', '拟发展对象', '储备', '人数', '来源'),
    by: { plan: '名册', tool: '程序安排', both: '名册、程序' },
    nobody: '空缺',
    pool: (names: string[]) => `未安排到名额的：${list(names, '人')}`,
  },
  timeline: {
    heading: '时间安排',
    columns: columns('日期', '星期', '步骤', '天数', '工作日', '备注'),
    weekday: (day: number) => `周${'日一二三四五六'[day]!}`,
    weekdays: (from: string, to: string) => `${from}至${to}`,
    undated: '未定',
    window: windowText,
    span: (from: string, to: string) => `${from}至${to}`,
    /** the day or part of the year by which something is done */
    by: (when: string) => `${when}前`,
    days: String,
    /** holidays, weekends and make-up workdays within a step */
    holiday: (name: string, days: string[]) => `${shortDays(days)}${name}放假`,
    weekend: (days: string[]) => `${shortDays(days)}周末`,
    makeup: (days: string[]) => `${shortDays(days)}调休上班`,
    /** `unsure`: days that the notice of holidays, not known, may give off */
    provisional: (unsure: string[]): string =>
      unsure.length === 0 ? '暂算' : `暂算（${shortDays(unsure)}可能放假）`,
    computed: '推算',
    localHoliday: '地方假日',
  },
  upcoming: {
    heading: '今后30天',
    columns: columns('期限', '事项', '备注'),
    papers: (step: string) => `交齐材料（${step}）`,
    lacking: (names: string[]) => `还缺：${list(names, '人')}`,
    event: (step: StepLabel) => stepName(step),
    people: (names: string[]) => list(names, '人'),
  },
  findings: {
    /** `groups`: into how many entries they are put together */
    heading: (severity: Severity, count: number, groups: number): string =>
      `${{ error: '错误', warning: '警告', info: '提示' }[severity]}（${groups === count ? count : `${count}处，归为${groups}条`}）`,
    source: (document: string, article: string) => `依据：${document}${article}`,
    /** a place behind a sentence */
    at: (place: string) => `（${place}）`,
    summary: '问题分类',
    summaryColumns: columns('程度', '规则', '问题', '处'),
    leftOut: (warnings: number, infos: number): string =>
      `只列出错误；另有${[warnings > 0 && `警告${warnings}条`, infos > 0 && `提示${infos}条`].filter(part => part !== false).join('、')}没有列出。`,
    waived: (count: number) => `已豁免（${count}）`,
    waivedLine: (message: string, reason: string, approvedBy: string) =>
      `${message}。理由：${reason}（${approvedBy}批准）`,
    /** only the form was checked since the plan could not be read */
    formOnly: '文件有格式错误，改正后才能核对内容',
  },
  closing: (
    verdict: string,
    errors: number,
    warnings: number,
    partly: PlanPart[],
    absent: PlanPart[],
  ): string =>
    `${verdict}：${
      errors > 0
        ? `请先改正 ${errors} 处错误，再运行一次 plan check。`
        : warnings > 0
          ? `请逐条看过 ${warnings} 条警告后上报${partly.length > 0 ? '；' : '。'}`
          : partly.length > 0
            ? '没有错误和警告；'
            : '没有错误和警告。'
    }${errors === 0 && partly.length > 0 ? `${partly.map(part => PARTS[part]).join('、')}没有全部核对，请补齐后再核对，或自行核对。` : ''}${errors === 0 && absent.length > 0 ? `计划中没有${absent.map(part => PARTS[part]).join('、')}，这些没有核对。` : ''}`,
};

/** `9–11日`, `18、19日`: the month stands in the date column. */
function shortDays(isos: readonly string[]): string {
  const days = isos.map(iso => Number(iso.slice(8)));
  const consecutive =
    days.length > 2 && days.every((day, index) => index === 0 || day === days[index - 1]! + 1);
  return `${consecutive ? `${days[0]}–${days.at(-1)}` : days.join('、')}日`;
}
