import { describe, expect, it } from 'vitest';
import { reserveNeed } from '../../src/facts/reserve/allocate.ts';
import { historyOf, normIds, tighterWay } from '../../src/norms/norms.ts';
import { loadPlan } from '../../src/read/plan/load.ts';
import { checkPlan } from '../../src/rules/check.ts';
import { parseDay } from '../../src/values/day.ts';
import { memoryFiles } from '../support/memory.ts';
import { PERSON, UNDER_2014 } from './people.ts';

const DAY = parseDay('2018-06-01')!;

/** Checks the plan of a township among these files, given as what their YAML says. */
async function check(files: Record<string, object>, path = '.') {
  const texts = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, JSON.stringify(content, null, 1)]),
  );
  return checkPlan(await loadPlan(path, { files: memoryFiles(texts), asOf: DAY }), DAY);
}

const codes = async (files: Record<string, object>, path?: string) =>
  (await check(files, path)).findings
    .map(({ code, subject, severity }) => `${code} ${subject} ${severity}`)
    .sort();

const organization = { name: '某镇党委' };

describe('what a pack may set', () => {
  const plan = {
    year: 2016,
    organization,
    quota: { total: 9 },
    structure: [{ id: 'women', name: '女党员', where: { gender: 'female' }, min: '10%' }],
    materials: [{ id: 'application', name: '入党申请书' }],
    reserve: { perSlot: { min: 1, max: 4 } },
    branches: [{ name: '东村党支部', lastDeveloped: 2014 }],
    timeline: [
      { id: 'notice', name: '公示', kind: 'notice', from: '2016-07-04', to: '2016-07-08', owner: '镇党委' },
    ],
    rules: { packs: ['p.yaml'] },
  };
  const pack = {
    name: '某县规范',
    structure: [{ id: 'women', name: '女党员', where: { gender: 'female' }, min: '30%' }],
    materials: [
      { id: 'application', name: '入党申请书', count: 9 },
      { id: 'clearance', name: '联审意见' },
    ],
    reserve: { perSlot: { min: 2, max: 3 } },
    steps: ['activist-analysis', 'work-report'],
    branches: [{ years: 2, colour: 'red' }],
    holidays: ['2016-07-06'],
    workdays: ['2016-07-09'],
  };

  it('is held against the plan besides its own', async () => {
    const { facts, findings } = await check({ 'plan.yaml': plan, 'p.yaml': pack });
    const { plan: read } = facts!;
    expect(read.requirements.map(({ id }) => id)).toEqual(['women', 'women-2']);
    expect(read.materials.map(({ id, count }) => `${id} ${count}`)).toEqual(['application 1', 'clearance 1']);
    expect([read.reserve!.min, read.reserve!.max]).toEqual([2, 3]);
    const found = findings.map(({ code, subject, severity }) => `${code} ${subject} ${severity}`);
    expect(found).toContain('timeline/missing-step activist-analysis warning');
    expect(found).toContain('timeline/missing-step work-report warning');
    expect(found).toContain('timeline/notice-too-short notice warning');
    expect(found).toContain('branch/inactive 东村党支部 warning');
  });

  it.each<[string, object, object, { demand: [number, number | undefined]; alone: number; besides: number }]>(
    [
      [
        'the plan',
        { perSlot: { min: 2 }, includesNominee: true },
        { perSlot: { min: 2 } },
        { demand: [2, undefined], alone: 2, besides: 2 },
      ],
      [
        'the pack',
        { perSlot: { min: 2 } },
        { perSlot: { min: 2, max: 3 }, includesNominee: true },
        { demand: [2, 2], alone: 2, besides: 2 },
      ],
      // A slot that nobody is named for still needs the two of the plan.
      [
        'the plan, which asks for more',
        { perSlot: { min: 2 }, includesNominee: true },
        { perSlot: { min: 1 } },
        { demand: [1, undefined], alone: 2, besides: 1 },
      ],
      [
        'both',
        { perSlot: { min: 3 }, includesNominee: true },
        { perSlot: { min: 2, max: 4 }, includesNominee: true },
        { demand: [3, 4], alone: 3, besides: 2 },
      ],
    ],
  )('asks for the stricter reserve where the nominee is counted by %s', async (_, own, packs, expected) => {
    const { facts } = await check({
      'plan.yaml': { ...plan, reserve: own },
      'p.yaml': { ...pack, reserve: packs },
    });
    const { min, max } = facts!.plan.reserve!;
    expect({
      demand: [min, max],
      alone: reserveNeed(facts!.plan, 0).min,
      besides: reserveNeed(facts!.plan, 1).min,
    }).toEqual(expected);
  });

  it('holds from the year on in which the pack takes effect', async () => {
    const { facts } = await check({ 'plan.yaml': plan, 'p.yaml': { ...pack, effective: '2017-01-01' } });
    expect(facts!.plan.requirements).toHaveLength(1);
    expect(facts!.plan.requiredSteps).toEqual([]);
  });

  it('gives way to what the plan sets of its branches', async () => {
    const own = {
      ...plan,
      rules: { ...plan.rules, settings: { branchInactive: [{ years: 9, colour: 'red' }] } },
    };
    expect(await codes({ 'plan.yaml': own, 'p.yaml': pack })).not.toContain(
      'branch/inactive 东村党支部 warning',
    );
  });
});

