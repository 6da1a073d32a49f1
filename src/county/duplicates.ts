import type { Place } from '../model/place.ts';
import { duplicatePerson, type RosterEntry } from '../rules/batch/duplicate-person.ts';
import type { Finding } from '../rules/check.ts';
import type { Day } from '../values/day.ts';
import { findingOf } from './findings.ts';
import { namesOf, type PersonKey } from './people.ts';
import type { BatchRow } from './row.ts';

/**
 * Which plans have somebody in common, from nothing but a number for each person: of a country, rows in full would not fit into
 * memory. Who it is, and where, is looked up in these rows alone; whoever had the number by chance is seen to be another then.
 */
export class Rosters {
  /** the first plan of everybody, by its index */
  private readonly first = new Map<number, number>();
  private readonly shared = new Set<number>();
  private readonly plans = new Set<number>();

  add({ index, people }: BatchRow): void {
    for (const person of people)
      for (const name of namesOf(person).map(hashOf)) {
        const first = this.first.get(name);
        if (first === undefined) this.first.set(name, index);
        else if (first !== index) {
          this.shared.add(name);
          this.plans.add(first).add(index);
        }
      }
  }

  /** The findings on people who stand on two rosters, by the index of the plan that they are told of. Asked once, at the end. */
  findings(rows: Iterable<BatchRow>, asOf: Day): Map<number, Finding[]> {
    const found = new Map<number, Finding[]>();
    // A country's are sixty megabytes, which the formats have need of.
    this.first.clear();
    if (this.plans.size === 0) return found;
    const first = new Map<string, OnRoster>();
    for (const row of rows) {
      if (!this.plans.has(row.index)) continue;
      for (const person of row.people) {
        const names = namesOf(person);
        if (!names.some(name => this.shared.has(hashOf(name)))) continue;
        const other = names.map(name => first.get(name)).find(each => each && each.row.index !== row.index);
        for (const name of names) if (!first.has(name)) first.set(name, { row: light(row), person });
        if (other) tellBoth(other, { row, person }, asOf, found);
      }
    }
    return found;
  }
}

/** 32 bits of a text (FNV-1a), which a map holds in half the memory of the text. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

interface OnRoster {
  row: { index: number; result: Pick<BatchRow['result'], 'path' | 'organization'> };
  person: PersonKey;
}

/** What a finding needs of a row. */
const light = ({ index, result: { path, organization } }: BatchRow): OnRoster['row'] => ({
  index,
  result: { path, organization },
});

function tellBoth(one: OnRoster, other: OnRoster, asOf: Day, found: Map<number, Finding[]>): void {
  for (const [own, there] of [
    [one, other],
    [other, one],
  ] as const)
    duplicatePerson.check({ own: entryOf(own), other: entryOf(there) }, (place, args, details) => {
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
    locate: () => ({ file, line, column, endLine: line, endColumn: column, path: '' }),
    quote: () => '',
    source: () => '',
  };
  return place;
}
