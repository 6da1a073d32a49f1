import { describe, expect, it } from 'vitest';
import { chinaCalendar, createCalendar, unsureDays } from '../../src/norms/calendar/calendar.ts';
import { STATUTORY_YEARS, statutoryDays, usualDaysOff } from '../../src/norms/calendar/statutory.ts';
import { BUNDLED_YEARS } from '../../src/norms/calendar/year-table.ts';
import { isoOf, parseDay, weekdayOf } from '../../src/values/day.ts';

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

describe('the days beside the festivals', () => {
  const usual = (year: number) => usualDaysOff(year).map(({ day }) => isoOf(day));

  it.each(BUNDLED_YEARS.filter(year => year >= 2019))('are all that the notice of %i adds', year => {
    const expected = new Set([...isos(year), ...usual(year), ...usual(year + 1)]);
    // The eve of the Spring Festival was added by the notices until it became a day off in 2025.
    for (const { day, festival } of statutoryDays(year))
      if (festival === '春节') expected.add(isoOf(day - 1));
    for (let at = day(`${year}-01-01`); at <= day(`${year}-12-31`); at++)
      if (weekdayOf(at) % 6 !== 0 && !chinaCalendar.isWorkday(at)) expect(expected).toContain(isoOf(at));
  });

  it('are the weeks of 2027, and the eighth of October where Mid-Autumn falls into the week', () => {
    expect(usual(2027)).toEqual([
      ...['2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12'],
      ...['2027-05-03', '2027-05-04', '2027-05-05'],
      ...['2027-10-04', '2027-10-05', '2027-10-06', '2027-10-07'],
    ]);
    expect(usual(2028).filter(iso => iso > '2028-09')).toEqual([
      ...['2028-10-04', '2028-10-05', '2028-10-06'],
    ]);
    expect(usual(2031).at(-1)).toBe('2031-10-08');
    expect(usual(2030)[0]).toBe('2029-12-31');
  });

  it('are off for the cautious, in years without a notice only', () => {
    const { cautious } = chinaCalendar;
    for (let at = day('2024-01-01'); at < day('2032-01-01'); at++) {
      const { kind } = chinaCalendar.status(at);
      if (isoOf(at) < '2027') expect(cautious.status(at).kind).toBe(kind);
      else if (kind !== 'workday') expect(cautious.isWorkday(at)).toBe(false);
    }
    expect(unsureDays(chinaCalendar, day('2027-10-01'), day('2027-10-10')).map(isoOf)).toEqual(
      usual(2027).slice(-4),
    );
    expect(cautious.isWorkday(day('2029-12-31'))).toBe(false);
    expect(cautious.cautious).toBe(cautious);
  });

  it('are as the plan says where it says so', () => {
    const some = createCalendar({ workdays: [day('2027-10-04')] });
    expect(some.cautious.isWorkday(day('2027-10-04'))).toBe(true);
    expect(some.cautious.isWorkday(day('2027-10-05'))).toBe(false);
    const all = createCalendar({ holidays: statutoryDays(2027).map(({ day }) => day) });
    expect(all.cautious.isWorkday(day('2027-10-05'))).toBe(true);
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
