import { describe, expect, it } from 'vitest';
import type { Severity } from '../../src/model/severity.ts';
import { STEPS, type StepName, stepsUnder } from '../../src/model/steps.ts';
import { checkInMemory } from '../support/memory.ts';
import { PERSON, planWith, UNDER_2014, UNDER_2026 } from './people.ts';

type Fields = Record<string, unknown>;

/** One case: the events of somebody, and what else is not as usual. */
interface Case {
  events?: Fields;
  person?: Fields;
  plan?: Fields;
  /** others on the roster */
  others?: Fields[];
  asOf?: string;
}

/** The findings of a case, as `rule/id severity`. */
async function found({ events, person, plan, others = [], asOf = '2016-07-01' }: Case): Promise<string[]> {
  const somebody = { ...PERSON, events, ...person };
  const { findings, verdict } = await checkInMemory(planWith([somebody, ...others], plan), asOf);
  expect(verdict).not.toBe('unreadable');
  // Some of these people were admitted before the plan's year: what that says of a nominee is another rule's.
  return findings
    .filter(({ code }) => code !== 'candidate/no-candidate')
    .map(({ code, severity }) => `${code} ${severity}`);
}

const under2014 = (events: Fields, rest: Case = {}): Case => ({
  asOf: '2018-06-01',
  ...rest,
  events: { ...UNDER_2014, ...events },
});

const under2026 = (events: Fields, rest: Case = {}): Case => ({
  asOf: '2030-06-01',
  ...rest,
  plan: { year: 2028, ...rest.plan },
  events: { ...UNDER_2026, ...events },
});

const only = (events: Fields, rest: Case = {}): Case => ({ ...rest, events });

const COMMON = { plan: { rules: { packs: ['common'] } } };
const pack = (settings: Fields) => ({ plan: { rules: { settings } } });
const nominatedOn = (on: string) => ({
  plan: {
    timeline: [{ id: 'nominate', name: '确定人选', kind: 'nomination', on, done: on, owner: '各党支部' }],
    rules: { severity: { 'timeline/missing-step': 'off' } },
  },
});

/** At the limit there is nothing to find; one day, vote, hour or person beyond it exactly one finding. */
type Row = [what: string, rule: `${string}/${string}`, severity: Severity, within: Case, beyond: Case];

const WAITED = { inspections: ['2015-06-02', '2015-12-02', '2016-05-20'] };
const UNAPPROVED = { countyFiling: undefined, assigned: undefined, oath: undefined };
const APPROVED = { approval: '2016-07-10', conversionApproval: undefined, archived: undefined };
const LATER = {
  conversionMeeting: '2018-06-24',
  conversionNotice: undefined,
  conversionApproval: undefined,
  archived: undefined,
};
const meeting = (entitled: number, present: number, inFavour: number, on = '2016-06-24') => ({
  branchMeeting: { on, entitled, present, inFavour },
});

