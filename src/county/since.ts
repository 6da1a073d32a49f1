import type { FindingResult, Result } from '../generated/types.ts';
import type { Severity } from '../model/severity.ts';
import { BATCH_SCHEMA, RESULT_SCHEMA } from '../output/findings/schema-names.ts';
import type { Section } from '../output/findings/section.ts';
import { standingOf } from '../rules/coverage.ts';
import type { Texts } from '../text/texts.ts';
import { isWithin } from '../values/path.ts';
import { type Changes, changesOf } from './changes.ts';
import { isFinding, isTold, listed, type Told } from './earlier-shape.ts';
import type { EarlierStatistics } from './statistics-changes.ts';

/** How many of some findings are errors, and warnings. */
export function weightsOf(findings: Iterable<{ severity: Severity }>): { errors: number; warnings: number } {
  const weights = { errors: 0, warnings: 0 };
  for (const { severity } of findings) {
    if (severity === 'error') weights.errors++;
    if (severity === 'warning') weights.warnings++;
  }
  return weights;
}

/** A unit in a result: a plan by its folder, or the county itself. */
export interface Unit {
  name: string;
  path: string;
  findings: readonly FindingResult[];
}

/** An earlier run, as its result tells it. */
export interface Earlier {
  asOf: string;
  /** of the program */
  version: string;
  /** of its plans */
  years: number[];
  /** how many plans could be submitted */
  ready: number;
  errors: number;
  warnings: number;
  units: Unit[];
  statistics?: EarlierStatistics;
}

/** An earlier run from `-f json` or `-f ndjson`; undefined where it is neither. */
export function earlierIn(text: string): Earlier | undefined {
  const result = resultIn(text);
  if (!result) return undefined;
  const { asOf, tool, plans, county, statistics } = result;
  const states = new Map(county?.townships?.map(({ path, name, state }) => [path, { name, state }]));
  const earlier: Earlier = {
    asOf,
    version: tool.version,
    years: yearsOf(plans),
    ready: 0,
    errors: 0,
    warnings: 0,
    units: plans.map(({ path, organization, findings }) => ({
      name: states.get(path)?.name ?? organization ?? path,
      path,
      findings,
    })),
    ...(statistics && { statistics: statistics as unknown as EarlierStatistics }),
  };
  if (county) {
    earlier.units.push({
      name: county.organization ?? county.path,
      path: county.path,
      findings: county.findings,
    });
    // What is wrong of the county itself is mended, new and still open, too.
    Object.assign(earlier, weightsOf(county.findings));
  }
  for (const { path, verdict, counts, checked } of plans) {
    // A plan of another year may be in order, and is not what was asked for.
    const isWhole = !checked || standingOf(checked) === 'pass';
    if ((states.get(path)?.state ?? verdict) === 'pass' && isWhole) earlier.ready++;
    earlier.errors += counts.error;
    earlier.warnings += counts.warning;
  }
  return earlier;
}

/** The years of some plans, each once; nobody knows that of a plan that could not be read. */
export const yearsOf = (plans: readonly { year?: number | null }[]): number[] =>
  [...new Set(plans.flatMap(({ year }) => (typeof year === 'number' ? [year] : [])))].sort((a, b) => a - b);

function resultIn(text: string): Told | undefined {
  try {
    const whole = JSON.parse(text) as Partial<Result>;
    return whole.schema === RESULT_SCHEMA && isTold(whole) ? whole : undefined;
  } catch {
    return linesIn(text);
  }
}

function linesIn(text: string): Told | undefined {
  try {
    const lines = text
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    const last = lines.pop();
    const told = { ...last, plans: lines };
    const { schema, duplicates = [] } = last ?? {};
    if (schema !== BATCH_SCHEMA || !isTold(told) || !listed(duplicates, isFinding)) return undefined;
    tellDuplicates(told.plans, duplicates);
    return told;
  } catch {
    return undefined;
  }
}
/** Lines that were written while plans were checked hold nothing of people on two rosters, who stand in the last line alone. */
function tellDuplicates(plans: Result['plans'], duplicates: readonly FindingResult[]): void {
  if (plans.some(({ findings }) => findings.some(({ code }) => code === 'batch/duplicate-person'))) return;
  for (const finding of duplicates) {
    const plan = plans.find(({ path }) => isWithin(path, finding.file));
    if (!plan) continue;
    plan.findings.push(finding);
    plan.counts[finding.severity]++;
    if (plan.verdict === 'pass' && finding.severity === 'error') plan.verdict = 'fail';
  }
}

