import type { StatisticsColumn } from '../facts/statistics/count.ts';
import type { PlanResult } from '../generated/types.ts';
import { RosterNumbers } from '../model/roster-numbers.ts';
import { bySeverity } from '../model/severity.ts';
import { findingResult, planResult } from '../output/findings/result.ts';
import { type Files, reportUnreadable } from '../read/files.ts';
import { type LoadedPlan, loadPlan } from '../read/plan/load.ts';
import { locatePlan } from '../read/plan/locate.ts';
import { Problems } from '../read/problem.ts';
import { type CheckedPlan, checkPlan, type Finding } from '../rules/check.ts';
import { countyFindings } from '../rules/check-county.ts';
import type { Rollup } from '../rules/county-facts.ts';
import type { Texts } from '../text/texts.ts';
import { type Day, isoOf } from '../values/day.ts';
import { joined, mapped } from '../values/one-by-one.ts';
import { version } from '../values/version.ts';
import { type County, countyFacts, readCounty, withTownships } from './county.ts';
import { Rosters } from './duplicates.ts';
import { findPlans } from './find.ts';
import type { PersonKey } from './people.ts';
import { type BatchRow, type RowContext, rowOf, withFindings } from './row.ts';
import { type KeptLines, type KeptRow, keptOf, LinesInMemory } from './rows.ts';
import { compareUnits, type Earlier, type Since, type Unit, weightsOf, yearsOf } from './since.ts';
import type { EarlierStatistics } from './statistics-changes.ts';
import {
  addToSummary,
  byUrgency,
  type RuleCount,
  RuleCounts,
  type Summary,
  sharing,
  stateOf,
} from './summary.ts';

/** Everything that a batch found, for the formats. */
export interface BatchRun {
  asOf: Day;
  plans: Summary[];
  /** every plan in full, one after the other; none where no format needs them */
  rows: Iterable<Pick<BatchRow, 'index' | 'result'>>;
  ruleCounts: RuleCount[];
  county?: { county: County; rollup: Rollup | undefined; findings: Finding[] };
  /** findings on people who stand on two rosters, by the index of the plan they are told of */
  duplicates: ReadonlyMap<number, readonly Finding[]>;
  /** columns of the statistics table; none where it is not asked for */
  columns: readonly StatisticsColumn[];
  /** what changed since earlier runs, where it was asked for */
  since?: Since;
  /** the statistics table of the run that is compared with */
  before?: EarlierStatistics;
  /** stopped by the user: so many of the plans were not looked at */
  left: number;
}

/** What a run is finished with. */
export interface Finish {
  files: Files;
  asOf: Day;
  texts: Texts;
  left: number;
  columns?: readonly StatisticsColumn[];
  /** lines by what is due, instead of in the order of the plans */
  isByUrgency?: boolean;
  /** earlier runs, the last of which is compared with */
  earlier?: readonly Earlier[];
}

export interface BatchInput {
  plans: string[];
  county?: County;
  /** paths under which there is nothing to check */
  empty: string[];
  /** folders on the way that hold workbooks, but no plan */
  unplanned: string[];
}

/** The plans of a batch, in the order in which they are reported: those of the county first. */
export async function batchInput(paths: readonly string[], files: Files, asOf: Day): Promise<BatchInput> {
  const found = await findPlans(paths, files);
  const { empty } = found;
  const unplanned: string[] = [];
  // A workbook of any name may be the plan of its folder.
  for (const folder of found.excelOnly)
    ('reason' in (await locatePlan(folder, files)) ? unplanned : found.plans).push(folder);
  if (found.county === undefined) return { plans: eachOnce(found.plans, files), empty, unplanned };
  const county = await readCounty(found.county, files, asOf);
  const named = county.folders.filter(
    folder => folder !== undefined && files.kind(folder) !== undefined,
  ) as string[];
  // The county's file is also found by its folder, in which other plans may stand.
  // Of a township without a plan the county's table tells.
  const told = new Set(named.map(folder => files.real?.(folder) ?? folder));
  return {
    plans: eachOnce([...named, ...found.plans], files),
    county,
    empty,
    unplanned: unplanned.filter(folder => !told.has(files.real?.(folder) ?? folder)),
  };
}

