import { escaped } from '../../output/print/escape.ts';
import type { Texts } from '../../text/texts.ts';
import type { BatchRun } from '../run.ts';
import type { Summary } from '../summary.ts';
import { clean } from './clean.ts';
import type { Errors, Found } from './errors.ts';

/** Lines of the list of what is to be mended. */
const MOST_LINES = 5000;

/** Who has to mend what, to print and to tick off. */
export function* toMend(
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
