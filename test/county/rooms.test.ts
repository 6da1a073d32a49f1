import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskFiles } from '../../src/cli/disk.ts';
import { checkRow } from '../../src/county/run.ts';
import { loadTexts } from '../../src/text/load.ts';
import { parseDay } from '../../src/values/day.ts';

// The bytes of each plan of a batch take the room of those before: nothing may look into them later.

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

async function codesOf(folder: string): Promise<string[]> {
  const context = {
    asOf: parseDay('2016-06-01')!,
    texts: await loadTexts('zh'),
    secret: '',
    detail: 'light',
    redact: false,
    withPeople: false,
  } as const;
  const { result } = await checkRow(folder, 0, diskFiles(cwd), context);
  return result.findings.map(({ code }) => code);
}

describe('plans that are read one after another', () => {
  it('do not see the bytes of the others, whatever their size', async () => {
    const files = diskFiles(cwd);
    const sizes = [1, 40, 3000, 2, 900];
    for (const [index, people] of sizes.entries())
      writeFileSync(join(cwd, `${index}.yaml`), plan(`镇${index}`, people));
    for (let round = 0; round < 3; round++) {
      files.forget?.();
      const read = sizes.map(
        (people, index) => [files.read(`${index}.yaml`), plan(`镇${index}`, people)] as const,
      );
      for (const [bytes, text] of read) expect(new TextDecoder().decode(bytes)).toBe(text);
    }
  });

  it("are held against the county's file as it is, not as it was", async () => {
    mkdirSync(join(cwd, 'dong'));
    writeFileSync(join(cwd, 'dong', 'plan.yaml'), plan('东镇', 1));
    for (const [quota, differs] of [
      [1, false],
      [2, true],
      [1, false],
      [3, true],
    ] as const) {
      // As long as it was, and so in the same place of the same room.
      writeFileSync(join(cwd, 'county.yaml'), county(quota));
      expect((await codesOf('dong')).includes('quota/allocation-mismatch')).toBe(differs);
    }
  });
});
