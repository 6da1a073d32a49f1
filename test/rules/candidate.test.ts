import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../src/model/id-number.ts';
import { orderOf, STEPS, type StepName } from '../../src/model/steps.ts';
import type { Finding } from '../../src/rules/check.ts';
import { texts as en } from '../../src/text/en/index.ts';
import { messageOf, remedyOf } from '../../src/text/sentences.ts';
import { texts as zh } from '../../src/text/zh/index.ts';
import { isoOf } from '../../src/values/day.ts';
import { checkInMemory } from '../support/memory.ts';
import { runs, thorough } from '../support/runs.ts';
import { PERSON, planWith, UNDER_2014 } from './people.ts';

type Fields = Record<string, unknown>;

async function findingsOf(people: Fields[], asOf = '2016-07-01', plan: Fields = {}): Promise<Finding[]> {
  const { findings } = await checkInMemory(planWith(people, plan), asOf);
  return findings;
}

const codes = (findings: readonly Finding[]): string[] =>
  findings.map(({ code, severity, subject }) => `${code} ${severity} ${subject}`);

const onlyOf = (findings: readonly Finding[], code: string): string[] =>
  codes(findings).filter(text => text.startsWith(`${code} `));

const numbered = (body: string): string => body + checkDigit(body);

describe('candidate/duplicate', () => {
  const zhang = { id: 'c01', name: '张三', birth: '1990-01-01' };
  const NUMBER = '650000199001010019';
  it.each<[string, Fields, string[]]>([
    ['another name', { name: '李四', birth: '1990-01-01' }, []],
    ['another birth date', { birth: '1990-01-02' }, []],
    ['no birth date', { birth: undefined }, []],
    ['the same name and birth date', {}, ['candidate/duplicate warning c02']],
    ['the month of the birth date', { birth: '1990-01' }, ['candidate/duplicate warning c02']],
    ['another month of birth', { birth: '1990-02' }, []],
    [
      'the same ID number',
      { name: '张山', birth: undefined, idNumber: NUMBER },
      ['candidate/duplicate error c02'],
    ],
    [
      'the old form of the same ID number',
      { name: '张山', birth: undefined, idNumber: '650000900101001' },
      ['candidate/duplicate error c02', 'candidate/id-number-invalid warning c02'],
    ],
    ['a namesake with an ID number of the own', { idNumber: numbered('65000019900101003') }, []],
    [
      'a namesake whose ID number is mistyped',
      { idNumber: '650000199001010039' },
      ['candidate/id-number-invalid error c02', 'candidate/duplicate warning c02'],
    ],
  ])('%s', async (_, second, expected) => {
    const people = [
      { ...zhang, idNumber: NUMBER },
      { ...zhang, id: 'c02', ...second },
    ];
    expect(codes(await findingsOf(people)).sort()).toEqual(expected.sort());
    // whichever stands first
    const turned = await findingsOf(
      people.map((person, index) => ({ ...person, id: people[1 - index]!.id })).reverse(),
    );
    expect(onlyOf(turned, 'candidate/duplicate').length).toBe(
      expected.filter(text => text.startsWith('candidate/duplicate')).length,
    );
  });

  it.each(['农牧民2号名额', '农牧民2号', '农牧民2', '农牧民-2', 'farmer-2'])(
    'takes %s for the second slot of its category, and calls it so',
    async slot => {
      const quota = { total: 2, categories: [{ id: 'farmer', name: '农牧民', count: 2 }] };
      const findings = await findingsOf(
        ['c01', 'c02'].map(id => ({ ...zhang, id, name: id, idNumber: undefined, role: 'nominee', slot })),
        '2016-06-01',
        { quota },
      );
      const [over] = findings.filter(({ code }) => code === 'quota/over-total');
      expect(messageOf(over!, zh)).toBe('农牧民2号名额列了 2 名拟发展对象');
      expect(over!.subject).toBe('farmer-2');
    },
  );

  it('tells of an unknown slot in the way in which the roster writes slots', async () => {
    const quota = { total: 2, categories: [{ id: 'farmer', name: '农牧民', count: 2 }] };
    const remedy = async (slot: string) => {
      const findings = await findingsOf([{ ...zhang, slot }], '2016-06-01', { quota });
      return remedyOf(findings.find(({ code }) => code === 'candidate/unknown-slot')!, zh);
    };
    expect(await remedy('农牧民9号名额')).toBe('现有：农牧民1号至2号名额');
    expect(await remedy('farmer-9')).toBe('是不是“farmer-1”？现有：farmer-1至farmer-2');
  });

  it('leaves people who hold two slots to reserve/listed-twice', async () => {
    const quota = { total: 2, categories: [{ id: 'farmer', name: '农牧民', count: 2 }] };
    const activist = { category: 'farmer', events: { activist: '2015-01-01' } };
    const listed = (first?: string, second?: string) =>
      findingsOf(
        [
          { ...zhang, ...activist, slot: first },
          { ...zhang, ...activist, id: 'c02', slot: second },
        ],
        '2016-06-01',
        { quota },
      );
    const both = await listed('farmer-1', 'farmer-2');
    expect(onlyOf(both, 'reserve/listed-twice')).toHaveLength(1);
    expect(onlyOf(both, 'candidate/duplicate')).toEqual([]);
    const one = await listed('farmer-1', undefined);
    expect(onlyOf(one, 'reserve/listed-twice')).toEqual([]);
    expect(onlyOf(one, 'candidate/duplicate')).toEqual(['candidate/duplicate warning c02']);
  });

  /** Both rules go by the same: of two slots listed-twice speaks, else duplicate. */
  it.each<[string, Fields, boolean]>([
    ['the same name and birth date', {}, true],
    ['the month of the birth date', { birth: '1990-01' }, true],
    ['a name with another dot', { name: '买买提•艾力' }, true],
    ['a right ID number of the own', { idNumber: numbered('65000019900101003') }, false],
    ['a mistyped ID number', { idNumber: '650000199001010039' }, true],
    ['the old form of the ID number', { name: '张三', idNumber: '650000900101001' }, true],
    ['another birth date', { birth: '1990-01-02', idNumber: undefined }, false],
  ])('agrees with reserve/listed-twice on %s', async (_, second, isRepeated) => {
    const quota = { total: 2, categories: [{ id: 'farmer', name: '农牧民', count: 2 }] };
    const first = {
      id: 'c01',
      name: '买买提·艾力',
      birth: '1990-01-01',
      idNumber: NUMBER,
      category: 'farmer',
    };
    const listed = async (slot?: string) =>
      codes(
        await findingsOf(
          [
            { ...first, slot: 'farmer-1' },
            { ...first, ...second, id: 'c02', slot },
          ],
          '2016-06-01',
          { quota },
        ),
      ).flatMap(text => text.match(/(candidate\/duplicate|reserve\/listed-twice) .* c02/)?.[1] ?? []);
    expect(await listed('farmer-2')).toEqual(isRepeated ? ['reserve/listed-twice'] : []);
    expect(await listed()).toEqual(isRepeated ? ['candidate/duplicate'] : []);
  });

  it('tells of everybody who may be one of several namesakes', async () => {
    const people = [
      { ...zhang, idNumber: NUMBER },
      { ...zhang, id: 'c02', idNumber: numbered('65000019900101003') },
      { ...zhang, id: 'c03' },
      { ...zhang, id: 'c04', idNumber: numbered('65000019900101005') },
    ];
    expect(onlyOf(await findingsOf(people), 'candidate/duplicate')).toEqual([
      'candidate/duplicate warning c03',
      'candidate/duplicate warning c04',
    ]);
  });

  it('stays quick on a roster of namesakes', async () => {
    const length = thorough ? 3000 : 600;
    const people = Array.from({ length }, (_, index) => ({ ...zhang, id: `c${index}` }));
    expect(onlyOf(await findingsOf(people), 'candidate/duplicate')).toHaveLength(length - 1);
  });
});

