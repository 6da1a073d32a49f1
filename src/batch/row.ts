import type { FindingResult, PlanResult } from '../generated/types.ts';
import type { LoadedPlan } from '../load/load-plan.ts';
import { type Day, isoOf, yearOf } from '../model/day.ts';
import { maskPersonal } from '../model/personal.ts';
import type { Severity } from '../model/plan.ts';
import { remembering } from '../model/remember.ts';
import { planResult, structureResult } from '../report/result.ts';
import { reserveNeed } from '../reserve/allocate.ts';
import { type CheckedPlan, checkPlan, type Finding } from '../rules/check.ts';
import type { Facts } from '../rules/rule.ts';
import type { Texts } from '../text/texts.ts';
import { keysOf, marksOf, type PersonKey } from './people.ts';

/** What a batch keeps of one plan: plain data, so that workers, caches and shards can hand it on. */
export interface BatchRow {
  /** place among all plans of the batch */
  index: number;
  result: PlanResult;
  /** of the plan as a whole, for the county's sums; absent where it could not be read */
  sums?: Sums;
  /** by which people are found on other rosters (people.ts) */
  marks?: number[];
  /** in parts that are merged elsewhere, and where marks are those of another plan */
  people?: PersonKey[];
  /** what the county's file calls it: the name of a plan that does not tell its own */
  township?: string;
}

export interface Sums {
  quota: number | null;
  nominees: number;
  /** reserves needed at least and at most, and those who are there */
  reserveMin: number;
  reserveMax: number | null;
  reserves: number;
  /** slots without enough reserves */
  slotsShort: number;
  applicants: number;
  activists: number;
  /** the next step or paper that falls due, with its day */
  next: { date: string; name: string } | null;
}

/** What a row is for: `whole` where results are passed on, `light` where a line of the summary is all that is shown. */
export type Detail = 'whole' | 'light';

/** What rows of a batch have in common. */
export interface RowContext {
  asOf: Day;
  texts: Texts;
  /** key of the digests of ID numbers */
  secret: string;
  detail: Detail;
  /** names are replaced by pseudonyms */
  redact: boolean;
  /** the row is merged with others where the plans are not at hand: it brings its people along */
  withPeople: boolean;
}

/** Checks a plan that was read, and keeps what the batch needs of it. */
export function rowOf(
  loaded: LoadedPlan,
  index: number,
  { asOf, texts, secret, detail, withPeople }: RowContext,
): BatchRow {
  const checked = checkPlan(loaded, asOf);
  const { facts } = checked;
  return {
    index,
    result: detail === 'whole' ? planResult(checked, texts) : lightResult(checked, texts),
    ...(facts && { sums: sumsOf(facts) }),
    ...(facts &&
      (withPeople ? { people: keysOf(facts.plan, secret) } : { marks: marksOf(facts.plan.people) })),
  };
}

/** Findings by their rule and severity alone, and the first error in words: a tenth of the work and of the memory. */
function lightResult(checked: CheckedPlan, texts: Texts): PlanResult {
  const { facts, findings } = checked;
  const shown = findings.find(({ severity }) => severity === 'error');
  const whole = planResult(
    { ...checked, facts: undefined, findings: shown ? [shown] : [], waived: [] },
    texts,
  );
  const count = (severity: Severity) => findings.filter(finding => finding.severity === severity).length;
  return {
    ...whole,
    ...(facts && {
      year: facts.plan.year,
      organization: maskPersonal(facts.plan.organization.name),
      structure: facts.structure.map(structureResult),
    }),
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    findings: findings.map(finding => (finding === shown ? whole.findings[0]! : counted(finding))),
  };
}

/**
 * The row with the states of its requirements shared with other rows: of forty thousand townships most have one of a few
 * hundred, and these are most of what a row is.
 */
export function shared(row: BatchRow): BatchRow {
  const { structure } = row.result;
  if (structure) row.result.structure = structure.map(state => sharedState(JSON.stringify(state)));
  return row;
}

const sharedState = remembering(
  10_000,
  (state: string) => JSON.parse(state) as NonNullable<PlanResult['structure']>[number],
);

/** What the sums and the exit code need of a result. */
export const withoutDetails = ({
  path,
  year,
  organization,
  verdict,
  counts,
  structure,
}: PlanResult): PlanResult => ({
  path,
  year,
  organization,
  verdict,
  counts,
  structure,
  findings: [],
});

/** A finding of which only the rule and the severity are asked for; all that are alike are one. */
const counted = ({ code, severity }: Finding): FindingResult => countedAs(`${severity} ${code}`);

const countedAs = remembering(1000, (key: string): FindingResult => {
  const [severity, code] = key.split(' ') as [Severity, string];
  return { ...NOTHING, code, severity };
});

const NOTHING: Omit<FindingResult, 'code' | 'severity'> = {
  message: '',
  remedy: '',
  file: '',
  line: 0,
  column: 0,
  endLine: 0,
  endColumn: 0,
  path: '',
  subject: '',
  source: { norm: '', document: '', article: '', effective: null, standing: 'local' },
  args: {},
};

function sumsOf({ plan, reserves, schedule }: Facts): Sums {
  const needs = plan.reserve ? reserves.slots.map(({ nominees }) => reserveNeed(plan, nominees.length)) : [];
  const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
  // Of a plan in the archive nothing is due any more.
  const next =
    yearOf(plan.asOf) <= plan.year
      ? schedule.steps
          .flatMap(({ step, to }) => {
            const day = step.deadline ?? to;
            return day === undefined || day < plan.asOf || step.done !== undefined
              ? []
              : [{ day, name: step.name }];
          })
          .sort((a, b) => a.day - b.day)[0]
      : undefined;
  return {
    quota: plan.quota?.total ?? null,
    nominees: plan.people.filter(({ role }) => role === 'nominee').length,
    reserveMin: total(needs.map(({ min }) => min)),
    reserveMax: plan.reserve?.max === undefined ? null : total(needs.map(({ max }) => max)),
    reserves: reserves.slots.reduce((sum, { reserves: people }) => sum + people.length, 0),
    slotsShort: plan.reserve
      ? reserves.slots.filter(({ reserves: people }, at) => people.length < needs[at]!.min).length
      : 0,
    applicants: plan.funnel?.haveApplicants ?? 0,
    activists: plan.funnel?.haveActivists ?? 0,
    next: next ? { date: isoOf(next.day), name: maskPersonal(next.name) } : null,
  };
}
