import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Checklist } from '../../src/output/checklist/model.ts';
import { displayWidth } from '../../src/output/layout/width.ts';
import { runPlan } from '../support/io.ts';

const PLAN = 'test/golden/checklist/plan';
const REAL = 'examples/township-2016';
const AS_OF = ['--as-of', '2016-06-01'];

function golden(name: string, text: string): void {
  const file = join('test/golden/checklist', name);
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
}

const json = async (...args: string[]): Promise<Checklist> =>
  JSON.parse((await runPlan(['checklist', ...args, '-f', 'json'])).out);

/** The beginning of a plan of two slots whose only step is still to be dated. */
const START = `year: 2016
organization: { name: 某镇党委 }
quota: { total: 2, categories: [{ id: s, name: 农牧民, count: 2 }] }
materials: [{ id: application, name: 入党申请书 }]
timeline: [{ id: nominate, name: 推荐`;

/** Runs the command on a plan that is given as text. */
const inline = (plan: string, ...args: string[]) =>
  runPlan(['checklist', '-', ...AS_OF, ...args], { stdin: plan });

describe('plan checklist', () => {
  it.each(['person', 'slot', 'step'])(
    'by %s is as in the golden files (UPDATE_GOLDEN=1 rewrites them)',
    async by => {
      for (const lang of ['zh', 'en'])
        for (const [format, ending] of [
          ['text', 'txt'],
          ['markdown', 'md'],
        ]) {
          const { out, code } = await runPlan([
            'checklist',
            PLAN,
            ...AS_OF,
            '--by',
            by,
            '--lang',
            lang,
            '-f',
            format!,
          ]);
          expect(code).toBe(1);
          expect(out).not.toContain('13800001234');
          if (format === 'text')
            for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
          golden(`${by}.${lang}.${ending}`, out);
        }
    },
  );

  it('as JSON is the same in both languages and for every view', async () => {
    for (const lang of ['zh', 'en'])
      for (const by of ['person', 'slot', 'step']) {
        const { out } = await runPlan([
          'checklist',
          PLAN,
          ...AS_OF,
          '--by',
          by,
          '--lang',
          lang,
          '-f',
          'json',
        ]);
        golden(`json.${lang}.json`, out.replace(/"version": "[^"]+"/, '"version": "0.0.0"'));
      }
    const read = (lang: string) => readFileSync(`test/golden/checklist/json.${lang}.json`, 'utf8');
    expect(read('en')).toBe(read('zh'));
  });

  it('says of each paper whether it is in, and by when', async () => {
    const { people, steps } = await json(PLAN, ...AS_OF);
    const papers = (id: string) =>
      people
        .find(person => person.id === id)!
        .papers.map(({ id: paper, status, urgency }) => [paper, status, urgency]);
    expect(papers('c01')).toEqual([
      ['application', 'in', 'later'],
      ['reports', 'partial', 'soon'],
      ['review', 'in', 'later'],
      ['league', 'not-applicable', 'later'],
    ]);
    expect(papers('c02')).toEqual([
      ['application', 'in', 'later'],
      ['reports', 'not-applicable', 'later'],
      ['review', 'missing', 'overdue'],
      ['league', 'missing', 'soon'],
    ]);
    expect(steps[0]!.papers).toMatchObject([{ id: 'review', lacking: [people[1]!.name] }]);
  });

  it('says what comes next, from when and by when', async () => {
    const { people } = await json(PLAN, ...AS_OF);
    expect(people.map(({ next }) => next)).toMatchObject([
      [
        { step: 'inspections', latest: '2016-06-10', urgency: 'soon' },
        { step: 'prospective', earliest: '2015-06-01' },
      ],
      [{ step: 'form', latest: '' }],
      [{ step: 'talk', latest: '2016-06-10', urgency: 'soon' }],
    ]);
  });

  it('accuses nobody of what the roster records of nobody, and tells one next step', async () => {
    const person = (events: object, more: object = {}) =>
      JSON.stringify({
        year: 2027,
        organization: { name: '某镇党委' },
        quota: { total: 1 },
        materials: [{ id: 'application', name: '入党申请书' }],
        candidates: [
          {
            ...{ id: 'c01', name: '王芳', role: 'nominee', ...more },
            events: { application: '2024-01-04', activist: '2025-01-10', ...events },
          },
        ],
      });
    const print = async (stdin: string, ...args: string[]) => {
      const { out } = await runPlan(
        ['checklist', '-', '--lang', 'zh', '--as-of', '2027-02-01', '-f', 'markdown', ...args],
        { stdin },
      );
      return out;
    };
    const bare = await print(person({}));
    expect(bare.match(/下一步/g)).toHaveLength(1);
    expect(bare).toContain('下一步：“上级党委同意”，由上级党委办理');
    expect(bare).toContain('同时：“培养考察”（最迟2025年7月10日，名册没有登记，办过的请补填）');
    expect(bare).toContain('此后：“发展对象公示”、“确定为发展对象”（最早2026年1月10日）');
    expect(bare).not.toContain('已过期');
    expect(bare).toContain('名册没有写明谁是流动人员');
    expect(bare).not.toContain('（流动人员）');
    const [own] = JSON.parse(await print(person({}), '-f', 'json')).people;
    expect(own.next[0]).toMatchObject({ step: 'inspections', unrecorded: true, urgency: 'later' });

    const late = await print(person({ inspections: ['2025-07-01'] }, { mobile: false }));
    expect(late).toContain('下一步：“培养考察”（最迟2026年1月1日，已过期），由党支部办理');
    expect(late.match(/下一步/g)).toHaveLength(1);
    expect(late).not.toContain('流动人员');
    const young = await print(person({ activist: '2026-12-01' }));
    expect(young).toContain('下一步：“培养考察”（最迟2027年6月1日）');
    expect(young).toContain('此后：“上级党委同意”、“发展对象公示”、“确定为发展对象”（最早2027年12月1日）');
  });

  it('leaves out what is in when only the missing is asked for', async () => {
    const { out } = await runPlan(['checklist', PLAN, ...AS_OF, '--only-missing']);
    expect(out).toContain('每季度思想汇报');
    expect(out).not.toContain('入党申请书');
    const { out: real } = await runPlan(['checklist', REAL, ...AS_OF, '--only-missing']);
    expect(real).toContain('没有需要列出的内容');
  });

  it('leaves it out of every view and format', async () => {
    const { people, slots, steps } = await json(PLAN, ...AS_OF, '--only-missing');
    expect(people.map(({ id, papers }) => [id, papers.map(({ id: paper }) => paper)])).toEqual([
      ['c01', ['reports']],
      ['c02', ['review', 'league']],
      ['c03', ['application', 'reports', 'review']],
    ]);
    expect(slots.map(({ id }) => id)).toEqual(['farmer-1', 'farmer-2']);
    expect(steps.map(({ papers }) => papers.map(({ id }) => id))).toEqual([
      ['review'],
      ['reports', 'league'],
    ]);
    const complete = `${START}, on: 2016-05-25, due: [application] }]
candidates: [{ id: c01, name: 王芳, role: nominee, materials: { application: 2013-03-01 } }]`;
    // of a reserve, too, when one of two papers is in
    const { out: reserve } = await inline(
      `year: 2016
organization: { name: 某镇党委 }
materials: [{ id: application, name: 入党申请书 }, { id: review, name: 政审材料 }]
candidates: [{ id: c01, name: 王芳, role: reserve, materials: { application: 2013-03-01 } }]`,
      '--only-missing',
    );
    expect(reserve).toMatch(/王芳（储备）[\s\S]*政审材料 +缺/);
    expect(reserve).not.toMatch(/入党申请书 +已交/);
    for (const by of ['person', 'slot', 'step']) {
      const { out, code } = await inline(complete, '--by', by, '--only-missing');
      expect([code, out.includes('没有需要列出的内容'), out.includes('推荐')]).toEqual([0, true, false]);
    }
  });

  it('counts the papers of nominees and reserves by slot', async () => {
    const { slots } = await json(PLAN, ...AS_OF);
    expect(slots[0]).toEqual({
      id: 'farmer-1',
      nominees: [{ id: 'c01', name: '王芳', in: 2, missing: 1 }],
      reserves: [],
    });
    const plan = `${START}, on: 2016-06-25, due: [application] }]
reserve: { perSlot: { min: 1 } }
candidates:
  - { id: c01, name: 王芳, role: nominee, slot: s-1, category: s, materials: { application: 2013-03-01 } }
  - { id: c02, name: 李强, role: reserve, slot: s-1, category: s, stage: activist, events: { activist: 2014-01-01 } }`;
    const { out } = await inline(plan, '--by', 'slot');
    expect(out).toMatch(/1号名额 +王芳 +拟发展对象 +1 +0/);
    expect(out).toMatch(/李强 +储备 +0 +1/);
    expect(out).toContain('空缺');
  });

  it('says in words what is overdue, and takes computed days for due', async () => {
    const { out } = await runPlan(['checklist', PLAN, ...AS_OF]);
    expect(out).toMatch(/政审材料 +缺（已过期）/);
    const plan = `${START}, from: 2016-05-25, duration: 3d, due: [application] }]
candidates: [{ id: c01, name: 王芳, role: nominee, materials: {} }]`;
    const { out: step, code } = await inline(plan, '--by', 'step');
    expect(code).toBe(1);
    expect(step).toContain('推荐：2016年5月27日前（已过期）');
  });

  it('tells what comes next even where the roster records no papers', async () => {
    const { out, code } = await inline(`${START}, on: 2016-05-25, due: [application] }]
candidates: [{ id: c01, name: 王芳, role: nominee, events: { application: 2016-05-20 } }]`);
    expect(code).toBe(0);
    expect(out).toContain('没有登记已交材料');
    expect(out).toContain('谈话”（最迟2016年6月20日');
  });

  it('shows no ID number, phone or control character, whichever the format', async () => {
    const id = '65000019951230123X';
    const plan = `${START}${id}, on: 2016-05-25, owner: "镇组织办13800001234", due: [application] }]
candidates: [{ id: c01, name: "王芳\\e[31m${id}", role: nominee, slot: s-1, category: s, materials: {} }]`;
    for (const by of ['person', 'slot', 'step'])
      for (const format of ['text', 'markdown', 'json']) {
        const { out } = await inline(plan, '--by', by, '-f', format);
        expect(out.replaceAll('\\', '')).toContain('*123X');
        for (const secret of [id, '13800001234', '\u001b']) expect(out).not.toContain(secret);
      }
    const { err, out, code } = await runPlan(['checklist', '无此计划\u001b[31m13800001234']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('*1234');
    expect(err).not.toContain('\u001b');
    expect(err).not.toContain('13800001234');
  });

  it('exits with 1 when papers are overdue, 2 when there is no plan, else 0', async () => {
    expect((await runPlan(['checklist', PLAN, ...AS_OF])).code).toBe(1);
    expect((await runPlan(['checklist', PLAN, '--as-of', '2016-05-20'])).code).toBe(0);
    // a plan in the archive has nothing due any more
    expect((await runPlan(['checklist', PLAN, '--as-of', '2026-06-01'])).code).toBe(0);
    for (const path of ['examples/nowhere', 'test/fixtures/input/syntax/bad.tab']) {
      const { code, err, out } = await runPlan(['checklist', path]);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^plan: /);
    }
    expect((await runPlan(['checklist', PLAN, '--by', 'month'])).code).toBe(2);
  });

  it('meets its schema', async () => {
    const validate = new Ajv2020({ strict: false }).compile(
      JSON.parse(readFileSync('schemas/checklist.schema.json', 'utf8')),
    );
    for (const path of [PLAN, REAL, 'examples/township-2016-broken'])
      expect(validate(await json(path, ...AS_OF)), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe('the next 30 days', () => {
  it('stand in the report while the plan is carried out', async () => {
    const { out } = await runPlan(['check', PLAN, ...AS_OF, '-f', 'json']);
    expect(JSON.parse(out).plans[0].upcoming).toEqual([
      { kind: 'step', date: '2016-06-08', id: 'nominate', people: [] },
      { kind: 'papers', date: '2016-06-08', id: 'nominate', people: ['c01', 'c02'] },
      { kind: 'procedure', date: '2016-06-10', id: 'inspections', people: ['c01'] },
      { kind: 'procedure', date: '2016-06-10', id: 'talk', people: ['c03'] },
    ]);
    expect((await runPlan(['check', PLAN, ...AS_OF])).out).toContain('今后30天');
    expect((await runPlan(['check', PLAN, '--as-of', '2026-06-01'])).out).not.toContain('今后30天');
  });

  const dueOf = async (plan: string, asOf = '2016-06-01') => {
    const { out } = await runPlan(['check', '-', '--as-of', asOf, '-f', 'json'], { stdin: plan });
    return JSON.parse(out).plans[0].upcoming.map(({ kind, date, id }: Record<string, string>) =>
      [kind, date, id].join(' '),
    );
  };

  it('take the end or the deadline of a step, whichever comes first and is still to come', async () => {
    const plan = `year: 2016
organization: { name: 某镇党委 }
timeline:
  - { id: a, name: 甲, from: 2016-05-20, to: 2016-06-10, deadline: 2016-08-30 }
  - { id: b, name: 乙, from: 2016-05-20, to: 2016-05-25, deadline: 2016-06-20 }
  - { id: c, name: 丙, deadline: 2016-07-01 }
  - { id: d, name: 丁, on: 2016-06-05, done: 2016-05-30 }
  - { id: e, name: 戊, on: 2016-07-02 }`;
    expect(await dueOf(plan)).toEqual(['step 2016-06-10 a', 'step 2016-06-20 b', 'step 2016-07-01 c']);
  });

  it("are told only within the plan's year", async () => {
    const plan = `year: 2017
organization: { name: 某镇党委 }
timeline: [{ id: a, name: 甲, on: 2017-01-10 }]`;
    expect(await dueOf(plan, '2016-12-20')).toEqual([]);
    expect(await dueOf(plan, '2017-01-01')).toEqual(['step 2017-01-10 a']);
    expect(await dueOf(plan, '2018-01-01')).toEqual([]);
  });
});