describe('a county’s rules', () => {
  const township = {
    year: 2016,
    organization,
    timeline: [{ id: 'test', name: '测试', kind: 'test', on: '2016-06-19', done: '2016-06-19' }],
    rules: { severity: { 'timeline/no-owner': 'off', 'timeline/rest-day': 'off' } },
  };
  const county = {
    year: 2016,
    quota: { total: 9 },
    rules: {
      packs: ['p.yaml'],
      severity: { 'timeline/no-owner': 'error' },
      settings: { requiredSteps: ['oath'] },
    },
    townships: [{ name: organization.name, quota: 9, path: 'dong' }],
  };

  it('hold for its townships, before their own, with packs beside the county’s file', async () => {
    const { facts, findings, verdict } = await check(
      {
        'county.yaml': county,
        'p.yaml': { name: '规范', steps: ['test', 'archive'] },
        'dong/plan.yaml': township,
      },
      'dong',
    );
    expect(verdict).toBe('fail');
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['timeline/no-owner error']);
    expect(facts!.plan.settings.requiredSteps).toEqual(['oath']);
    expect(facts!.plan.requiredSteps.map(({ kind }) => kind)).toEqual(['test', 'archive']);
  });
});

describe('a norm that a pack may set', () => {
  /** Everything that a limit could be about, dated so that only a far stricter one finds something. */
  const plan = {
    year: 2018,
    organization,
    branches: [{ name: '东村党支部', lastDeveloped: 2017 }],
    materials: [{ id: 'reports', name: '思想汇报', count: 1 }],
    candidates: [
      {
        ...PERSON,
        birth: '1996-01-01',
        contacts: ['党员甲'],
        materials: { reports: ['2015-03-01'] },
        events: {
          ...UNDER_2014,
          leaving: '2018-01-01',
          branchMeeting: { on: '2016-06-24', sentUp: '2016-06-25', failed: '2015-06-24' },
          conversionNotice: { from: '2017-06-26', to: '2017-06-30' },
          training: { start: '2016-06-14', end: '2016-06-16', hours: 24 },
        },
      },
    ],
    rules: { packs: ['p.yaml'] },
  };

  it.each(normIds.filter(id => tighterWay(id) !== undefined))('%s is read by a rule', async id => {
    const strictest = tighterWay(id) === 'more' ? 900 : id === 'branch-active' ? 1 : 0;
    const most = historyOf(id).flatMap(({ most: own }) => own ?? []);
    const value = tighterWay(id) === 'more' ? Math.min(strictest, ...most) : strictest;
    // Either three days or 24 hours will do.
    const norms = [{ norm: id, value }, ...(/^training/.test(id) ? BOTH : [])];
    const without = await codes({ 'plan.yaml': plan, 'p.yaml': { name: '规范' } });
    const found = await codes({ 'plan.yaml': plan, 'p.yaml': { name: '规范', norms } });
    expect(found.filter(code => code.startsWith('pack/'))).toEqual([]);
    expect(found).not.toEqual(without);
  });
});

const BOTH = [
  { norm: 'training', value: 900 },
  { norm: 'training-hours', value: 900 },
];