const ROWS: Row[] = [
  // talk
  [
    'one month',
    'period/talk-late',
    'error',
    under2014({ talk: '2014-07-03' }),
    under2014({ talk: '2014-07-04' }),
  ],
  [
    'one month from the 31st to the end of February',
    'period/talk-late',
    'error',
    only({ application: '2015-01-31', talk: '2015-02-28' }),
    only({ application: '2015-01-31', talk: '2015-03-01' }),
  ],
  [
    'one month from the 31st to the end of a leap year’s February',
    'period/talk-late',
    'error',
    only({ application: '2016-01-31', talk: '2016-02-29' }),
    only({ application: '2016-01-31', talk: '2016-03-01' }),
  ],
  [
    'a month from an application of which the day is not known',
    'period/talk-late',
    'error',
    only({ application: '2015-03', talk: '2015-04-30' }),
    only({ application: '2015-03', talk: '2015-05-01' }),
  ],
  [
    'a talk of which the day is not known',
    'period/talk-late',
    'error',
    only({ application: '2015-03-31', talk: '2015-04' }),
    only({ application: '2015-03-31', talk: '2015-05' }),
  ],
  [
    'one month under the 2026 text',
    'period/talk-late',
    'error',
    under2026({ talk: '2026-07-03' }),
    under2026({ talk: '2026-07-04' }),
  ],
  // cultivation
  [
    'twelve months',
    'period/activist-too-short',
    'error',
    only({ activist: '2015-06-01', prospective: '2016-06-01' }),
    only({ activist: '2015-06-02', prospective: '2016-06-01' }),
  ],
  [
    'twelve months from a leap day',
    'period/activist-too-short',
    'error',
    only({ activist: '2012-02-29', prospective: '2013-02-28' }),
    only({ activist: '2012-02-29', prospective: '2013-02-27' }),
  ],
  [
    'twelve months to a leap day',
    'period/activist-too-short',
    'error',
    only({ activist: '2015-02-28', prospective: '2016-02-29' }),
    only({ activist: '2015-03-01', prospective: '2016-02-29' }),
  ],
  [
    'a month of becoming an activist',
    'period/activist-too-short',
    'error',
    only({ activist: '2015-06', prospective: '2016-06-01' }),
    only({ activist: '2015-06', prospective: '2016-05-31' }),
  ],
  [
    'a month of being listed',
    'period/activist-too-short',
    'error',
    only({ activist: '2015-06-30', prospective: '2016-06' }),
    only({ activist: '2015-06-30', prospective: '2016-05' }),
  ],
  [
    'the branch meeting, where the listing has no date',
    'period/activist-too-short',
    'error',
    only({ activist: '2015-06-24', branchMeeting: '2016-06-24' }),
    only({ activist: '2015-06-25', branchMeeting: '2016-06-24' }),
  ],
  [
    'the day on which the plan lists its nominees',
    'period/activist-too-short',
    'error',
    only({ activist: '2015-06-08' }, nominatedOn('2016-06-08')),
    only({ activist: '2015-06-09' }, nominatedOn('2016-06-08')),
  ],
  [
    'the eighteen months of a plan',
    'period/activist-too-short',
    'warning',
    only({ activist: '2014-12-01', prospective: '2016-06-01' }, pack({ cultivationMonths: 18 })),
    only({ activist: '2014-12-02', prospective: '2016-06-01' }, pack({ cultivationMonths: 18 })),
  ],
  // inspections
  [
    'half a year to the first inspection',
    'period/inspection-gap',
    'error',
    under2014({}),
    under2014({ inspections: ['2015-06-06', '2015-12-06', '2016-05-20'] }),
  ],
  [
    'half a year between inspections',
    'period/inspection-gap',
    'error',
    under2014({ inspections: ['2015-06-01', '2015-12-01', '2016-05-20'] }),
    under2014({ inspections: ['2015-06-01', '2015-12-02', '2016-05-20'] }),
  ],
  [
    'half a year to being listed',
    'period/inspection-gap',
    'error',
    under2014({ inspections: ['2015-06-01', '2015-12-01'] }),
    under2014({ inspections: ['2015-05-30', '2015-11-30'] }),
  ],
  [
    'half a year until today, from the 31st to a leap day',
    'period/inspection-gap',
    'error',
    only({ activist: '2015-03-31', inspections: ['2015-08-31'] }, { asOf: '2016-02-29' }),
    only({ activist: '2015-03-31', inspections: ['2015-08-31'] }, { asOf: '2016-03-01' }),
  ],
  [
    'half a year between months',
    'period/inspection-gap',
    'error',
    only({ activist: '2015-01', inspections: ['2015-07', '2016-01'] }, { asOf: '2016-06-01' }),
    only({ activist: '2015-01', inspections: ['2015-08', '2016-02'] }, { asOf: '2016-06-01' }),
  ],
  // notices
  [
    'five working days before the listing, local practice',
    'period/notice-too-short',
    'warning',
    under2014({}),
    under2014({ prospectiveNotice: { from: '2016-05-23', to: '2016-05-26' } }),
  ],
  [
    'five working days before the listing, Article 13 of 2026',
    'period/notice-too-short',
    'error',
    under2026({}),
    under2026({ prospectiveNotice: { from: '2028-05-22', to: '2028-05-25' } }),
  ],
  [
    'five working days of the acceptance',
    'period/notice-too-short',
    'warning',
    under2026({}),
    under2026({ acceptanceNotice: { from: '2028-07-25', to: '2028-07-30' } }),
  ],
  [
    'five working days around a holiday with a make-up workday',
    'period/notice-too-short',
    'warning',
    only({ acceptanceNotice: { from: '2016-06-08', to: '2016-06-15' } }),
    only({ acceptanceNotice: { from: '2016-06-08', to: '2016-06-14' } }),
  ],
  [
    'five working days besides the first',
    'period/notice-too-short',
    'warning',
    only(
      { acceptanceNotice: { from: '2016-05-23', to: '2016-05-30' } },
      pack({ noticeExcludesFirstDay: true }),
    ),
    only(
      { acceptanceNotice: { from: '2016-05-23', to: '2016-05-29' } },
      pack({ noticeExcludesFirstDay: true }),
    ),
  ],
  // training
  [
    'three days',
    'period/training-too-short',
    'warning',
    under2014({ training: { start: '2016-06-14', end: '2016-06-16', hours: 23 } }),
    under2014({ training: { start: '2016-06-14', end: '2016-06-15', hours: 23 } }),
  ],
  [
    '24 hours',
    'period/training-too-short',
    'warning',
    under2026({ training: { start: '2028-06-14', end: '2028-06-15', hours: 24 } }),
    under2026({ training: { start: '2028-06-14', end: '2028-06-15', hours: 23 } }),
  ],
  [
    'three days where no hours are given',
    'period/training-too-short',
    'warning',
    under2014({ training: { start: '2016-06-14', end: '2016-06-16' } }),
    under2014({ training: { start: '2016-06-14', end: '2016-06-15' } }),
  ],
  // political review
  [
    'a year to the branch meeting',
    'period/review-expired',
    'warning',
    only({ politicalReview: '2015-06-24', branchMeeting: '2016-06-24' }),
    only({ politicalReview: '2015-06-23', branchMeeting: '2016-06-24' }),
  ],
  [
    'a year to the approval',
    'period/review-expired',
    'warning',
    only({ politicalReview: '2015-06-30', branchMeeting: '2016-06-24', approval: '2016-06-30' }),
    only({ politicalReview: '2015-06-29', branchMeeting: '2016-06-24', approval: '2016-06-30' }),
  ],
  // leaving
  [
    'three months after the preliminary review',
    'period/leaving-soon',
    'warning',
    under2014({ leaving: '2016-09-21' }),
    under2014({ leaving: '2016-09-20' }),
  ],
  [
    'three months after the branch meeting',
    'period/leaving-soon',
    'warning',
    only({ branchMeeting: '2015-11-30', approval: '2015-12-10', leaving: '2016-03-01' }),
    only({ branchMeeting: '2015-11-30', approval: '2015-12-10', leaving: '2016-02-29' }),
  ],
  [
    'three months after the day of the slot',
    'period/leaving-soon',
    'warning',
    only({ leaving: '2016-09-09' }, nominatedOn('2016-06-08')),
    only({ leaving: '2016-09-08' }, nominatedOn('2016-06-08')),
  ],
  [
    'a month of leaving',
    'period/leaving-soon',
    'warning',
    only({ preReview: '2016-06-29', leaving: '2016-09' }),
    only({ preReview: '2016-06-30', leaving: '2016-09' }),
  ],
  // branch meeting
  [
    'one month under the 2026 text',
    'period/meeting-late',
    'error',
    under2026({}),
    under2026({ preReview: '2028-06-19' }),
  ],
  [
    'one month by local practice',
    'period/meeting-late',
    'warning',
    only({ preReview: '2016-01-31', branchMeeting: '2016-02-29', approval: '2016-03-10' }, COMMON),
    only({ preReview: '2016-01-31', branchMeeting: '2016-03-01', approval: '2016-03-10' }, COMMON),
  ],
  // votes
  [
    'present, of an odd number',
    'period/vote-short',
    'error',
    under2014(meeting(21, 11, 11)),
    under2014(meeting(21, 10, 11)),
  ],
  [
    'present, of an even number',
    'period/vote-short',
    'error',
    under2014(meeting(20, 11, 11)),
    under2014(meeting(20, 10, 11)),
  ],
  [
    'in favour, of an odd number',
    'period/vote-short',
    'error',
    under2014(meeting(21, 18, 11)),
    under2014(meeting(21, 18, 10)),
  ],
  [
    'in favour, of an even number',
    'period/vote-short',
    'error',
    under2014(meeting(20, 18, 11)),
    under2014(meeting(20, 18, 10)),
  ],
  [
    'no more present than entitled',
    'period/vote-short',
    'error',
    under2014(meeting(21, 21, 20)),
    under2014(meeting(21, 22, 20)),
  ],
  [
    'no more in favour than entitled',
    'period/vote-short',
    'error',
    under2014(meeting(21, 20, 21)),
    under2014(meeting(21, 20, 22)),
  ],
  [
    'in favour of the conversion',
    'period/vote-short',
    'error',
    under2014({ conversionMeeting: { on: '2017-06-24', entitled: 20, present: 15, inFavour: 11 } }),
    under2014({ conversionMeeting: { on: '2017-06-24', entitled: 20, present: 15, inFavour: 10 } }),
  ],
  // approval
  [
    'three months',
    'period/approval-late',
    'warning',
    under2014({ ...UNAPPROVED, approval: '2016-09-24' }),
    under2014({ ...UNAPPROVED, approval: '2016-09-25' }),
  ],
  [
    'three months, not approved yet',
    'period/approval-late',
    'warning',
    only({ branchMeeting: '2015-11-30' }, { asOf: '2016-02-29' }),
    only({ branchMeeting: '2015-11-30' }, { asOf: '2016-03-01' }),
  ],
  [
    'three months to the conversion',
    'period/approval-late',
    'error',
    under2014({ conversionApproval: '2017-09-24' }),
    under2014({ conversionApproval: '2017-09-25' }),
  ],
  [
    'three months, not converted yet',
    'period/approval-late',
    'error',
    under2014({ conversionApproval: undefined, archived: undefined }, { asOf: '2017-09-24' }),
    under2014({ conversionApproval: undefined, archived: undefined }, { asOf: '2017-09-25' }),
  ],
  // oath
  [
    'one month under the 2026 text',
    'period/oath-late',
    'warning',
    under2026({ oath: '2028-09-10' }),
    under2026({ oath: '2028-09-11' }),
  ],
  [
    'one month by local practice',
    'period/oath-late',
    'warning',
    only({ approval: '2016-05-30', oath: '2016-06-30' }, COMMON),
    only({ approval: '2016-05-29', oath: '2016-06-30' }, COMMON),
  ],
  // probation
  [
    'a year from the branch meeting, though not from the oath',
    'period/probation',
    'error',
    under2014({}),
    under2014({ conversionMeeting: '2017-06-23', conversionApproval: '2017-09-23' }),
  ],
  [
    'a year from a leap day',
    'period/probation',
    'error',
    only({
      branchMeeting: '2012-02-29',
      approval: '2012-03-10',
      conversionMeeting: '2013-02-28',
      archived: '2013-06-01',
    }),
    only({
      branchMeeting: '2012-02-29',
      approval: '2012-03-10',
      conversionMeeting: '2013-02-27',
      archived: '2013-06-01',
    }),
  ],
  [
    'a year, not converted yet',
    'period/probation',
    'warning',
    under2014({ ...APPROVED, conversionMeeting: undefined }, { asOf: '2017-06-24' }),
    under2014({ ...APPROVED, conversionMeeting: undefined }, { asOf: '2017-06-25' }),
  ],
  // extended and transferred probation
  [
    'half a year of extension',
    'period/probation',
    'error',
    under2014({ ...LATER, probationExtension: { on: '2017-06-24', months: 6 } }),
    under2014({ ...LATER, probationExtension: { on: '2017-06-24', months: 5 } }),
  ],
  [
    'a year of extension',
    'period/probation',
    'error',
    under2014({ ...LATER, probationExtension: { on: '2017-06-24', months: 12 } }, { asOf: '2018-07-01' }),
    under2014(
      { ...LATER, conversionMeeting: '2018-07-24', probationExtension: { on: '2017-06-24', months: 13 } },
      { asOf: '2018-09-01' },
    ),
  ],
  [
    'an extension once the year is over',
    'period/probation',
    'error',
    under2014({ ...LATER, probationExtension: { on: '2017-06-24', months: 6 } }),
    under2014({ ...LATER, probationExtension: { on: '2017-06-23', months: 6 } }),
  ],
  [
    'one extension, not two',
    'period/probation',
    'error',
    under2014({ ...LATER, probationExtension: [{ on: '2017-06-24', months: 6 }] }),
    under2014(
      {
        ...LATER,
        conversionMeeting: '2018-06-25',
        conversionApproval: undefined,
        conversionNotice: undefined,
        archived: undefined,
        probationExtension: [
          { on: '2017-06-24', months: 6 },
          { on: '2017-12-24', months: 6 },
        ],
      },
      { asOf: '2018-06-25' },
    ),
  ],
  ...(['2017-06-01', '2017-12-01'] as const).map(
    (transferredIn): Row => [
      `six months to the meeting of somebody who moved here, ${transferredIn}`,
      'period/probation',
      'error',
      under2014({ ...LATER, transferredIn, conversionMeeting: '2017-12-24' }, { asOf: '2018-01-01' }),
      under2014({ ...LATER, transferredIn, conversionMeeting: '2017-12-25' }, { asOf: '2018-01-01' }),
    ],
  ),
  [
    'six months since 2026, after the extension',
    'period/probation',
    'error',
    under2026(
      {
        ...LATER,
        transferredIn: '2029-06-01',
        probationExtension: { on: '2029-07-20', months: 6 },
        conversionMeeting: '2030-07-20',
      },
      { asOf: '2030-08-01' },
    ),
    under2026(
      {
        ...LATER,
        transferredIn: '2029-06-01',
        probationExtension: { on: '2029-07-20', months: 6 },
        conversionMeeting: '2030-07-21',
      },
      { asOf: '2030-08-01' },
    ),
  ],
  [
    'the start of probation as the form has it',
    'period/probation',
    'error',
    under2014({ probation: { from: '2016-06-24', to: '2017-06-24' } }),
    under2014({ probation: { from: '2016-07-04', to: '2017-07-04' } }),
  ],
  [
    'the end of probation as the form has it',
    'period/probation',
    'error',
    under2014({ probation: { from: '2016-06-24', to: '2017-06-23' } }),
    under2014({ probation: { from: '2016-06-24', to: '2017-06-22' } }),
  ],
  [
    'a year and an extension, not converted yet',
    'period/probation',
    'warning',
    under2014(
      {
        ...APPROVED,
        conversionMeeting: undefined,
        conversionNotice: undefined,
        probationExtension: { on: '2017-06-24', months: 6 },
      },
      { asOf: '2017-12-24' },
    ),
    under2014(
      {
        ...APPROVED,
        conversionMeeting: undefined,
        conversionNotice: undefined,
        probationExtension: { on: '2017-06-24', months: 6 },
      },
      { asOf: '2017-12-25' },
    ),
  ],
  [
    'six months more after a move',
    'period/probation',
    'warning',
    under2014(
      { ...APPROVED, conversionMeeting: undefined, conversionNotice: undefined, transferredIn: '2017-02-01' },
      { asOf: '2017-12-24' },
    ),
    under2014(
      { ...APPROVED, conversionMeeting: undefined, conversionNotice: undefined, transferredIn: '2017-02-01' },
      { asOf: '2017-12-25' },
    ),
  ],
  // 11 May 2026
  [
    'the listing notice of a day before the revision',
    'period/notice-too-short',
    'warning',
    only({ prospectiveNotice: { from: '2026-05-10', to: '2026-05-15' } }, { plan: { year: 2026 } }),
    only({ prospectiveNotice: { from: '2026-05-10', to: '2026-05-14' } }, { plan: { year: 2026 } }),
  ],
  [
    'the listing notice of the day of the revision',
    'period/notice-too-short',
    'error',
    only({ prospectiveNotice: { from: '2026-05-11', to: '2026-05-15' } }, { plan: { year: 2026 } }),
    only({ prospectiveNotice: { from: '2026-05-12', to: '2026-05-14' } }, { plan: { year: 2026 } }),
  ],
  [
    'the notice of mobile people at both places, from the day of the revision on',
    'candidate/mobile-notice',
    'warning',
    only(
      { prospectiveNotice: { from: '2026-05-10', to: '2026-05-15' } },
      { person: { mobile: true }, plan: { year: 2026 } },
    ),
    only(
      { prospectiveNotice: { from: '2026-05-11', to: '2026-05-15' } },
      { person: { mobile: true }, plan: { year: 2026 } },
    ),
  ],
  // local norms
  [
    'six months to becoming an activist',
    'period/activist-wait',
    'warning',
    under2014({ ...WAITED, activist: '2014-12-03' }, COMMON),
    under2014({ ...WAITED, activist: '2014-12-02' }, COMMON),
  ],
  [
    'three years as an activist',
    'period/activist-too-long',
    'warning',
    only({ activist: '2013-06-01', prospective: '2016-06-01' }, COMMON),
    only({ activist: '2013-06-01', prospective: '2016-06-02' }, COMMON),
  ],
  [
    'three years as an activist until today',
    'period/activist-too-long',
    'warning',
    only({ activist: '2013-07-01' }, COMMON),
    only({ activist: '2013-06-30' }, COMMON),
  ],
  // two texts
  [
    'the last day of the old text',
    'period/straddles-revision',
    'info',
    only({ politicalReview: '2026-05-11', preReview: '2026-05-20' }),
    only({ politicalReview: '2026-05-10', preReview: '2026-05-20' }),
  ],
  // age
  [
    'eighteen on the day of the application',
    'candidate/underage',
    'error',
    under2014({}, { person: { birth: '1996-06-03' } }),
    under2014({}, { person: { birth: '1996-06-04' } }),
  ],
  [
    'eighteen of somebody born on a leap day',
    'candidate/underage',
    'error',
    only({ application: '2014-03-01' }, { person: { birth: '1996-02-29' } }),
    only({ application: '2014-02-28' }, { person: { birth: '1996-02-29' } }),
  ],
  [
    'eighteen with a month of birth',
    'candidate/underage',
    'error',
    only({ application: '2014-06-01' }, { person: { birth: '1996-06' } }),
    only({ application: '2014-05-31' }, { person: { birth: '1996-06' } }),
  ],
  [
    'eighteen on the day for ages',
    'candidate/underage',
    'error',
    only({}, { person: { birth: '1998-12-31' } }),
    only({}, { person: { birth: '1999-01-01' } }),
  ],
  // contacts and introducers
  [
    'two contacts',
    'candidate/contacts',
    'error',
    under2014({}),
    under2014({}, { person: { contacts: ['党员甲', '党员乙', '党员丙'] } }),
  ],
  [
    'one contact, where others have theirs',
    'candidate/contacts',
    'error',
    under2014(
      {},
      { person: { contacts: ['党员甲'] }, others: [{ id: 'c02', name: '李四', contacts: ['党员乙'] }] },
    ),
    under2014({}, { person: { contacts: [] }, others: [{ id: 'c02', name: '李四', contacts: ['党员乙'] }] }),
  ],
  [
    'two introducers, not one',
    'candidate/introducers',
    'error',
    under2014({}),
    under2014({}, { person: { introducers: ['党员甲'] } }),
  ],
  [
    'two introducers, not three',
    'candidate/introducers',
    'error',
    only({ introducersAssigned: '2016-06-06' }),
    only({ introducersAssigned: '2016-06-06' }, { person: { introducers: ['党员甲', '党员乙', '党员丙'] } }),
  ],
];

