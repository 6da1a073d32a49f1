import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { diskFiles } from '../../src/cli/disk.ts';
import { checkOne } from '../../src/county/run.ts';
import { checkFiles } from '../../src/library/core.ts';
import { CountyFiles } from '../../src/read/plan/allocation.ts';
import { texts } from '../../src/text/zh/index.ts';
import { parseDay } from '../../src/values/day.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'plan-allocation-'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const plan = `year: 2016
organization: { name: 东镇党委 }
quota: { total: 1, categories: [{ id: farmer, name: 农牧民, count: 1 }] }
candidates: [{ id: c1, name: 王芳, gender: female, category: farmer }]
`;
const county = (quota: number) => `year: 2016
organization: { name: 某县委组织部 }
quota: { total: ${quota} }
townships: [{ name: 东镇, quota: ${quota}, path: dong/ }]
`;

/** Whether the plan in `v/dong` is held against the allocation of two for 东镇. */
async function isHeld(files: Record<string, string>): Promise<boolean> {
  const { plans } = await checkFiles(
    Object.entries({ 'v/dong/plan.yaml': plan, ...files }).map(([path, text]) => ({
      path,
      bytes: new TextEncoder().encode(text),
    })),
    { asOf: '2016-06-01' },
  );
  return plans[0]!.findings.some(({ code }) => code === 'quota/allocation-mismatch');
}

it.each(['county.yaml', 'county.yml'])("the county's file may be called %s", async name => {
  expect(await isHeld({ [`v/${name}`]: county(2) })).toBe(true);
});

it("a nearer county's file that does not name the plan's folder hides no other", async () => {
  const named = county(2).replace('dong/', 'v/dong');
  expect(await isHeld({ 'county.yaml': named })).toBe(true);
  expect(await isHeld({ 'v/county.yaml': county(1).replace('dong/', 'xi'), 'county.yaml': named })).toBe(
    true,
  );
});

it("plans that are read one after another are held against the county's file as it is, not as it was", async () => {
  const context = {
    asOf: parseDay('2016-06-01')!,
    texts,
    digest: String,
    redact: false,
    counties: new CountyFiles(),
    demands: [],
    columns: [],
  };
  mkdirSync(join(cwd, 'dong'));
  writeFileSync(join(cwd, 'dong', 'plan.yaml'), plan);
  for (const [quota, differs] of [
    [1, false],
    [2, true],
    [1, false],
    [3, true],
  ] as const) {
    writeFileSync(join(cwd, 'county.yaml'), county(quota));
    const { findings } = await checkOne('dong', diskFiles(cwd), context);
    expect(findings.some(({ code }) => code === 'quota/allocation-mismatch')).toBe(differs);
  }
});
