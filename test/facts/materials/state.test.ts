import { describe, expect, it } from 'vitest';
import { keepsMaterials, type MaterialState, materialsOf } from '../../../src/facts/materials/state.ts';
import { paperOf } from '../../../src/model/papers.ts';
import type { Material } from '../../../src/model/plan.ts';
import { dateText } from '../../../src/model/steps.ts';
import type { Finding } from '../../../src/rules/check.ts';
import { texts as en } from '../../../src/text/en/index.ts';
import { messageOf, remedyOf } from '../../../src/text/sentences.ts';
import { texts as zh } from '../../../src/text/zh/index.ts';
import { isoOf } from '../../../src/values/day.ts';
import { checkInMemory } from '../../support/memory.ts';

type Fields = Record<string, unknown>;

const LIST = [
  { id: 'application', name: '入党申请书' },
  { id: 'reports', name: '每季度思想汇报', count: 4 },
  { id: 'league', name: '团组织推优表', when: { age: { max: 28 }, leagueMember: true } },
];

const check = (people: Fields[], plan: Fields = {}, asOf = '2016-06-01') =>
  checkInMemory(
    {
      year: 2016,
      organization: { name: '某镇党委' },
      materials: LIST,
      candidates: people.map((person, index) => ({
        id: `c0${index + 1}`,
        name: '王芳',
        role: 'nominee',
        ...person,
      })),
      ...plan,
    },
    asOf,
  );

const statesOf = async (person: Fields, plan: Fields = {}): Promise<readonly MaterialState[]> => {
  const { facts } = await check([person], plan);
  return materialsOf(facts!.plan, facts!.plan.people[0]!);
};

/** The state of one paper, as `needed status dates+undated/count`. */
const stateOf = async (id: string, written: unknown, person: Fields = {}): Promise<string> => {
  const materials = written === undefined ? { other: true } : { [id]: written };
  const states = await statesOf({ materials, ...person }, { materials: [...LIST, OTHER] });
  const { needed, status, dates, undated, count } = states.find(({ material }) => material.id === id)!;
  return `${needed} ${status} ${dates.map(dateText)}+${undated}/${count}`;
};
const OTHER = { id: 'other', name: '其他' };

describe('materialsOf', () => {
  it.each<[string, string, unknown, string]>([
    ['nothing', 'application', undefined, 'true missing +0/1'],
    ['a day', 'application', '2013-03-01', 'true in 2013-03-01+0/1'],
    ['a month', 'application', '2013-03', 'true in 2013-03+0/1'],
    ['true', 'application', true, 'true in +1/1'],
    ['false', 'application', false, 'true missing +0/1'],
    ['不详', 'application', '不详', 'true unknown +0/1'],
    ['na', 'application', 'na', 'false not-applicable +0/1'],
    ['不适用', 'application', '不适用', 'false not-applicable +0/1'],
    ['an empty list', 'application', [], 'true missing +0/1'],
    ['two of one', 'application', ['2013-03-01', '2013-03-05'], 'true in 2013-03-01,2013-03-05+0/1'],
    ['two of four', 'reports', ['2015-06', '2015-09-20'], 'true partial 2015-06,2015-09-20+0/4'],
    ['one of four', 'reports', '2015-06-20', 'true partial 2015-06-20+0/4'],
    ['an empty item', 'reports', ['2015-06', null], 'true partial 2015-06+0/4'],
    ['all four, dates unknown', 'reports', true, 'true in +4/4'],
  ])('reads %s', async (_, id, written, expected) => {
    expect(await stateOf(id, written)).toBe(expected);
  });

  it.each<[string, Fields, unknown, string]>([
    ['28 on the day', { birth: '1988-12-31', leagueMember: true }, undefined, 'true missing +0/1'],
    ['29', { birth: '1987-12-31', leagueMember: true }, undefined, 'false not-applicable +0/1'],
    [
      'no League member',
      { birth: '1990-01-01', leagueMember: false },
      undefined,
      'false not-applicable +0/1',
    ],
    ['birth unknown', { leagueMember: true }, undefined, 'undefined unknown +0/1'],
    ['birth unknown, no member', { leagueMember: false }, undefined, 'false not-applicable +0/1'],
    ['birth unknown, handed in', { leagueMember: true }, '2014-05-01', 'undefined in 2014-05-01+0/1'],
    ['not needed, handed in', { leagueMember: false }, '2014-05-01', 'false in 2014-05-01+0/1'],
    [
      'needed, not applicable',
      { birth: '1990-01-01', leagueMember: true },
      'na',
      'false not-applicable +0/1',
    ],
  ])('takes the condition: %s', async (_, person, written, expected) => {
    expect(await stateOf('league', written, person)).toBe(expected);
  });

  it('knows nothing of a roster that keeps no papers', async () => {
    const { facts, findings } = await check([{ leagueMember: false }, {}]);
    expect(keepsMaterials(facts!.plan)).toBe(false);
    const statuses = facts!.plan.people.map(person =>
      materialsOf(facts!.plan, person).map(({ status }) => status),
    );
    expect(statuses).toEqual([
      ['unknown', 'unknown', 'not-applicable'],
      ['unknown', 'unknown', 'unknown'],
    ]);
    expect(ofMaterials(findings)).toEqual(['info materials/missing materials']);
  });

  it('knows that somebody without papers lacks them where others have theirs', async () => {
    const { facts, findings } = await check([{ materials: { application: '2013-03-01' } }, {}], {
      materials: LIST.slice(0, 1),
    });
    expect(keepsMaterials(facts!.plan)).toBe(true);
    expect(ofMaterials(findings)).toEqual(['warning materials/missing c02']);
  });
});

