import { maskPersonal } from '../model/personal.ts';
import { visible } from '../output/layout/clean.ts';
import type { Texts } from '../text/texts.ts';
import type { BatchRun } from './run.ts';
import { lineOf } from './summary.ts';

/**
 * A line for each plan, for spreadsheets (RFC 4180, with the mark by which Excel knows UTF-8). What begins like a formula
 * gets an apostrophe: a name must not compute.
 */
export function batchCsv({ plans }: BatchRun, texts: Texts): string {
  const { columns, state } = texts.batch;
  const lines = plans.map(plan => {
    const line = lineOf(plan, texts);
    return [
      line.name,
      line.path,
      state[line.state],
      line.quota,
      line.structure,
      line.reserve,
      String(line.errors),
      String(line.warnings),
      line.next,
      line.overdue,
    ];
  });
  return `\ufeff${[Object.values(columns), ...lines].map(line => `${line.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const plain = visible(maskPersonal(text), { oneLine: true });
  // `9/9` would become a date.
  const safe = /^[=+\-@\t]|^\d+\/\d+$/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