/** Every step but an extended probation, which few go through. */
const isUsual = (name: StepName) => name !== 'probationExtension';
const USUAL = STEPS.filter(isUsual);

describe('somebody taken through all 25 steps', () => {
  it('is on the roster with every step', () => {
    expect(Object.keys(UNDER_2014)).toEqual(stepsUnder(2014).filter(isUsual));
    expect(Object.keys(UNDER_2014).sort()).toEqual([...USUAL].sort());
    expect(Object.keys(UNDER_2026)).toEqual(USUAL);
  });

  it('keeps to the Rules of 2014', async () => {
    expect(await found(under2014({}))).toEqual([]);
    expect(await found(under2014({}, COMMON))).toEqual([]);
  });

  it('keeps to the Rules of 2026', async () => {
    expect(await found(under2026({}))).toEqual([]);
    expect(await found(under2026({}, COMMON))).toEqual([]);
  });

  it.each([...Array(USUAL.length).keys()])(
    'keeps to them up to step %i, on the day of that step',
    async count => {
      const steps = stepsUnder(2014)
        .filter(isUsual)
        .slice(0, count + 1);
      const last = UNDER_2014[steps.at(-1) as keyof typeof UNDER_2014];
      const events = Object.fromEntries(
        steps.map(step => [step, UNDER_2014[step as keyof typeof UNDER_2014]]),
      );
      const asOf = JSON.stringify(last)
        .match(/\d{4}-\d{2}-\d{2}/g)!
        .at(-1)!;
      // In the next year the plan is history and an activist of it is not judged until today.
      expect(await found(only(events, { asOf }))).toEqual([]);
    },
  );
});

