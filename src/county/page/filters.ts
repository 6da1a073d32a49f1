import { escaped } from '../../output/print/escape.ts';
import { ruleTitle } from '../../text/rule-title.ts';
import type { Texts } from '../../text/texts.ts';
import type { BatchRun } from '../run.ts';

/** The search and the choices above the table, hidden until the script is there to answer them. */
export function filters({ ruleCounts }: BatchRun, texts: Texts): string {
  const { html, columns, state } = texts.batch;
  const choice = (id: string, label: string, options: [value: string, text: string][]) =>
    `<select id="${id}" aria-label="${escaped(label)}"><option value="">${escaped(`${label}：${html.all}`)}</option>${options.map(([value, text]) => `<option value="${escaped(value)}">${escaped(text)}</option>`).join('')}</select>`;
  const rules = [...new Set(ruleCounts.map(({ code }) => code))];
  return `<p class="tools" hidden><input id="search" type="search" placeholder="${escaped(html.search)}" aria-label="${escaped(html.search)}">
${choice(
  'verdict',
  columns.verdict,
  STATES.map(each => [each, state[each]]),
)}
${choice(
  'rule',
  html.rule,
  rules.map(code => [code, ruleTitle(code, texts)]),
)}
${choice('due', html.deadlines, [
  ['overdue', html.overdue],
  ['soon', html.soon],
])}
<output id="count"></output></p>`;
}

const STATES = [
  'pass',
  'partly',
  'nothing',
  'fail',
  'unreadable',
  'missing',
  'excel-only',
  'other-year',
] as const;
