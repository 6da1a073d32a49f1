import type { Facts } from '../facts/facts.ts';
import { reserveNeed } from '../facts/reserve/allocate.ts';
import type { Schedule } from '../facts/schedule/resolve.ts';
import type { RequirementState } from '../facts/structure/assess.ts';
import type { FindingResult, PlanResult, StructureResult } from '../generated/types.ts';
import type { Plan, Severity } from '../model/plan.ts';
import { planResult, structureResult } from '../output/findings/result.ts';
import { gateOf, shownPlan } from '../output/gate.ts';
import type { CountyFiles } from '../read/plan/allocation.ts';
import type { LoadedPlan } from '../read/plan/load.ts';
import { type CheckedPlan, checkPlan, type Finding } from '../rules/check.ts';
import { messageOf } from '../text/sentences.ts';
import type { Texts } from '../text/texts.ts';
import { type Day, isoOf, yearOf } from '../values/day.ts';
import { apart, memoize } from '../values/memo.ts';
import { headsOf } from '../values/quantity.ts';
import { amountText } from '../values/share.ts';
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
  /** the county's file as it was read for other plans */
  counties?: CountyFiles;
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
  const result = detail === 'whole' ? planResult(checked, texts) : lightResult(checked, texts);
  // Plans are found by their paths: what is shown of those passes with the whole result.
  result.path = loaded.path;
  const row: BatchRow = { index, result };
  if (!facts) return row;
  row.sums = gateOf(checked).deep(sumsOf(facts));
  if (withPeople) row.people = keysOf(facts.plan, secret, checked.people);
  else row.marks = marksOf(facts.plan.people);
  return row;
}

/**
 * Findings by their rule and severity alone, and the first error in words: a tenth of the work and of the memory, since where
 * they stand need not be looked for. Written out field by field: of an object put together from others V8 keeps a description
 * of its own, as large as the object.
 */
function lightResult(checked: CheckedPlan, texts: Texts): PlanResult {
  const gate = gateOf(checked);
  const { path, verdict, facts, findings } = shownPlan(checked);
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  const light = lightFindings(findings, first => messageOf(first, texts));
  if (!facts) return { path, verdict, counts, findings: light };
  const { plan, structure } = facts;
  return {
    path,
    year: plan.year,
    organization: gate.text(plan.organization.name),
    verdict,
    counts,
    structure: checked.people ? gate.deep(structure.map(stateAlike)) : structure.map(stateAlike),
    findings: light,
  };
}

/** The same of a result that was made whole. */
export function lightened(result: PlanResult): PlanResult {
  const { path, year, organization, verdict, counts, structure } = result;
  const findings = lightFindings(result.findings, first => first.message);
  if (!structure) return { path, verdict, counts, findings };
  return { path, year, organization, verdict, counts, structure, findings } as PlanResult;
}

function lightFindings<F extends Pick<Finding, 'code' | 'severity'> | FindingResult>(
  findings: readonly F[],
  messageOf: (first: F) => string,
): FindingResult[] {
  const first = findings.find(({ severity }) => severity === 'error');
  const light: FindingResult[] = [];
  for (const finding of findings) {
    const { code, severity } = finding;
    const alike = countedAs(`${severity} ${code}`);
    light.push(finding === first ? { ...alike, message: messageOf(first) } : alike);
  }
  return light;
}

/**
 * The row as it is kept: numbers and the states of requirements shared with other rows, since of forty thousand townships
 * most have those of a few hundred, and the texts apart from the files that they were cut from, which they would keep
 * alive. Nothing that is shared is ever changed: whoever has something to add puts another in its place.
 */
export function kept({ index, result, sums, people, township }: BatchRow, path = result.path): BatchRow {
  const { structure, counts, organization, verdict } = result;
  // A worker sends copies of texts that are here already.
  result.path = path;
  result.verdict = VERDICTS[verdict];
  if (structure && !structure.every(state => isShared.has(state))) result.structure = same(structure);
  if (organization !== undefined) result.organization = apart(organization);
  result.counts = same(counts);
  if (result.findings.length === 0) result.findings = NO_FINDINGS;
  const row: BatchRow = { index, result };
  if (sums) row.sums = same(sums);
  if (people) row.people = people;
  if (township !== undefined) row.township = township;
  return row;
}

const VERDICTS = { pass: 'pass', fail: 'fail', unreadable: 'unreadable' } as const;
const NO_FINDINGS: FindingResult[] = [];

/** One value for all that are written alike. */
const same = <T>(value: T): T => (isShared.has(value) ? value : (shared(JSON.stringify(value)) as T));

/** The value that a text of JSON stands for: the same one for the same text. */
export const shared = (text: string): unknown => byKey.get(text) ?? share(text, JSON.parse(text));

/** `structureResult`, the same one for states that are told alike: the key holds all that it is made from. */
function stateAlike(state: RequirementState): StructureResult {
  const { requirement, whole, accepted, obstacle, counted, unknown, short, met } = state;
  const { id, name, comparator, level, planned } = requirement;
  const amount = amountText(requirement.amount);
  const numbers = `${whole} ${accepted?.min} ${accepted?.max} ${obstacle?.why} ${planned} ${counted.length} ${unknown.length} ${short}`;
  const key = `${numbers} ${met} ${comparator} ${level} ${amount.length} ${id.length} ${amount}${id}${name}`;
  return (byKey.get(key) as StructureResult | undefined) ?? share(key, structureResult(state));
}

function share<T>(key: string, value: T): T {
  if (byKey.size >= MOST_SHARED) {
    byKey.clear();
    isShared.clear();
  }
  byKey.set(apart(key), value);
  isShared.add(value);
  return value;
}

const MOST_SHARED = 10_000;
/** by JSON, or by a key that no JSON is */
const byKey = new Map<string, unknown>();
const isShared = new Set<unknown>();

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
const countedAs = memoize(1000, (key: string): FindingResult => {
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
  const sums = { nominees: 0, reserveMin: 0, reserveMax: 0, reserves: 0, slotsShort: 0 };
  for (const { role } of plan.people) if (role === 'nominee') sums.nominees++;
  for (const { nominees, reserves: people } of reserves.slots) {
    sums.reserves += people.length;
    if (!plan.reserve) continue;
    const { min, max } = reserveNeed(plan, nominees.length);
    sums.reserveMin += min;
    sums.reserveMax += max;
    if (people.length < min) sums.slotsShort++;
  }
  return {
    quota: (plan.quota && headsOf(plan.quota.total)) ?? null,
    nominees: sums.nominees,
    reserveMin: sums.reserveMin,
    reserveMax: plan.reserve?.max === undefined ? null : sums.reserveMax,
    reserves: sums.reserves,
    slotsShort: sums.slotsShort,
    applicants: plan.funnel?.haveApplicants ?? 0,
    activists: plan.funnel?.haveActivists ?? 0,
    next: nextOf(plan, schedule),
  };
}

/** The step that falls due next; of a plan in the archive nothing is due any more. */
function nextOf({ asOf, year }: Plan, { steps }: Schedule): Sums['next'] {
  if (yearOf(asOf) > year) return null;
  let next: { day: Day; name: string } | undefined;
  for (const { step, to } of steps) {
    const day = step.deadline ?? to;
    if (day === undefined || day < asOf || step.done !== undefined) continue;
    if (next === undefined || day < next.day) next = { day, name: step.name };
  }
  return next ? { date: isoOf(next.day), name: next.name } : null;
}
