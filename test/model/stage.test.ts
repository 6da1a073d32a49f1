import { describe, expect, it } from 'vitest';
import { type Dated, type Events, eventDate, isAtLeast, type Stage, stageOn } from '../../src/model/stage.ts';
import { readEvents } from '../../src/model/steps.ts';
import { isoOf, parseDay } from '../../src/values/day.ts';

const day = (iso: string) => parseDay(iso)!;
const personOf = (events: Events, stage?: Stage): Dated => ({
  dates: readEvents(events).dates,
  data: { stage },
});

const CAREER: Events = {
  application: '2013-03-01',
  activist: '2014-06-01',
  prospective: '2015-07-10',
  branchMeeting: { on: '2015-12-20', present: 9 } as Events['branchMeeting'],
  conversionMeeting: { on: '2016-12-21' } as Events['conversionMeeting'],
};

describe('the stage that somebody has reached', () => {
  it.each<[string, Stage | undefined]>([
    ['2013-02-28', undefined],
    ['2013-03-01', 'applicant'],
    ['2014-05-31', 'applicant'],
    ['2014-06-01', 'activist'],
    ['2015-07-09', 'activist'],
    ['2015-07-10', 'prospective'],
    ['2015-12-19', 'prospective'],
    // Probation counts from the branch meeting (Charter, Art. 7).
    ['2015-12-20', 'probationary'],
    ['2016-12-20', 'probationary'],
    ['2016-12-21', 'full'],
  ])('is on %s: %s', (iso, stage) => {
    expect(stageOn(personOf(CAREER), day(iso))).toBe(stage);
  });

  it('is certain only at the end of a month of which no day is known', () => {
    const person = personOf({ application: '2013-03-01', activist: '2014-06' });
    expect(stageOn(person, day('2014-06-29'))).toBe('applicant');
    expect(stageOn(person, day('2014-06-30'))).toBe('activist');
  });

  it.each<[Stage | undefined, Stage | undefined]>([
    [undefined, 'activist'],
    ['applicant', 'activist'],
    ['activist', 'activist'],
    ['prospective', 'prospective'],
    ['full', 'full'],
  ])('is what the roster states, %s, where that is later than the dates', (stated, stage) => {
    const dates = { application: '2013-03-01', activist: '2014-06-01' };
    expect(stageOn(personOf(dates, stated), day('2016-06-08'))).toBe(stage);
    expect(stageOn(personOf({}, stated), day('2016-06-08'))).toBe(stated);
  });

  it('comes after all before it', () => {
    const stages: Stage[] = ['applicant', 'activist', 'prospective', 'probationary', 'full'];
    for (const [i, a] of stages.entries())
      for (const [j, b] of stages.entries()) expect(isAtLeast(a, b)).toBe(i >= j);
  });
});

describe('the date of an event', () => {
  it.each<[string, unknown, string | undefined]>([
    ['a date', '2016-06-01', '2016-06-01'],
    ['a date with a note', { on: '2016-06-01', note: '支部' }, '2016-06-01'],
    ['the last day of a notice', { from: '2016-06-16', to: '2016-06-22' }, '2016-06-22'],
    ['the last day of a training', { start: '2016-06-01', end: '2016-06-03', hours: 24 }, '2016-06-03'],
    ['none of a notice that still hangs', { from: '2016-06-16' }, undefined],
    ['none where it was left empty', null, undefined],
    ['none where it is not there', undefined, undefined],
    ['none of a number', 2016, undefined],
  ])('is %s', (_, written, iso) => {
    const found = eventDate({ events: { training: written } as Events }, 'training');
    expect(found && isoOf(found.last)).toBe(iso);
  });

  it('is none of who has no events', () => {
    expect(eventDate({}, 'activist')).toBeUndefined();
  });
});
