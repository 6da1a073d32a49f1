import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Assignment, assign, type SlotNeed } from '../../../src/facts/reserve/assign.ts';
import { runs } from '../../support/runs.ts';

interface Case {
  slots: SlotNeed[];
  eligible: number[][];
}

const need = (min: number, max = min): Omit<SlotNeed, 'id'> => ({ min, max });
const needs = (...list: Omit<SlotNeed, 'id'>[]): SlotNeed[] =>
  list.map((own, index) => ({ id: `slot-${index + 1}`, ...own }));
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
const range = (length: number, from = 0): number[] => Array.from({ length }, (_, index) => from + index);
const ascending = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);
const countsOf = ({ assigned }: Assignment): number[] => assigned.map(({ length }) => length);
const served = (slots: readonly SlotNeed[], counts: readonly number[]): number =>
  sum(slots.map(({ min }, slot) => Math.min(min, counts[slot]!)));

function eligibleForAny(slots: readonly number[], eligible: readonly number[][]): number[] {
  const wanted = new Set(slots);
  return [...eligible.keys()].filter(person => eligible[person]!.some(slot => wanted.has(slot)));
}

const caseOf = (slotLimit: number, personLimit: number): fc.Arbitrary<Case> =>
  fc.integer({ min: 0, max: slotLimit }).chain(length =>
    fc.record({
      slots: fc
        .array(fc.tuple(fc.nat(3), fc.nat(2)), { minLength: length, maxLength: length })
        .map(list => needs(...list.map(([min, more]) => need(min, min + more)))),
      eligible: fc.array(fc.shuffledSubarray(range(length)), { maxLength: personLimit }),
    }),
  );

const small = caseOf(4, 6);
const medium = caseOf(12, 40);

/** Every possible list of counts, found by trying all choices for all people. */
function possibleCounts({ slots, eligible }: Case): Map<string, number[]> {
  const zero = slots.map(() => 0);
  let possible = new Map([[zero.join(), zero]]);
  for (const own of eligible) {
    const next = new Map(possible);
    for (const counts of possible.values()) {
      for (const slot of own) {
        if (counts[slot] === slots[slot]!.max) continue;
        const more = counts.with(slot, counts[slot]! + 1);
        next.set(more.join(), more);
      }
    }
    possible = next;
  }
  return possible;
}

/** Whether all these people can be placed, by trying all choices. */
function canPlace(
  people: readonly number[],
  room: readonly number[],
  eligible: readonly number[][],
): boolean {
  const [first, ...others] = people;
  if (first === undefined) return true;
  return eligible[first]!.some(
    slot => room[slot]! > 0 && canPlace(others, room.with(slot, room[slot]! - 1), eligible),
  );
}

function expectValid({ slots, eligible }: Case, { assigned, shortages }: Assignment): void {
  const everybody = assigned.flat();
  expect(new Set(everybody).size).toBe(everybody.length);
  expect(assigned).toHaveLength(slots.length);
  const wrong = [...assigned.entries()].filter(
    ([slot, people]) =>
      people.join() !== ascending(people).join() ||
      people.length > slots[slot]!.max ||
      !people.every(person => eligible[person]!.includes(slot)),
  );
  expect(wrong).toEqual([]);
  expect(shortages.length === 0).toBe(assigned.every((people, slot) => people.length >= slots[slot]!.min));
}

function expectEarlierFirst({ slots, eligible }: Case, { assigned }: Assignment): void {
  const openTo = slots.map((): number[] => []);
  // A list of slots that people share stands for all of them.
  for (const [kind, own] of [...new Set(eligible)].entries())
    for (const slot of new Set(own)) openTo[slot]!.push(kind);
  const last = new Map<string, number>();
  const wrong: string[] = [];
  for (const [slot, people] of assigned.entries()) {
    const alike = openTo[slot]!.join();
    for (const person of people) {
      if (person <= (last.get(alike) ?? -1)) wrong.push(`${person} in ${slot} after ${last.get(alike)}`);
      last.set(alike, person);
    }
  }
  expect(wrong).toEqual([]);
}

