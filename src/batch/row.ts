import { createHmac } from 'node:crypto';
import type { FindingResult, PlanResult } from '../generated/types.ts';
import type { LoadedPlan } from '../load/load-plan.ts';
import { type Day, isoOf, yearOf } from '../model/day.ts';
import { maskPersonal } from '../model/personal.ts';
import type { Person, Severity } from '../model/plan.ts';
import { planResult, structureResult } from '../report/result.ts';
import { reserveNeed } from '../reserve/allocate.ts';
import { type CheckedPlan, checkPlan } from '../rules/check.ts';
import type { Facts } from '../rules/rule.ts';
import type { Texts } from '../text/texts.ts';

/** What a batch keeps of one plan: plain data, so that workers, caches and shards can hand it on. */
export interface BatchRow {
  /** place among all plans of the batch */
  index: number;
  result: PlanResult;
  /** of the plan as a whole, for the county's sums; absent where it could not be read */
  sums?: Sums;
  people: PersonKey[];
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

/** Somebody by whom a plan can be compared with others, without what may not be shown. */
export interface PersonKey {
  id: string;
  name: string;
  /** what people are alike by who may be the same: name and birth date, or a digest of them; empty without a day */
  alike: string;
  /** keyed digest of the ID number, or empty */
  number: string;
  nominee: boolean;
  /** expected to leave: may stand on two rosters for a while */
  leaving: boolean;
  file: string;
  line: number;
  column: number;
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
}

/** Checks a plan that was read, and keeps what the batch needs of it. */
export function rowOf(
  loaded: LoadedPlan,
  index: number,
  { asOf, texts, secret, detail }: RowContext,
): BatchRow {
  const checked = checkPlan(loaded, asOf);
  const { facts } = checked;
  return {
    index,
    result: detail === 'whole' ? planResult(checked, texts) : lightResult(checked, texts),
    ...(facts && { sums: sumsOf(facts) }),
    people: facts?.plan.people.map(person => keyOf(person, secret)) ?? [],
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
    findings: findings.map(finding =>
      finding === shown ? whole.findings[0]! : { ...NOTHING, code: finding.code, severity: finding.severity },
    ),
  };
}

/** The other fields of a finding, where nobody asks for them. */
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

function keyOf({ id, name, rosterName, role, data, place }: Person, secret: string): PersonKey {
  const digest = (text: string) => createHmac('sha256', secret).update(text).digest('base64url').slice(0, 16);
  const alike = data.birth?.length === 10 ? `${rosterName ?? name} ${data.birth}` : '';
  const { file, line, column } = place.locate();
  return {
    id: maskPersonal(id),
    name: maskPersonal(name),
    alike: rosterName === undefined || alike === '' ? alike : digest(alike),
    number: data.idNumber ? digest(data.idNumber) : '',
    nominee: role === 'nominee',
    leaving: data.events?.leaving !== undefined,
    file,
    line,
    column,
  };
}
