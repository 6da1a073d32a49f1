import type { ExplainTexts } from '../explain-texts.ts';
import { UNITS } from './pack.ts';
import { known, step } from './steps.ts';
import { date, demand, heads } from './words.ts';

export const explain: ExplainTexts = {
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
  severity: { error: '错误', warning: '警告', info: '提示' },
  nothingFound: '没有发现问题',
  settings: code =>
    `在 plan.yaml 的 rules.severity 中写 ${code}: warning（或 error、info、off）可以调整程度；个别情况经批准的，写入 waivers。`,
  certainty: { text: '据原文', secondary: '据转载', memory: '未核对原文' },
  standing: { regulation: '规定', local: '通行做法', optional: '可选，采用 common 或地方规范时有效' },
  units: UNITS,
  value: (from, amount, document, standing, certainty) =>
    `${[[from && `${from}起`, amount].filter(part => part !== '').join('：'), document].filter(part => part !== '').join('　')}（${standing && `${standing}，`}${certainty}）`,
  amount: (value, most, unit) => `${value}${unit}${most === undefined ? '' : `，至多${most}${unit}`}`,
  article: text => text,
  unknownCode: (code, nearest) =>
    `没有代码为“${code}”的规则或规范${nearest ? `，是不是 ${nearest}？` : '；plan explain 列出全部'}`,
  listHint: '看某一条：plan explain 代码；代入计划：plan explain 代码 计划文件夹',
  workings: {
    share: (name, comparator, amount, whole, exact, min, max, planned, have, haveShare) =>
      `${name}：${demand(comparator, amount)}；${amount.endsWith('%') ? `${whole} × ${amount} = ${exact}，` : ''}须${heads(min, max)}；${planned === undefined ? '' : `计划${planned}人；`}现有${have}人（${haveShare}）`,
    sum: (parts, total) =>
      `${parts.map(({ name, count }) => `${name} ${count}`).join(' + ')} = ${parts.reduce((sum, { count }) => sum + count, 0)}，总数 ${total}`,
    ripe: (day, months) => `到${date(day)}培养考察须满${months}个月`,
    slot: (id, have, min, max) => `${id}：储备${have}人，须${heads(min, max)}`,
    notice: (name, from, to, calendarDays, workingDays, need) =>
      `${name}：${date(from)}至${date(to)}共${calendarDays}天，${workingDays}个工作日，须${need}个`,
    step: (name, from, to, calendarDays, workingDays) =>
      from === to
        ? `${name}：${date(from)}，${workingDays === 1 ? '工作日' : '休息日'}`
        : `${name}：${date(from)}至${date(to)}共${calendarDays}天，${workingDays}个工作日`,
    period: ({ name, from, start, months, bound, limit, to, on }) =>
      `${name}：${step(from)}${known(start)}，加${months}个月，${to === 'slot' ? '确定人选' : step(to)}${bound === 'latest' ? '最迟' : '最早'}${known(limit)}；${on === '' ? '还没有日期' : `${to === 'slot' ? '计划' : '实际'}${known(on)}`}`,
  },
  reference: {
    title: '规则说明',
    note: '本页由 plan explain 生成，与程序中的规则一致；例子都作为测试运行。',
  },
};
