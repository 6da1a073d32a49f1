import { describe, expect, it } from 'vitest';
import { checkInMemory } from '../support/memory.ts';

type Step = Record<string, unknown> & { kind: string };

/** The findings on the steps of a plan that the Rules know, as `rule/id subject severity`. */
async function found(steps: Step[], plan: object = {}): Promise<string[]> {
  const year = Number(JSON.stringify(steps).match(/\d{4}/)![0]);
  const timeline = steps.map((step, index) => ({
    id: `${step.kind}${index}`,
    name: `步骤${index}`,
    owner: '镇党委',
    ...step,
  }));
  const { findings, verdict } = await checkInMemory(
    { year, organization: { name: '某镇党委' }, timeline, ...plan },
    `${year}-01-01`,
  );
  expect(verdict).not.toBe('unreadable');
  return findings
    .filter(({ code }) => /^(period|timeline\/(procedure|notice|approver))/.test(code))
    .map(({ code, subject, severity }) => `${code} ${subject} ${severity}`);
}

const on = (kind: string, day: string, more: object = {}): Step => ({ kind, on: day, ...more });
const span = (kind: string, from: string, to: string, more: object = {}): Step => ({
  kind,
  from,
  to,
  ...more,
});
const COMMON = { rules: { packs: ['common'] } };

/** At the limit there is nothing to find; a day beyond it exactly one finding. */
type Row = [what: string, within: Step[], beyond: Step[], finding: string, plan?: object];

const ROWS: Row[] = [
  [
    'a month from the pre-review to the meeting, since 2026',
    [on('pre-review', '2026-06-10'), on('branch-meeting', '2026-07-10')],
    [on('pre-review', '2026-06-10'), on('branch-meeting', '2026-07-11')],
    'period/meeting-late branch-meeting1 error',
  ],
  [
    'the meeting of the day on which the text of 2026 came into force',
    [on('pre-review', '2026-03-20'), on('branch-meeting', '2026-05-10')],
    [on('pre-review', '2026-03-20'), on('branch-meeting', '2026-05-11')],
    'period/meeting-late branch-meeting1 error',
  ],
  [
    'a month to the meeting under the text of 2014, where a pack asks for it',
    [on('pre-review', '2016-06-10'), on('branch-meeting', '2016-07-10')],
    [on('pre-review', '2016-06-10'), on('branch-meeting', '2016-07-11')],
    'period/meeting-late branch-meeting1 warning',
    COMMON,
  ],
  ...(['2016', '2027'] as const).flatMap((year): Row[] => [
    [
      `three months to the approval, ${year}`,
      [on('branch-meeting', `${year}-04-15`), on('approval', `${year}-07-15`)],
      [on('branch-meeting', `${year}-04-15`), on('approval', `${year}-07-16`)],
      'period/approval-late approval1 warning',
    ],
    [
      `three months to the decision on a conversion, ${year}`,
      [on('conversion', `${year}-04-15`), on('conversion-approval', `${year}-07-15`)],
      [on('conversion', `${year}-04-15`), on('conversion-approval', `${year}-07-16`)],
      'period/approval-late conversion-approval1 error',
    ],
    [
      `three days of training, ${year}`,
      [span('training', `${year}-06-14`, `${year}-06-16`)],
      [span('training', `${year}-06-14`, `${year}-06-15`)],
      'period/training-too-short training0 warning',
    ],
    [
      `24 hours of training, ${year}`,
      [on('training', `${year}-06-14`, { hours: 24 })],
      [on('training', `${year}-06-14`, { hours: 23 })],
      'period/training-too-short training0 warning',
    ],
    [
      `the training before the meeting, ${year}`,
      [span('training', `${year}-06-14`, `${year}-06-16`), on('branch-meeting', `${year}-06-14`)],
      [span('training', `${year}-06-14`, `${year}-06-16`), on('branch-meeting', `${year}-06-13`)],
      'timeline/procedure training0 error',
    ],
    [
      `the form before the meeting, ${year}`,
      [on('form', `${year}-06-14`), on('branch-meeting', `${year}-06-14`)],
      [on('form', `${year}-06-15`), on('branch-meeting', `${year}-06-14`)],
      'timeline/procedure form0 error',
    ],
    [
      `the talk before the approval, ${year}`,
      [on('committee-talk', `${year}-06-14`), on('approval', `${year}-06-14`)],
      [on('committee-talk', `${year}-06-15`), on('approval', `${year}-06-14`)],
      'timeline/procedure committee-talk0 error',
    ],
    [
      `the approval before the oath, ${year}`,
      [on('approval', `${year}-06-14`), on('oath', `${year}-06-14`)],
      [on('approval', `${year}-06-15`), on('oath', `${year}-06-14`)],
      'timeline/procedure approval0 error',
    ],
    [
      `the conversion before the archive, ${year}`,
      [on('conversion', `${year}-06-14`), on('archive', `${year}-06-14`)],
      [on('conversion', `${year}-06-15`), on('archive', `${year}-06-14`)],
      'timeline/procedure conversion0 error',
    ],
    [
      `a committee that approves, ${year}`,
      [on('approval', `${year}-06-14`, { owner: '镇党工委' })],
      [on('approval', `${year}-06-14`, { owner: '机关党组' })],
      'timeline/approver approval0 error',
    ],
    [
      `the acceptance notice, practice in ${year}`,
      [span('acceptance-notice', `${year}-07-12`, `${year}-07-19`)],
      [span('acceptance-notice', `${year}-07-12`, `${year}-07-14`)],
      'timeline/notice-too-short acceptance-notice0 warning',
    ],
  ]),
  [
    'a month to the oath, generally, since 2026',
    [on('approval', '2026-06-15'), on('oath', '2026-07-15')],
    [on('approval', '2026-06-15'), on('oath', '2026-07-16')],
    'period/oath-late oath1 warning',
  ],
  [
    'a collective oath on 1 July is merely told',
    [on('approval', '2027-06-01'), on('oath', '2027-07-01')],
    [on('approval', '2027-05-31'), on('oath', '2027-07-01')],
    'period/oath-late oath1 info',
  ],
  [
    'the listing notice of the last day under the text of 2014',
    [span('notice', '2026-05-18', '2026-05-22')],
    [span('notice', '2026-05-10', '2026-05-14')],
    'timeline/notice-too-short notice0 warning',
  ],
  [
    'the listing notice of the first days under the text of 2026',
    [span('notice', '2026-05-11', '2026-05-15')],
    [span('notice', '2026-05-12', '2026-05-14')],
    'timeline/notice-too-short notice0 error',
  ],
  [
    'the agreement before the notice, since 2026',
    [on('consent', '2026-06-08'), span('notice', '2026-06-08', '2026-06-12')],
    [on('consent', '2026-06-09'), span('notice', '2026-06-08', '2026-06-12')],
    'timeline/procedure consent0 error',
  ],
  [
    'the notice before the listing, since 2026',
    [span('notice', '2026-06-08', '2026-06-12'), on('listing', '2026-06-12')],
    [span('notice', '2026-06-08', '2026-06-12'), on('listing', '2026-06-11')],
    'timeline/procedure notice0 error',
  ],
];

