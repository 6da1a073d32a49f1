import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MarkIndex, marksOf } from '../../src/county/people.ts';
import type { Person } from '../../src/model/plan.ts';

const person = (fields: Partial<Person['data']> & { name: string }): Person =>
  ({ id: 'c01', name: fields.name, data: fields }) as Person;

describe('marks of people', () => {
  it('are made of the ID number, and of name and birth date', () => {
    expect(marksOf([person({ name: '王芳' })])).toEqual([]);
    expect(marksOf([person({ name: '王芳', birth: '1990-05' })])).toEqual([]);
    expect(marksOf([person({ name: '王芳', birth: '1990-05-03' })])).toHaveLength(1);
    expect(
      marksOf([person({ name: '王芳', birth: '1990-05-03', idNumber: '110101199005030029' })]),
    ).toHaveLength(2);
  });

  it('are the same for the old and the new form of an ID number', () => {
    expect(marksOf([person({ name: '王芳', idNumber: '110101900503002' })])).toEqual(
      marksOf([person({ name: '李丽', idNumber: '110101199005030029' })]),
    );
  });

  it('differ for a hundred thousand people who differ by one character', () => {
    const marks = new Set<number>();
    for (let at = 0; at < 100_000; at++)
      for (const mark of marksOf([
        person({
          name: `王${String.fromCharCode(0x4e00 + (at % 20_000))}`,
          birth: `19${50 + Math.floor(at / 20_000)}-05-03`,
        }),
      ]))
        marks.add(mark);
    expect(marks.size).toBe(100_000);
  });
});

describe('MarkIndex', () => {
  it('finds the plans that share a mark, as sets would, however many there are', () => {
    const numbers = fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 60, size: 'max' });
    const plans = fc.array(numbers, { maxLength: 200, size: 'max' });
    // Close together, and over all of 53 bits.
    const apart = fc.constantFrom(1, Math.floor((2 ** 53 - 1) / 5000));
    fc.assert(
      fc.property(plans, apart, fc.constantFrom(0, 10_000), (all, apart, expected) => {
        const index = new MarkIndex(expected);
        const owners = new Map<number, Set<number>>();
        all.forEach((numbers, plan) => {
          const marks = numbers.map(number => number * apart);
          index.add(plan, marks);
          for (const mark of marks) owners.set(mark, (owners.get(mark) ?? new Set()).add(plan));
        });
        const shared = [...owners.values()].flatMap(own => (own.size > 1 ? [...own] : []));
        const found = index.shared();
        expect([...found.plans].sort()).toEqual([...new Set(shared)].sort());
        expect([...found.marks].sort()).toEqual(
          [...owners].flatMap(([mark, own]) => (own.size > 1 ? [mark] : [])).sort(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('grows beyond what was expected', () => {
    const index = new MarkIndex();
    for (let mark = 1; mark <= 50_000; mark++) index.add(mark, [mark * 1_000_003]);
    index.add(60_000, [7 * 1_000_003]);
    const { plans, marks } = index.shared();
    expect([...plans].sort()).toEqual([60_000, 7]);
    expect([...marks]).toEqual([7 * 1_000_003]);
  });
});