describe('limits', () => {
  it.each(ROWS)('%s: %s', async (_, rule, severity, within, beyond) => {
    expect(await found(within)).toEqual([]);
    expect(await found(beyond)).toEqual([`${rule} ${severity}`]);
  });

  it('allows six months for the approval in special cases, not a day more', async () => {
    const approved = (approval: string) =>
      under2014({ ...UNAPPROVED, approval, probationInspections: undefined });
    expect(await found(approved('2016-12-24'))).toEqual(['period/approval-late warning']);
    expect(await found(approved('2016-12-25'))).toEqual(['period/approval-late error']);
  });

  it('asks for the month to the branch meeting and to the oath only since 2026, or where a norm does', async () => {
    const events = {
      preReview: '2016-01-04',
      branchMeeting: '2016-04-04',
      approval: '2016-04-11',
      oath: '2016-06-20',
    };
    expect(await found(only(events))).toEqual([]);
    const later = {
      preReview: '2026-05-01',
      branchMeeting: '2026-05-10',
      approval: '2026-05-10',
      oath: '2026-05',
    };
    expect(await found(only(later, { asOf: '2026-07-01' }))).toEqual([]);
  });

  it('is as strict as a local norm, and says whose breach it is', async () => {
    const strict = { rules: { settings: { cultivationMonths: 18 } } };
    const shown = (activist: string) =>
      found(only({ activist, prospective: '2016-06-01' }, { plan: strict }));
    expect(await shown('2015-06-01')).toEqual(['period/activist-too-short warning']);
    expect(await shown('2015-06-02')).toEqual(['period/activist-too-short error']);
  });
});

