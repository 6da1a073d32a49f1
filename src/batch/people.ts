import { createHmac } from 'node:crypto';
import { readIdNumber } from '../model/id-number.ts';
import { maskPersonal } from '../model/personal.ts';
import type { Person, Plan } from '../model/plan.ts';

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

/** Everything that a comparison with other plans may need of the people of one. */
export const keysOf = ({ people }: Plan, secret: string): PersonKey[] =>
  people.map(person => keyOf(person, secret));

function keyOf(person: Person, secret: string): PersonKey {
  const { id, name, rosterName, role, data, place } = person;
  const digest = (text: string) => createHmac('sha256', secret).update(text).digest('base64url').slice(0, 16);
  const alike = alikeBy(person);
  const { file, line, column } = place.locate();
  return {
    id: maskPersonal(id),
    name: maskPersonal(name),
    alike: rosterName === undefined || alike === '' ? alike : digest(alike),
    number: data.idNumber ? digest(numberBy(person)) : '',
    nominee: role === 'nominee',
    leaving: data.events?.leaving !== undefined,
    file,
    line,
    column,
  };
}

const alikeBy = ({ name, rosterName, data: { birth } }: Person): string =>
  birth?.length === 10 ? `${rosterName ?? name} ${birth}` : '';

/** What can make two entries the same person; the ID number in its old and its new form is one. */
const numberBy = ({ data: { idNumber } }: Person): string =>
  idNumber === undefined ? '' : readIdNumber(idNumber).body;

/**
 * A mark for each thing by which the people of a plan can be found on another roster: a number of 53 bits made from the ID
 * number, or from name and birth date. A county, or a country, keeps these of everybody, and looks at people themselves
 * only where marks are alike.
 */
export function marksOf(people: readonly Person[]): number[] {
  const marks: number[] = [];
  for (const person of people) {
    const number = numberBy(person);
    const alike = alikeBy(person);
    if (number !== '') marks.push(mark(number));
    if (alike !== '') marks.push(mark(alike));
  }
  return marks;
}

/** Two rows of multiplications over the characters, mixed at the end (as in MurmurHash3); never 0. */
function mark(text: string): number {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    high = Math.imul(high ^ char, 0x9e3779b1);
    low = Math.imul(low ^ char, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return 0x1_0000_0000 * (high & 0x1f_ffff) + (low >>> 0) || 1;
}

/**
 * Finds the plans that have somebody in common, by their marks alone: 16 bytes for each mark, where a `Map` of texts takes a
 * hundred. Marks may be alike by chance, so that the plans found are to be compared.
 */
export class MarkIndex {
  /** plans, by their index, of which a mark is that of another plan */
  readonly shared = new Set<number>();
  private marks: Float64Array;
  private plans: Uint32Array;
  private size = 0;

  /** `expected`: how many marks there will be, as far as that is known; growing takes three times the memory for a moment. */
  constructor(expected = 0) {
    // A power of two would be up to twice as many.
    const slots = Math.max(SMALLEST, Math.ceil(expected / FULL) + 1);
    this.marks = new Float64Array(slots);
    this.plans = new Uint32Array(slots);
  }

  add(plan: number, marks: readonly number[]): void {
    for (const each of marks) {
      const slot = this.slotOf(each);
      if (this.marks[slot] === 0) {
        this.marks[slot] = each;
        this.plans[slot] = plan;
        if (++this.size > FULL * this.marks.length) this.grow();
      } else if (this.plans[slot] !== plan) this.shared.add(plan).add(this.plans[slot]!);
    }
  }

  /** The plans that share one, once all are added: what it took to find them is given back. */
  finish(): ReadonlySet<number> {
    this.marks = new Float64Array(0);
    this.plans = new Uint32Array(0);
    return this.shared;
  }

  /** Where a mark is, or belongs. */
  private slotOf(each: number): number {
    const { length } = this.marks;
    let slot = (each >>> 0) % length;
    while (this.marks[slot] !== 0 && this.marks[slot] !== each) slot = slot + 1 === length ? 0 : slot + 1;
    return slot;
  }

  private grow(): void {
    const { marks, plans } = this;
    this.marks = new Float64Array(2 * marks.length);
    this.plans = new Uint32Array(2 * marks.length);
    for (let at = 0; at < marks.length; at++) {
      if (marks[at] === 0) continue;
      const slot = this.slotOf(marks[at]!);
      this.marks[slot] = marks[at]!;
      this.plans[slot] = plans[at]!;
    }
  }
}

const SMALLEST = 4096;
/** The share of slots that are taken at most. */
const FULL = 0.85;
