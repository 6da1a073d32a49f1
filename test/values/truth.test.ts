import { describe, expect, it } from 'vitest';
import type { Where } from '../../src/generated/types.ts';
import { meets } from '../../src/model/condition.ts';
import { not, some, type Truth } from '../../src/values/truth.ts';

/** Kleene's tables; undefined is “not known”. */
const TABLE: { a: Truth; b: Truth; and: Truth; or: Truth }[] = [
  { a: true, b: true, and: true, or: true },
  { a: true, b: false, and: false, or: true },
  { a: true, b: undefined, and: undefined, or: true },
  { a: false, b: false, and: false, or: false },
  { a: false, b: undefined, and: false, or: undefined },
  { a: undefined, b: undefined, and: undefined, or: undefined },
];

const PERSON = { attributes: { known: 1 } };
/** A condition of which it is known, or not, whether this person meets it. */
const conditionFor = (truth: Truth): Where => ({
  attributes: truth === undefined ? { other: 1 } : { known: truth ? 1 : 2 },
});

const itself = (truth: Truth): Truth => truth;

describe('what is known of several conditions', () => {
  it.each(TABLE)('$a, $b: all of them $and, any of them $or', ({ a, b, and, or }) => {
    for (const truths of [
      [a, b],
      [b, a],
      [b, a, b],
    ]) {
      const conditions = truths.map(conditionFor);
      expect(meets(PERSON, { all: conditions }, 0)).toBe(and);
      expect(meets(PERSON, { any: conditions }, 0)).toBe(or);
      expect(some(truths, itself)).toBe(or);
      // De Morgan: not to meet any is to be refused by all of them.
      expect(not(some(truths, not))).toBe(and);
    }
  });

  it('of none at all: all hold, and none does', () => {
    expect(meets(PERSON, {}, 0)).toBe(true);
    expect(some([], itself)).toBe(false);
  });

  it('the negation of what is not known is not known', () => {
    expect([not(true), not(false), not(undefined)]).toEqual([false, true, undefined]);
  });
});
