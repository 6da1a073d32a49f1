import { createHmac } from 'node:crypto';
import type { PlanResult } from '../generated/types.ts';
import type { LoadedPlan } from '../load/load-plan.ts';
import { type Day, isoOf, yearOf } from '../model/day.ts';
import { maskPersonal } from '../model/personal.ts';
import type { Person } from '../model/plan.ts';
import { planResult } from '../report/result.ts';
import { reserveNeed } from '../reserve/allocate.ts';
import { checkPlan } from '../rules/check.ts';
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
  /** birth date as written, or empty */
  birth: string;
  /** keyed digest of the ID number, or empty */
  number: string;
  nominee: boolean;
  /** expected to leave: may stand on two rosters for a while */
  leaving: boolean;
  file: string;
  line: number;
  column: number;
}

/** Checks a plan that was read, and keeps what the batch needs of it. */
export function rowOf(loaded: LoadedPlan, index: number, asOf: Day, texts: Texts, secret: string): BatchRow {
  const checked = checkPlan(loaded, asOf);
  const { facts } = checked;
  return {
    index,
    result: planResult(checked, texts),
    ...(facts && { sums: sumsOf(facts) }),
    people: facts?.plan.people.map(person => keyOf(person, secret)) ?? [],
  };
}

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

function keyOf({ id, name, role, data, place }: Person, secret: string): PersonKey {
  const { file, line, column } = place.locate();
  return {
    id: maskPersonal(id),
    name: maskPersonal(name),
    birth: data.birth ?? '',
    number: data.idNumber
      ? createHmac('sha256', secret).update(data.idNumber).digest('base64url').slice(0, 16)
      : '',
    nominee: role === 'nominee',
    leaving: data.events?.leaving !== undefined,
    file,
    line,
    column,
  };
}
