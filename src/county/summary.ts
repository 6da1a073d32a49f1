import { mapBlocks, type Statistics } from '../facts/statistics/count.ts';
import type { PlanResult } from '../generated/types.ts';
import { bySeverity, type Severity } from '../model/severity.ts';
import type { Finding, Verdict } from '../rules/check.ts';
import { type Standing, standingOf } from '../rules/coverage.ts';
import type { FindingArgs } from '../rules/index.ts';
import { messageOf } from '../text/sentences.ts';
import type { Lack, State, Uncounted } from '../text/states.ts';
import type { Texts } from '../text/texts.ts';
import { memoize } from '../values/memo.ts';
import type { CountyCount } from './demands.ts';
import type { BatchRow, Sums } from './row.ts';

/** Why the people of a township are in no sum; undefined where they are. */
export function uncountedOf({ lacks, sums }: Summary): Uncounted | undefined {
  if (lacks) return lacks;
  if (!sums) return 'unreadable';
  if (sums.roster === 'unread') return 'roster-unread';
  return sums.roster === 'none' ? 'no-roster' : undefined;
}

/** Whether its roster was read, be it empty: else nobody knows how many there are of anything. */
export const hasPeople = ({ sums }: Summary): boolean =>
  sums?.roster === 'whole' || sums?.roster === 'partly';

/** What the sums of heads lack, in words: units that are not in them, and those of whose roster something was not read. */
export function lackingIn(plans: readonly Summary[], { batch }: Texts): string[] {
  const name = ({ organization, path }: Summary) => organization ?? path;
  const left = plans.flatMap(plan => {
    const why = uncountedOf(plan);
    return why ? [batch.because(name(plan), batch.uncountedBy[why])] : [];
  });
  const partly = plans.filter(plan => !uncountedOf(plan) && plan.sums?.roster === 'partly').map(name);
  return [
    ...(left.length > 0 ? [batch.uncounted(left)] : []),
    ...(partly.length > 0 ? [batch.partlyCounted(partly)] : []),
  ];
}

export const stateOf = ({ verdict, lacks, standing }: Summary): State =>
  lacks ?? (verdict === 'pass' ? (standing ?? verdict) : verdict);

/** What stays in memory of a row: all that the sums, the tables and the exit code need. */
export interface Summary {
  index: number;
  path: string;
  /** whose plan it is; else what the county's file calls the township */
  organization?: string;
  year?: number;
  verdict: Verdict;
  /** place in the list of the county's file, where it has no plan of its own to be found by */
  township?: number;
  /** what there is of a township's plan, where there is none to be judged for the county */
  lacks?: Lack;
  /** how much of a plan without errors was judged; absent where all was */
  standing?: Standing;
  demands?: CountyCount[];
  statistics?: Statistics;
  errors: number;
  warnings: number;
  /** the first error in words; empty where there is none */
  firstError: string;
  structure: {
    id: string;
    name: string;
    nominees: number;
    /** null where it cannot be computed: the plan does not know its total yet */
    min: number | null;
    max: number | null;
    met: boolean | null;
    short: number;
    /** heads above the upper end */
    over: number;
    advisory: boolean;
  }[];
  sums?: Sums;
}

export function summaryOf({ index, result, sums, demands, statistics }: BatchRow): Summary {
  const { path, organization, year, verdict, counts, findings, structure = [] } = result;
  const summary: Summary = {
    index,
    path,
    verdict,
    errors: counts.error,
    warnings: counts.warning,
    firstError: findings.find(({ severity }) => severity === 'error')?.message ?? '',
    structure: structure.map(({ id, name, nominees, required: { min, max }, met, short, level }) => {
      const over = max === null ? 0 : Math.max(0, nominees - max);
      return { id, name, nominees, min, max, met, short, over, advisory: level === 'advisory' };
    }),
    ...(organization != null && { organization }),
    ...(year != null && { year }),
    ...(sums && { sums }),
    ...(demands && { demands }),
    ...(statistics && { statistics }),
  };
  const lacks = lackIn(findings);
  if (lacks) summary.lacks = lacks;
  const standing = result.checked && standingOf(result.checked);
  if (standing !== 'pass' && standing) summary.standing = standing;
  // Of a text that is cut from a file V8 keeps the file: a copy does not.
  return JSON.parse(JSON.stringify(summary));
}

/** The same summary with one object for all that are alike: of forty thousand plans most meet a requirement by one of a few hundred figures. */
export const sharing = ({ structure, demands, statistics, ...summary }: Summary): Summary => ({
  ...summary,
  structure: structure.map(alike),
  ...(demands && { demands: demands.map(alike) }),
  ...(statistics && {
    statistics: mapBlocks(block => {
      const { total, columns } = statistics[block];
      return { total, columns: columns.map(alike) };
    }),
  }),
});