describe('what is not known', () => {
  it.each([
    ['no events', only({})],
    ['only the application', only({ application: '2014-06-03' })],
    ['no date of the talk', only({ application: '2014-06-03', activist: '2014-12-05' })],
    ['no inspections of anybody', only({ activist: '2014-12-05' })],
    ['no contacts of anybody', only({ activist: '2014-12-05' }, { person: { contacts: undefined } })],
    [
      'an approval that must have been, on some day',
      only({ branchMeeting: '2015-08-24', oath: '2015-10-01' }),
    ],
    [
      'a conversion that must have been, on some day',
      only({ branchMeeting: '2012-06-24', approval: '2012-07-01', archived: '2013-07-01' }),
    ],
    ['a meeting without numbers', only({ branchMeeting: '2016-06-24' })],
    ['a meeting with those entitled alone', only({ branchMeeting: { on: '2016-06-24', entitled: 21 } })],
    ['months that may be in order', only({ application: '2014-06', talk: '2014-06', activist: '2014-12' })],
    ['values that say so', only({ application: '不详', talk: '无', activist: null, inspections: '不详' })],
  ])('is no breach: %s', async (_, somebody) => {
    expect(await found(somebody)).toEqual([]);
  });

  it('is no breach after the plan’s year, of which the roster is history', async () => {
    const events = { activist: '2015-03-31', inspections: ['2015-09-30', '2016-03-30'] };
    expect(await found(only(events, { asOf: '2016-12-31' }))).toEqual(['period/inspection-gap error']);
    expect(await found(only(events, { asOf: '2017-01-01' }))).toEqual([]);
  });
});
