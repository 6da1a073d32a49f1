import type { Candidate, Where } from '../generated/types.ts';
import vocabulary from '../generated/vocabulary.json' with { type: 'json' };
import type { Day } from './day.ts';
import { fullYears, type KnownDate, knownDate } from './period.ts';
import { type Events, eventDate } from './stage.ts';
import { every, not, some, type Truth } from './truth.ts';

/** A person as conditions see one: the fields of the roster. */
export type Attributes = Omit<Candidate, 'id' | 'name'> & { id?: string; name?: string };

/** A condition made ready: asked of hundreds of people, it is taken apart once. */
type Test = (person: Attributes, ageAsOf: Day) => Truth;

const tests = new WeakMap<Where, Test>();

/**
 * Whether a person meets a condition on the day `ageAsOf`. Keys must all hold, a list means any of its values. What is
 * not known of the person makes the answer unknown, for a condition and for its negation alike.
 */
export function meets(person: Attributes, where: Where, ageAsOf: Day): Truth {
  let test = tests.get(where);
  if (!test) {
    test = testOf(where);
    tests.set(where, test);
  }
  return test(person, ageAsOf);
}

const testOf = (where: Where): Test =>
  allOf(Object.entries(where).map(([key, demand]) => termOf(key as keyof Where, demand)));

const allOf =
  (terms: readonly Test[]): Test =>
  (person, ageAsOf) => {
    let result: Truth = true;
    for (const term of terms) {
      const truth = term(person, ageAsOf);
      if (truth === false) return false;
      if (truth === undefined) result = undefined;
    }
    return result;
  };

function termOf(key: keyof Where, demand: unknown): Test {
  switch (key) {
    case 'any': {
      const choices = (demand as Where[]).map(testOf);
      return (person, ageAsOf) => some(choices.map(choice => choice(person, ageAsOf)));
    }
    case 'all':
      return allOf((demand as Where[]).map(testOf));
    case 'age':
      return ({ birth }, ageAsOf) => ageIsWithin(birth, demand as Bounds<number>, ageAsOf);
    case 'birth':
      return ({ birth }) =>
        dateIsWithin(birth === undefined ? birth : knownDate(birth), demand as Bounds<string>);
    case 'events':
      return allOf(
        Object.entries(demand as Record<string, Bounds<string>>).map(
          ([name, bounds]): Test =>
            person =>
              dateIsWithin(eventDate(person, name as keyof Events), bounds),
        ),
      );
    case 'attributes':
      return allOf(
        Object.entries(demand as Record<string, unknown>).map(
          ([name, wanted]): Test =>
            ({ attributes }) =>
              valueMeets(attributes?.[name], wanted, byNumber),
        ),
      );
    default: {
      const scale = scaleOf(key);
      return person => valueMeets(person[key as keyof Attributes], demand, scale);
    }
  }
}

const byNumber: Order = (a, b) => Number(a) - Number(b);

/** Both included. */
export interface Bounds<T> {
  min?: T;
  max?: T;
}

export type Order = (a: unknown, b: unknown) => number;

/** `value`, a list of values, `{not: …}` or `{min, max}` on an ordered scale. A list-valued field meets by any item. */
function valueMeets(have: unknown, demand: unknown, order: Order): Truth {
  if (have === undefined) return undefined;
  if (Array.isArray(demand)) return some(demand.map(one => equals(have, one)));
  if (typeof demand !== 'object') return equals(have, demand);
  const { not: refused, min, max } = demand as { not?: unknown; min?: unknown; max?: unknown };
  return every([
    refused === undefined ? true : not(valueMeets(have, refused, order)),
    min === undefined ? true : order(have, min) >= 0,
    max === undefined ? true : order(have, max) <= 0,
  ]);
}

const equals = (have: unknown, wanted: unknown): boolean =>
  Array.isArray(have) ? have.includes(wanted) : have === wanted;

/**
 * The order on which bounds of a field are meant: for an enumeration that of its values in the schema (education:
 * primary < … < postgraduate), else that of numbers.
 */
export function scaleOf(key: string): Order {
  const scale = vocabulary[key as keyof typeof vocabulary];
  if (!scale) return byNumber;
  const values = Object.keys(scale);
  return (a, b) => values.indexOf(String(a)) - values.indexOf(String(b));
}

/** 以上 and 以下 include the number: `{max: 35}` holds for 35. With a month of birth only, both ages must agree. */
function ageIsWithin(birth: string | undefined, { min, max }: Bounds<number>, asOf: Day): Truth {
  if (birth === undefined) return undefined;
  const { first, last } = knownDate(birth);
  const holds = (born: Day) => {
    const age = fullYears(born, asOf);
    return (min === undefined || age >= min) && (max === undefined || age <= max);
  };
  return first === last ? holds(first) : agreed(holds(first), holds(last));
}

function dateIsWithin(date: KnownDate | undefined, { min, max }: Bounds<string>): Truth {
  if (date === undefined) return undefined;
  const { first, last } = date;
  const from = earliestOf(min);
  const to = latestOf(max);
  if (first >= from && last <= to) return true;
  // Of a month that reaches beyond a bound, or beyond both, some days hold and others do not.
  return last < from || first > to ? false : undefined;
}

/** The first day of a lower bound, the last of an upper one: a month that is named is within. */
export const earliestOf = (min: string | undefined): Day =>
  min === undefined ? -Infinity : knownDate(min).first;
export const latestOf = (max: string | undefined): Day =>
  max === undefined ? Infinity : knownDate(max).last;

const agreed = (a: boolean, b: boolean): Truth => (a === b ? a : undefined);
