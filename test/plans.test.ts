import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlanResult } from '../src/generated/types.ts';
import { runPlan } from './support/io.ts';
import { thorough } from './support/runs.ts';

/** Plans as clerks write them, of many kinds of unit and many years; each says in its first line what is special about it. */
const ROOT = join(import.meta.dirname, 'plans');

/** Each is printed once for all tests. */
const printed = new Map<string, ReturnType<typeof runPlan>>();

function documentOf(name: string): ReturnType<typeof runPlan> {
  const made = printed.get(name) ?? runPlan(['document', name, '--lang', 'zh'], { cwd: ROOT });
  printed.set(name, made);
  return made;
}

/** What must come out: heads of requirements, days of steps; findings stand as comments in the plans themselves. */
const FIGURES: Record<string, { required?: object; days?: object; verdict?: string; checked?: object }> = {
  '01-county-490-about': { verdict: 'pass', required: { women: [160, 160], farmer: [295, null] } },
  '03-graduate-caps': { days: { s: ['2020-10-19', '2020-10-19'] } },
  '08-results-to-the-digit': { verdict: 'pass', required: { line: [345, 345], youth: [381, 381] } },
  '11-hospital-months': {
    verdict: 'pass',
    days: {
      plan: ['2018-02-28', '2018-02-28'],
      fix: ['2018-03-01', '2018-03-31'],
      pre: ['2018-05-21', '2018-05-31'],
      approve: ['2018-06-20', '2018-06-20'],
    },
  },
  '12-enterprise-total-open': {
    verdict: 'pass',
    required: { line: [null, null] },
    checked: { quota: 'partly', structure: 'partly', reserve: 'partly' },
  },
  '13-street-share-of-a-share': { required: { community: [12, null], young: [6, null], women: [2, null] } },
  '14-exactly-a-third': { verdict: 'fail', required: { teacher: [null, null] } },
  '15-spans-in-one-field': {
    days: {
      a: ['2016-02-21', '2016-03-10'],
      b: ['2016-07-01', '2016-08-31'],
      c: ['2016-06-13', '2016-06-17'],
      d: ['2016-12-31', '2016-12-31'],
    },
  },
  '22-hospital-range': {
    verdict: 'pass',
    required: { w: [9, null], y: [16, null] },
    days: {
      a: ['2027-03-01', '2027-03-07'],
      c: ['2027-04-12', '2027-04-14'],
      e: ['2027-05-10', '2027-05-14'],
    },
    checked: { quota: true, structure: true, timeline: true },
  },
  '27-hospital-fractions': {
    required: {
      women: [7, null],
      youth: [10, null],
      staff: [14, null],
      office: [0, 5],
      college: [16, null],
      minority: [3, 3],
    },
  },
  '29-province-reported': { required: { youth: [118711, 120582] } },
  '31-annex-with-remarks': { checked: { quota: 'partly' } },
  '32-papers-are-no-steps': { verdict: 'pass' },
  '34-signs-of-print': {
    required: { w: [9, null], y: [16, null], m: [0, 2] },
    days: { a: ['2026-03-16', '2026-03-20'] },
  },
  '16-prose-alone': { checked: { quota: false, structure: false, people: false, timeline: false } },
};

/** Dividing places among tens of thousands takes the time, and 29 says all that this one does. */
const IN_LONG_RUNS = '10-province-in-ten-thousands';

describe.each(readdirSync(ROOT).filter(name => thorough || name !== IN_LONG_RUNS))('%s', name => {
  it('is read as it is meant, and has exactly the findings that it expects', async () => {
    const text = readFileSync(join(ROOT, name, 'plan.yaml'), 'utf8');
    const year = /年度: (\S+)/.exec(text)![1]!.replace('二〇二七', '2027');
    const { out } = await runPlan(['check', name, '--as-of', `${year}-01-15`, '-f', 'json'], { cwd: ROOT });
    const plan = JSON.parse(out).plans[0] as PlanResult;
    const expected = text.split('\n').flatMap((line, index) =>
      (/# expect: ([a-z/, -]+)/.exec(line)?.[1] ?? '')
        .split(',')
        .filter(code => code.trim() !== '')
        .map(code => `${index + 1} ${code.trim()}`),
    );
    const found = plan.findings.filter(({ severity }) => severity !== 'info');
    expect(found.map(({ line, code }) => `${line} ${code}`).sort()).toEqual(expected.sort());
    const { required = {}, days = {}, verdict, checked } = FIGURES[name] ?? {};
    if (verdict) expect(plan.verdict).toBe(verdict);
    if (checked) expect(plan.checked).toMatchObject(checked);
    const heads = new Map(plan.structure?.map(({ id, required: own }) => [id, [own.min, own.max]]));
    for (const [id, range] of Object.entries(required)) expect([id, heads.get(id)]).toEqual([id, range]);
    const steps = new Map(plan.timeline?.map(({ id, from, to }) => [id, [from, to]]));
    for (const [id, span] of Object.entries(days)) expect([id, steps.get(id)]).toEqual([id, span]);
  });

  // Of those as large one is printed.
  it.runIf(thorough || !name.startsWith('23-'))('says in print nothing that it does not mean', async () => {
    const { out, code } = await documentOf(name);
    expect(code).toBe(0);
    expect(out).not.toMatch(/undefined|NaN|null|object|（）|占—/);
  });
});

it.each([
  ['01-county-490-about', '约490名'],
  ['02-school-nominations-at-most-two', '每班不超过2名'],
  ['03-graduate-caps', '不超过89名'],
  ['05-university-halves', '上半年19名，下半年22名'],
  ['06-three-years-tolerance', '分3年完成，每年可在年均数上下浮动10%'],
  ['11-hospital-months', '推荐确定发展对象（2018年3月，各党支部负责）'],
  ['12-enterprise-total-open', '总数待下达'],
  ['13-street-share-of-a-share', '其中女性占“社区工作者中35岁以下”的比例不低于30%'],
  ['17-weekday-wrong', '上午11点前'],
  ['27-hospital-fractions', '女党员不低于三分之一（至少7名）'],
  ['08-results-to-the-digit', '生产工作一线345名，占59.4%；大专以上525名，占90.4%'],
  ['29-province-reported', '35岁及以下约120000名，占86.7%'],
  ['30-three-years-of-steps', '每年可在年均数上下浮动十分之一'],
  ['31-annex-with-remarks', '机关党委5名'],
  ['19-batches-pending', '第二批待定'],
])('the printed plan of %s tells “%s”', async (name, words) => {
  const { out } = await documentOf(name);
  expect(out.replace(/\s/g, '')).toContain(words.replace(/\s/g, ''));
});
