import { describe, expect, it } from 'vitest';
import { isoOf } from '../../src/model/day.ts';
import { progressOf } from '../../src/procedure/progress.ts';
import { checkInMemory } from '../support/memory.ts';

async function next(events: object, asOf: string, year = Number(asOf.slice(0, 4))) {
  const { facts } = await checkInMemory(
    { year, organization: { name: '某镇党委' }, candidates: [{ id: 'c01', name: '王芳', events }] },
    asOf,
  );
  const { plan } = facts!;
  const progress = progressOf(plan, plan.people[0]!);
  const iso = (day: number | undefined) => (day === undefined ? '' : isoOf(day));
  return [
    progress.stage ?? '',
    ...progress.next.map(({ step, earliest, latest }) => `${step} ${iso(earliest)}–${iso(latest)}`),
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
    // before the revision nothing bounds the branch meeting; since 18 May 2026 a month does
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
      ['probationary', 'approval –2016-09-30'],
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
});
