import { findingResult } from '../output/findings/result.ts';
import { type Files, reportUnreadable } from '../read/files.ts';
import { type LoadedPlan, loadPlan } from '../read/plan/load.ts';
import { Problems } from '../read/problem.ts';
import type { CheckedPlan, Finding } from '../rules/check.ts';
import type { Texts } from '../text/texts.ts';
import type { Day } from '../values/day.ts';
import { type County, countyFindings, duplicateFindings, type Rollup, readCounty, rollUp } from './county.ts';
import { findPlans } from './find.ts';
import { type MarkedPerson, markedPerson, type PersonKey } from './people.ts';
import { type BatchRow, type RowContext, rowOf } from './row.ts';

/** Everything that a batch found, for the formats. */
export interface BatchRun {
  asOf: Day;
  rows: BatchRow[];
  county?: { county: County; rollup: Rollup | undefined; findings: Finding[] };
  /** findings on people who stand on two rosters, by the row they are told at */
  duplicates: { index: number; finding: Finding }[];
  /** stopped by the user: so many of the plans were not looked at */
  left: number;
}

export interface BatchInput {
  plans: string[];
  county?: County;
  /** paths under which there is nothing to check */
  empty: string[];
}

/** The plans of a batch, in the order in which they are reported: those of the county first. */
export async function batchInput(paths: readonly string[], files: Files, asOf: Day): Promise<BatchInput> {
  const found = findPlans(paths, files);
  if (found.county === undefined) return { plans: found.plans, empty: found.empty };
  const county = await readCounty(found.county, files, asOf);
  const named = county.folders.filter(
    folder => folder !== undefined && files.kind(folder) !== undefined,
  ) as string[];
  // The county's file is also found by its folder, in which other plans may stand.
  return { plans: [...new Set([...named, ...found.plans])], county, empty: found.empty };
}

/** One plan checked. Whatever is wrong with it is in its row: it never stops the others. */
export async function checkRow(
  path: string,
  index: number,
  files: Files,
  context: RowContext,
): Promise<BatchRow> {
  try {
    const { asOf, redact, counties } = context;
    return rowOf(
      await loadPlan(path, { files, asOf, redact, ...(counties && { counties }) }),
      index,
      context,
    );
  } catch {
    return crashedRow(path, index, context);
  }
}

/** The people of a plan, by whom it can be compared with others. */
export async function peopleOf(
  path: string,
  files: Files,
  { asOf, redact, secret }: RowContext,
): Promise<MarkedPerson[]> {
  const { plan, problems } = await loadPlan(path, { files, asOf, redact });
  return plan ? plan.people.map(person => markedPerson(person, secret, problems.people)) : [];
}

/** Where a batch has rows and people of plans from. */
export interface PlanSource {
  row(path: string, index: number): Promise<BatchRow>;
  /** Those of whom a mark is wanted, to be compared with others. */
  people(path: string, wanted: ReadonlySet<number>): Promise<PersonKey[]>;
  /** Keeps what was made so far. */
  flush(): void;
  close(): void;
}

/** The plans themselves. */
export const fromPlans = (files: Files, context: RowContext): PlanSource => ({
  row: (path, index) => checkRow(path, index, files, context),
  people: async (path, wanted) => wantedOf(await peopleOf(path, files, context), wanted),
  flush() {},
  close() {},
});

export const wantedOf = (people: readonly MarkedPerson[], wanted: ReadonlySet<number>): PersonKey[] =>
  people.filter(({ marks }) => marks.some(mark => wanted.has(mark))).map(({ key }) => key());

/** A plan that made the program itself fail. */
export function crashedPlan(path: string): LoadedPlan {
  const problems = new Problems();
  reportUnreadable(path, 'crashed', problems);
  return { path, problems };
}

/** Its row: the township is named, and the others go on. */
export const crashedRow = (path: string, index: number, context: RowContext): BatchRow =>
  rowOf(crashedPlan(path), index, context);

/** The sums, and what only shows when all plans are known; duplicates are put into the rows of both sides. */
export function finishRun(
  rows: BatchRow[],
  county: County | undefined,
  { files, asOf, texts, left }: { files: Files; asOf: Day; texts: Texts; left: number },
): BatchRun {
  const duplicates = duplicateFindings(rows, asOf);
  const byIndex = new Map(rows.map(row => [row.index, row]));
  for (const { index, finding } of duplicates) addFinding(byIndex.get(index)!, finding, texts);
  const run: BatchRun = { asOf, rows, duplicates, left };
  if (county) {
    const rollup = rollUp(county, rows);
    const byPath = new Map(rows.map(row => [row.result.path, row]));
    const findings = rollup ? countyFindings(county, rollup, rows, files) : [];
    run.county = { county, rollup, findings: bySeverity([...county.findings, ...findings]) };
    for (const [index, folder] of county.folders.entries()) {
      const row = folder === undefined ? undefined : byPath.get(folder);
      const township = county.file?.townships[index]?.name;
      if (row && township !== undefined) row.township ??= township;
    }
  }
  return run;
}

/** Errors first, as they are told of a plan. */
const bySeverity = (findings: Finding[]): Finding[] =>
  (['error', 'warning', 'info'] as const).flatMap(level =>
    findings.filter(({ severity }) => severity === level),
  );

function addFinding({ result }: BatchRow, finding: Finding, texts: Texts): void {
  result.findings = [...result.findings, findingResult(finding, texts)];
  result.counts = { ...result.counts, [finding.severity]: result.counts[finding.severity] + 1 };
  if (finding.severity === 'error' && result.verdict === 'pass') result.verdict = 'fail';
}

/** What was found of the county, for the formats of `plan check`, which know nothing but plans. */
export function countyChecked({ county }: BatchRun): CheckedPlan[] {
  if (!county) return [];
  const { path, unreadable } = county.county;
  const failed = county.findings.some(({ severity }) => severity === 'error');
  const verdict = unreadable ? 'unreadable' : failed ? 'fail' : 'pass';
  return [{ path, verdict, findings: county.findings, waived: [] }];
}

/** The rows as checked plans without their facts, for the formats of `plan check`. */
export const asChecked = (
  row: BatchRow,
  checked: CheckedPlan,
  duplicates: BatchRun['duplicates'],
): CheckedPlan => ({
  ...checked,
  verdict: row.result.verdict as CheckedPlan['verdict'],
  findings: [
    ...checked.findings,
    ...duplicates.filter(({ index }) => index === row.index).map(({ finding }) => finding),
  ],
});
