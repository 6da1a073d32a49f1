import type { Severity } from '../model/plan.ts';
import type { Verdict } from '../rules/check.ts';
import type { Texts } from '../text/texts.ts';
import type { BatchRow } from './row.ts';
import type { BatchRun } from './run.ts';

/** One line of the summary, as words. */
export interface Line {
  name: string;
  path: string;
  verdict: Verdict;
  quota: string;
  structure: string;
  structureShort: boolean;
  reserve: string;
  reserveShort: boolean;
  errors: number;
  warnings: number;
  next: string;
}

export function lineOf(row: BatchRow, { batch }: Texts): Line {
  const { result, sums } = row;
  const short = (result.structure ?? [])
    .filter(({ met, level }) => met === false && level !== 'advisory')
    .map(({ name, short: heads }) => ({ name, heads }));
  return {
    name: nameOf(row) ?? '',
    path: result.path,
    verdict: result.verdict,
    quota: sums ? `${sums.nominees}/${sums.quota ?? '—'}` : '',
    structure: sums && (result.structure ?? []).length > 0 ? batch.short(short) : '',
    structureShort: short.length > 0,
    reserve: sums && sums.reserveMin > 0 ? batch.reserveShort(sums.slotsShort) : '',
    reserveShort: (sums?.slotsShort ?? 0) > 0,
    errors: result.counts.error,
    warnings: result.counts.warning,
    next: sums?.next ? `${sums.next.date.slice(5)} ${sums.next.name}` : '',
  };
}

/** Whose plan it is. */
export const nameOf = ({ result, township }: BatchRow): string | undefined => result.organization ?? township;

export function verdictsOf(rows: readonly BatchRow[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { pass: 0, fail: 0, unreadable: 0 };
  for (const { result } of rows) counts[result.verdict]++;
  return counts;
}

/** How often each rule found something, and in how many plans; errors first, then the most frequent. */
export interface RuleCount {
  code: string;
  severity: Severity;
  findings: number;
  plans: number;
}

export function ruleCounts({ rows, county }: BatchRun): RuleCount[] {
  const counts = new Map<string, RuleCount>();
  const rank = { error: 0, warning: 1, info: 2 };
  const add = (findings: readonly { code: string; severity: string }[]) => {
    const seen = new Set<string>();
    for (const { code, severity } of findings) {
      const key = `${severity} ${code}`;
      const count = counts.get(key) ?? { code, severity: severity as Severity, findings: 0, plans: 0 };
      count.findings++;
      if (!seen.has(key)) count.plans++;
      seen.add(key);
      counts.set(key, count);
    }
  };
  for (const { result } of rows) add(result.findings);
  add(county?.findings ?? []);
  return [...counts.values()].sort(
    (a, b) => rank[a.severity] - rank[b.severity] || b.findings - a.findings || (a.code < b.code ? -1 : 1),
  );
}

/** The plans that cannot be submitted, each with its first error. */
export function failingOf(rows: readonly BatchRow[]): { name: string; errors: number; message: string }[] {
  return rows
    .filter(({ result }) => result.verdict !== 'pass')
    .map(row => ({
      name: nameOf(row) ? `${nameOf(row)}(${row.result.path})` : row.result.path,
      errors: row.result.counts.error,
      message: row.result.findings.find(({ severity }) => severity === 'error')?.message ?? '',
    }));
}