/** True Hall violators, apart from each other, that lack as many people as the slots do: a proof of the maximum. */
function expectShortages({ slots, eligible }: Case, { assigned, shortages }: Assignment): void {
  for (const shortage of shortages) {
    expect(shortage.slots).toEqual(ascending(shortage.slots));
    expect(shortage.slots.every(slot => slots[slot]!.min > 0)).toBe(true);
    expect(shortage.people).toEqual(eligibleForAny(shortage.slots, eligible));
    expect(shortage.needed).toBe(sum(shortage.slots.map(slot => slots[slot]!.min)));
    expect(shortage.needed).toBeGreaterThan(shortage.people.length);
    // Nobody is spared for slots elsewhere.
    expect(ascending(shortage.slots.flatMap(slot => assigned[slot]!))).toEqual(shortage.people);
  }
  for (const side of ['slots', 'people'] as const) {
    const listed = shortages.flatMap(shortage => shortage[side]);
    expect(new Set(listed).size).toBe(listed.length);
  }
  const firsts = shortages.map(shortage => shortage.slots[0]!);
  expect(firsts).toEqual(ascending(firsts));
  const counts = assigned.map(({ length }) => length);
  const inShortage = new Set(shortages.flatMap(shortage => shortage.slots));
  expect([...slots.keys()].filter(slot => counts[slot]! < slots[slot]!.min && !inShortage.has(slot))).toEqual(
    [],
  );
  const lacking = sum(slots.map(({ min }) => min)) - served(slots, counts);
  expect(sum(shortages.map(({ needed, people }) => needed - people.length))).toBe(lacking);
}

function check(given: Case): Assignment {
  const result = assign(given.slots, given.eligible);
  expectValid(given, result);
  expectShortages(given, result);
  expectEarlierFirst(given, result);
  return result;
}

describe('against brute force', () => {
  const property = (name: string, holds: (given: Case, result: Assignment) => void) =>
    test(name, () => {
      fc.assert(
        fc.property(small, given => holds(given, assign(given.slots, given.eligible))),
        runs(1000),
      );
    });

  property('capacity and eligibility are respected', expectValid);

  property('shortages are Hall violators and account for all that is lacking', expectShortages);

  property('shortages, served minimums and total', (given, result) => {
    const { slots } = given;
    const possible = [...possibleCounts(given).values()];
    const mostServed = Math.max(...possible.map(counts => served(slots, counts)));
    const best = possible.filter(counts => served(slots, counts) === mostServed);
    expect(served(slots, countsOf(result))).toBe(mostServed);
    expect(sum(countsOf(result))).toBe(Math.max(...best.map(sum)));
    expect(result.shortages.length === 0).toBe(mostServed === sum(slots.map(({ min }) => min)));
  });

  property('minimums by the order of the slots, the rest by room', (given, result) => {
    const { slots } = given;
    const possible = possibleCounts(given);
    let counts = slots.map(() => 0);
    const grow = (slot: number): boolean => {
      const more = counts.with(slot, counts[slot]! + 1);
      const grown = possible.has(more.join());
      if (grown) counts = more;
      return grown;
    };
    for (const [slot, { min }] of slots.entries()) while (counts[slot]! < min && grow(slot));
    for (let grown = true; grown; ) {
      const room = slots.map(({ max }, slot) => max - counts[slot]!);
      grown = [...slots.keys()].sort((a, b) => room[b]! - room[a]! || a - b).some(grow);
    }
    expect(countsOf(result)).toEqual(counts);
  });

  property('nobody is left out in favour of somebody later', ({ eligible }, result) => {
    const taken: number[] = [];
    for (const person of eligible.keys())
      if (canPlace([...taken, person], countsOf(result), eligible)) taken.push(person);
    expect(ascending(result.assigned.flat())).toEqual(taken);
  });

  property('of slots open to the same people the earlier has the earlier people', expectEarlierFirst);

  property('any part of a shortage lacks fewer than the whole', ({ slots, eligible }, { shortages }) => {
    const lacking = (part: readonly number[]): number =>
      sum(part.map(slot => slots[slot]!.min)) - eligibleForAny(part, eligible).length;
    for (const { slots: whole } of shortages) {
      const parts = range(2 ** whole.length - 1).map(bits => whole.filter((_, index) => bits & (1 << index)));
      expect(parts.filter(part => lacking(part) >= lacking(whole))).toEqual([]);
    }
  });

  property('a shortage hangs together by its people', ({ eligible }, { shortages }) => {
    for (const { slots, people } of shortages) {
      if (people.length === 0) continue;
      let reached = slots.slice(0, 1);
      for (const _ of slots) {
        const rivals = eligibleForAny(reached, eligible).flatMap(person => eligible[person]!);
        reached = ascending([...reached, ...rivals.filter(slot => slots.includes(slot))]);
      }
      expect(reached).toEqual(slots);
    }
  });
});

