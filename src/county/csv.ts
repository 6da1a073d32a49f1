import { maskPersonal } from '../model/personal.ts';
import { visible } from '../output/layout/clean.ts';
import type { Texts } from '../text/texts.ts';
import type { BatchRun } from './run.ts';
import { statisticsTable } from './statistics.ts';
import { lineOf } from './summary.ts';

/**
 * A line for each plan, or with `--statistics` that table, for spreadsheets (RFC 4180, with the mark by which Excel knows
 * UTF-8). What begins like a formula gets an apostrophe: a name must not compute.
 */
export function* batchCsv(run: BatchRun, texts: Texts): Generator<string> {
  yield '\ufeff';
  const rows = run.columns.length > 0 ? statisticsTable(run, texts) : linesOf(run, texts);
  for (const row of rows) yield `${row.map(cell).join(',')}\r\n`;
}

function* linesOf({ plans }: BatchRun, texts: Texts): Generator<string[]> {
  const { columns, state } = texts.batch;
  yield Object.values(columns);
  for (const plan of plans) {
    const line = lineOf(plan, texts);
    yield [
      line.name,
      line.path,
      state[line.state],
      // With a plain stroke Excel would make a date of it.
      line.quota.replace('/', '／'),
      line.structure,
      line.reserve,
      String(line.errors),
      String(line.warnings),
      line.next,
      line.overdue,
    ];
  }
}

/** Masked before it is quoted. */
function cell(text: string): string {
  const plain = visible(maskPersonal(text), { oneLine: true });
  // `9/9` would become a date.
  const safe = /^[=+\-@\t]|^\d+\/\d+$/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