describe('the day on which a paper is due', () => {
  const step = (fields: Fields) => ({ id: 'a', name: '推荐上报', due: ['application'], ...fields });
  const dueOf = async (timeline: Fields[], person: Fields = {}) => {
    const [{ due } = { due: undefined }] = await statesOf({ materials: {}, ...person }, { timeline });
    return due && `${isoOf(due.day)} ${due.step.id}`;
  };

  it.each<[string, Fields, string | undefined]>([
    ['its day', { on: '2016-06-08' }, '2016-06-08 a'],
    ['its last day', { from: '2016-06-01', to: '2016-06-08' }, '2016-06-08 a'],
    ['the last of so many days', { from: '2016-06-01', duration: '10d' }, '2016-06-10 a'],
    // 9-11 June 2016 is the Dragon Boat Festival, Sunday 12 June a workday.
    ['the last of so many working days', { from: '2016-06-06', duration: '5wd' }, '2016-06-13 a'],
    ['its deadline', { from: '2016-06-01', to: '2016-06-08', deadline: '2016-06-06' }, '2016-06-06 a'],
    ['its deadline, though undated', { deadline: '2016-06-06' }, '2016-06-06 a'],
    ['unknown', {}, undefined],
  ])('is %s', async (_, fields, expected) => {
    expect(await dueOf([step(fields)])).toBe(expected);
  });

  it('is worked out from the steps before', async () => {
    expect(
      await dueOf([
        { id: 'course', name: '培训班', on: '2016-06-03' },
        step({ after: ['course'], duration: '3wd' }),
      ]),
    ).toBe('2016-06-08 a');
  });

  it('is that of the first dated step which asks for the paper', async () => {
    const steps = [
      step({ id: 'undated' }),
      step({ id: 'others', on: '2016-05-01', due: ['reports'] }),
      step({ id: 'first', on: '2016-06-08' }),
      step({ id: 'second', on: '2016-06-15' }),
    ];
    expect(await dueOf(steps)).toBe('2016-06-08 first');
  });

  it('is none of the reserves, but for a course of all activists', async () => {
    const nomination = step({ on: '2016-06-08', kind: 'nomination' });
    const course = step({ id: 'course', on: '2016-06-20', kind: 'activist-training' });
    expect(await dueOf([nomination, course])).toBe('2016-06-08 a');
    expect(await dueOf([nomination], { role: 'reserve' })).toBeUndefined();
    expect(await dueOf([nomination, course], { role: 'reserve' })).toBe('2016-06-20 course');
  });
});

const ofMaterials = (findings: readonly Finding[]): string[] =>
  findings
    .filter(({ code }) => code.startsWith('materials/'))
    .map(({ severity, code, subject }) => `${severity} ${code} ${subject}`);

const TIMELINE = [{ id: 'a', name: '推荐上报', on: '2016-06-08', due: LIST.map(({ id }) => id) }];

