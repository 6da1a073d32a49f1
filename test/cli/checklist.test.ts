import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Checklist } from '../../src/checklist/model.ts';
import { displayWidth } from '../../src/report/layout/width.ts';
import { runPlan } from '../support/io.ts';

const PLAN = 'test/golden/checklist/plan';
const REAL = 'examples/township-2016';
const AS_OF = ['--as-of', '2016-06-01'];

function golden(name: string, text: string): void {
  const file = join('test/golden/checklist', name);
  if (process.env.UPDATE_GOLDEN || !existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
}

const json = async (...args: string[]): Promise<Checklist> =>
  JSON.parse((await runPlan(['checklist', ...args, '-f', 'json'])).out);

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

  it('says of each paper whether it is in, and by when', async () => {
    const { people, steps } = await json(PLAN, ...AS_OF);
    const papers = (id: string) =>
      people
        .find(person => person.id === id)!
        .papers.map(({ id: paper, status, urgency }) => [paper, status, urgency]);
    expect(papers('c01')).toEqual([
      ['application', 'in', 'soon'],
      ['reports', 'partial', 'soon'],
      ['review', 'in', 'overdue'],
      ['league', 'not-applicable', 'soon'],
    ]);
    expect(papers('c02')).toEqual([
      ['application', 'in', 'soon'],
      ['reports', 'not-applicable', 'soon'],
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

  it('leaves out what is in when only the missing is asked for', async () => {
    const { out } = await runPlan(['checklist', PLAN, ...AS_OF, '--only-missing']);
    expect(out).toContain('每季度思想汇报');
    expect(out).not.toContain('入党申请书');
    const { out: real } = await runPlan(['checklist', REAL, ...AS_OF, '--only-missing']);
    expect(real).toContain('没有需要列出的内容');
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
});