/** One folder is one plan, by whatever paths it was reached: the first of them stays. */
function eachOnce(paths: readonly string[], files: Files): string[] {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const place = files.real?.(path) ?? path;
    if (!seen.has(place)) seen.set(place, path);
  }
  return [...seen.values()];
}

/** One plan checked. Whatever is wrong with it is found of it: it never stops the others. */
export async function checkOne(
  path: string,
  files: Files,
  { asOf, redact, counties, noted }: RowContext,
): Promise<CheckedPlan> {
  try {
    const loaded = await loadPlan(path, { files, asOf, redact, counties });
    if (loaded.problems.people) noted?.(loaded.problems.people);
    return checkPlan(loaded, asOf);
  } catch (error) {
    // What the program says may quote the plan, in which names are not replaced yet.
    const detail = error instanceof Error && !redact ? error.message : undefined;
    return checkPlan(crashedPlan(path, detail), asOf);
  }
}

/** A plan that made the program itself fail: the township is named, and the others go on. */
function crashedPlan(path: string, detail?: string): LoadedPlan {
  const problems = new Problems();
  reportUnreadable(path, 'crashed', problems, detail === undefined ? {} : { detail });
  return { path, problems };
}

export const crashedRow = (path: string, index: number, context: RowContext): KeptRow =>
  keptOf(rowOf(checkPlan(crashedPlan(path), context.asOf), index, context));

/** Takes rows as they come, in the order of the plans, and gives the run once all are there. */
export class RunCollector {
  private readonly plans: Summary[] = [];
  private readonly counts = new RuleCounts();
  private readonly rosters = new Rosters();
  private readonly people: KeptLines;
  private readonly results: KeptLines;
  private readonly needsResults: boolean;

  /**
   * @param needsResults whether a format needs more than the sums of a plan
   * @param newLines where people and results are kept: of forty thousand plans they are a gigabyte
   */
  constructor(needsResults: boolean, newLines: () => KeptLines = () => new LinesInMemory()) {
    this.needsResults = needsResults;
    this.people = newLines();
    this.results = newLines();
  }

  get size(): number {
    return this.plans.length;
  }

  add({ summary, found, names, people, result }: KeptRow): void {
    this.plans.push(sharing(summary));
    this.counts.add(found, summary.index);
    this.rosters.add(summary.index, names);
    this.people.add(people);
    if (this.needsResults) this.results.add(result);
  }

  /** The sums, and what only shows when all plans are known. */
  finish(
    county: County | undefined,
    { files, asOf, texts, left, columns = [], earlier = [], isByUrgency = false }: Finish,
  ): BatchRun {
    const { counts } = this;
    // Before the county says what it calls townships: of people the plans' own words tell.
    const duplicates = this.rosters.findings(
      mapped(withLines<PersonKey[]>(this.plans, this.people), ({ plan, data }) => ({
        index: plan.index,
        people: data,
        result: plan,
      })),
      asOf,
      county?.file?.year,
    );
    const plans = county ? withTownships(county, this.plans) : this.plans;
    for (const plan of plans) {
      const findings = duplicates.get(plan.index) ?? [];
      addToSummary(plan, findings, texts);
      counts.add(findings, plan.index);
    }
    const run: BatchRun = {
      asOf,
      plans,
      rows: mapped(withLines<PlanResult>(this.plans, this.results), ({ plan: { index }, data }) => ({
        index,
        result: withFindings(data, duplicates.get(index) ?? [], texts),
      })),
      ruleCounts: [],
      duplicates,
      columns,
      left,
    };
    if (county) {
      const facts = countyFacts(county, plans, files);
      const findings = [...county.findings, ...(facts ? countyFindings(facts, asOf) : [])].sort(bySeverity);
      const byUnit = new Map<unknown, Finding[]>();
      for (const finding of findings) {
        const unit = unitOf(finding, county);
        byUnit.set(unit, [...(byUnit.get(unit) ?? []), finding]);
      }
      for (const [unit, own] of byUnit) counts.add(own, unit);
      run.county = { county, rollup: facts?.rollup, findings };
    }
    if (earlier.length > 0) {
      run.since = compared(run, earlier, texts);
      const { statistics } = earlier.at(-1)!;
      if (statistics) run.before = statistics;
    }
    if (isByUrgency) run.plans = byUrgency(run.plans);
    run.ruleCounts = counts.all();
    return run;
  }
}

