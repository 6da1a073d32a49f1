import { maskPersonal } from '../model/personal.ts';
import { placeText } from '../output/findings/findings.ts';
import { visible } from '../output/layout/clean.ts';
import { escaped } from '../output/print/escape.ts';
import { BARS, partHtml } from '../output/print/html.ts';
import { type Part, partsOf } from '../output/print/model.ts';
import { styleSheet } from '../output/print/style-sheet.ts';
import { ruleTitle } from '../text/rule-title.ts';
import type { Texts } from '../text/texts.ts';
import { type Day, isoOf, parseDay } from '../values/day.ts';
import { countySections, rulesSection } from './report.ts';
import type { BatchRun } from './run.ts';
import { runNames, type Since, sinceSections } from './since.ts';
import { countyStatistics } from './statistics.ts';
import { hasPeople, lineOf, type Summary, stateOf, statesOf } from './summary.ts';

/** Rows that the page holds: a browser is still quick with them. */
const MOST_ROWS = 3000;
/** Lines of the list of what is to be mended. */
const MOST_LINES = 5000;

/**
 * The county's picture as one offline page: a table of all plans with coloured requirement cells and what each has to mend, how
 * many heads are short, when what falls due, and a list to print. All of it stands in the page's source; its own small script
 * only searches, filters and sorts, and nothing else is loaded.
 */