describe('the rules on papers', () => {
  const found = async (person: Fields, asOf: string) => {
    const { findings } = await check([{ birth: '1980-01-01', ...person }], { timeline: TIMELINE }, asOf);
    return ofMaterials(findings);
  };
  const application = '2013-03-01';
  const FOUR = ['2015-06-20', '2015-09-20', '2015-12-20', '2016-03-20'];

  it('demand what is due with an error only when its day is over', async () => {
    const person = { materials: { reports: FOUR.slice(1) } };
    expect(await found(person, '2016-06-08')).toEqual([
      'warning materials/missing c01',
      'warning materials/wrong-count c01',
    ]);
    expect(await found(person, '2016-06-09')).toEqual([
      'error materials/missing c01',
      'error materials/wrong-count c01',
    ]);
    expect(await found({ ...person, role: 'reserve' }, '2016-06-09')).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    ['on the day', '2016-06-08', []],
    ['in the month', '2016-06', []],
    ['a day later', '2016-06-09', ['warning materials/late c01']],
    ['in the next month', '2016-07', ['warning materials/late c01']],
  ])('take an application %s', async (_, on, expected) => {
    expect(await found({ materials: { application: on, reports: FOUR } }, '2016-06-01')).toEqual(expected);
  });

  it.each<[string, string[], string[]]>([
    ['a fifth report after the day', [...FOUR, '2016-09-20'], []],
    ['the fourth report after the day', [...FOUR.slice(1), '2016-07-01'], ['warning materials/late c01']],
    ['two reports in a quarter', [...FOUR.slice(1), '2016-03-28'], ['warning materials/wrong-count c01']],
    ['five reports in four quarters', [...FOUR, '2016-03-28'], []],
    [
      'five reports in three quarters',
      [...FOUR.slice(1), '2016-03-28', '2015-12-28'],
      ['warning materials/wrong-count c01'],
    ],
  ])('take %s', async (_, reports, expected) => {
    expect(await found({ materials: { application, reports } }, '2016-06-01')).toEqual(expected);
  });

  it('say what is recorded twice', async () => {
    const { findings } = await check([{ materials: { application: [application, '2013-03-05'] } }], {
      materials: LIST.slice(0, 1),
    });
    expect(ofMaterials(findings)).toEqual(['info materials/wrong-count c01']);
    const finding = findings.find(({ code }) => code === 'materials/wrong-count')!;
    expect(messageOf(finding, zh)).toBe('王芳（c01）的“入党申请书”登记了2份，清单只要求1份');
    expect(remedyOf(finding, zh)).toBe('重复登记的请删去；确需多份的，请改清单的“份数”');
    expect(messageOf(finding, en)).toContain('2 of "入党申请书" are recorded');
  });

  it('say nothing where it is not known whether a paper is needed', async () => {
    const league = { id: 'league', name: '团组织推优表', count: 2, when: { leagueMember: true } };
    const { findings } = await check(
      [{ materials: { league: '2016-07-01' } }],
      { materials: [league], timeline: TIMELINE },
      '2016-08-01',
    );
    expect(ofMaterials(findings)).toEqual([]);
  });
});

describe('a paper of the list', () => {
  const paper = (id: string, name: string) => ({ id, name, count: 1 }) as Material;

  it.each([
    ['application', '申请', ['talk', 'activist'], []],
    ['a1', '《入党申请书》', ['talk', 'activist'], []],
    ['talk', '谈话记录', ['activist'], ['application']],
    ['a2', '入党申请人谈话记录', ['activist'], ['application']],
    ['a3', '镇党委谈话记录', [], []],
    ['a4', '发展对象培训结业证书', ['preReview', 'branchMeeting'], []],
    ['a5', '综合性政审材料', ['preReview', 'branchMeeting'], []],
    ['a6', '入党志愿书', ['branchMeeting'], ['preReview']],
    ['a7', '户口簿复印件', [], []],
    // the id goes before the name
    ['form', '入党申请书', ['branchMeeting'], ['preReview']],
  ])('%s %s has its place among the steps', (id, name, notAfter, notBefore) => {
    expect(paperOf(paper(id, name))).toMatchObject({ notAfter, notBefore });
  });

  it.each([
    ['reports', '汇报', true],
    ['a1', '每季度思想汇报', true],
    ['a2', '思想汇报', true],
    ['a3', '入党积极分子培养考察登记表', false],
  ])('%s %s: every quarter %s', (id, name, quarterly) => {
    expect(paperOf(paper(id, name)).isQuarterly).toBe(quarterly);
  });
});