/** Each plan with what its line says. */
const withLines = <Data>(
  plans: readonly Summary[],
  lines: Iterable<string>,
): Iterable<{ plan: Summary; data: Data }> => ({
  *[Symbol.iterator]() {
    let at = 0;
    for (const line of lines) yield { plan: plans[at++]!, data: JSON.parse(line) };
  },
});

function compared(run: BatchRun, earlier: readonly Earlier[], texts: Texts): Since {
  const { plans, rows, asOf } = run;
  const last = earlier.at(-1)!;
  const names = new Map(plans.map(({ index, organization, path }) => [index, organization ?? path]));
  const units: Iterable<Unit> = {
    *[Symbol.iterator]() {
      for (const { index, result } of rows) yield { name: names.get(index)!, ...result };
      if (run.county) yield countyUnit(run.county, texts);
    },
  };
  const own = weightsOf(run.county?.findings ?? []);
  const now = {
    asOf: isoOf(asOf),
    ready: plans.filter(plan => stateOf(plan) === 'pass').length,
    errors: plans.reduce((sum, { errors }) => sum + errors, own.errors),
    warnings: plans.reduce((sum, { warnings }) => sum + warnings, own.warnings),
  };
  return {
    asOf: last.asOf,
    ...(last.version !== version && { version: last.version }),
    ...(isOfOtherYears(last, plans) && { years: last.years }),
    ...compareUnits(units, last),
    history: [
      ...earlier.map(({ asOf, ready, errors, warnings }) => ({ asOf, ready, errors, warnings })),
      now,
    ],
  };
}

const isOfOtherYears = ({ years }: Earlier, plans: BatchRun['plans']): boolean => {
  const now = yearsOf(plans);
  return years.length > 0 && now.length > 0 && !years.some(year => now.includes(year));
};

const countyUnit = ({ county, findings }: NonNullable<BatchRun['county']>, texts: Texts): Unit => ({
  name: county.file?.organization?.name ?? county.path,
  path: county.path,
  findings: findings.map(finding => findingResult(finding, texts)),
});

/** Rules on townships tell of each by its name; the others of the county as one. */
const unitOf = ({ code, subject }: Finding, county: County): unknown =>
  code.startsWith('batch/structure-') || subject === '' ? county : `township ${subject}`;

/** The plans, and what was found of the county as if it were one, for the formats of `plan check`, which know nothing else. */
export const withCounty = (run: BatchRun, texts: Texts): Iterable<PlanResult> => {
  const plans = mapped(run.rows, ({ result }) => result);
  return run.county ? joined(plans, [countyResult(run.county, texts)]) : plans;
};

function countyResult({ county, findings }: NonNullable<BatchRun['county']>, texts: Texts): PlanResult {
  const { path, unreadable } = county;
  const failed = findings.some(({ severity }) => severity === 'error');
  const verdict = unreadable ? 'unreadable' : failed ? 'fail' : 'pass';
  return planResult({ path, verdict, findings, waived: [], numbers: new RosterNumbers() }, texts);
}
