import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit, readIdNumber } from '../../src/model/id-number.ts';
import { isoOf } from '../../src/values/day.ts';

/** The first 17 digits of a number: an address, a day that exists, a sequence. */
const body = fc
  .tuple(
    fc.integer({ min: 110000, max: 829999 }),
    fc.integer({ min: -25_567, max: 20_000 }),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(
    ([address, day, sequence]) =>
      `${address}${isoOf(day).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`,
  );

describe('ID numbers (GB 11643)', () => {
  it.each([
    // the address is a province's own code, which nobody has
    ['650000199001010019', '1990-01-01', 'male'],
    ['65000019951230123X', '1995-12-30', 'male'],
    ['650000199005030025', '1990-05-03', 'female'],
    ['370101190102039973', '1901-02-03', 'male'],
  ])('reads %s', (number, birth, gender) => {
    const read = readIdNumber(number);
    expect(read.checks).toBe(true);
    expect(read.gender).toBe(gender);
    expect(isoOf(read.birth!)).toBe(birth);
  });

  it('reads the old form of the same number', () => {
    const old = readIdNumber('650000900101001');
    expect(old).toEqual({ ...readIdNumber('650000199001010019'), old: true });
  });

  it('refuses days that do not exist', () => {
    expect(readIdNumber(`65000019900230001${checkDigit('65000019900230001')}`).birth).toBeUndefined();
    expect(readIdNumber('650000900230001').birth).toBeUndefined();
  });

  it('finds any single digit that is changed, and the check digit itself', () => {
    fc.assert(
      fc.property(
        body,
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...'0123456789X'),
        (own, at, other) => {
          const number = own + checkDigit(own);
          expect(readIdNumber(number).checks).toBe(true);
          fc.pre(other !== number[at] && !(other === 'X' && at < 17));
          expect(readIdNumber(number.slice(0, at) + other + number.slice(at + 1)).checks).toBe(false);
        },
      ),
    );
  });

  it('finds any two neighbours that are exchanged', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 15 }), (own, at) => {
        fc.pre(own[at] !== own[at + 1]);
        const exchanged = own.slice(0, at) + own[at + 1] + own[at] + own.slice(at + 2);
        expect(readIdNumber(exchanged + checkDigit(own)).checks).toBe(false);
      }),
    );
  });
});