export function* batchHtml(run: BatchRun, texts: Texts): Generator<string> {
  const { batch, language } = texts;
  const title = `${run.county?.county.file?.organization?.name ?? ''} ${batch.title}`.trim();
  const shown = shownPlans(run);
  const errors = errorsOf(run, new Set(shown.map(({ index }) => index)));
  const sections: Part[] = [
    ...countySections(run, texts).flatMap(section => partsOf(section)),
    ...partsOf(rulesSection(run, texts, false)),
    ...countyStatistics(run, texts).flatMap(section => partsOf(section)),
  ];
  yield `<!DOCTYPE html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${styleSheet('sheet', 'landscape')}${OWN}</style>
</head>
<body class="sheet">
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(batch.summary(statesOf(run.plans)))} ${escaped(isoOf(run.asOf))}</p>
${tools(run, texts)}
${shown.length < run.plans.length ? `<p>${escaped(batch.html.capped(shown.length, run.plans.length))}</p>` : ''}
`;
  yield* plansTable(shown, errors, run, texts);
  for (const section of sections) yield `${partHtml(section)}\n`;
  if (run.since) yield changes(run.since, texts);
  yield* toMend(shown, errors, run, texts);
  yield `${shortfalls(run, texts)}
${deadlines(run, texts)}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** Masked before it is escaped. */
const clean = (text: string): string => visible(maskPersonal(text), { oneLine: true });

/** All, or as many as a page can hold: those first that have something to mend. */
function shownPlans({ plans }: BatchRun): Summary[] {
  if (plans.length <= MOST_ROWS) return plans;
  const bad = plans.filter(plan => stateOf(plan) !== 'pass');
  return [...bad, ...plans.filter(plan => stateOf(plan) === 'pass')].slice(0, MOST_ROWS);
}

/** The errors of the plans that are shown, and which rules found something of each. */
function errorsOf(run: BatchRun, indexes: ReadonlySet<number>): Errors {
  const found: Errors = new Map();
  for (const { index, result } of run.rows)
    if (indexes.has(index))
      found.set(index, {
        // No more of each than is shown.
        errors: result.findings
          .filter(({ severity }) => severity === 'error')
          .map(finding => ({
            message: clean(finding.message),
            remedy: clean(finding.remedy),
            place: clean(placeText(finding)),
          })),
        rules: [...new Set(result.findings.map(({ code }) => code))].join(' '),
      });
  return found;
}

type Errors = Map<number, Found>;

interface Found {
  errors: { message: string; remedy: string; place: string }[];
  /** the rules that found something, with spaces between them */
  rules: string;
}

/** Hidden until the script is there to answer them. */
function tools({ ruleCounts }: BatchRun, texts: Texts): string {
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

/** Past its day, within thirty days, or neither. */
function urgencyOf({ sums }: Summary, asOf: Day): 'overdue' | 'soon' | '' {
  if (sums?.overdue) return 'overdue';
  const next = sums?.next ? parseDay(sums.next.date) : undefined;
  return next !== undefined && next <= asOf + 30 ? 'soon' : '';
}

function* plansTable(
  shown: readonly Summary[],
  errors: Errors,
  run: BatchRun,
  texts: Texts,
): Generator<string> {
  const { columns, title } = texts.batch;
  const requirements = requirementsOf(run);
  const head = [
    columns.name,
    columns.verdict,
    columns.quota,
    ...requirements.map(({ name }) => clean(name)),
    columns.reserve,
    columns.errors,
    columns.warnings,
    columns.overdue,
    columns.next,
  ];
  yield `<div class="table"><table id="plans" aria-label="${escaped(title)}"><thead><tr>${head.map(text => `<th scope="col">${escaped(text)}</th>`).join('')}</tr></thead>
<tbody>
`;
  for (const plan of shown) yield `${planRow(plan, errors.get(plan.index), requirements, run.asOf, texts)}\n`;
  yield '</tbody></table></div>\n';
}

function planRow(
  plan: Summary,
  found: Found | undefined,
  requirements: readonly { id: string }[],
  asOf: Day,
  texts: Texts,
): string {
  const line = lineOf(plan, texts);
  // What another year's plan meets is not asked.
  const { sums, structure } = plan.lacks ? { sums: undefined, structure: [] } : plan;
  const states = new Map(structure.map(state => [state.id, state]));
  const cell = (text: string, style = '', value?: number) =>
    `<td${style === '' ? '' : ` class="${style}"`}${value === undefined ? '' : ` data-value="${value}"`}>${escaped(text)}</td>`;
  const range = (have: number, min: number | null, max: number | null, met: boolean | null, by = '') =>
    min === null
      ? cell('')
      : cell(
          `${have} / ${max === null ? `≥${min}` : min === max ? min : `${min}–${max}`} ${by}`.trim(),
          met === null ? '' : met ? 'met' : 'short',
          have - min,
        );
  const name = escaped(clean(line.name || line.path));
  const mend = (found?.errors ?? [])
    .map(({ message, remedy }) => `<li>${escaped(message)}<br>→ ${escaped(remedy)}</li>`)
    .join('');
  return `<tr data-state="${line.state}" data-rules="${escaped(found?.rules ?? '')}" data-due="${urgencyOf(plan, asOf)}"><td>${mend === '' ? name : `<details><summary>${name}</summary><ul>${mend}</ul></details>`}</td>${cell(texts.batch.state[line.state], line.state === 'pass' ? 'met' : 'short')}${cell(line.quota)}${requirements
    .map(({ id }) => {
      const state = states.get(id);
      if (!state || !hasPeople(plan)) return cell('');
      const by = state.met === false ? texts.batch.short([{ ...state, name: '' }]) : '';
      return range(state.nominees, state.min, state.max, state.met, by.trim());
    })
    .join(
      '',
    )}${sums && sums.reserveMin > 0 ? range(sums.reserves, sums.reserveMin, null, sums.slotsShort === 0) : cell('')}${cell(String(line.errors), 'number', line.errors)}${cell(String(line.warnings), 'number', line.warnings)}${cell(clean(line.overdue), line.overdue === '' ? '' : 'late')}${cell(clean(line.next))}</tr>`;
}

function requirementsOf({ plans }: BatchRun): { id: string; name: string }[] {
  const found = new Map<string, string>();
  for (const { structure } of plans)
    for (const { id, name } of structure) if (!found.has(id)) found.set(id, name);
  // More than a screen has room for are left to the workbook.
  return [...found].slice(0, 12).map(([id, name]) => ({ id, name }));
}

/** Who has to mend what, to print and to tick off. */
function* toMend(
  shown: readonly Summary[],
  errors: Errors,
  { plans }: BatchRun,
  { batch }: Texts,
): Generator<string> {
  const all = plans.reduce((sum, plan) => sum + (plan.errors || (plan.lacks ? 1 : 0)), 0);
  if (all === 0) return;
  const [name = '', , , what = '', where = '', how = ''] = batch.findings.columns;
  const lines = shown.flatMap(plan => linesToMend(plan, errors.get(plan.index), batch)).slice(0, MOST_LINES);
  yield `<h2 class="page">${escaped(batch.html.toMend(all))}</h2>${lines.length < all ? `<p>${escaped(batch.html.cut(lines.length, all))}</p>` : ''}
<div class="table"><table id="mend"><thead><tr>${[name, what, how, where].map(text => `<th scope="col">${escaped(text)}</th>`).join('')}</tr></thead><tbody>
`;
  for (const line of lines) yield `<tr>${line.map(text => `<td>${escaped(text)}</td>`).join('')}</tr>\n`;
  yield '</tbody></table></div>\n';
}

/** Name, what is wrong, what to do and where. */
function linesToMend(plan: Summary, found: Found | undefined, { page }: Texts['batch']): string[][] {
  const name = clean(plan.organization ?? plan.path);
  const { errors } = found ?? { errors: [] };
  if (errors.length === 0)
    return plan.lacks ? [[name, clean(page.lacks[plan.lacks](plan.year, undefined)), '', '']] : [];
  return errors.map(({ message, remedy, place }) => [name, message, remedy, place]);
}

/** What changed since the last time, and how many errors there were each time, as bars. */
function changes(since: Since, texts: Texts): string {
  const { history } = since;
  const { batch } = texts;
  const names = runNames(history, texts);
  const most = Math.max(1, ...history.map(({ errors }) => errors));
  const parts = sinceSections(since, texts).flatMap(section => partsOf(section));
  return `${parts.map(part => partHtml(part)).join('\n')}
<div class="table"><table class="bars" aria-label="${escaped(batch.since.history)}"><tbody>${history.map(({ errors }, at) => `<tr><th scope="row">${escaped(names[at]!)}</th><td><span class="bar"><i style="width:${Math.ceil((errors / most) * 160)}px"></i> ${errors}</span></td></tr>`).join('')}</tbody></table></div>`;
}

/** For each requirement how many plans are short by how many heads. */
function shortfalls({ plans }: BatchRun, { batch }: Texts): string {
  const counts = new Map<string, { name: string; by: Map<number, number> }>();
  for (const { structure, lacks } of plans)
    for (const { id, name, short, met, advisory } of structure) {
      if (lacks || met !== false || short === 0 || advisory) continue;
      const own = counts.get(id) ?? { name, by: new Map<number, number>() };
      own.by.set(short, (own.by.get(short) ?? 0) + 1);
      counts.set(id, own);
    }
  if (counts.size === 0) return '';
  const most = Math.max(...[...counts.values()].flatMap(({ by }) => [...by.values()]));
  const bars = [...counts.values()].map(
    ({ name, by }) =>
      `<tr><th scope="row">${escaped(name)}</th><td>${[...by]
        .sort(([a], [b]) => a - b)
        .map(
          ([heads, many]) =>
            `<span class="bar"><i style="width:${Math.ceil((many / most) * 160)}px"></i> ${escaped(batch.html.people(heads))} × ${many}</span>`,
        )
        .join('')}</td></tr>`,
  );
  return `<h2>${escaped(batch.html.shortfalls)}</h2><div class="table"><table class="bars"><tbody>${bars.join('')}</tbody></table></div>`;
}

/** The next deadline of each plan, by day. */
function deadlines({ plans }: BatchRun, { batch }: Texts): string {
  const days = new Map<string, string[]>();
  for (const { sums, organization, path } of plans)
    if (sums?.next) {
      const names = days.get(sums.next.date) ?? [];
      names.push(organization ?? path);
      days.set(sums.next.date, names);
    }
  if (days.size === 0) return '';
  const items = [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, 60)
    .map(
      ([date, names]) =>
        `<li><details><summary>${escaped(batch.html.days(date, names.length))}</summary>${escaped(names.slice(0, 100).join('、'))}</details></li>`,
    );
  return `<h2>${escaped(batch.html.deadlines)}</h2><ul class="days">${items.join('')}</ul>`;
}

const OWN = `${BARS}
main { max-width: none; }
.tools { display: flex; gap: .5rem; flex-wrap: wrap; align-items: center; } .tools input { min-width: 12rem; }
.tools input, .tools select { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); padding: .3rem .5rem; }
[hidden] { display: none !important; }
#plans th { position: sticky; top: 0; } #plans summary { cursor: pointer; } #plans details ul { margin: .3rem 0; padding-left: 1.2em; min-width: 18em; } #plans th button { all: unset; cursor: pointer; } #plans th button:focus-visible { outline: 2px solid currentColor; }
#plans td:first-child { min-width: 9em; } #plans td:last-child { min-width: 9em; } #plans td.met, #plans td.short { white-space: nowrap; }
#plans td.met { color: var(--good); } #plans td.short, #plans td.late { color: var(--error); font-weight: 600; } #plans td.late { min-width: 8em; }
.days { list-style: none; padding: 0; }
.bar { display: block; white-space: nowrap; } .bar i { display: inline-block; height: .8em; background: var(--bar); }
/* Thousands of lines below are laid out once somebody comes to them, not at each choice above. */
@media screen { .table:has(#mend) { content-visibility: auto; contain-intrinsic-size: auto 9000px; } }
@media print { .tools { display: none; } #plans th { position: static; } #plans th button { display: contents; } .page { break-before: page; } #mend tr { break-inside: avoid; } }`;

/** Searches, filters and sorts the rows that stand in the page. */
const SCRIPT = `
'use strict';
const table = document.getElementById('plans'), body = table.tBodies[0], all = [...body.rows];
const search = document.getElementById('search'), choices = ['verdict', 'rule', 'due'].map(id => document.getElementById(id));
document.querySelector('.tools').hidden = false;
let order = -1, down = false;
const value = (row, column) => { const cell = row.cells[column]; return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value); };
const heads = [...table.tHead.rows[0].cells];
heads.forEach((th, column) => {
  const button = document.createElement('button');
  button.type = 'button'; button.textContent = th.textContent;
  button.addEventListener('click', () => { down = order === column && !down; order = column;
    heads.forEach((each, at) => each.setAttribute('aria-sort', at !== column ? 'none' : down ? 'descending' : 'ascending')); draw(); });
  th.replaceChildren(button);
});
function draw() {
  const words = search.value.trim().toLowerCase(), [state, rule, due] = choices.map(choice => choice.value);
  let shown = all.filter(row => (!words || row.cells[0].textContent.toLowerCase().includes(words)) && (!state || row.dataset.state === state)
    && (!rule || row.dataset.rules.split(' ').includes(rule)) && (!due || row.dataset.due === due));
  if (order >= 0) shown = shown.slice().sort((a, b) => { const x = value(a, order), y = value(b, order);
    return (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'zh')) * (down ? -1 : 1); });
  body.replaceChildren(...shown);
  tell(shown.length);
}
const tell = shown => { document.getElementById('count').textContent = shown + ' / ' + all.length; };
for (const each of [search, ...choices]) each.addEventListener('input', draw);
// The rows stand there as they are to be shown first; a browser keeps what somebody chose before the page was loaded again.
if (search.value || choices.some(choice => choice.value)) draw(); else tell(all.length);
`;