describe('ID numbers on the roster', () => {
  const somebody = (idNumber: string, rest: Fields = {}) =>
    findingsOf([{ id: 'c01', name: '张三', idNumber, ...rest }]);
  it.each<[string, string, Fields, string[]]>([
    ['a right one', '650000199001010019', { birth: '1990-01-01', gender: 'male' }, []],
    ['a right one with a month of birth', '650000199001010019', { birth: '1990-01' }, []],
    ['a small x', '65000019951230123x', {}, []],
    ['a wrong check digit', '650000199001010018', {}, ['id-number-invalid error']],
    ['a day that does not exist', numbered('65000019900230001'), {}, ['id-number-invalid error']],
    ['a day that lies ahead', numbered('65000020160702001'), {}, ['id-number-invalid error']],
    ['15 digits', '650000900101001', { birth: '1990-01-01', gender: 'male' }, ['id-number-invalid warning']],
    ['another birth date', '650000199001010019', { birth: '1990-01-02' }, ['id-number-disagrees error']],
    ['another month of birth', '650000199001010019', { birth: '1990-02' }, ['id-number-disagrees error']],
    ['another gender', '650000199001010019', { gender: 'female' }, ['id-number-disagrees error']],
    [
      'both, by 15 digits',
      '650000900101001',
      { birth: '1990-01-02', gender: 'female' },
      ['id-number-disagrees error', 'id-number-disagrees error', 'id-number-invalid warning'],
    ],
    // The mistyped digit may be one of the birth date: only the fault that is certain is told.
    [
      'a wrong number that disagrees',
      '650000199001010018',
      { birth: '1990-01-02' },
      ['id-number-invalid error'],
    ],
  ])('%s', async (_, number, rest, expected) => {
    const found = codes(await somebody(number, rest)).map(text => text.replace(/^candidate\/| c01$/g, ''));
    expect(found.sort()).toEqual(expected);
  });

  it('are never repeated in a finding', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 110000, max: 829999 }),
        fc.integer({ min: 0, max: 15_000 }),
        fc.integer({ min: 0, max: 9_999 }),
        async (address, day, tail) => {
          const idNumber = `${address}${isoOf(day).replaceAll('-', '')}${String(tail).padStart(4, '0')}`;
          const twice = [
            { id: 'c01', name: '张三', idNumber, birth: '1999-09-09' },
            { id: 'c02', name: '李四', idNumber, gender: 'female' },
          ];
          const { findings } = await checkInMemory(planWith(twice), '2016-07-01');
          expect(findings.length).toBeGreaterThan(0);
          for (const finding of findings) {
            const said = [zh, en].flatMap(texts => [messageOf(finding, texts), remedyOf(finding, texts)]);
            for (const text of [...said, JSON.stringify(finding.args)])
              expect(text.replace(/\D/g, ' ')).not.toMatch(/\d{9}/);
          }
        },
      ),
      runs(50),
    );
  });
});

