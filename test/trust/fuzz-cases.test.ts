import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf, folderOf, Maker } from '../support/fuzz.ts';
import { runs, thorough } from '../support/runs.ts';

const KEPT = 'test/fuzz-cases';
const cases = existsSync(KEPT) ? readdirSync(KEPT) : [];

describe('inputs that once failed', () => {
  it.each(cases)('%s', async name => {
    // A wrong place and a wrong repair show by `check`; the other commands are asked, too, in a long run.
    const depth = thorough || !/^(fix|place)-/.test(name) ? 'whole' : 'usual';
    expect(await faultsOf(folderOf(join(KEPT, name)), depth)).toEqual([]);
  });
});

describe('changed plans', () => {
  const maker = new Maker();
  const first = Number(process.env.FUZZ_SEED ?? 20160601);

  it('are answered clearly: the quick share of test/nightly/fuzz.js', async () => {
    for (
      let number = first;
      number < first + Number(process.env.FUZZ_RUNS ?? (thorough ? 3000 : 24));
      number++
    )
      expect({ number, faults: await faultsOf(maker.make(number), 'usual') }).toEqual({ number, faults: [] });
  });

  it('or any bytes at all', async () => {
    const texts = fc.string({ unit: 'grapheme' }).map(text => new TextEncoder().encode(text));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), texts), async bytes => {
        expect(await faultsOf({ 'plan.yaml': bytes }, 'usual')).toEqual([]);
      }),
      { ...runs(60), seed: first },
    );
  });

  it('are the same again for the same number', () => {
    expect(maker.make(first)).toEqual(new Maker().make(first));
    expect(maker.make(first)).not.toEqual(maker.make(first + 1));
  });
});
