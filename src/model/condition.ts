import type { Candidate, Where } from '../generated/types.ts';
import vocabulary from '../generated/vocabulary.json' with { type: 'json' };
import type { Day } from '../values/day.ts';
import { memoize } from '../values/memo.ts';
import { addMonths } from '../values/months.ts';
import { type KnownDate, knownDate } from '../values/period.ts';
import { every, not, some, type Truth } from '../values/truth.ts';
import { type Events, eventDate } from './stage.ts';

/** A person as conditions see one: the fields of the roster. */
export type Attributes = Omit<Candidate, 'id' | 'name'> & { id?: string; name?: string };

/** A condition made ready: asked of hundreds of people, it is taken apart once. */
export type Condition = (person: Attributes, ageAsOf: Day) => Truth;

/**
 * Whether a person meets a condition on the day `ageAsOf`. Keys must all hold, a list means any of its values. What is
 * not known of the person makes the answer unknown, for a condition and for its negation alike.
 */
export const meets = (person: Attributes, where: Where, ageAsOf: Day): Truth =>
  conditionOf(where)(person, ageAsOf);

/** `meets` for one condition, to be asked of many people. */
export const conditionOf: (where: Where) => Condition = memoize(20, made);

/** Stands for a condition that was written and could not be read: of everybody it is unknown whether they meet it. */
export const NOT_UNDERSTOOD: Where = Object.freeze({});

function made(where: Where): Condition {
  if (where === NOT_UNDERSTOOD) return () => undefined;
  const terms: Condition[] = [];
  for (const key in where) terms.push(termOf(key as keyof Where, where[key as keyof Where]));
  return allOf(terms);
}

const allOf = (terms: readonly Condition[]): Condition =>
  terms.length === 1 ? terms[0]! : (person, ageAsOf) => every(terms, term => term(person, ageAsOf));

const anyOf =
  (choices: readonly Condition[]): Condition =>
  (person, ageAsOf) =>
    some(choices, choice => choice(person, ageAsOf));

function termOf(key: keyof Where, demand: unknown): Condition {
  switch (key) {
    case 'any':
      return anyOf((demand as Where[]).map(made));
    case 'all':
      return allOf((demand as Where[]).map(made));
    case 'age':
      return ageWithin(demand as Bounds<number>);
    case 'birth': {
      const isWithin = dateWithin(demand as Bounds<string>);
      return ({ birth }) => isWithin(birth === undefined ? birth : knownDate(birth));
    }
    case 'events':
      return allOf(
        Object.entries(demand as Record<string, Bounds<string>>).map(([name, bounds]): Condition => {
          const isWithin = dateWithin(bounds);
          return person => isWithin(eventDate(person, name as keyof Events));
        }),
      );
    case 'attributes':
      return allOf(
        Object.entries(demand as Record<string, unknown>).map(([name, wanted]): Condition => {
          const test = valueTest(wanted, byNumber);
          return ({ attributes }) => test(attributes?.[name]);
        }),
      );
    default: {
      const test = valueTest(demand, scaleOf(key));
      return person => test(person[key as keyof Attributes]);
    }
  }
}

const byNumber: Order = (a, b) => Number(a) - Number(b);

/**
 * The fields of the roster that a condition asks about, as a file names them: `education`, `events.activist`. Ages come from
 * dates of birth.
 */
export const fieldsOf = (where: Where): string[] => [
  ...new Set(
    Object.entries(where).flatMap(([key, demand]): string[] => {
      if (key === 'any' || key === 'all') return (demand as Where[]).flatMap(fieldsOf);
      if (key === 'events' || key === 'attributes')
        return Object.keys(demand as object).map(name => `${key}.${name}`);
      return [key === 'age' ? 'birth' : key];
    }),
  ),
];

/** The fields to fill in so that a condition can be judged: those that one of these people has empty, else all it asks. */
export function fieldsToFillIn(where: Where, people: readonly Attributes[]): string[] {
  const asked = fieldsOf(where);
  const empty = asked.filter(field => people.some(person => isEmpty(person, field)));
  // Nothing is empty where only the day of a date is wanting.
  return empty.length > 0 ? empty : asked;
}

function isEmpty(person: Attributes, field: string): boolean {
  let value: unknown = person;
  for (const name of field.split('.')) value = (value as Record<string, unknown> | undefined)?.[name];
  return value === undefined;
}

/** Both included. */
export interface Bounds<T> {
  min?: T;
  max?: T;
}

export type Order = (a: unknown, b: unknown) => number;

/** `value`, a list of values, `{not: …}` or `{min, max}` on an ordered scale. A list-valued field meets by any item. */
function valueTest(demand: unknown, order: Order): (have: unknown) => Truth {
  if (Array.isArray(demand))
    return have => (have === undefined ? undefined : demand.some(one => equals(have, one)));
  if (typeof demand !== 'object') return have => (have === undefined ? undefined : equals(have, demand));
  const { not: refused, min, max } = demand as { not?: unknown; min?: unknown; max?: unknown };
  const isRefused = refused === undefined ? undefined : valueTest(refused, order);
  return have => {
    if (have === undefined) return undefined;
    if (min !== undefined && !(order(have, min) >= 0)) return false;
    if (max !== undefined && !(order(have, max) <= 0)) return false;
    return isRefused ? not(isRefused(have)) : true;
  };
}

const equals = (have: unknown, wanted: unknown): boolean =>
  Array.isArray(have) ? have.includes(wanted) : have === wanted;

/**
 * The order on which bounds of a field are meant: for an enumeration that of its values in the schema (education:
 * primary < … < postgraduate), else that of numbers.
 */
export const scaleOf: (key: string) => Order = memoize(100, key => {
  const scale = vocabulary[key as keyof typeof vocabulary];
  if (!scale) return byNumber;
  const ranks = new Map<unknown, number>(Object.keys(scale).map((value, rank) => [value, rank]));
  return (a, b) => (ranks.get(a) ?? -1) - (ranks.get(b) ?? -1);
});

/**
 * 以上 and 以下 include the number: `{max: 35}` holds for 35. With a month of birth only, both ages must agree. An age of
 * n full years on a day is a birth no later than the same date n years before (the last of February for its 29th): so
 * people are compared with two days, and no ages are worked out.
 */
function ageWithin({ min, max }: Bounds<number>): Condition {
  const bornBy = memoize(4, (day: Day) => ({
    latest: min === undefined ? Infinity : addMonths(day, -12 * min),
    after: max === undefined ? -Infinity : addMonths(day, -12 * (max + 1)),
  }));
  return ({ birth }, ageAsOf) => {
    if (birth === undefined) return undefined;
    const { latest, after } = bornBy(ageAsOf);
    const { first, last } = knownDate(birth);
    const holds = first <= latest && first > after;
    return first === last ? holds : agreed(holds, last <= latest && last > after);
  };
}

function dateWithin({ min, max }: Bounds<string>): (date: KnownDate | undefined) => Truth {
  const from = earliestOf(min);
  const to = latestOf(max);
  return date => {
    if (date === undefined) return undefined;
    const { first, last } = date;
    if (first >= from && last <= to) return true;
    // Of a month that reaches beyond a bound, or beyond both, some days hold and others do not.
    return last < from || first > to ? false : undefined;
  };
}

/** The first day of a lower bound, the last of an upper one: a month that is named is within. */
export const earliestOf = (min: string | undefined): Day =>
  min === undefined ? -Infinity : knownDate(min).first;
export const latestOf = (max: string | undefined): Day =>
  max === undefined ? Infinity : knownDate(max).last;

const agreed = (a: boolean, b: boolean): Truth => (a === b ? a : undefined);