describe('candidate/date-order', () => {
  /** A day before another date, and that date. */
  const eve = (date: string) => isoOf(Date.parse(date) / 86_400_000 - 1);
  const written = (name: StepName, date: string): unknown =>
    /Notice$/.test(name)
      ? { from: date, to: date }
      : name === 'training'
        ? { start: date, end: date, hours: 24 }
        : /nspections$/.test(name)
          ? [date]
          : name === 'probationExtension'
            ? { on: date, months: 6 }
            : date;
  const orderFindings = async (events: Fields) =>
    (await findingsOf([{ ...PERSON, events }])).filter(({ code }) => code === 'candidate/date-order');

  it.each(STEPS.slice(0, -1))('%s and what comes later: reversed by a day, or on one day', async before => {
    const on = '2016-06-15';
    const laterOnes = STEPS.slice(STEPS.indexOf(before) + 1);
    // Each pair is somebody's: one plan is checked for all of them.
    const people = (dateOfLater: string) =>
      laterOnes.map((later, index) => ({
        ...PERSON,
        id: later,
        name: `人${index}`,
        events: { [before]: written(before, on), [later]: written(later, dateOfLater) },
      }));
    const told = async (dateOfLater: string) =>
      (await findingsOf(people(dateOfLater)))
        .filter(({ code }) => code === 'candidate/date-order')
        .map(({ severity, subject }) => `${severity} ${subject}`);
    const SEVERITY = { rules: 'error', chart: 'info' } as const;
    const expected = laterOnes.flatMap(later => {
      const order = orderOf(before, later, 2014);
      return order ? [`${SEVERITY[order]} ${later}`] : [];
    });
    expect((await told(eve(on))).sort()).toEqual(expected.sort());
    expect(await told(on)).toEqual([]);
  });

  it.each<[StepName, StepName, ReturnType<typeof orderOf>]>([
    ['application', 'talk', 'rules'],
    ['talk', 'activist', 'rules'],
    ['activist', 'activistFiling', 'rules'],
    ['activist', 'inspections', 'rules'],
    ['activist', 'prospective', 'rules'],
    ['prospective', 'politicalReview', 'rules'],
    ['training', 'form', 'rules'],
    ['branchReview', 'preReview', 'rules'],
    ['preReview', 'form', 'rules'],
    ['form', 'branchMeeting', 'rules'],
    ['branchMeeting', 'approval', 'rules'],
    ['committeeTalk', 'approval', 'rules'],
    ['acceptanceNotice', 'approval', 'rules'],
    ['approval', 'oath', 'rules'],
    ['inspections', 'branchMeeting', 'rules'],
    ['branchMeeting', 'probationInspections', 'rules'],
    ['probationInspections', 'conversionMeeting', 'rules'],
    ['conversionMeeting', 'conversionApproval', 'rules'],
    // in practice in either order
    ['training', 'preReview', 'chart'],
    ['activistFiling', 'contactsAssigned', 'chart'],
    ['politicalReview', 'training', 'chart'],
    ['branchMeeting', 'acceptanceNotice', 'chart'],
    ['countyFiling', 'oath', 'chart'],
    // go on meanwhile
    ['inspections', 'prospective', undefined],
    ['inspections', 'preReview', undefined],
    ['approval', 'probationInspections', undefined],
    ['probationInspections', 'conversionApplication', undefined],
    ['prospectiveFiling', 'prospective', undefined],
    ['prospectiveNotice', 'prospective', 'chart'],
    ['prospectiveNotice', 'politicalReview', undefined],
  ])('puts %s and %s in order by %s', (before, later, order) => {
    expect(orderOf(before, later, 2014)).toBe(order);
  });

  it('has the agreement, the notice and the listing in this order since 2026', () => {
    const steps = ['prospectiveFiling', 'prospectiveNotice', 'prospective', 'politicalReview'] as const;
    for (const [index, before] of steps.entries())
      for (const later of steps.slice(index + 1)) expect(orderOf(before, later, 2026)).toBe('rules');
  });

  it.each<[string, string[], string[]]>([
    // [agreement, end of the notice, listing], what is found
    ['before 11 May 2026 listed, then filed', ['2026-05-10', '', '2026-05-08'], []],
    ['before 11 May 2026 filed, then listed', ['2026-05-07', '', '2026-05-08'], []],
    ['since then agreed, notice, listed', ['2026-05-11', '2026-05-18', '2026-05-19'], []],
    ['listed before the agreement', ['2026-05-13', '', '2026-05-12'], ['consent > prospective']],
    [
      'notice before the agreement',
      ['2026-05-22', '2026-05-19', '2026-05-25'],
      ['consent > prospectiveNotice'],
    ],
    [
      'listed during the notice',
      ['2026-05-11', '2026-05-19', '2026-05-18'],
      ['prospectiveNotice > prospective'],
    ],
  ])('judges the listing by the text of its day: %s', async (_name, [filing, notice, listed], expected) => {
    const found = await orderFindings({
      prospectiveFiling: filing,
      ...(notice && { prospectiveNotice: { from: '2026-05-12', to: notice } }),
      prospective: listed,
    });
    const names = found.map(({ args, severity }) => {
      const { before, later } = args as { before: { step: string }; later: { step: string } };
      expect(severity).toBe('error');
      return `${before.step} > ${later.step}`;
    });
    expect(names).toEqual(expected);
  });

  it('knows the notice before the listing as the Rules’ order since 2026', async () => {
    const events = (year: number) => ({
      prospectiveNotice: { from: `${year}-06-01`, to: `${year}-06-09` },
      prospective: `${year}-06-08`,
    });
    expect((await orderFindings(events(2016))).map(({ severity }) => severity)).toEqual(['info']);
    expect((await orderFindings(events(2026))).map(({ severity }) => severity)).toEqual(['error']);
  });

  it('reports one wrong date once', async () => {
    for (const [name, date] of Object.entries(UNDER_2014)) {
      if (typeof date !== 'string' || name === 'application') continue;
      const early = await orderFindings({ ...UNDER_2014, [name]: '2004-01-01' });
      expect(early.map(({ place }) => place.locate().path)).toEqual([`/candidates/0/events/${name}`]);
    }
    for (const [name, date] of Object.entries(UNDER_2014)) {
      if (name === 'archived') continue;
      const late = Array.isArray(date) ? [date[0], '2024-01-01'] : written(name as StepName, '2024-01-01');
      const [finding, ...rest] = await orderFindings({ ...UNDER_2014, [name]: late });
      expect(rest).toEqual([]);
      expect(finding?.args).toMatchObject({ before: { step: name, date: '2024-01-01' } });
    }
  });

  it('compares the dates of lists and periods with each other', async () => {
    const paths = async (events: Fields) =>
      (await orderFindings(events)).map(({ place }) => place.locate().path);
    expect(await paths({ inspections: ['2015-06-01', '2016-01-01', '2015-12-01'] })).toEqual([
      '/candidates/0/events/inspections/2',
    ]);
    expect(await paths({ activist: '2015-06-02', inspections: ['2015-06-01', '2015-12-01'] })).toEqual([
      '/candidates/0/events/inspections/0',
    ]);
    expect(await paths({ training: { start: '2016-06-03', end: '2016-06-01' } })).toEqual([
      '/candidates/0/events/training/start',
    ]);
    expect(
      await paths({ acceptanceNotice: { from: '2016-06-03', to: '2016-06-08' }, approval: '2016-06-07' }),
    ).toEqual(['/candidates/0/events/approval']);
  });

  it('looks past a month that tells nothing', async () => {
    const events = { application: '2014-06-20', talk: '2014-06', activist: '2014-06-10' };
    const [finding, ...rest] = await orderFindings(events);
    expect(rest).toEqual([]);
    expect(finding?.args).toMatchObject({ later: { step: 'activist' }, before: { step: 'application' } });
    expect(
      await orderFindings({ application: '2014-06-20', talk: '2014-06', activist: '2014-06-20' }),
    ).toEqual([]);
  });
});

