import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskFiles } from '../../src/cli/disk.ts';
import { checkRow } from '../../src/county/run.ts';
import { CountyFiles } from '../../src/read/plan/allocation.ts';
import { loadTexts } from '../../src/text/load.ts';
import { parseDay } from '../../src/values/day.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'plan-rooms-'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const plan = (name: string, people: number) => `year: 2016
organization: { name: ${name} }
quota: { total: 1, categories: [{ id: farmer, name: 农牧民, count: 1 }] }
candidates:
${Array.from({ length: people }, (_, index) => `  - { id: c${index}, name: ${name}${index}, gender: female, category: farmer }\n`).join('')}`;

const county = (quota: number) => `year: 2016
organization: { name: 某县委组织部 }
quota: { total: ${quota} }
townships: [{ name: 东镇, quota: ${quota}, path: dong }]
`;

/** Kept from one plan to the next, as in a batch. */
const counties = new CountyFiles();

async function codesOf(folder: string): Promise<string[]> {
  const context = {
    asOf: parseDay('2016-06-01')!,
    texts: await loadTexts('zh'),
    secret: '',
    detail: 'light',
    redact: false,
    withPeople: false,
  } as const;
  const { result } = await checkRow(folder, 0, diskFiles(cwd), { ...context, counties });
  return result.findings.map(({ code }) => code);
}

describe('plans that are read one after another', () => {
  it("are held against the county's file as it is, not as it was", async () => {
    mkdirSync(join(cwd, 'dong'));
    writeFileSync(join(cwd, 'dong', 'plan.yaml'), plan('东镇', 1));
    for (const [quota, differs] of [
      [1, false],
      [2, true],
      [1, false],
      [3, true],
    ] as const) {
      writeFileSync(join(cwd, 'county.yaml'), county(quota));
      expect((await codesOf('dong')).includes('quota/allocation-mismatch')).toBe(differs);
    }
  });
});