/** What a folder without a plan holds: a roster, or a plan, in Excel, or nothing of a plan. */
function lackIn(findings: BatchRow['result']['findings']): Lack | undefined {
  const args = findings.find(({ code }) => code === 'input/unreadable')?.args;
  const { reason, next } = (args ?? {}) as Partial<FindingArgs['input/unreadable']>;
  if (reason !== 'no-plan') return undefined;
  return next?.do === 'init' && next.roster !== undefined ? 'excel-only' : 'missing';
}

const alike = <Data>(data: Data): Data => parsed(JSON.stringify(data));
const parsed = memoize(10_000, (json: string) => JSON.parse(json));

/** Counts findings that only show when all plans are known. */
export function addToSummary(summary: Summary, findings: readonly Finding[], texts: Texts): void {
  for (const finding of findings) {
    if (finding.severity === 'warning') summary.warnings++;
    if (finding.severity !== 'error') continue;
    summary.errors++;
    summary.firstError ||= messageOf(finding, texts);
    if (summary.verdict === 'pass') summary.verdict = 'fail';
  }
}

/** One line of the summary, as words. */
export interface Line {
  name: string;
  path: string;
  state: State;
  quota: string;
  structure: string;
  structureShort: boolean;
  reserve: string;
  reserveShort: boolean;
  errors: number;
  warnings: number;
  next: string;
  overdue: string;
}

export function lineOf(summary: Summary, { batch }: Texts): Line {
  const { path, sums, structure, errors, warnings } = summary;
  // Nothing is met where nothing could be judged, and what another year's plan meets is not asked.
  const isJudged = summary.lacks === undefined;
  const short = structure
    .filter(({ met, advisory }) => isJudged && met === false && !advisory)
    .map(({ name, short, over }) => ({ name, short, over }));
  return {
    name: summary.organization ?? '',
    path,
    state: stateOf(summary),
    quota: sums ? `${hasPeople(summary) ? sums.nominees : '—'}/${sums.quota ?? '—'}` : '',
    structure: isJudged && structure.some(({ met }) => met !== null) ? batch.short(short) : '',
    structureShort: short.length > 0,
    reserve: isJudged && sums && sums.reserveMin > 0 ? batch.reserveShort(sums.slotsShort) : '',
    reserveShort: isJudged && (sums?.slotsShort ?? 0) > 0,
    errors,
    warnings,
    next: sums?.next ? `${sums.next.date.slice(5)} ${sums.next.name}` : '',
    overdue: sums?.overdue ? batch.overdue(sums.overdue) : '',
  };
}

export function statesOf(plans: readonly Summary[]): Record<State, number> {
  const counts: Record<State, number> = {
    pass: 0,
    partly: 0,
    nothing: 0,
    fail: 0,
    unreadable: 0,
    missing: 0,
    'excel-only': 0,
    'other-year': 0,
  };
  for (const plan of plans) counts[stateOf(plan)]++;
  return counts;
}

/** How often a rule found something, and in how many plans. */
export interface RuleCount {
  code: string;
  severity: Severity;
  findings: number;
  plans: number;
}

/** Counts findings by rule as plans come in. */
export class RuleCounts {
  private readonly counts = new Map<string, RuleCount & { last: unknown }>();

  /** @param plan whose findings they are: each plan is counted once for a rule */
  add(findings: readonly Pick<PlanResult['findings'][number], 'code' | 'severity'>[], plan: unknown): void {
    for (const { code, severity } of findings) {
      const key = `${severity} ${code}`;
      const count = this.counts.get(key) ?? { code, severity, findings: 0, plans: 0, last: undefined };
      count.findings++;
      if (count.last !== plan) count.plans++;
      count.last = plan;
      this.counts.set(key, count);
    }
  }

  /** Errors first, then the most frequent. */
  all(): RuleCount[] {
    return [...this.counts.values()]
      .map(({ last: _last, ...count }) => count)
      .sort((a, b) => bySeverity(a, b) || b.findings - a.findings || (a.code < b.code ? -1 : 1));
  }
}

/** Whose day is past or comes first stands first: overdue ones by their oldest step, then by the next day. */
export const byUrgency = (plans: readonly Summary[]): Summary[] => {
  const key = ({ sums }: Summary) =>
    sums?.overdue ? `0 ${sums.overdue.date}` : sums?.next ? `1 ${sums.next.date}` : '2';
  return plans.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
};

/** The plans that cannot be submitted, each with its first error. */
export const failingOf = (
  plans: readonly Summary[],
): { name: string; state: State; errors: number; message: string }[] =>
  plans
    // Of one that was not wholly judged nothing is known to be wrong.
    .filter(plan => plan.lacks !== undefined || plan.verdict !== 'pass')
    .map(plan => ({
      name: plan.organization ? `${plan.organization}(${plan.path})` : plan.path,
      state: stateOf(plan),
      errors: plan.errors,
      message: plan.firstError,
    }));
