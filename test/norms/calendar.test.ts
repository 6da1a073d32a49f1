import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Calendar, chinaCalendar, createCalendar } from '../../src/norms/calendar/calendar.ts';
import { firstDayOf, BUNDLED_YEARS as YEARS } from '../../src/norms/calendar/year-table.ts';
import { type Day, isoOf, parseDay, weekdayOf, yearOf } from '../../src/values/day.ts';

const day = (iso: string): Day => parseDay(iso)!;
const FIRST = firstDayOf(1);
const LAST = day('9999-12-31');

// The package's functions shift by a day west of Greenwich; its data, keyed by date, does not.
const offDays: Record<string, string> = published.holidays;
const makeupDays: Record<string, string> = published.workdays;

/** Days on which the notices themselves say otherwise than the package. */
const NOTICE_SAYS: Record<string, string> = {
  '2005-12-31': 'makeup-workday',
  '2011-06-05': 'holiday',
  '2012-06-23': 'holiday',
  '2014-04-06': 'weekend',
  '2015-09-05': 'holiday',
  '2019-04-06': 'weekend',
  '2019-04-07': 'weekend',
  '2019-06-08': 'weekend',
  '2019-06-09': 'weekend',
  '2019-09-14': 'weekend',
  '2019-09-15': 'weekend',
};

function publishedKind(at: Day): string {
  const iso = isoOf(at);
  if (NOTICE_SAYS[iso]) return NOTICE_SAYS[iso];
  if (makeupDays[iso]) return 'makeup-workday';
  if (offDays[iso]) return 'holiday';
  return weekdayOf(at) % 6 === 0 ? 'weekend' : 'workday';
}

describe.each(YEARS)('%i day by day', year => {
  const days = Array.from(
    { length: firstDayOf(year + 1) - firstDayOf(year) },
    (_, i) => firstDayOf(year) + i,
  );

  it('is as published', () => {
    const ours = days.map(at => `${isoOf(at)} ${chinaCalendar.status(at).kind}`);
    expect(ours).toEqual(days.map(at => `${isoOf(at)} ${publishedKind(at)}`));
    const working = days.filter(at => ['workday', 'makeup-workday'].includes(publishedKind(at)));
    expect(days.filter(at => chinaCalendar.isWorkday(at))).toEqual(working);
    expect(chinaCalendar.workingDays(days[0]!, days.at(-1)!)).toBe(working.length);
    expect(chinaCalendar.isKnown(year)).toBe(true);
  });

  it('names the festival of each day off and make-up workday', () => {
    const wrong: string[] = [];
    for (const at of days) {
      const { kind, name } = chinaCalendar.status(at);
      const told = `${isoOf(at)} ${kind} ${name?.zh} ${name?.en}`;
      if ((name !== undefined) !== (kind === 'holiday' || kind === 'makeup-workday')) wrong.push(told);
      const [en, zh] = (makeupDays[isoOf(at)] ?? offDays[isoOf(at)] ?? '').split(',');
      if (!name || !zh || zh.endsWith('周年纪念日')) continue;
      if (!name.zh.startsWith(zh) || name.en.toLowerCase() !== en!.toLowerCase()) wrong.push(told);
    }
    expect(wrong).toEqual([]);
  });
});

it('bundles every year that the package has, and no other', () => {
  const years = new Set(Object.keys(offDays).map(iso => Number(iso.slice(0, 4))));
  expect(YEARS).toEqual([...years].sort());
  for (const year of [1, 2003, YEARS.at(-1)! + 1, 9999, Number.NaN])
    expect(chinaCalendar.isKnown(year)).toBe(false);
});

