import type { ReportTexts } from '../report-texts.ts';
import { step as stepName } from './steps.ts';
import { demand, list } from './words.ts';

const range = (min: number, max: number | null) =>
  max === null ? `≥${min}` : min === max ? String(min) : min === 0 ? `≤${max}` : `${min}–${max}`;

export const report: ReportTexts = {
  title: (organization, year) => `${organization}${year}年度发展党员工作计划`,
  verdict: { pass: '可以上报', fail: '暂不能上报', unreadable: '无法核对' },
  counts: ({ error, warning, info }) => `错误 ${error}  警告 ${warning}  提示 ${info}`,
  severity: { error: '错误', warning: '警告', info: '提示' },
  quota: {
    heading: '名额',
    summary: (total, nominees, parts) =>
      `总数 ${total} 名${parts.length > 0 ? `（${parts.join('、')}）` : ''}，拟发展对象 ${nominees} 人`,
    noRoster: '没有读到人员名册，只核对计划本身',
    part: (name, count) => `${name} ${count}`,
  },
  structure: {
    heading: '结构要求',
    columns: ['项目', '要求', '折合', '须有', '计划', '现有', '结果'],
    demand,
    heads: range,
    step: (whole, step) => `以${whole}人计，每1人为${step.replace('%', '')}个百分点。`,
    of: name => `（占${name}）`,
    advisory: '（参考）',
    met: '达到',
    short: heads => `差${heads}人`,
    over: heads => `多${heads}人`,
    noNominees: '未列人选',
    unknown: people => `${people}人不详`,
  },
  reserve: {
    heading: '储备',
    summary: (min, max, slots, allMin, allMax, have) =>
      `每个名额${max === null ? `至少${min}` : min === max ? min : `${min}–${max}`}人，${slots}个名额共须${allMax === null ? `至少${allMin}` : `${allMin}–${allMax}`}人；符合条件的积极分子现有${have}人。`,
    columns: ['名额', '拟发展对象', '储备', '人数', '来源'],
    by: { plan: '名册', tool: '程序安排', both: '名册、程序' },
    nobody: '空缺',
    pool: names => `未安排到名额的：${list(names, '人')}`,
  },
  timeline: {
    heading: '时间安排',
    columns: ['日期', '星期', '步骤', '天数', '工作日', '备注'],
    weekday: day => '日一二三四五六'[day]!,
    range: (from, to) => `${from}…${to}`,
    undated: '未定',
    days: String,
    holiday: (name, days) => `${shortDays(days)}${name}放假`,
    weekend: days => `${shortDays(days)}周末`,
    makeup: days => `${shortDays(days)}调休上班`,
    provisional: '暂算',
    computed: '推算',
    localHoliday: '地方假日',
  },
  upcoming: {
    heading: '今后30天',
    columns: ['期限', '事项', '备注'],
    papers: step => `交齐材料（${step}）`,
    lacking: names => `还缺：${list(names, '人')}`,
    event: step => stepName(step),
    people: names => list(names, '人'),
  },
  findings: {
    heading: (severity, count) => `${{ error: '错误', warning: '警告', info: '提示' }[severity]}（${count}）`,
    source: (document, article) => `依据：${document}${article}`,
    also: subjects => `同样的问题还有：${list(subjects)}`,
    waived: count => `已豁免（${count}）`,
    waivedLine: (message, reason, approvedBy) => `${message}。理由：${reason}（${approvedBy}批准）`,
    formOnly: '文件有格式错误，改正后才能核对内容',
  },
  closing: (errors, warnings) =>
    errors > 0
      ? `请先改正 ${errors} 处错误，再运行一次 plan check。`
      : warnings > 0
        ? `没有错误；请逐条看过 ${warnings} 条警告后上报。`
        : '没有错误和警告。',
};

/** `9–11日`, `18、19日`: the month stands in the date column. */
function shortDays(isos: readonly string[]): string {
  const days = isos.map(iso => Number(iso.slice(8)));
  const consecutive =
    days.length > 2 && days.every((day, index) => index === 0 || day === days[index - 1]! + 1);
  return `${consecutive ? `${days[0]}–${days.at(-1)}` : days.join('、')}日`;
}