describe('candidate/stage-disagrees', () => {
  const events = { application: '2013-03-01', activist: '2014-06-01', prospective: '2016-06-08' };
  it.each<[string, Fields, string, string | undefined]>([
    ['the stage that is shown', { stage: 'prospective', events }, '2016-06-08', undefined],
    ['a day before it begins', { stage: 'prospective', events }, '2016-06-07', 'ahead'],
    ['the stage before, until then', { stage: 'activist', events }, '2016-06-07', undefined],
    ['the stage before', { stage: 'activist', events }, '2016-06-08', 'beyond'],
    ['a later one without its date', { stage: 'probationary', events }, '2016-06-08', 'missing'],
    [
      'an earlier one without its date',
      { stage: 'applicant', events: { talk: '2013-03-01' } },
      '2016-06-08',
      'missing',
    ],
    [
      'a month that may have begun',
      { stage: 'activist', events: { activist: '2016-06' } },
      '2016-06-01',
      undefined,
    ],
    ['no dates at all', { stage: 'activist' }, '2016-06-08', undefined],
    ['no stage', { events }, '2016-06-08', undefined],
  ])('%s', async (_, person, asOf, why) => {
    const findings = await findingsOf([{ id: 'c01', name: '张三', ...person }], asOf);
    expect(findings.map(({ args }) => (args as { why: string }).why)).toEqual(why ? [why] : []);
  });
});