describe('beyond brute force', () => {
  test('larger cases prove their own maximum', () => {
    fc.assert(
      fc.property(medium, given => void check(given)),
      runs(500),
    );
  });

  test('the same input gives the same result and is left as it was', () => {
    fc.assert(
      fc.property(medium, given => {
        const before = structuredClone(given);
        const result = assign(given.slots, given.eligible);
        expect(given).toEqual(before);
        expect(assign(before.slots, before.eligible)).toEqual(result);
      }),
      runs(300),
    );
  });

  test('the order of a person’s slots, or one listed twice, does not matter', () => {
    fc.assert(
      fc.property(medium, ({ slots, eligible }) => {
        const listed = eligible.map(own => [...own.toReversed(), ...own.slice(0, 1)]);
        expect(assign(slots, listed)).toEqual(assign(slots, eligible));
      }),
      runs(300),
    );
  });

  const reordered = medium.chain(({ slots, eligible }) =>
    fc.record({
      slots: fc.constant(slots),
      eligible: fc.constant(eligible),
      order: fc.shuffledSubarray(range(eligible.length), { minLength: eligible.length }),
    }),
  );

  test('the order of the people decides who is assigned, not how many to which slot', () => {
    fc.assert(
      fc.property(reordered, ({ slots, eligible, order }) => {
        const shuffled = order.map(person => eligible[person]!);
        const [one, other] = [assign(slots, eligible), assign(slots, shuffled)];
        expect(countsOf(other)).toEqual(countsOf(one));
        const back = (people: number[]) => ascending(people.map(person => order[person]!));
        expect(other.shortages.map(own => ({ ...own, people: back(own.people) }))).toEqual(one.shortages);
      }),
      runs(300),
    );
  });

  test('the order of the slots changes neither the totals nor the shortages', () => {
    fc.assert(
      fc.property(medium, ({ slots, eligible }) => {
        const mirror = (slot: number): number => slots.length - 1 - slot;
        const mirrored = eligible.map(own => own.map(mirror));
        const [one, other] = [assign(slots, eligible), assign(slots.toReversed(), mirrored)];
        expect(served(slots, countsOf(other).toReversed())).toBe(served(slots, countsOf(one)));
        expect(sum(countsOf(other))).toBe(sum(countsOf(one)));
        const shortages = other.shortages.map(own => ({ ...own, slots: ascending(own.slots.map(mirror)) }));
        expect(shortages.sort((a, b) => a.slots[0]! - b.slots[0]!)).toEqual(one.shortages);
      }),
      runs(300),
    );
  });
});

