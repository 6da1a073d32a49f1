import { maskDeep } from '../model/personal.ts';
import { visible } from '../output/layout/clean.ts';
import { escaped } from '../output/print/escape.ts';
import { partHtml } from '../output/print/html.ts';
import { type Part, partsOf } from '../output/print/model.ts';
import { styleSheet } from '../output/print/style-sheet.ts';
import type { Texts } from '../text/texts.ts';
import { isoOf } from '../values/day.ts';
import { countySections, failing, rulesSection } from './report.ts';
import type { BatchRun } from './run.ts';
import { sinceSections } from './since.ts';
import { countyStatistics } from './statistics.ts';
import { lineOf, statesOf } from './summary.ts';

/**
 * The county's picture as one offline page: a table of all plans that can be searched and sorted, coloured requirement
 * cells with their numbers, how many heads are short, and when what falls due. The rows are data in the page; its own
 * small script draws them, and nothing else is loaded.
 */
export function batchHtml(run: BatchRun, texts: Texts): string {
  const { batch, language } = texts;
  const requirements = requirementsOf(run);
  const title = `${run.county?.county.file?.organization?.name ?? ''} ${batch.title}`.trim();
  const data = maskDeep({
    head: headOf(requirements, texts),
    rows: run.plans.map(plan => {
      const line = lineOf(plan, texts);
      const states = new Map(plan.structure.map(state => [state.id, state]));
      const { sums } = plan;
      return [
        clean(line.name || line.path),
        batch.state[line.state],
        line.quota,
        ...requirements.map(({ id }) => {
          const state = states.get(id);
          return state && state.min !== null ? [state.nominees, state.min, state.max, state.met] : null;
        }),
        sums && sums.reserveMin > 0 ? [sums.reserves, sums.reserveMin, null, sums.slotsShort === 0] : null,
        line.errors,
        line.warnings,
        clean(line.next),
        line.state,
      ];
    }),
  });
  const sections: Part[] = [
    ...countySections(run, texts).flatMap(section => partsOf(section)),
    ...failing(run, texts),
    ...partsOf(rulesSection(run, texts)),
    ...(run.since ? sinceSections(run.since, texts) : []).flatMap(section => partsOf(section)),
    ...countyStatistics(run, texts).flatMap(section => partsOf(section)),
  ];
  return `<!DOCTYPE html>
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
<p class="tools"><input id="search" type="search" placeholder="${escaped(batch.html.search)}" aria-label="${escaped(batch.html.search)}">
<select id="verdict" aria-label="${escaped(batch.columns.verdict)}"><option value="">${escaped(batch.html.all)}</option>${STATES.map(state => `<option value="${state}">${escaped(batch.state[state])}</option>`).join('')}</select>
<output id="count"></output></p>
<div class="table"><table id="plans" aria-label="${escaped(batch.title)}"><thead></thead><tbody></tbody></table></div>
${sections.map(partHtml).join('\n')}
${shortfalls(run, texts)}
${deadlines(run, texts)}
</main>
<script type="application/json" id="data">${JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}</script>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

const STATES = ['pass', 'fail', 'unreadable', 'missing', 'excel-only', 'other-year'] as const;

const clean = (text: string): string => visible(text, { oneLine: true });

function requirementsOf({ plans }: BatchRun): { id: string; name: string }[] {
  const found = new Map<string, string>();
  for (const { structure } of plans)
    for (const { id, name } of structure) if (!found.has(id)) found.set(id, name);
  // More than a screen has room for are left to the workbook.
  return [...found].slice(0, 12).map(([id, name]) => ({ id, name }));
}

function headOf(requirements: readonly { name: string }[], { batch }: Texts): string[] {
  const { columns } = batch;
  return [
    columns.name,
    columns.verdict,
    columns.quota,
    ...requirements.map(({ name }) => clean(name)),
    columns.reserve,
    columns.errors,
    columns.warnings,
    columns.next,
  ];
}

/** For each requirement how many plans are short by how many heads. */
function shortfalls({ plans }: BatchRun, { batch }: Texts): string {
  const counts = new Map<string, { name: string; by: Map<number, number> }>();
  for (const { structure } of plans)
    for (const { id, name, short, met, advisory } of structure) {
      if (met !== false || short === 0 || advisory) continue;
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
    if (sums?.next) days.set(sums.next.date, [...(days.get(sums.next.date) ?? []), organization ?? path]);
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

const OWN = `
main { max-width: none; }
.tools { display: flex; gap: .5rem; flex-wrap: wrap; align-items: center; } .tools input { min-width: 12rem; }
.tools input, .tools select { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); padding: .3rem .5rem; }
#plans th { position: sticky; top: 0; } #plans th button { all: unset; cursor: pointer; } #plans th button:focus-visible { outline: 2px solid currentColor; }
#plans td:first-child { min-width: 6em; } #plans td:last-child { min-width: 9em; } #plans td.met, #plans td.short { white-space: nowrap; }
#plans td.met { color: var(--good); } #plans td.short { color: var(--error); font-weight: 600; }
.days { list-style: none; padding: 0; }
.bar { display: block; white-space: nowrap; } .bar i { display: inline-block; height: .8em; background: var(--bar); }
@media print { .tools { display: none; } }`;

/** Draws the rows: text only, so that no name can be markup. */
const SCRIPT = `
'use strict';
const { head, rows } = JSON.parse(document.getElementById('data').textContent);
const body = document.querySelector('#plans tbody'), search = document.getElementById('search'), verdict = document.getElementById('verdict');
let order = -1, down = false;
const value = cell => Array.isArray(cell) ? cell[0] - cell[1] : cell === null ? -Infinity : cell;
const headRow = document.createElement('tr');
head.forEach((title, column) => {
  const th = document.createElement('th'), button = document.createElement('button');
  th.scope = 'col'; button.type = 'button'; button.textContent = title;
  button.addEventListener('click', () => { down = order === column && !down; order = column;
    headRow.querySelectorAll('th').forEach((each, at) => each.setAttribute('aria-sort', at !== column ? 'none' : down ? 'descending' : 'ascending')); draw(); });
  th.append(button); headRow.append(th);
});
document.querySelector('#plans thead').append(headRow);
function draw() {
  const words = search.value.trim().toLowerCase(), wanted = verdict.value;
  let shown = rows.filter(row => (!wanted || row[head.length] === wanted) && (!words || String(row[0]).toLowerCase().includes(words)));
  if (order >= 0) shown = shown.slice().sort((a, b) => { const x = value(a[order]), y = value(b[order]);
    return (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'zh')) * (down ? -1 : 1); });
  const all = document.createDocumentFragment();
  for (const row of shown) {
    const tr = document.createElement('tr');
    head.forEach((_, column) => {
      const td = document.createElement('td'), cell = row[column];
      if (Array.isArray(cell)) { const [have, min, max, met] = cell;
        td.textContent = have + ' / ' + (max === null ? '≥' + min : min === max ? min : min + '–' + max); td.className = met === null ? '' : met ? 'met' : 'short'; }
      else { td.textContent = cell === null ? '' : cell; if (column === 1) td.className = row[head.length] === 'pass' ? 'met' : 'short'; if (typeof cell === 'number') td.className = 'number'; }
      tr.append(td);
    });
    all.append(tr);
  }
  body.replaceChildren(all);
  document.getElementById('count').textContent = shown.length + ' / ' + rows.length;
}
search.addEventListener('input', draw); verdict.addEventListener('change', draw); draw();
`;