describe('contacts and introducers', () => {
  const activist = { id: 'c01', name: '张三', events: { activist: '2015-06-01' } };
  const other = { id: 'c02', name: '李四', contacts: ['党员甲'] };
  const contacts = async (names: unknown, rest: Fields = {}) =>
    (await findingsOf([{ ...activist, contacts: names, ...rest }, other])).map(
      ({ code, severity, args }) => `${code} ${severity} ${(args as { why: string }).why}`,
    );

  it('are one or two contacts for an activist', async () => {
    expect(await contacts(['党员甲'])).toEqual([]);
    expect(await contacts('党员甲、党员乙')).toEqual([]);
    expect(await contacts(undefined)).toEqual(['candidate/contacts error none']);
    expect(await contacts(undefined, { events: { application: '2015-06-01' } })).toEqual([]);
    expect(await contacts(['党员甲', '党员甲'])).toEqual(['candidate/contacts warning repeated']);
    expect(await contacts(['党员甲', '张三'])).toEqual(['candidate/contacts error self']);
    const uyghur = { name: '买买提·艾力' };
    expect(await contacts(['买买提•艾力'], uyghur)).toEqual(['candidate/contacts error self']);
    expect(await contacts(['党员·甲', '党员．甲'])).toEqual(['candidate/contacts warning repeated']);
  });

  it('are two introducers for a nominee from their assignment on', async () => {
    const introduced = async (names: string[] | undefined, events: Fields, role = 'nominee') =>
      (await findingsOf([{ id: 'c01', name: '张三', role, introducers: names, events }])).map(
        ({ code, severity, args }) => `${code} ${severity} ${(args as { why: string }).why}`,
      );
    const assigned = { introducersAssigned: '2016-06-06' };
    expect(await introduced(undefined, assigned)).toEqual(['candidate/introducers error too-few']);
    expect(await introduced(undefined, { prospective: '2016-06-06' })).toEqual([]);
    expect(await introduced(undefined, { preReview: '2016-06-06' })).toEqual([
      'candidate/introducers error too-few',
    ]);
    expect(await introduced(undefined, assigned, 'reserve')).toEqual([]);
    expect(await introduced(['党员甲', '党员甲'], assigned)).toEqual([
      'candidate/introducers warning repeated',
    ]);
    expect(await introduced(['党员甲', '张三'], assigned)).toEqual(['candidate/introducers error self']);
  });
});