describe('June 2016', () => {
  const DRAGON_BOAT = { zh: '端午节', en: 'Dragon Boat Festival' };

  it.each(['2016-06-09', '2016-06-10', '2016-06-11'])('%s is a day off', iso => {
    expect(chinaCalendar.status(day(iso))).toEqual({ kind: 'holiday', works: false, name: DRAGON_BOAT });
  });

  it('makes up for it on Sunday 12 June', () => {
    const status = { kind: 'makeup-workday', works: true, name: DRAGON_BOAT };
    expect(chinaCalendar.status(day('2016-06-12'))).toEqual(status);
  });

  it.each(['2016-06-04', '2016-06-18', '2016-06-19'])('%s is a weekend day', iso => {
    expect(chinaCalendar.status(day(iso))).toEqual({ kind: 'weekend', works: false });
  });

  it.each([
    ['2016-06-09', '2016-06-12', 1],
    ['2016-06-16', '2016-06-18', 2],
    ['2016-06-16', '2016-06-22', 5],
    ['2016-06-18', '2016-06-19', 0],
    ['2016-06-18', '2016-06-16', 0],
  ])('has from %s to %s %i working days', (from, to, count) => {
    expect(chinaCalendar.workingDays(day(from), day(to))).toBe(count);
  });

  it.each([
    ['2016-06-16', 1, '2016-06-16'],
    ['2016-06-16', 5, '2016-06-22'],
    ['2016-06-16', 7, '2016-06-24'],
    ['2016-06-09', 1, '2016-06-12'],
  ])('counted from %s has working day %i on %s', (from, n, iso) => {
    expect(isoOf(chinaCalendar.nthWorkingDay(day(from), n))).toBe(iso);
  });

  it('finds the next working day', () => {
    expect(isoOf(chinaCalendar.nextWorkday(day('2016-06-09')))).toBe('2016-06-12');
    expect(isoOf(chinaCalendar.nextWorkday(day('2016-06-12')))).toBe('2016-06-12');
    expect(isoOf(chinaCalendar.nextWorkday(day('2016-06-18')))).toBe('2016-06-20');
  });
});

describe('local days', () => {
  it('win over the notice and over weekdays', () => {
    const local = createCalendar({
      holidays: [day('2016-06-12'), day('2016-07-06'), day('2016-06-09'), day('2031-05-21')],
      workdays: [day('2016-06-10'), day('2016-06-18'), day('2016-06-13')],
    });
    const kind = (iso: string) => local.status(day(iso)).kind;
    expect(local.status(day('2016-06-12'))).toEqual({ kind: 'holiday', works: false });
    expect(local.status(day('2016-06-10'))).toEqual({ kind: 'makeup-workday', works: true });
    // what the notice says of the other days of that year stands
    const dragonBoat = { zh: '端午节', en: 'Dragon Boat Festival' };
    const midAutumn = { zh: '中秋节', en: 'Mid-Autumn Festival' };
    expect(local.status(day('2016-06-09'))).toEqual({ kind: 'holiday', works: false, name: dragonBoat });
    expect(local.status(day('2016-09-18'))).toEqual({ kind: 'makeup-workday', works: true, name: midAutumn });
    expect([kind('2016-07-06'), kind('2031-05-21')]).toEqual(['holiday', 'holiday']);
    expect([kind('2016-06-18'), kind('2016-06-13')]).toEqual(['makeup-workday', 'workday']);
    expect(local.workingDays(day('2016-06-09'), day('2016-06-19'))).toBe(7);
    expect(local.isKnown(2031)).toBe(false);
    expect(chinaCalendar.isWorkday(day('2016-06-12'))).toBe(true);
  });

  it('cannot be both a holiday and a workday', () => {
    const both = () => createCalendar({ holidays: [day('2016-07-06')], workdays: [day('2016-07-06')] });
    expect(both).toThrow(new RangeError(`both a local holiday and workday: ${day('2016-07-06')}`));
    expect(() => createCalendar({ holidays: [1.5] })).toThrow(new RangeError('not a day number: 1.5'));
  });

  it('may stand twice in one list', () => {
    const twice = createCalendar({ holidays: [day('2016-07-06'), day('2016-07-06')] });
    expect(twice.workingDays(day('2016-07-04'), day('2016-07-08'))).toBe(4);
  });
});

const nearDay = fc.integer({ min: day('1998-01-01'), max: day('2034-12-31') });
const anyDay = fc.oneof(nearDay, fc.integer({ min: FIRST, max: LAST }));
const localDays = fc.uniqueArray(nearDay, { maxLength: 40 });
const calendars: fc.Arbitrary<Calendar> = fc.oneof(
  fc.constant(chinaCalendar),
  fc
    .tuple(localDays, localDays)
    .map(([holidays, workdays]) =>
      createCalendar({ holidays, workdays: workdays.filter(at => !holidays.includes(at)) }),
    ),
);

