import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { FindingResult, Result } from '../../src/generated/types.ts';
import { batchRules } from '../../src/rules/index.ts';
import { bytesOf } from '../support/content.ts';
import { runPlan, testIo } from '../support/io.ts';

const ROOT = join(import.meta.dirname, '../..');
const COUNTY = 'examples/county-2026';

const batch = (args: string[]) =>
  runPlan(['batch', COUNTY, '--as-of', '2026-05-06', '--no-cache', ...args], { cwd: ROOT, columns: 80 });

/** What the county is told in each of these formats, all of one run. */
const told: Record<string, string> = {};
const { io } = testIo({ cwd: ROOT });
const write: typeof io.files.write = (path, content) => {
  told[path] = new TextDecoder().decode(bytesOf(content));
};
const asked = ['json', 'html', 'markdown', 'junit', 'sarif', 'github'].flatMap(each => [
  '-f',
  `${each}=${each}`,
]);
await run(['batch', COUNTY, '--as-of', '2026-05-06', '--no-cache', '--lang', 'zh', ...asked], {
  ...io,
  files: { ...io.files, write },
});
const { plans, county } = JSON.parse(told.json!) as Result;
const findings: FindingResult[] = [...plans.flatMap(plan => plan.findings), ...county!.findings];

/** Somebody on two rosters is told at both of them: three cases, each a pair. */
const SAME_PERSON = ['error', 'warning', 'info'].map(severity => `batch/duplicate-person ${severity}`);

describe('the example county', () => {
  it.each(['zh', 'en'])('reads as in the golden file, in %s (UPDATE_GOLDEN=1 rewrites it)', async lang => {
    const { out, code } = await batch(['--lang', lang]);
    expect(code).toBe(2);
    const file = join(ROOT, `test/golden/batch/county-2026.${lang}.txt`);
    if (process.env.UPDATE_GOLDEN) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, out);
    }
    expect(out).toBe(readFileSync(file, 'utf8'));
  });

  it('has the case of every rule on a county exactly once', () => {
    const cases = batchRules.flatMap(({ id }): string[] =>
      id === 'batch/duplicate-person' ? SAME_PERSON : [id],
    );
    const have = (name: string) => {
      const [code, severity] = name.split(' ');
      const found = findings.filter(
        finding => finding.code === code && (severity === undefined || finding.severity === severity),
      );
      return found.length / (severity === undefined ? 1 : 2);
    };
    expect(
      Object.fromEntries(cases.map(name => [name, have(name)])),
      `a rule on a county needs its case in ${COUNTY}, once`,
    ).toEqual(Object.fromEntries(cases.map(name => [name, 1])));
  });

  it('has each case of a township once, and nothing else wrong', () => {
    const others = findings.filter(({ code, severity }) => !code.startsWith('batch/') && severity !== 'info');
    expect(others.map(({ code, file }) => `${code} ${file}`)).toEqual([
      `quota/allocation-mismatch ${COUNTY}/石桥镇/plan.yaml`,
      `input/syntax ${COUNTY}/高台镇/plan.yaml`,
      `quota/other-unit ${COUNTY}/水泉乡/plan.yaml`,
      `input/unreadable ${COUNTY}/桃源镇`,
      `structure/not-met ${COUNTY}/杏花乡/plan.yaml`,
      `timeline/overdue ${COUNTY}/苇湖乡/plan.yaml`,
    ]);
    const states = Object.fromEntries(county!.townships!.map(({ name, state }) => [name, state]));
    expect(states).toMatchObject({
      马场乡: 'missing',
      小营乡: 'missing',
      桃源镇: 'excel-only',
      三岔口乡党委: 'other-year',
      高台镇: 'unreadable',
      杏花乡党委: 'fail',
      苇湖乡党委: 'pass',
    });
    expect(Object.keys(states)).toHaveLength(23);
  });

  it('is kept in every form that is read in place', () => {
    const at = (path: string) => readFileSync(join(ROOT, COUNTY, path));
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(at('柳树镇/名册.csv'))).toThrow();
    expect(at('城关镇/名册.xlsx').subarray(0, 2).toString()).toBe('PK');
    expect(at('红柳乡/plan.yaml').toString()).toContain('人员名册:');
    expect(at('水泉乡/plan.yaml').toString()).toContain('candidates:\n');
  });

  it('is told the same of line by line, where nothing but the sums is kept of a plan', async () => {
    const { out, code } = await batch(['-f', 'ndjson']);
    const last = JSON.parse(out.trimEnd().split('\n').at(-1)!);
    expect(last.county).toEqual(county);
    expect(last.duplicates).toHaveLength(6);
    expect(code).toBe(2);
  });

  it('tells on its page who has to mend what', () => {
    const html = told.html!;
    const page = html.slice(0, html.indexOf('<script'));
    expect(page).toContain('石桥镇计划 4 名，上级分配 3 名');
    expect(page).toContain('没有马场乡的计划');
  });

  it('counts findings and units by rule as they stand in the result', () => {
    const severities: Record<string, string> = { 错误: 'error', 警告: 'warning', 提示: 'info' };
    const lines = [
      ...told.markdown!.matchAll(/^\| \**(错误|警告|提示)\** \| (\S+) \| .*? \| (\d+) \| (\d+) \|$/gm),
    ].map(([, severity = '', code, found, units]) => `${severities[severity]} ${code} ${found} ${units}`);
    const counted = new Map<string, { found: number; units: Set<string> }>();
    const count = (unit: string, { severity, code }: FindingResult) => {
      const own = counted.get(`${severity} ${code}`) ?? { found: 0, units: new Set() };
      own.found++;
      own.units.add(unit);
      counted.set(`${severity} ${code}`, own);
    };
    for (const plan of plans) for (const finding of plan.findings) count(plan.path, finding);
    for (const finding of county!.findings) count(`of the county ${finding.subject}`, finding);
    expect(lines.sort()).toEqual(
      [...counted].map(([rule, { found, units }]) => `${rule} ${found} ${units.size}`).sort(),
    );
  });

  it('is told by the formats that know plans alone, too', () => {
    for (const format of ['junit', 'sarif', 'github'])
      for (const { id } of batchRules) expect(told[format], format).toContain(id);
  });
});
