import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meets } from '../../src/model/condition.ts';
import { civil, dayOf, isoOf, parseDay, weekdayOf } from '../../src/values/day.ts';
import { addMonths } from '../../src/values/months.ts';
import { fullYears, knownDate } from '../../src/values/period.ts';
import { runs } from '../support/runs.ts';

const day = (iso: string) => parseDay(iso)!;

describe('days', () => {
  it('come back as they went in', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 80_000 }), number => {
        const { year, month, date } = civil(number);
        expect(dayOf(year, month, date)).toBe(number);
        expect(parseDay(isoOf(number))).toBe(number);
        expect(weekdayOf(number)).toBe(new Date(number * 86_400_000).getUTCDay());
      }),
    );
  });

  it('that do not exist are none', () => {
    for (const iso of ['2016-02-30', '2015-02-29', '2016-13-01', '2016-00-10', '2016-06-31', '16-06-01'])
      expect(parseDay(iso)).toBeUndefined();
  });
});

/** Days on which months and years are counted in odd ways come up as often as others. */
const anyDay = fc.oneof(
  fc.integer({ min: day('1880-01-01'), max: day('2110-12-31') }),
  fc
    .tuple(fc.integer({ min: 1880, max: 2110 }), fc.constantFrom([2, 28], [2, 29], [3, 1], [8, 31], [1, 1]))
    .map(([year, [month, date]]) => dayOf(year, month!, date!) ?? dayOf(year, 3, 1)!),
);

describe('an age that a condition asks for', () => {
  it('is answered by birth as by age, on the birthday and the days around it', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: -2, max: 2 }),
        (birth, age, off) => {
          const on = addMonths(birth, 12 * age) + off;
          const years = fullYears(birth, on);
          const person = { birth: isoOf(birth) };
          expect(meets(person, { age: { min: age } }, on)).toBe(years >= age);
          expect(meets(person, { age: { max: age } }, on)).toBe(years <= age);
          expect(meets(person, { age: { min: age, max: age + 3 } }, on)).toBe(
            years >= age && years <= age + 3,
          );
        },
      ),
      runs(3000),
    );
  });
});

describe('months later', () => {
  it.each([
    ['2014-06-01', 12, '2015-06-01'],
    ['2015-01-31', 1, '2015-02-28'],
    ['2016-01-31', 1, '2016-02-29'],
    ['2016-02-29', 12, '2017-02-28'],
    ['2016-08-31', 6, '2017-02-28'],
    ['2016-03-31', -1, '2016-02-29'],
    ['2016-12-31', 2, '2017-02-28'],
    ['2015-12-31', 2, '2016-02-29'],
    ['2016-02-29', 48, '2020-02-29'],
    ['2016-06-01', 0, '2016-06-01'],
  ])('%s and %i months: %s', (from, months, to) => {
    expect(isoOf(addMonths(day(from), months))).toBe(to);
  });

  it('keep the date, or come to the last of the month, however far and in whatever order they are asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: day('1900-01-01'), max: day('2100-12-31') }),
        fc.integer({ min: -5000, max: 5000 }),
        (from, months) => {
          const later = addMonths(from, months);
          const [a, b] = [civil(from), civil(later)];
          expect((b.year - a.year) * 12 + b.month - a.month).toBe(months);
          if (b.date !== a.date) {
            expect(b.date).toBeLessThan(a.date);
            expect(civil(later + 1).date).toBe(1);
          }
        },
      ),
    );
  });
});

describe('full years', () => {
  it.each([
    ['1981-12-31', '2016-12-31', 35],
    ['1981-12-31', '2016-12-30', 34],
    ['1998-06-08', '2016-06-08', 18],
    ['1998-06-09', '2016-06-08', 17],
    ['1998-06-08', '2016-05-30', 17],
    ['1998-06-08', '2016-07-01', 18],
    ['1996-02-29', '2014-02-28', 17],
    ['1996-02-29', '2014-03-01', 18],
  ])('born %s, on %s: %i', (birth, on, years) => {
    expect(fullYears(day(birth), day(on))).toBe(years);
  });
});

it('a month is known from its first to its last day', () => {
  expect(knownDate('2016-02')).toEqual({ first: day('2016-02-01'), last: day('2016-02-29') });
  expect(knownDate('2016-12')).toEqual({ first: day('2016-12-01'), last: day('2016-12-31') });
  expect(knownDate('2016-06-04')).toEqual({ first: day('2016-06-04'), last: day('2016-06-04') });
});

it.each(['2016-13', '2016-00', '2016', '0099-12', '不详'])('%s is no date', text => {
  expect(() => knownDate(text)).toThrow(new RangeError(`not a date: ${text}`));
});
