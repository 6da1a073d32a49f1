import type { Facts } from '../facts/facts.ts';
import { reserveNeed } from '../facts/reserve/allocate.ts';
import { dueDayOf, type Schedule } from '../facts/schedule/resolve.ts';
import { type Statistics, type StatisticsColumn, statisticsOf } from '../facts/statistics/count.ts';
import type { PlanResult, Requirement as RequirementData } from '../generated/types.ts';
import type { Plan } from '../model/plan.ts';
import { findingResult, planResult } from '../output/findings/result.ts';
import { planGate } from '../output/gate.ts';
import type { CountyFiles } from '../read/plan/allocation.ts';
import type { Pseudonyms } from '../read/plan/pseudonyms.ts';
import type { CheckedPlan, Finding } from '../rules/check.ts';
import type { Coverage } from '../rules/coverage.ts';
import type { Texts } from '../text/texts.ts';
import { type Day, isoOf, yearOf } from '../values/day.ts';
import { headsOf } from '../values/quantity.ts';
import { type CountyCount, countFor } from './demands.ts';
import { keysOf, type PersonKey } from './people.ts';

/** What a batch keeps of one plan: plain data, so that workers, caches and shards can hand it on. */
export interface BatchRow {
  /** place among all plans of the batch */
  index: number;
  /** as `plan check` gives it */
  result: PlanResult;
  /** of the plan as a whole, for the county's sums; absent where it could not be read */
  sums?: Sums;
  people: PersonKey[];
  /** for each requirement of the county; absent where there is none, or the plan could not be read */
  demands?: CountyCount[];
  /** the table's figures of the plan, where it is drawn up; absent where the roster was not read */
  statistics?: Statistics;
}

export interface Sums {
  /** how much of the roster was read; none: the plan has none */
  roster: 'whole' | 'partly' | 'unread' | 'none';
  quota: number | null;
  nominees: number;
  /** reserves needed at least and at most, and those who are there */
  reserveMin: number;
  reserveMax: number | null;
  reserves: number;
  /** slots for which reserves are needed */
  slots: number;
  /** slots without enough reserves */
  slotsShort: number;
  applicants: number;
  activists: number;
  /** the next step that falls due, with its day */
  next: { date: string; name: string } | null;
  /** steps whose day is past and that are not recorded as done, and the first of them */
  overdue: { steps: number; date: string; name: string } | null;
}

/** What rows of a batch have in common. */
export interface RowContext {
  asOf: Day;
  texts: Texts;
  /** of ID numbers, so that people can be compared whose numbers are not kept */
  digest: (text: string) => string;
  /** names are replaced by pseudonyms */
  redact: boolean;
  /** hears of the names of each plan, where they are replaced in what is said of all plans */
  noted?: (people: Pseudonyms) => void;
  /** the county's file as it was read for other plans */
  counties: CountyFiles;
  /** what the county demands of all nominees together */
  demands: readonly RequirementData[];
  /** columns of the statistics table; none where it is not asked for */
  columns: readonly StatisticsColumn[];
}

/** What the batch needs of a plan that was checked. */
export function rowOf(
  checked: CheckedPlan,
  index: number,
  { texts, digest, demands, columns }: RowContext,
): BatchRow {
  const { facts } = checked;
  // Plans are found by their paths: what is shown of those passes the gate with all the rest.
  const result = { ...planResult(checked, texts), path: checked.path };
  if (!facts) return { index, result, people: [] };
  const gate = planGate(checked);
  return {
    index,
    result,
    sums: gate.deep(sumsOf(facts, checked.checked)),
    people: keysOf(facts.plan, digest, gate, checked.people !== undefined),
    ...(demands.length > 0 && { demands: countFor(demands, facts.plan) }),
    ...(columns.length > 0 && facts.plan.hasRoster && { statistics: statisticsOf(facts.plan, columns) }),
  };
}

/** The result with findings that only show when all plans are known. */
export function withFindings(own: PlanResult, findings: readonly Finding[], texts: Texts): PlanResult {
  if (findings.length === 0) return own;
  const result = { ...own, counts: { ...own.counts } };
  for (const { severity } of findings) result.counts[severity]++;
  result.findings = [...result.findings, ...findings.map(finding => findingResult(finding, texts))];
  if (result.counts.error > 0 && result.verdict === 'pass') result.verdict = 'fail';
  return result;
}

function sumsOf({ plan, reserves, schedule }: Facts, checked: Coverage | undefined): Sums {
  const isPartly = checked?.people === 'partly';
  const sums = { reserveMin: 0, reserveMax: 0, reserves: 0, slots: 0, slotsShort: 0 };
  // Of a roster that was not read nobody knows whether the reserves are there.
  for (const { nominees, reserves: people } of plan.hasRoster ? reserves.slots : []) {
    sums.reserves += people.length;
    if (!plan.reserve) continue;
    sums.slots++;
    const { min, max } = reserveNeed(plan, nominees.length);
    sums.reserveMin += min;
    sums.reserveMax += max;
    if (people.length < min) sums.slotsShort++;
  }
  return {
    ...sums,
    roster: plan.hasRoster ? (isPartly ? 'partly' : 'whole') : isPartly ? 'unread' : 'none',
    quota: (plan.quota && headsOf(plan.quota.total)) ?? null,
    nominees: plan.people.filter(({ role }) => role === 'nominee').length,
    reserveMax: plan.reserve?.max === undefined ? null : sums.reserveMax,
    applicants: plan.funnel?.haveApplicants ?? 0,
    activists: plan.funnel?.haveActivists ?? 0,
    next: nextOf(plan, schedule),
    overdue: overdueOf(plan, schedule),
  };
}

/** The step that falls due next; of a plan in the archive nothing is due any more. */
function nextOf({ asOf, year }: Plan, { steps }: Schedule): Sums['next'] {
  if (yearOf(asOf) > year) return null;
  let next: { day: Day; name: string } | undefined;
  for (const scheduled of steps) {
    const { step } = scheduled;
    const day = dueDayOf(scheduled);
    if (day === undefined || day < asOf || step.done !== undefined) continue;
    if (next === undefined || day < next.day) next = { day, name: step.name };
  }
  return next ? { date: isoOf(next.day), name: next.name } : null;
}

/** What is past and not recorded as done; of a plan in the archive nothing is, unless its progress was recorded. */
function overdueOf(plan: Plan, { steps }: Schedule): Sums['overdue'] {
  const isRecorded = plan.steps.some(({ done }) => done !== undefined);
  if (yearOf(plan.asOf) !== plan.year && !isRecorded) return null;
  const past = steps
    .flatMap(scheduled => {
      const { step } = scheduled;
      const day = dueDayOf(scheduled);
      return day === undefined || day >= plan.asOf || step.done !== undefined
        ? []
        : [{ day, name: step.name }];
    })
    .sort((a, b) => a.day - b.day);
  const [first] = past;
  return first ? { steps: past.length, date: isoOf(first.day), name: first.name } : null;
}
