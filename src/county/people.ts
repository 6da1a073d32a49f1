import { createHmac } from 'node:crypto';
import { readIdNumber } from '../model/id-number.ts';
import { foldName } from '../model/name.ts';
import type { Person, Plan } from '../model/plan.ts';
import { Gate } from '../output/gate.ts';
import type { Pseudonyms } from '../read/plan/pseudonyms.ts';

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
export const keysOf = ({ people }: Plan, secret: string, pseudonyms?: Pseudonyms): PersonKey[] =>
  people.map(person => keyOf(person, secret, pseudonyms));

function keyOf(person: Person, secret: string, pseudonyms?: Pseudonyms): PersonKey {
  const { id, name, role, data, place } = person;
  const digest = (text: string) => createHmac('sha256', secret).update(text).digest('base64url').slice(0, 16);
  const alike = alikeBy(person);
  const { file, line, column } = place.locate();
  const gate = new Gate(pseudonyms ? [pseudonyms] : []);
  return {
    id: gate.text(id),
    name: gate.text(name),
    alike: pseudonyms === undefined || alike === '' ? alike : digest(alike),
    number: data.idNumber ? digest(numberBy(person)) : '',
    nominee: role === 'nominee',
    leaving: data.events?.leaving !== undefined,
    file,
    line,
    column,
  };
}

const alikeBy = ({ name, data: { birth } }: Person): string =>
  birth?.length === 10 ? `${foldName(name)} ${birth}` : '';

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

/** The same of somebody of whom only the key is known. */
export const marksOfKey = ({ number, alike }: PersonKey): number[] =>
  [number, alike].filter(text => text !== '').map(mark);

/** Somebody by the marks; what a comparison needs is made, or read, only of those who are compared. */
export interface MarkedPerson {
  marks: readonly number[];
  key(): PersonKey;
}

export const markedPerson = (person: Person, secret: string, pseudonyms?: Pseudonyms): MarkedPerson => ({
  marks: marksOf([person]),
  key: () => keyOf(person, secret, pseudonyms),
});

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

/** Marks that several plans have, and these plans, by their index. */
export interface SharedMarks {
  marks: ReadonlySet<number>;
  plans: ReadonlySet<number>;
}

/**
 * Finds the plans that have somebody in common, by their marks alone: 12 bytes for each mark, where a `Map` of texts takes a
 * hundred. Marks may be alike by chance, so that the plans found are to be compared.
 *
 * Marks are only collected at first. A million of them looked up one by one in one table is a million times waiting for
 * memory; parted by their first bits, and each part compared by itself, they stay in the processor's cache: a third of the time.
 */
export class MarkIndex {
  private marks: Float64Array;
  private plans: Uint32Array;
  private size = 0;

  /** `expected`: how many marks there will be, as far as that is known; growing takes three times the memory for a moment. */
  constructor(expected = 0) {
    const room = Math.max(SMALLEST, expected);
    this.marks = new Float64Array(room);
    this.plans = new Uint32Array(room);
  }

  add(plan: number, marks: readonly number[]): void {
    if (this.size + marks.length > this.marks.length) this.grow(marks.length);
    for (const mark of marks) {
      this.marks[this.size] = mark;
      this.plans[this.size++] = plan;
    }
  }

  /** The marks that several plans have, and these plans, by their index. What was collected is given back. */
  shared(): SharedMarks {
    const marks = new Set<number>();
    const plans = new Set<number>();
    const firsts = new FirstPlans();
    let from = 0;
    for (const to of this.part()) {
      firsts.clear(to - from);
      for (let at = from; at < to; at++) {
        const plan = this.plans[at]!;
        const first = firsts.of(this.marks[at]!, plan);
        if (first === plan) continue;
        marks.add(this.marks[at]!);
        plans.add(first).add(plan);
      }
      from = to;
    }
    this.marks = new Float64Array(0);
    this.plans = new Uint32Array(0);
    this.size = 0;
    return { marks, plans };
  }

  private grow(by: number): void {
    const room = 2 * this.marks.length + by;
    const { marks, plans } = this;
    this.marks = new Float64Array(room);
    this.marks.set(marks);
    this.plans = new Uint32Array(room);
    this.plans.set(plans);
  }

  /** Parts the marks by their first bits, each with its plan, without room of its own; gives where each part ends. */
  private part(): Uint32Array {
    const { marks, plans, size } = this;
    const parts = 2 ** Math.min(20, Math.ceil(Math.log2(size / PART + 1)));
    const scale = parts / 2 ** 53;
    const ends = new Uint32Array(parts);
    for (let at = 0; at < size; at++) ends[Math.floor(marks[at]! * scale)]!++;
    const next = new Uint32Array(parts);
    for (let part = 1; part < parts; part++) {
      next[part] = ends[part - 1]!;
      ends[part]! += ends[part - 1]!;
    }
    for (let part = 0; part < parts; part++)
      while (next[part]! < ends[part]!) {
        const at = next[part]!;
        const mark = marks[at]!;
        const to = next[Math.floor(mark * scale)]!++;
        // What stood where it belongs is looked at next; what is in place already changes with itself.
        const plan = plans[at]!;
        marks[at] = marks[to]!;
        plans[at] = plans[to]!;
        marks[to] = mark;
        plans[to] = plan;
      }
    return ends;
  }
}

/** The first plan of each mark, of a part of them. */
class FirstPlans {
  private marks = new Float64Array(0);
  private plans = new Uint32Array(0);

  /** Makes room for so many marks, and forgets those that were there. */
  clear(size: number): void {
    const slots = 2 ** Math.ceil(Math.log2(2 * size + 1));
    if (slots > this.marks.length) {
      this.marks = new Float64Array(slots);
      this.plans = new Uint32Array(slots);
    } else this.marks.fill(0);
  }

  /** @param plan is the first, if there was none before */
  of(mark: number, plan: number): number {
    const last = this.marks.length - 1;
    let slot = (mark >>> 0) & last;
    while (this.marks[slot] !== mark) {
      if (this.marks[slot] === 0) {
        this.marks[slot] = mark;
        this.plans[slot] = plan;
        return plan;
      }
      slot = (slot + 1) & last;
    }
    return this.plans[slot]!;
  }
}

const SMALLEST = 4096;
/** Marks of a part, more or less: with their table they take a part of the processor's cache that is our own. */
const PART = 2048;
