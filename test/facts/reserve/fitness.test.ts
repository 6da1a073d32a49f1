import { describe, expect, it } from 'vitest';
import {
  cultivationMonths,
  fitsCategory,
  slotDay,
  type Unfitness,
  unfitness,
} from '../../../src/facts/reserve/fitness.ts';
import type { Candidate, Where } from '../../../src/generated/types.ts';
import type { Category, Person } from '../../../src/model/plan.ts';
import { readEvents } from '../../../src/model/steps.ts';
import { isoOf, parseDay } from '../../../src/values/day.ts';
import { checkInMemory } from '../../support/memory.ts';

const day = (iso: string) => parseDay(iso)!;
const planOf = async (more: object) => {
  const { facts } = await checkInMemory(
    { year: 2016, organization: { name: '某镇党委' }, ...more },
    '2016-06-01',
  );
  return facts!.plan;
};
const personOf = (data: Partial<Candidate>): Person =>
  ({
    id: 'c01',
    name: '王芳',
    role: 'reserve',
    data: { id: 'c01', name: '王芳', ...data },
    ...readEvents(data.events),
  }) as Person;

describe('who can be a reserve on 8 June 2016, after a year of cultivation (Rules, Art. 13)', () => {
  it.each<[string, Partial<Candidate>, Unfitness | undefined]>([
    ['a year is full on the day itself', { events: { activist: '2015-06-08' } }, undefined],
    ['it lacks a day', { events: { activist: '2015-06-09' } }, 'not-ripe'],
    ['of a month only it counts from its last day', { events: { activist: '2015-06' } }, 'not-ripe'],
    ['the month before is surely long enough', { events: { activist: '2015-05' } }, undefined],
    [
      'an activist since that very day is one, but no more',
      { events: { activist: '2016-06-08' } },
      'not-ripe',
    ],
    ['who becomes one the day after is none yet', { events: { activist: '2016-06-09' } }, 'not-activist'],
    [
      'an applicant whose day as activist is still to come',
      { stage: 'applicant', events: { application: '2015-01-01', activist: '2016-09-01' } },
      'not-activist',
    ],
    ['an applicant', { events: { application: '2014-01-01' } }, 'not-activist'],
    ['an applicant by the roster', { stage: 'applicant' }, 'not-activist'],
    ['an activist since nobody knows when', { stage: 'activist' }, 'unknown-activist'],
    ['a prospective member of unknown dates', { stage: 'prospective' }, 'unknown-activist'],
    ['nothing is known', {}, 'unknown-activist'],
    [
      'a prospective member may still stand in',
      { stage: 'prospective', events: { activist: '2014-06-01', prospective: '2016-01-10' } },
      undefined,
    ],
    ['a probationary member by the roster', { stage: 'probationary' }, 'member'],
    [
      'probation begins with the branch meeting (Charter, Art. 7), whatever was before',
      { events: { activist: '2014-06-01', branchMeeting: '2016-06-08' } },
      'member',
    ],
    [
      'before the branch meeting there is none',
      { events: { activist: '2014-06-01', branchMeeting: '2016-06-09' } },
      undefined,
    ],
    ['a full member', { stage: 'full' }, 'member'],
  ])('%s', (_, data, why) => {
    expect(unfitness(personOf(data), day('2016-06-08'), 12)).toBe(why);
  });

  it('and later where the plan asks for more months', async () => {
    const months = async (own: number | undefined) =>
      cultivationMonths(
        await planOf(own === undefined ? {} : { rules: { settings: { cultivationMonths: own } } }),
        day('2016-06-08'),
      );
    expect([await months(undefined), await months(12), await months(18)]).toEqual([12, 12, 18]);
    const person = personOf({ events: { activist: '2014-12-09' } });
    expect(unfitness(person, day('2016-06-08'), 18)).toBe('not-ripe');
    expect(unfitness(person, day('2016-06-09'), 18)).toBeUndefined();
  });
});

describe('the day on which people must be ripe', () => {
  const nomination = { id: 'n', name: '推荐', kind: 'nomination' };
  const meeting = { id: 'm', name: '支部大会', kind: 'branch-meeting' };
  const decision = { id: 'd', name: '党委研究', kind: 'decision' };
  const approval = { id: 'a', name: '审批', kind: 'approval' };
  it.each<[string, object[], string]>([
    [
      'is the nomination, whatever comes before it',
      [
        { ...approval, on: '2016-05-01' },
        { ...nomination, on: '2016-06-08' },
      ],
      '2016-06-08',
    ],
    [
      'is the first of two nominations in the list',
      [
        { ...nomination, on: '2016-06-08' },
        { ...nomination, id: 'n2', on: '2016-05-08' },
      ],
      '2016-06-08',
    ],
    [
      'is the next nomination where the first has no day',
      [nomination, { ...nomination, id: 'n2', on: '2016-06-08' }, { ...meeting, on: '2016-05-08' }],
      '2016-06-08',
    ],
    [
      'ends with a nomination of several days',
      [{ ...nomination, from: '2016-06-06', to: '2016-06-08' }],
      '2016-06-08',
    ],
    [
      'is the branch meeting where the nomination has no day',
      [nomination, { ...decision, on: '2016-06-20' }, { ...meeting, on: '2016-06-27' }],
      '2016-06-27',
    ],
    [
      'is the committee’s decision where there is no meeting',
      [
        { ...approval, on: '2016-06-10' },
        { ...decision, on: '2016-06-20' },
      ],
      '2016-06-20',
    ],
    ['is the approval where there is nothing else', [{ ...approval, on: '2016-07-01' }], '2016-07-01'],
    [
      'is the end of the year where no such step has a day',
      [nomination, { id: 'n3', name: '公示', kind: 'notice', on: '2016-06-16' }],
      '2016-12-31',
    ],
    ['is the end of the year without a timeline', [], '2016-12-31'],
  ])('%s', async (_, timeline, iso) => {
    expect(isoOf(slotDay(await planOf({ timeline })))).toBe(iso);
  });
});

describe('who belongs to a category’s slots', () => {
  const herders: Where = { occupation: ['herder'] };
  const category = (where?: Where, implicit = false) =>
    ({ id: 'farmer', name: '农牧民', count: { kind: 'exact', heads: 7 }, where, implicit }) as Category;
  it.each<[string, string | undefined, Partial<Candidate>, Category, boolean | undefined]>([
    ['who is of it', 'farmer', {}, category(), true],
    ['not who is of another', 'office', {}, category(), false],
    ['unknown where the roster says nothing', undefined, {}, category(), undefined],
    [
      'who meets its condition, of another category',
      'office',
      { occupation: 'herder' },
      category(herders),
      true,
    ],
    [
      'who is of it, whatever the condition says',
      'farmer',
      { occupation: 'teacher' },
      category(herders),
      true,
    ],
    ['not who meets neither', 'office', { occupation: 'teacher' }, category(herders), false],
    [
      'unknown where only the condition says no',
      undefined,
      { occupation: 'teacher' },
      category(herders),
      undefined,
    ],
    ['everybody, where the plan has no categories', 'office', {}, category(undefined, true), true],
  ])('%s', (_, own, data, of, fits) => {
    expect(fitsCategory({ ...personOf(data), category: own }, of, day('2016-12-31'))).toBe(fits);
  });
});
