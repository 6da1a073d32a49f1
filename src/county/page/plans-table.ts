import { escaped } from '../../output/print/escape.ts';
import type { Texts } from '../../text/texts.ts';
import { type Day, parseDay } from '../../values/day.ts';
import type { BatchRun } from '../run.ts';
import { hasPeople, lineOf, type Summary } from '../summary.ts';
import { clean } from './clean.ts';
import type { Errors, Found } from './errors.ts';

/** A row for each plan that is shown: how it meets each requirement, and what it has to mend. */
export function* plansTable(
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

/** Past its day, within thirty days, or neither. */
function urgencyOf({ sums }: Summary, asOf: Day): 'overdue' | 'soon' | '' {
  if (sums?.overdue) return 'overdue';
  const next = sums?.next ? parseDay(sums.next.date) : undefined;
  return next !== undefined && next <= asOf + 30 ? 'soon' : '';
}
