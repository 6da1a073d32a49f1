import { describe, expect, it } from 'vitest';
import { every, not, some, type Truth } from '../../src/model/truth.ts';

/** Kleene's tables; undefined is “not known”. */
const TABLE: { a: Truth; b: Truth; and: Truth; or: Truth }[] = [
  { a: true, b: true, and: true, or: true },
  { a: true, b: false, and: false, or: true },
  { a: true, b: undefined, and: undefined, or: true },
  { a: false, b: false, and: false, or: false },
  { a: false, b: undefined, and: false, or: undefined },
  { a: undefined, b: undefined, and: undefined, or: undefined },
];

describe('what is known of several conditions', () => {
  it.each(TABLE)('$a, $b: all of them $and, any of them $or', ({ a, b, and, or }) => {
    for (const pair of [
      [a, b],
      [b, a],
      [b, a, b],
    ]) {
      expect(every(pair)).toBe(and);
      expect(some(pair)).toBe(or);
      // De Morgan: to refuse all of them is not to meet any.
      expect(every(pair.map(not))).toBe(not(or));
    }
  });

  it('of none at all: all hold, and none does', () => {
    expect([every([]), some([])]).toEqual([true, false]);
  });

  it('the negation of what is not known is not known', () => {
    expect([not(true), not(false), not(undefined)]).toEqual([false, true, undefined]);
  });
});
