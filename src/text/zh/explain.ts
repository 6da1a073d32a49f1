import type { Severity } from '../../model/severity.ts';
import type { StepName } from '../../model/steps.ts';
import type { SlotRef } from '../../rules/rule.ts';
import { headsOf, type Quantity } from '../../values/quantity.ts';
import { type Comparator, isShareText } from '../../values/share.ts';
import { UNITS } from './pack.ts';
import { known, step } from './steps.ts';
import { date, demand, heads, quantity, slot as slotText } from './words.ts';

/** One person's dates put into a rule of months: `from` and so many months give a limit, and the step was on `on`. */
export interface Period {
  name: string;
  from: StepName;
  start: string;
  months: number;
  /** `latest`: the step `to` is no later than the limit; `earliest`: no earlier */
  bound: 'latest' | 'earliest';
  limit: string;
  /** the slot is filled on a day of the plan's timeline */
  to: StepName | 'slot';
  /** empty where the step has no date yet */
  on: string;
}

/** What `plan explain` says around the rules' own texts. */
export const explain = {
  groups: {
    input: '文件格式',
    quota: '名额',
    structure: '结构要求',
    reserve: '储备',
    candidate: '人员',
    period: '期限',
    materials: '材料',
    timeline: '时间安排',
    branch: '党支部',
    text: '文字',
    privacy: '个人信息',
    pack: '地方规范',
    waiver: '豁免',
    batch: '汇总',
  },
  headings: {
    demand: '要求',
    severity: '默认程度',
    source: '依据',
    workings: '代入本计划',
    found: '本计划的问题',
    settings: '设置',
    bad: '错误的例子',
    good: '正确的例子',
    norms: '规范（可在地方规范中收紧）',
  },
  severity: { error: '错误', warning: '警告', info: '提示' } satisfies Record<Severity, string>,
  nothingFound: '没有发现问题',
  /** what stands in a waiver for what it is about: ids are the plan's own */
  subject: '人员、名额或步骤的代码',
  /** above the lines that change a severity or a setting, or waive a finding */
  settings:
    '可以在 plan.yaml 中这样写：调整严重程度（错误、警告、提示、关闭），改变参数；个别情况经批准的，写入豁免。',
  certainty: { text: '据原文', secondary: '据转载', memory: '未核对原文' },
  standing: {
    regulation: '规定',
    general: '规定，“一般”',
    local: '通行做法',
    optional: '可选，采用 common 或地方规范时有效',
  },
  localNumbers: '规定；数值为各地通行做法',
  units: UNITS,
  /** `2014-05-28起：12个月`; without a date it has always been so */
  value: (from: string, amount: string, document: string, standing: string, certainty: string) =>
    `${[[from && `${from}起`, amount].filter(part => part !== '').join('：'), document].filter(part => part !== '').join('　')}（${standing && `${standing}，`}${certainty}）`,
  /** a value with its outer limit, where there are two: `3个月，至多6个月` */
  amount: (value: number, most: number | undefined, unit: string): string =>
    `${value}${unit}${most === undefined ? '' : `，至多${most}${unit}`}`,
  /** an article as this language writes it */
  article: (text: string) => text,
  unknownCode: (code: string, nearest: string): string =>
    `没有代码为“${code}”的规则或规范${nearest ? `，是不是 ${nearest}？` : '；plan explain 列出全部'}`,
  several: (words: string, count: number) => `与“${words}”有关的有${count}条：`,
  listHint: '看某一条：plan explain 代码；代入计划：plan explain 代码 计划文件夹',
  workings: {
    share: (
      name: string,
      comparator: Comparator,
      amount: string,
      whole: number,
      exact: string,
      min: number,
      max: number | null,
      planned: number | undefined,
      have: number,
      haveShare: string,
    ): string =>
      `${name}：${demand(comparator, amount)}；${isShareText(amount) ? `${whole} × ${amount} = ${exact}，` : ''}须${heads(min, max)}；${planned === undefined ? '' : `计划${planned}人；`}现有${have}人${haveShare === '' ? '' : `（${haveShare}）`}`,
    sum: (parts: { name: string; count: Quantity }[], total: Quantity) =>
      `${parts.map(({ name, count }) => `${name} ${quantity(count, '')}`).join(' + ')} = ${parts.reduce((sum, { count }) => sum + (headsOf(count) ?? 0), 0)}，总数 ${quantity(total, '')}`,
    ripe: (day: string, months: number) => `到${date(day)}培养考察须满${months}个月`,
    slot: (slot: SlotRef, have: number, min: number, max: number | null) =>
      `${slotText(slot)}：储备${have}人，须${heads(min, max)}`,
    notice: (
      name: string,
      from: string,
      to: string,
      calendarDays: number,
      workingDays: number,
      need: number,
    ) => `${name}：${date(from)}至${date(to)}共${calendarDays}天，${workingDays}个工作日，须${need}个`,
    step: (name: string, from: string, to: string, calendarDays: number, workingDays: number): string =>
      from === to
        ? `${name}：${date(from)}，${workingDays === 1 ? '工作日' : '休息日'}`
        : `${name}：${date(from)}至${date(to)}共${calendarDays}天，${workingDays}个工作日`,
    period: ({ name, from, start, months, bound, limit, to, on }: Period): string =>
      `${name}：${step(from)}${known(start)}，加${months}个月，${to === 'slot' ? '确定人选' : step(to)}${bound === 'latest' ? '最迟' : '最早'}${known(limit)}；${on === '' ? '还没有日期' : `${to === 'slot' ? '计划' : '实际'}${known(on)}`}`,
  },
  reference: {
    title: '规则说明',
    note: '本页由 plan explain 生成，与程序中的规则一致；例子都作为测试运行。各条规则的严重程度都可以调整，个别情况可以豁免：plan explain 代码 给出写法。',
  },
};
