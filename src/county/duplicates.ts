import { areSamePerson, FirstOfKind, type Sameness } from '../model/namesakes.ts';
import type { Place } from '../model/place.ts';
import { duplicatePerson, type RosterEntry } from '../rules/batch/duplicate-person.ts';
import type { Finding } from '../rules/check.ts';
import { findingOf } from '../rules/check-county.ts';
import type { Day } from '../values/day.ts';
import { hashOf, identityIn, namesOf, type PersonKey } from './people.ts';
import type { BatchRow } from './row.ts';

/** More plans than this have no room in a number beside the hash of a name. */
const PLANS = 1 << 21;

/** Names that are kept together. */
const PIECE = 1 << 13;

/**
 * Which plans have somebody in common, from nothing but a number for each person: of a country, rows in full would not fit into
 * memory. Who it is, and where, is looked up in these rows alone; whoever had the number by chance is seen to be another then.
 */
export class Rosters {
  /** a hash of each name with the index of its plan below it; an array that grows would leave copies of itself behind */
  private readonly names: Float64Array[] = [];
  private size = 0;

  /**
   * @param index of the plan
   * @param names hashes of what its people are found by
   */
  add(index: number, names: readonly number[]): void {
    for (const name of names) {
      const at = this.size++ % PIECE;
      if (at === 0) this.names.push(new Float64Array(PIECE));
      this.names.at(-1)![at] = name * PLANS + index;
    }
  }

  private sorted(): Float64Array {
    const all = new Float64Array(this.names.length * PIECE);
    for (const [at, piece] of this.names.entries()) all.set(piece, at * PIECE);
    return all.subarray(0, this.size).sort();
  }

  /** The hashes that several plans have, and those plans. */
  private shared(): { names: Set<number>; plans: Set<number> } {
    const names = new Set<number>();
    const plans = new Set<number>();
    const sorted = this.sorted();
    for (let at = 1; at < sorted.length; at++) {
      const [one, other] = [sorted[at - 1]!, sorted[at]!];
      const name = Math.floor(other / PLANS);
      if (one === other || Math.floor(one / PLANS) !== name) continue;
      names.add(name);
      plans.add(one % PLANS).add(other % PLANS);
    }
    return { names, plans };
  }

  /**
   * The findings on people who stand on two rosters of one year, by the index of the plan that they are told of: whoever was on last
   * year's of another township has moved since, or is no longer on it.
   * @param year the county's, whose plans alone are compared; of all years where it is not known
   */
  findings(rows: Iterable<Roster>, asOf: Day, year?: number): Map<number, Finding[]> {
    const found = new Map<number, Finding[]>();
    const { names: shared, plans } = this.shared();
    if (plans.size === 0) return found;
    const first = new FirstOfKind<OnRoster>();
    for (const row of rows) {
      if (!plans.has(row.index) || (year !== undefined && row.result.year !== year)) continue;
      const key = (name: string) => `${row.result.year} ${name}`;
      for (const person of row.people) {
        const names = namesOf(person);
        if (!names.some(name => shared.has(hashOf(name)))) continue;
        const other = names
          .flatMap(name => [...first.under(key(name))])
          .find(each => each.row.index !== row.index && samenessOf(each.person, person) !== 'other');
        for (const name of names) first.add(key(name), `${person.numberChecks}`, { row: light(row), person });
        if (other) tellBoth(other, { row, person }, asOf, found);
      }
    }
    return found;
  }
}

/** The people of a plan, and whose they are. */
type Roster = Pick<BatchRow, 'index' | 'people'> & {
  result: Pick<BatchRow['result'], 'path' | 'organization' | 'year'>;
};

interface OnRoster {
  row: { index: number; result: Pick<BatchRow['result'], 'path' | 'organization'> };
  person: PersonKey;
}

/** What a finding needs of a row. */
const light = ({ index, result: { path, organization } }: Roster): OnRoster['row'] => ({
  index,
  result: { path, organization },
});

const samenessOf = (one: PersonKey, other: PersonKey): Sameness =>
  areSamePerson(identityIn(one), identityIn(other));

function tellBoth(one: OnRoster, other: OnRoster, asOf: Day, found: Map<number, Finding[]>): void {
  const certain = samenessOf(one.person, other.person) === 'certain';
  for (const [own, there] of [
    [one, other],
    [other, one],
  ] as const)
    duplicatePerson.check({ own: entryOf(own), other: entryOf(there), certain }, (place, args, details) => {
      const finding = findingOf(duplicatePerson, place, args, asOf, details);
      found.set(own.row.index, [...(found.get(own.row.index) ?? []), finding]);
    });
}

const entryOf = ({ row: { result }, person }: OnRoster): RosterEntry => ({
  ...person,
  place: placeOf(person),
  organization: result.organization ?? result.path,
});

/** A place of which only the position was kept. */
function placeOf({ file, line, column }: PersonKey): Place {
  const place: Place = {
    at: () => place,
    has: () => false,
    locate: () => ({ file, line, column, endLine: line, endColumn: column, path: '' }),
    quote: () => '',
    source: () => '',
  };
  return place;
}
