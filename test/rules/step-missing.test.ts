import { describe, expect, it } from 'vitest';
import { checkInMemory } from '../support/memory.ts';
import { PERSON, planWith, UNDER_2014, UNDER_2026 } from './people.ts';

type Fields = Record<string, unknown>;

/** The steps that the second of two people lacks whom a roster has of the first, as the findings name them. */
async function missing(
  events: Fields,
  lacking: string[],
  plan: Fields,
  more: Fields = {},
): Promise<string[]> {
  const others = Object.fromEntries(Object.entries(events).filter(([name]) => !lacking.includes(name)));
  const people = [
    { ...PERSON, events },
    { ...PERSON, id: 'c02', name: '李四', birth: '1997-07-07', events: { ...others, ...more } },
  ];
  const { findings, verdict } = await checkInMemory(planWith(people, plan), '2030-06-01');
  expect(verdict).not.toBe('unreadable');
  return findings
    .filter(({ code }) => code === 'candidate/step-missing')
    .map(({ subject, args }) => `${subject} ${(args as { step: string }).step}`);
}

const IN_2028 = { year: 2028 };
const IN_2016 = { year: 2016 };
const COURSE = [
  'prospective',
  'politicalReview',
  'training',
  'branchReview',
  'preReview',
  'form',
  'branchMeeting',
  'committeeTalk',
];
const CONVERSION = ['conversionApplication', 'conversionMeeting'];

describe('candidate/step-missing', () => {
  it.each([...COURSE, ...CONVERSION, 'prospectiveNotice'])('asks for %s since 2026', async step => {
    expect(await missing(UNDER_2026, [step], IN_2028)).toEqual([`c02 ${step}`]);
  });

  it.each([...COURSE, ...CONVERSION, 'prospectiveFiling'])(
    'asks for %s under the text of 2014',
    async step => {
      expect(await missing(UNDER_2014, [step], IN_2016)).toEqual([`c02 ${step}`]);
    },
  );

  it('calls the filing an agreement since 2026', async () => {
    expect(await missing(UNDER_2026, ['prospectiveFiling'], IN_2028)).toEqual(['c02 consent']);
  });

  it('asks for no step of the flow chart that the Rules do not make a condition', async () => {
    const chart = [
      'activistFiling',
      'contactsAssigned',
      'acceptanceNotice',
      'countyFiling',
      'assigned',
      'oath',
    ];
    expect(await missing(UNDER_2026, chart, IN_2028)).toEqual([]);
    expect(await missing(UNDER_2014, [...chart, 'prospectiveNotice'], IN_2016)).toEqual([]);
  });

  const listedOn = (day: string) => ({ ...UNDER_2026, prospective: day });
  it.each([
    ['2026-05-10', []],
    ['2026-05-11', ['c02 prospectiveNotice']],
  ])('asks for the notice of somebody listed on %s', async (day, expected) => {
    const dates = { prospective: day, prospectiveFiling: '2026-05-01' };
    expect(await missing({ ...listedOn(day) }, ['prospectiveNotice'], IN_2028, dates)).toEqual(expected);
  });

  it.each([
    ['2014-05-27', []],
    ['2014-05-28', ['c02 prospective']],
  ])(
    'judges no listing from before the Rules, the latest day of which is %s',
    async (politicalReview, expected) => {
      const events = {
        prospective: '2014-05-20',
        politicalReview,
        branchMeeting: '2014-07-01',
        approval: '2014-08-01',
      };
      expect(await missing(events, ['prospective'], { year: 2014 })).toEqual(expected);
    },
  );

  it('asks nothing of the course of an admission of an earlier year, or of one elsewhere', async () => {
    const course = ['prospective', 'form', 'branchMeeting', 'committeeTalk'];
    expect(await missing(UNDER_2026, course, { year: 2029 })).toEqual([]);
    expect(await missing(UNDER_2026, course, IN_2028, { transferredIn: '2028-09-20' })).toEqual([]);
    expect(await missing(UNDER_2026, course, IN_2028, { transferredIn: '2027-09-20' })).toHaveLength(4);
  });

  it('asks nothing where the roster has the step of nobody', async () => {
    const { form: _, committeeTalk: __, ...events } = UNDER_2026;
    expect(await missing(events, [], IN_2028)).toEqual([]);
  });

  it('asks no review of a branch without a committee', async () => {
    const plan = { ...IN_2028, branches: [{ name: '东村党支部', committee: false }] };
    const people = (branch: string) => [
      { ...PERSON, events: UNDER_2026 },
      { ...PERSON, id: 'c02', name: '李四', branch, events: { ...UNDER_2026, branchReview: undefined } },
    ];
    const codes = async (branch: string) =>
      (await checkInMemory(planWith(people(branch), plan), '2030-06-01')).findings.map(({ code }) => code);
    expect(await codes('东村党支部')).not.toContain('candidate/step-missing');
    expect(await codes('西村党支部')).toContain('candidate/step-missing');
  });
});
