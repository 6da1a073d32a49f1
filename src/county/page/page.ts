import { escaped } from '../../output/print/escape.ts';
import { partHtml } from '../../output/print/html.ts';
import { type Part, partsOf } from '../../output/print/model.ts';
import type { Texts } from '../../text/texts.ts';
import { isoOf } from '../../values/day.ts';
import { countySections, rulesSection } from '../report.ts';
import type { BatchRun } from '../run.ts';
import { countyStatistics } from '../statistics.ts';
import { type Summary, stateOf, statesOf } from '../summary.ts';
import { changes, shortfalls } from './bars.ts';
import { deadlines } from './deadlines.ts';
import { errorsOf } from './errors.ts';
import { filters } from './filters.ts';
import { plansTable } from './plans-table.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import { toMend } from './to-mend.ts';

/** Rows that the page holds: a browser is still quick with them. */
const MOST_ROWS = 3000;

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
<style>${STYLE}</style>
</head>
<body class="sheet">
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(batch.summary(statesOf(run.plans)))} ${escaped(isoOf(run.asOf))}</p>
${filters(run, texts)}
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

/** All, or as many as a page can hold: those first that have something to mend. */
function shownPlans({ plans }: BatchRun): Summary[] {
  if (plans.length <= MOST_ROWS) return plans;
  const bad = plans.filter(plan => stateOf(plan) !== 'pass');
  return [...bad, ...plans.filter(plan => stateOf(plan) === 'pass')].slice(0, MOST_ROWS);
}