describe('counting', () => {
  it('agrees with going through the days one by one', () => {
    fc.assert(
      fc.property(calendars, anyDay, fc.integer({ min: -10, max: 1500 }), (calendar, from, length) => {
        let count = 0;
        for (let at = from; at < from + length; at++) if (calendar.isWorkday(at)) count++;
        expect(calendar.workingDays(from, from + length - 1)).toBe(count);
      }),
    );
  });

  it('adds up over any span of years', () => {
    fc.assert(
      fc.property(calendars, fc.tuple(anyDay, anyDay, anyDay), (calendar, days) => {
        const [a, b, c] = days.sort((x, y) => x - y) as [Day, Day, Day];
        const parts = calendar.workingDays(a, b) + calendar.workingDays(b + 1, c);
        expect(calendar.workingDays(a, c)).toBe(parts);
      }),
    );
  });

  it('is undone by the n-th working day', () => {
    fc.assert(
      fc.property(calendars, anyDay, fc.integer({ min: 1, max: 100_000 }), (calendar, from, n) => {
        const nth = calendar.nthWorkingDay(from, n);
        expect(calendar.isWorkday(nth)).toBe(true);
        expect(calendar.workingDays(from, nth)).toBe(n);
      }),
    );
  });

  it('starts with the next working day', () => {
    fc.assert(
      fc.property(calendars, anyDay, (calendar, from) => {
        expect(calendar.nextWorkday(from)).toBe(calendar.nthWorkingDay(from, 1));
      }),
    );
  });

  it.each(['2016-01-01', '1950-01-01'])('gets past a local holiday of many years from %s', iso => {
    const holidays = Array.from({ length: 5000 }, (_, i) => day(iso) + i);
    const closed = createCalendar({ holidays });
    const reopened = chinaCalendar.nextWorkday(holidays.at(-1)! + 1);
    expect(closed.nthWorkingDay(holidays[0]!, 1)).toBe(reopened);
  });
});

describe('years', () => {
  it('agree with the civil calendar', () => {
    fc.assert(fc.property(anyDay, at => firstDayOf(yearOf(at)) <= at && at < firstDayOf(yearOf(at) + 1)));
    for (const year of [1970, 1900, 2000, 2016, 9999]) expect(firstDayOf(year)).toBe(day(`${year}-01-01`));
  });

  it('without a notice have plain weeks', () => {
    expect(chinaCalendar.status(day('2003-10-08'))).toEqual({ kind: 'workday', works: true });
    expect(chinaCalendar.status(day('2300-10-01'))).toEqual({ kind: 'workday', works: true });
    expect(chinaCalendar.workingDays(day('9999-01-01'), LAST)).toBe(261);
  });
});

it('answers for ten thousand years at once', () => {
  let left = chinaCalendar.workingDays(FIRST, LAST);
  for (let at = FIRST; at < FIRST + 10_000; at++) {
    if (chinaCalendar.isWorkday(at)) left--;
    if (chinaCalendar.workingDays(at + 1, LAST) !== left) throw new Error(isoOf(at));
  }
});

/** The first and the last day that a calendar knows: those of `Date`. */
const FARTHEST = 100_000_000;

it.each([Number.NaN, 0.5, Number.POSITIVE_INFINITY, FARTHEST + 1, -FARTHEST - 1])(
  'refuses %d as a day',
  bad => {
    const error = new RangeError(`not a day number: ${bad}`);
    expect(() => chinaCalendar.status(bad)).toThrow(error);
    expect(() => chinaCalendar.isWorkday(bad)).toThrow(error);
    expect(() => chinaCalendar.workingDays(0, bad)).toThrow(error);
    expect(() => chinaCalendar.workingDays(bad, 0)).toThrow(error);
    expect(() => chinaCalendar.nthWorkingDay(bad, 1)).toThrow(error);
    expect(() => chinaCalendar.nextWorkday(bad)).toThrow(error);
  },
);

it.each([0, -1, 1.5, Number.NaN, FARTHEST + 1])('refuses %d as the number of a working day', bad => {
  expect(() => chinaCalendar.nthWorkingDay(0, bad)).toThrow(new RangeError(`not a count of days: ${bad}`));
});

it('knows its range to the ends, and says when a working day lies beyond', () => {
  for (const end of [-FARTHEST, FARTHEST]) {
    expect(chinaCalendar.status(end).works).toBe(weekdayOf(end) % 6 !== 0);
    expect(chinaCalendar.workingDays(end, end)).toBe(weekdayOf(end) % 6 === 0 ? 0 : 1);
  }
  const far = chinaCalendar.nthWorkingDay(-FARTHEST, FARTHEST);
  expect(chinaCalendar.workingDays(-FARTHEST, far)).toBe(FARTHEST);
  expect(() => chinaCalendar.nthWorkingDay(0, FARTHEST)).toThrow(/^not a day number/);
});

describe('time zone', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([undefined, 'America/Los_Angeles', 'Asia/Shanghai'])('%s changes nothing', async zone => {
    vi.stubEnv('TZ', zone);
    vi.resetModules();
    const { chinaCalendar: fresh } = await import('../../src/norms/calendar/calendar.ts');
    expect(fresh.status(day('2016-06-12')).kind).toBe('makeup-workday');
    expect(isoOf(fresh.nthWorkingDay(day('2016-06-16'), 5))).toBe('2016-06-22');
  });
});