describe('a limit held against the steps of a plan', () => {
  it.each(ROWS)('%s', async (_what, within, beyond, finding, plan) => {
    expect(await found(within, plan)).toEqual([]);
    expect(await found(beyond, plan)).toEqual([finding]);
  });

  it('is none of the Rules under the text of 2014 where only that of 2026 has it', async () => {
    expect(await found([on('pre-review', '2016-01-10'), on('branch-meeting', '2016-06-11')])).toEqual([]);
    expect(await found([on('approval', '2016-01-10'), on('oath', '2016-06-11')])).toEqual([]);
    expect(await found([on('consent', '2016-06-20'), span('notice', '2016-06-06', '2016-06-16')])).toEqual(
      [],
    );
  });

  it('leaves no more than six months to the approval in special cases', async () => {
    const approved = (day: string) => found([on('branch-meeting', '2027-01-15'), on('approval', day)]);
    expect(await approved('2027-07-15')).toEqual(['period/approval-late approval1 warning']);
    expect(await approved('2027-07-16')).toEqual(['period/approval-late approval1 error']);
  });
});

describe('the order of steps that leave days open', () => {
  it('is wrong only where no choice of days is right', async () => {
    const meeting = on('branch-meeting', '2027-06-14');
    expect(await found([span('pre-review', '2027-06-14', '2027-06-25'), meeting])).toEqual([]);
    expect(await found([span('pre-review', '2027-06-15', '2027-06-25'), meeting])).toHaveLength(1);
    expect(await found([{ kind: 'pre-review', deadline: '2027-06-30' }, meeting])).toEqual([]);
    expect(
      await found([on('pre-review', '2027-06-15'), { kind: 'branch-meeting', deadline: '2027-06-14' }]),
    ).toHaveLength(1);
  });

  it('is judged batch by batch', async () => {
    const batch = (review: string, meeting: string) => [
      on('pre-review', review),
      on('branch-meeting', meeting),
    ];
    expect(await found([...batch('2027-03-01', '2027-03-10'), ...batch('2027-09-06', '2027-09-13')])).toEqual(
      [],
    );
    expect(await found([...batch('2027-03-01', '2027-03-10'), ...batch('2027-09-13', '2027-09-06')])).toEqual(
      ['period/meeting-late branch-meeting3 error', 'timeline/procedure pre-review2 error'],
    );
  });

  it('names the step that is out of place, not those that it passes', async () => {
    expect(
      await found([
        on('branch-meeting', '2016-01-08'),
        on('training', '2016-06-06', { hours: 24 }),
        on('pre-review', '2016-06-20'),
        on('approval', '2016-06-27'),
      ]),
    ).toEqual(['timeline/procedure branch-meeting0 error', 'period/approval-late approval3 warning']);
  });

  it('says nothing of admissions and conversions of one year', async () => {
    expect(
      await found([
        on('conversion', '2027-03-10'),
        on('conversion-approval', '2027-04-01'),
        on('branch-meeting', '2027-06-10'),
      ]),
    ).toEqual([]);
  });
});
