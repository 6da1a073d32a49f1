import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { PlanResult, Result } from '../../src/generated/types.ts';
import { type Folder, runIn } from '../support/examine.ts';
import { testIo } from '../support/io.ts';
import { daysOf, offsets, type PlanData, plans } from '../support/plans.ts';
import { patience, runs, thorough } from '../support/runs.ts';

const NAMES = ['dong', 'xi', 'nan'];

/** Each township with people of its own: the same name elsewhere is another person. */
const strangers = (plan: PlanData, township: string): PlanData => ({
  ...plan,
  candidates: plan.candidates.map(({ idNumber: _idNumber, ...person }) => ({
    ...person,
    name: `${person.name}·${township}`,
  })),
});

/**
 * Nobody twice on a roster, which is told there, and no ID numbers: of two people alike whose numbers differ only the first is
 * held against a third who has none.
 */
const eachOnce = (plan: PlanData): PlanData => ({
  ...plan,
  candidates: plan.candidates
    .filter(({ id }) => id !== 'again')
    .map(({ idNumber: _idNumber, ...person }) => person),
});

const townships = fc.tuple(plans, plans, plans);
const folderOf = (each: readonly PlanData[]): Folder =>
  Object.fromEntries(
    each.map((plan, index) => [`${NAMES[index]}/plan.yaml`, Buffer.from(JSON.stringify(plan))]),
  );

async function results(folder: Folder, ...args: string[]): Promise<PlanResult[]> {
  const { out } = await runIn(folder, [...args, '-f', 'json', '--lang', 'zh']);
  return (JSON.parse(out) as Result).plans;
}
const batch = (folder: Folder, ...args: string[]) => results(folder, 'batch', '--no-cache', ...args);

/**
 * The plans by path, with who is told to stand on another roster too: of somebody on three each is told of the first that was
 * looked at, so on which other one follows the order.
 */
const unordered = (rows: readonly PlanResult[]) =>
  [...rows]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ findings, path, verdict }) => ({
      path,
      verdict,
      own: findings.filter(({ code }) => !code.startsWith('batch/')),
      elsewhere: [
        ...new Set(findings.filter(({ code }) => code.startsWith('batch/')).map(({ subject }) => subject)),
      ].sort(),
    }));

describe('a township among others', () => {
  it('is told the same as alone, where nobody stands on two rosters', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(townships, offsets, async (drawn, offset) => {
        const folder = folderOf(drawn.map((plan, index) => strangers(plan, NAMES[index]!)));
        const asOf = ['--as-of', daysOf(drawn[0], offset)];
        const together = await batch(folder, ...NAMES, ...asOf);
        for (const [index, name] of NAMES.entries())
          expect(together[index]).toEqual((await results(folder, 'check', name, ...asOf))[0]);
      }),
      runs(6),
    );
  });

  it('is told besides who stands on two rosters, and nothing else', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(townships, offsets, async (drawn, offset) => {
        const folder = folderOf(drawn);
        const asOf = ['--as-of', daysOf(drawn[0], offset)];
        const together = await batch(folder, ...NAMES, ...asOf);
        for (const [index, name] of NAMES.entries()) {
          const [alone] = await results(folder, 'check', name, ...asOf);
          const own = together[index]!.findings.filter(({ code }) => !code.startsWith('batch/'));
          expect(own).toEqual(alone!.findings);
        }
      }),
      runs(6),
    );
  });

  it('is told the same in whatever order they are named', { timeout: patience }, async () => {
    const order = fc.shuffledSubarray(NAMES, { minLength: NAMES.length });
    await fc.assert(
      fc.asyncProperty(townships, offsets, order, fc.boolean(), async (drawn, offset, other, apart) => {
        const folder = folderOf(
          drawn.map((plan, index) => (apart ? strangers(plan, NAMES[index]!) : eachOnce(plan))),
        );
        const asOf = ['--as-of', daysOf(drawn[0], offset)];
        const [before, after] = [
          await batch(folder, ...NAMES, ...asOf),
          await batch(folder, ...other, ...asOf),
        ];
        expect(after.map(({ path }) => path)).toEqual(other);
        expect(unordered(after)).toEqual(unordered(before));
      }),
      runs(8),
    );
  });
});

describe('on threads', () => {
  let cwd = '';
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'plan-threads-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true }));

  // At every commit test/county/cache.test.ts compares threads with one.
  it.runIf(thorough)(
    'a county is told the same bytes, however many there are',
    { timeout: patience },
    async () => {
      // A thread takes forty plans at a time.
      const counties = fc.array(plans, { minLength: 125, maxLength: 130 });
      await fc.assert(
        fc.asyncProperty(counties, fc.integer({ min: 2, max: 4 }), async (county, jobs) => {
          const all = mkdtempSync(join(cwd, 'all-'));
          for (const [index, plan] of county.entries()) {
            mkdirSync(join(all, String(index)));
            writeFileSync(join(all, String(index), 'plan.yaml'), JSON.stringify(plan));
          }
          const batchOn = async (count: number) => {
            const { io, written } = testIo({ cwd: all });
            const args = ['batch', '.', '-f', 'json', '--no-cache', '--as-of', '2016-06-01', '--lang', 'zh'];
            const workers = { program: join(import.meta.dirname, '../../bin/plan.js'), cores: count };
            const code = await run([...args, '--jobs', String(count)], { ...io, workers });
            return { code, ...written };
          };
          expect(await batchOn(jobs)).toEqual(await batchOn(1));
        }),
        runs(1),
      );
    },
  );
});
