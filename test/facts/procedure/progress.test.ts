import { describe, expect, it } from 'vitest';
import { progressOf } from '../../../src/facts/procedure/progress.ts';
import { isoOf } from '../../../src/values/day.ts';
import { checkInMemory } from '../../support/memory.ts';

async function progress(events: object, asOf: string, fields: object = {}, year = Number(asOf.slice(0, 4))) {
  const { facts } = await checkInMemory(
    {
      year,
      organization: { name: '某镇党委' },
      candidates: [{ id: 'c01', name: '王芳', events, ...fields }],
    },
    asOf,
  );
  const { plan } = facts!;
  return progressOf(plan, plan.people[0]!);
}

async function next(...given: Parameters<typeof progress>) {
  const { stage, next } = await progress(...given);
  const iso = (day: number | undefined) => (day === undefined ? '' : isoOf(day));
  return [
    stage ?? '',
    ...next.map(({ step, earliest, latest }) => `${step} ${iso(earliest)}–${iso(latest)}`),
  ];
}

describe('what comes next', () => {
  it.each<[string, object, string, string[]]>([
    ['nothing known', {}, '2016-06-01', ['', 'application –']],
    ['an application', { application: '2016-05-31' }, '2016-06-01', ['applicant', 'talk –2016-06-30']],
    [
      'an application at a month end',
      { application: '2016-01-31' },
      '2016-02-01',
      ['applicant', 'talk –2016-02-29'],
    ],
    [
      'an activist',
      { application: '2014-01-01', activist: '2015-08-31' },
      '2016-01-10',
      ['activist', 'inspections –2016-02-29', 'prospective 2016-08-31–'],
    ],
    [
      'an inspection',
      { activist: '2015-06-01', inspections: ['2015-12-01', '2016-05-30'] },
      '2016-06-01',
      ['activist', 'inspections –2016-11-30', 'prospective 2016-06-01–'],
    ],
    [
      'a prospective member',
      { activist: '2014-06-01', prospective: '2016-06-08' },
      '2016-06-10',
      ['prospective', 'prospectiveFiling –'],
    ],
    // before the revision nothing bounds the branch meeting; since 11 May 2026 a month does
    [
      'a pre-review and form, 2016',
      { preReview: '2016-06-10', form: '2016-06-12' },
      '2016-06-20',
      ['', 'branchMeeting –'],
    ],
    [
      'a pre-review and form, 2026',
      { preReview: '2026-06-10', form: '2026-06-12' },
      '2026-06-20',
      ['', 'branchMeeting –2026-07-10'],
    ],
    [
      'a branch meeting',
      { branchMeeting: '2016-06-30', committeeTalk: '2016-07-05' },
      '2016-07-10',
      ['probationary', 'approval –2016-09-30', 'conversionMeeting 2017-06-30–'],
    ],
    // probation counts from the branch meeting, not from the oath
    [
      'an application for conversion',
      { branchMeeting: '2016-06-30', oath: '2016-11-01', conversionApplication: '2017-06-20' },
      '2017-06-21',
      ['probationary', 'conversionMeeting 2017-06-30–'],
    ],
    [
      'a conversion meeting',
      { branchMeeting: '2016-06-30', conversionMeeting: '2017-07-01' },
      '2017-07-02',
      ['full', 'conversionApproval –2017-10-01'],
    ],
    ['everything', { conversionMeeting: '2017-07-01', archived: '2017-08-01' }, '2017-09-01', ['full']],
  ])('after %s', async (_name, events, asOf, expected) => {
    expect(await next(events, asOf)).toEqual(expected);
  });

  it('does not take a planned step for done', async () => {
    const events = {
      application: '2014-01-01',
      activist: '2014-06-01',
      inspections: ['2015-12-01', '2016-12-01'],
      prospective: '2016-07-01',
    };
    expect(await next(events, '2016-06-01')).toEqual([
      'activist',
      'inspections –2016-06-01',
      'prospective 2015-06-01–',
    ]);
    const { done } = await progress(events, '2016-06-01');
    expect(done.map(({ name, end }) => `${name} ${isoOf(end.last)}`)).toEqual([
      'application 2014-01-01',
      'activist 2014-06-01',
      'inspections 2015-12-01',
    ]);
  });

  it('tells a last day also where a step before it is not recorded', async () => {
    expect(await next({ preReview: '2026-06-10' }, '2026-06-20')).toEqual([
      '',
      'form –',
      'branchMeeting –2026-07-10',
    ]);
    expect(await next({ branchMeeting: '2016-06-30' }, '2016-07-10')).toEqual([
      'probationary',
      'committeeTalk –',
      'approval –2016-09-30',
      'conversionMeeting 2017-06-30–',
    ]);
    expect(await next({ branchMeeting: '2026-06-30', approval: '2026-07-15' }, '2026-07-20')).toEqual([
      'probationary',
      'countyFiling –',
      'oath –2026-08-15',
      'conversionMeeting 2027-06-30–',
    ]);
  });

  it('goes on from the stage that the roster states where dates are not known', async () => {
    expect(await next({}, '2016-06-01', { stage: 'activist' })).toEqual([
      'activist',
      'inspections –',
      'prospective –',
    ]);
    expect(await next({ application: '2013-03-01' }, '2016-06-01', { stage: 'prospective' })).toEqual([
      'prospective',
      'prospectiveFiling –',
    ]);
  });

  it('names the League only to its young members, and the notice only since the Rules demand it', async () => {
    const talked = { application: '2016-05-01', talk: '2016-05-10' };
    expect(await next(talked, '2016-06-01', { leagueMember: true, birth: '1990-01' })).toEqual([
      'applicant',
      'leagueRecommendation –',
    ]);
    expect(await next(talked, '2016-06-01', { leagueMember: false })).toEqual(['applicant', 'activist –']);
    const activist = { activist: '2025-01-10', inspections: ['2026-05-20'] };
    expect(await next(activist, '2026-05-20')).toEqual([
      'activist',
      'inspections –2026-11-20',
      'prospectiveFiling –',
      'prospectiveNotice –',
      'prospective 2026-01-10–',
    ]);
    expect((await next(activist, '2026-05-10', {}, 2026))[2]).toBe('prospective 2026-01-10–');
  });

  it('judges a plan in the archive by the norms of its year', async () => {
    expect(await next({ preReview: '2016-06-10', form: '2016-06-12' }, '2026-11-01', {}, 2016)).toEqual([
      '',
      'branchMeeting –',
    ]);
  });

  it('says by which norm, and since what, the time counts', async () => {
    const { next: told } = await progress({ branchMeeting: '2016-06', oath: '2016-11-01' }, '2016-12-01');
    const meeting = told.find(({ step }) => step === 'conversionMeeting')!;
    expect([meeting.norm!.id, meeting.norm!.article, meeting.since]).toEqual([
      'probation',
      '第三十二条',
      'branchMeeting',
    ]);
    // of a month the last day: the year is then certainly full
    expect(isoOf(meeting.earliest!)).toBe('2017-06-30');
  });
});
