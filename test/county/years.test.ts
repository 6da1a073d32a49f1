import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPlan } from '../support/io.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'plan-years-'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

function write(path: string, content: string) {
  mkdirSync(join(cwd, path, '..'), { recursive: true });
  writeFileSync(join(cwd, path), content);
}

/** Everywhere the same person. */
const plan = (name: string, year: number, total = 1) => `year: ${year}
organization: { name: ${name} }
quota: { total: ${total}, categories: [{ id: farmer, name: 农牧民, count: ${total} }] }
candidates:
  - { id: c1, name: 甲, gender: male, birth: 1970-01-01, idNumber: '11010519491231002X', category: farmer, role: nominee }
`;

const batch = (...args: string[]) =>
  runPlan(['batch', ...args, '--as-of', '2027-03-01', '--no-cache', '--lang', 'zh'], { cwd });
const json = async (...args: string[]) => JSON.parse((await batch(...args, '-f', 'json')).out);
type Plan = { path: string; findings: { code: string }[] };
const withDuplicates = (plans: Plan[]): string[] =>
  plans
    .filter(({ findings }) => findings.some(({ code }) => code === 'batch/duplicate-person'))
    .map(({ path }) => path);

const county = (quota: string, ...paths: string[]) => `year: 2027
organization: { name: 某县委组织部 }
${quota}
townships:
${paths.map(path => `  - { name: ${path}镇, quota: 1, path: ${path} }\n`).join('')}`;

describe('people of plans of several years', () => {
  beforeAll(() => {
    for (const folder of ['named', 'alone', 'merged']) {
      write(`${folder}/a/plan.yaml`, plan('a镇', 2026));
      write(`${folder}/b/plan.yaml`, plan('b镇', 2027));
      write(`${folder}/c/plan.yaml`, plan('c镇', 2026));
    }
    write('named/county.yaml', county('quota: { total: 3 }', 'a', 'b', 'c'));
    for (const year of [2026, 2027]) write(`alone/d${year}/plan.yaml`, plan('d镇', year));
  });

  it("are compared among the plans of the county's year alone", async () => {
    const { plans, county } = await json('named');
    expect(withDuplicates(plans)).toEqual([]);
    expect(county.townships.map(({ state }: { state: string }) => state)).toEqual([
      'other-year',
      'fail',
      'other-year',
    ]);
  });

  it('are compared year by year where no county file says which', async () => {
    const { plans } = await json('alone');
    expect(withDuplicates(plans)).toEqual(['alone/a', 'alone/b', 'alone/c', 'alone/d2026', 'alone/d2027']);
    const { findings } = plans.find(({ path }: Plan) => path === 'alone/b');
    const others = findings.filter(({ code }: { code: string }) => code === 'batch/duplicate-person');
    expect(others).toHaveLength(1);
    expect(others[0].message).toContain('alone/d2027');
  });
});

describe("a county's file that lacks something", () => {
  it.each([
    ['its total', county('', 'a', 'b').replace('\n\n', '\n')],
    ['its total, written as no number', county('quota: { total: 不知道 }', 'a', 'b')],
  ])('still has its year and name: %s', async (_, file) => {
    write('lacking/a/plan.yaml', plan('a镇', 2026));
    write('lacking/b/plan.yaml', plan('b镇', 2027));
    write('lacking/county.yaml', file);
    const { out, code } = await batch('lacking');
    expect(code).toBe(2);
    expect(out).toContain('某县委组织部合计');
    expect(out).toContain('a镇报的是2026年的计划，汇总的是2027年');
    expect(out).toContain('别的年度1个');
    expect(out).not.toMatch(/总名额|undefined|NaN/);
    expect((await json('lacking')).county).toMatchObject({ organization: '某县委组织部', planned: 1 });
  });

  it('names nobody where it lacks its townships, and finds no plan unlisted', async () => {
    write('bare/a/plan.yaml', plan('a镇', 2027));
    write('bare/county.yaml', 'year: 2027\norganization: { name: 某县委组织部 }\nquota: { total: 1 }\n');
    const { out, code } = await batch('bare');
    expect(code).toBe(2);
    expect(out).toContain('某县委组织部合计');
    expect(out).not.toContain('汇总文件没有列出');
  });

  it('has a name where it lacks its year', async () => {
    write('timeless/a/plan.yaml', plan('a镇', 2027));
    write('timeless/county.yaml', county('quota: { total: 1 }', 'a').replace('year: 2027\n', ''));
    const { out, code } = await batch('timeless');
    expect(code).toBe(2);
    expect(out).toContain('某县委组织部合计');
    expect(out).not.toMatch(/别的年度|undefined|NaN/);
  });
});

it('a plan of another year that no entry names is in no sum', async () => {
  write('extra/a/plan.yaml', plan('a镇', 2027));
  write('extra/old/plan.yaml', plan('旧镇', 2026, 5));
  write('extra/county.yaml', county('quota: { total: 1 }', 'a'));
  const { out } = await batch('extra');
  expect(out).toContain('各单位计划合计1名');
  expect(out).not.toContain('已计入合计');
  expect(out).toContain('别的年度1个');
});