/** What changed since the last of the earlier runs, unit by unit and in sum, and how the runs came out one after another. */
export interface Since {
  asOf: string;
  /** the earlier run's program, where it was another: its rules may differ */
  version?: string;
  /** of the earlier run's plans, where none of this run is of those years: what is no more was not mended, but is another plan */
  years?: number[];
  units: (Changes & { name: string; path: string })[];
  sum: Changes;
  /** of those still open, how many are known by their place alone */
  byPlace: number;
  /** units that only one of the two runs has, by their names: they are compared with nothing */
  unmatched: { before: string[]; now: string[] };
  history: { asOf: string; ready: number; errors: number; warnings: number }[];
}

/**
 * Compares the units of a run with those of the last of the earlier ones: by folder, else by a name that nobody else has.
 * @param units gone through twice: together their findings may be more than memory holds
 */
export function compareUnits(
  units: Iterable<Unit>,
  last: Earlier,
): Pick<Since, 'units' | 'sum' | 'byPlace' | 'unmatched'> {
  const heads = Array.from(units, ({ name, path }) => ({ name, path }));
  const byPath = new Map(last.units.map(unit => [unit.path, unit]));
  const paths = new Set(heads.map(({ path }) => path));
  const newName = byName(heads.filter(({ path }) => !byPath.has(path)));
  const oldName = byName(last.units.filter(({ path }) => !paths.has(path)));
  const gone = new Set(last.units);
  const compared: Since['units'] = [];
  const come: string[] = [];
  let unsure = 0;
  for (const { name, path, findings } of units) {
    const before = byPath.get(path) ?? (newName.get(name) && oldName.get(name));
    if (before) {
      gone.delete(before);
      const { byPlace, ...changes } = changesOf(before.findings, findings);
      compared.push({ name, path, ...changes });
      unsure += byPlace;
    } else come.push(name);
  }
  const total = (of: keyof Changes) => compared.reduce((sum, unit) => sum + unit[of], 0);
  return {
    units: compared,
    sum: { mended: total('mended'), added: total('added'), open: total('open') },
    byPlace: unsure,
    unmatched: { before: [...gone].map(({ name }) => name), now: come },
  };
}

/** Units by a name that no other of them has. */
function byName<T extends { name: string }>(units: readonly T[]): Map<string, T | undefined> {
  const names = new Map<string, T | undefined>();
  for (const unit of units) names.set(unit.name, names.has(unit.name) ? undefined : unit);
  return names;
}

/** The days of the runs; of several on one day each with its number. */
export function runNames(history: Since['history'], { batch }: Texts): string[] {
  return history.map(({ asOf }, at) => {
    const isDay = (run: { asOf: string }) => run.asOf === asOf;
    const number = history.slice(0, at + 1).filter(isDay).length;
    return history.filter(isDay).length > 1 ? batch.since.numbered(asOf, number) : asOf;
  });
}

export function sinceSections(since: Since, texts: Texts): Section[] {
  const { asOf, version, years, units, sum, byPlace, unmatched, history } = since;
  const { since: words } = texts.batch;
  const names = runNames(history, texts);
  const row = (name: string, { mended, added, open }: Changes) => [
    { text: name },
    { text: String(mended), tone: mended > 0 ? ('good' as const) : undefined },
    { text: String(added), tone: added > 0 ? ('error' as const) : undefined },
    { text: String(open) },
  ];
  const right = { align: 'right' as const };
  const changed = units.filter(({ mended, added, open }) => mended + added + open > 0);
  const notes = [
    ...(byPlace > 0 ? [words.byPlace(byPlace)] : []),
    ...(unmatched.now.length > 0 ? [words.onlyNow(unmatched.now)] : []),
    ...(unmatched.before.length > 0 ? [words.onlyBefore(unmatched.before)] : []),
    ...(version === undefined ? [] : [words.otherVersion(version)]),
    ...(years === undefined ? [] : [words.otherYears(years)]),
  ];
  return [
    {
      heading: words.heading(asOf),
      lines: [words.summary(sum)],
      columns: words.columns.map((title, at) => (at === 0 ? { title, min: 8 } : { title, ...right })),
      rows: [...changed.map(unit => row(unit.name, unit)), row(texts.statistics.sum, sum)],
      notes: notes.map(text => ({ text, tone: 'warning' as const })),
    },
    {
      heading: words.history,
      lines: [],
      columns: words.historyColumns.map((title, at) => (at === 0 ? { title } : { title, ...right })),
      rows: history.map((run, at) =>
        [names[at]!, run.ready, run.errors, run.warnings].map(text => ({ text: String(text) })),
      ),
      notes: [],
    },
  ];
}
