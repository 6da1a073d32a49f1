import { describe, expect, it } from 'vitest';
import { civil, dayOf, isoOf, parseDay } from '../../src/values/day.ts';

const MS_PER_DAY = 86_400_000;

describe('days', () => {
  it('are those of the calendar, from 1900 to 2200', () => {
    for (let day = Date.UTC(1900, 0, 1) / MS_PER_DAY; day < Date.UTC(2200, 0, 1) / MS_PER_DAY; day++) {
      const at = new Date(day * MS_PER_DAY);
      const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
      if (dayOf(year, month, date) !== day) throw new Error(`dayOf ${at.toISOString()}`);
      const back = civil(day);
      if (back.year !== year || back.month !== month || back.date !== date)
        throw new Error(`civil ${at.toISOString()}`);
    }
    expect(isoOf(dayOf(2000, 2, 29)!)).toBe('2000-02-29');
  });

  it.each(['1900-02-29', '2023-02-29', '2016-04-31', '2016-13-01', '2016-00-10', '2016-06-00', '0016-06-04'])(
    '%s is none',
    text => {
      expect(parseDay(text)).toBeUndefined();
    },
  );

  it.each(['2016-06-04T08:00', '2016-06-041', '12016-06-04', ' 2016-06-04', '2016-6-4', '2016-06', ''])(
    '“%s” is no day written as the schema wants it',
    text => {
      expect(parseDay(text)).toBeUndefined();
    },
  );

  it('have years of three digits at least: 16 is not 2016', () => {
    expect(parseDay('0099-12-31')).toBeUndefined();
    expect(civil(parseDay('0100-01-01')!)).toEqual({ year: 100, month: 1, date: 1 });
  });
});

describe('what is no date', () => {
  // The neighbours of the digits would still give a number: `1/` is 9, `0:` is 10.
  it.each([...'/:.-_ ０a'])('a date with one character replaced by “%s” is none', char => {
    for (const iso of ['2016-06-04', '2016-11-19', '2012-01-10', '1909-09-20'])
      for (let at = 0; at < iso.length; at++) {
        const text = iso.slice(0, at) + char + iso.slice(at + 1);
        if (text !== iso) expect([text, parseDay(text)]).toEqual([text, undefined]);
      }
  });
});
