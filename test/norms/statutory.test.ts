import { describe, expect, it } from 'vitest';
import { chinaCalendar, createCalendar } from '../../src/norms/calendar/calendar.ts';
import { STATUTORY_YEARS, statutoryDays } from '../../src/norms/calendar/statutory.ts';
import { BUNDLED_YEARS } from '../../src/norms/calendar/year-table.ts';
import { isoOf, parseDay } from '../../src/values/day.ts';

const day = (iso: string) => parseDay(iso)!;
const isos = (year: number) => statutoryDays(year).map(({ day }) => isoOf(day));

describe('the days off without a notice', () => {
  it.each(BUNDLED_YEARS)('are off in the notice of %i, under the same names', year => {
    const days = statutoryDays(year);
    expect(days.length).toBe(year < 2008 ? 10 : year < 2025 ? 11 : 13);
    for (const { day, festival } of days) {
      const { works, name } = chinaCalendar.status(day);
      expect(works, isoOf(day)).toBe(false);
      // In 2006 and 2009 … two festivals may share a block, which the notice names after one of them.
      if (name && name.zh !== festival) expect(['中秋节', '国庆节']).toContain(name.zh);
    }
  });

  it('are the thirteen of 2027', () => {
    expect(isos(2027)).toEqual([
      '2027-01-01',
      ...['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'],
      '2027-04-05',
      ...['2027-05-01', '2027-05-02'],
      '2027-06-09',
      '2027-09-15',
      ...['2027-10-01', '2027-10-02', '2027-10-03'],
    ]);
  });

  it('begin the lunar year with the new moon, where calendars often differ', () => {
    // 春节 of years that the library, the almanac of the Purple Mountain Observatory and the new moons agree on
    for (const [year, first] of [
      [2027, '2027-02-06'],
      [2028, '2028-01-26'],
      [2030, '2030-02-03'],
      [2033, '2033-01-31'],
      [2034, '2034-02-19'],
    ] as const)
      expect(isos(year)).toContain(first);
    expect(isos(2030)[1]).toBe('2030-02-02');
  });

  it('are known for every year that a plan can be of', () => {
    expect(STATUTORY_YEARS).toEqual({ first: 1949, last: 2200 });
    for (let year = 2027; year <= STATUTORY_YEARS.last; year++) {
      const own = isos(year);
      // Mid-Autumn may fall into the days of National Day: then they share one.
      expect(new Set(own).size, String(year)).toBeGreaterThanOrEqual(12);
      expect(own).toEqual([...own].sort());
    }
    expect(statutoryDays(2201)).toEqual([]);
  });
});

describe('working days of 2027', () => {
  it.each([
    ['2027-02-03', '2027-02-09', 3],
    ['2027-04-01', '2027-04-07', 4],
    ['2027-05-03', '2027-05-07', 5],
    ['2027-06-07', '2027-06-11', 4],
    ['2027-09-13', '2027-09-17', 4],
    ['2027-09-27', '2027-10-04', 5],
  ])('from %s to %s are %i', (from, to, count) => {
    expect(chinaCalendar.workingDays(day(from), day(to))).toBe(count);
  });

  it('names the festivals', () => {
    expect(chinaCalendar.status(day('2027-06-09'))).toEqual({
      kind: 'holiday',
      works: false,
      name: { zh: '端午节', en: 'Dragon Boat Festival' },
    });
  });

  it('are provisional until the days of the notice are given', () => {
    const statutory = statutoryDays(2027).map(({ day }) => day);
    const more = [day('2027-02-09'), day('2027-10-04')];
    expect(chinaCalendar.isKnown(2027)).toBe(false);
    expect(createCalendar({ holidays: more }).isKnown(2027)).toBe(false);
    const given = createCalendar({ holidays: [...statutory, ...more], workdays: [day('2027-02-20')] });
    expect(given.isKnown(2027)).toBe(true);
    expect(given.isKnown(2028)).toBe(false);
    expect(given.workingDays(day('2027-02-03'), day('2027-02-09'))).toBe(2);
  });
});