describe('examples', () => {
  test('first come, first served would leave the second slot empty', () => {
    const result = check({ slots: needs(need(1), need(1)), eligible: [[0, 1], [0]] });
    expect(result).toEqual({ assigned: [[1], [0]], shortages: [] });
  });

  test('a chain of changes gives the last slot its person', () => {
    const eligible = [[0, 1], [1, 2], [2, 3], [0]];
    const result = check({ slots: needs(need(1), need(1), need(1), need(1)), eligible });
    expect(result.assigned).toEqual([[3], [0], [1], [2]]);
  });

  test('a minimum goes before the rest of another slot', () => {
    const result = check({ slots: needs(need(1, 3), need(2, 3)), eligible: range(3).map(() => [0, 1]) });
    expect(result.assigned).toEqual([[0], [1, 2]]);
  });

  test('people left over are spread evenly', () => {
    const slots = needs(need(2, 4), need(2, 4), need(2, 4));
    const eligible = range(10).map(() => [0, 1, 2]);
    expect(countsOf(check({ slots, eligible: eligible.slice(1) }))).toEqual([3, 3, 3]);
    expect(countsOf(check({ slots, eligible }))).toEqual([4, 3, 3]);
  });

  test('a slot that had people before waits until the others have as many', () => {
    const slots = needs(need(0, 1), need(2, 4));
    expect(countsOf(check({ slots, eligible: range(3).map(() => [0, 1]) }))).toEqual([0, 3]);
    expect(countsOf(check({ slots, eligible: range(4).map(() => [0, 1]) }))).toEqual([1, 3]);
  });

  test('of people who are alike the earlier are taken, and by the earlier slot', () => {
    const result = check({ slots: needs(need(2), need(2)), eligible: range(6).map(() => [0, 1]) });
    expect(result.assigned).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  test.each([[[0, 1, 2]], [[0, 1, 2, 0]], [[2, 1, 1, 0]]])(
    'that also holds where somebody, fit for %o, has to make room for a later one',
    first => {
      const result = check({ slots: needs(need(1), need(1), need(1)), eligible: [first, [0, 1], [0, 1]] });
      expect(result.assigned).toEqual([[1], [2], [0]]);
    },
  );

  test('somebody earlier is not left out for fitting a later slot only', () => {
    const result = check({ slots: needs(need(1), need(1)), eligible: [[1], [1], [0, 1], [0]] });
    expect(result.assigned).toEqual([[2], [0]]);
  });

  test('nominees without a slot go to the empty ones', () => {
    const result = check({ slots: needs(need(1), need(1), need(1)), eligible: [[0, 1], [0], [0, 1]] });
    expect(result.assigned).toEqual([[1], [0], []]);
    expect(result.shortages).toEqual([{ slots: [2], people: [], needed: 1 }]);
  });

  test('shortages that share nobody are apart, and slots that have enough in none', () => {
    const slots = needs(need(2, 3), need(2, 3), need(2, 3), need(2, 3));
    const eligible = [[2], [0, 1], [0, 1], [0, 1], [3], [3], [3], [3]];
    const result = check({ slots, eligible });
    expect(countsOf(result)).toEqual([2, 1, 1, 3]);
    expect(result.shortages).toEqual([
      { slots: [0, 1], people: [1, 2, 3], needed: 4 },
      { slots: [2], people: [0], needed: 2 },
    ]);
  });

  test('a slot with enough people of its own is no part of a shortage it shares people with', () => {
    const result = check({ slots: needs(need(2), need(2)), eligible: [[0, 1], [1], [1]] });
    expect(result.assigned).toEqual([[0], [1, 2]]);
    expect(result.shortages).toEqual([{ slots: [0], people: [0], needed: 2 }]);
  });

  test('slots that compete in a ring are one shortage', () => {
    const eligible = [
      [0, 1],
      [1, 2],
      [0, 2],
    ];
    const result = check({ slots: needs(need(2), need(2), need(2)), eligible });
    expect(countsOf(result)).toEqual([2, 1, 0]);
    expect(result.shortages).toEqual([{ slots: [0, 1, 2], people: [0, 1, 2], needed: 6 }]);
  });

  test('the total decides, even where fewer slots have all they need', () => {
    const eligible = [
      [0, 1],
      [0, 2],
      [1, 1],
      [2, 2],
    ];
    const result = check({ slots: needs(need(2), need(2), need(2)), eligible });
    expect(countsOf(result)).toEqual([2, 1, 1]);
  });

  test('slots that nobody is eligible for are one shortage', () => {
    const result = check({ slots: needs(need(1), need(2), need(3)), eligible: [[1], [1], []] });
    expect(result.shortages).toEqual([{ slots: [0, 2], people: [], needed: 4 }]);
  });

  test('a slot without need is no part of a shortage of its like', () => {
    const result = check({ slots: needs(need(0, 2), need(2)), eligible: [[0, 1]] });
    expect(result.assigned).toEqual([[], [0]]);
    expect(result.shortages).toEqual([{ slots: [1], people: [0], needed: 2 }]);
  });
});

describe('edges', () => {
  const nothing = { shortages: [] };

  test('no slots, no people', () => {
    expect(assign([], [])).toEqual({ assigned: [], ...nothing });
    expect(assign([], [[], []])).toEqual({ assigned: [], ...nothing });
    expect(assign(needs(need(0, 2)), [])).toEqual({ assigned: [[]], ...nothing });
    const shortages = [{ slots: [0], people: [], needed: 1 }];
    expect(assign(needs(need(1)), [])).toEqual({ assigned: [[]], shortages });
  });

  test('no needs', () => {
    expect(assign(needs(need(0), need(0)), [[0, 1], [1]])).toEqual({ assigned: [[], []], ...nothing });
    expect(assign(needs(need(0, 1), need(0, 1)), [[0, 1], [1]]).assigned).toEqual([[0], [1]]);
  });

  test('people eligible for nothing', () => {
    expect(assign(needs(need(1, 2)), [[], [0], []])).toEqual({ assigned: [[1]], ...nothing });
  });

  test('no limit to speak of', () => {
    const slots = needs(need(1, Number.MAX_SAFE_INTEGER), need(0, 3));
    expect(countsOf(check({ slots, eligible: range(100).map(() => [0, 1]) }))).toEqual([100, 0]);
    const short = check({ slots: needs(need(Number.MAX_SAFE_INTEGER)), eligible: [[0]] });
    expect(short.shortages).toEqual([{ slots: [0], people: [0], needed: Number.MAX_SAFE_INTEGER }]);
  });

  test.each([
    [-1, 1],
    [2, 1],
    [0.5, 1],
    [0, 1.5],
    [Number.NaN, 1],
    [0, Number.POSITIVE_INFINITY],
  ])('%d to %d is no need', (min, max) => {
    const error = new RangeError(`not a need of slot slot-1: ${min} to ${max}`);
    expect(() => assign(needs(need(min, max)), [])).toThrow(error);
  });

  test.each([-1, 1, 0.5, Number.NaN])('there is no slot %d', slot => {
    expect(() => assign(needs(need(1)), [[0], [slot]])).toThrow(new RangeError(`no such slot: ${slot}`));
  });
});

describe('a county: 490 slots, 5,000 people', () => {
  const FARMER = range(300);
  const OFFICE = range(130, 300);
  const SCHOOL = range(60, 430);
  const slots = needs(...range(490).map(() => need(2, 3)));

  test('enough for all', () => {
    const kinds = [FARMER, OFFICE, SCHOOL, [...OFFICE, ...SCHOOL], []];
    const result = check({ slots, eligible: range(5000).map(person => kinds[person % 5]!) });
    expect(countsOf(result)).toEqual(slots.map(() => 3));
  });

  test('too few for offices and schools', () => {
    const kinds = [...range(97).map(() => FARMER), OFFICE, SCHOOL, [...OFFICE, ...SCHOOL]];
    const result = check({ slots, eligible: range(5000).map(person => kinds[person % 100]!) });
    expect(sum(countsOf(result).slice(0, 300))).toBe(900);
    expect(sum(countsOf(result).slice(300))).toBe(150);
    const people = range(5000).filter(person => person % 100 >= 97);
    expect(result.shortages).toEqual([{ slots: [...OFFICE, ...SCHOOL], people, needed: 380 }]);
  });

  test('everybody different', () => {
    // Steps prime to the number of slots: every slot is as much in demand as every other.
    const eligible = range(5000).map(person => [(person * 3) % 490, (person * 11 + 7) % 490]);
    expect(countsOf(check({ slots, eligible }))).toEqual(slots.map(() => 3));
  });

  test('a chain of thousands of changes', () => {
    const long = needs(...range(5000).map(() => need(1)));
    const eligible = [...range(4999).map(person => [person, person + 1]), [0]];
    const result = check({ slots: long, eligible });
    expect(result.shortages).toEqual([]);
  });
});
