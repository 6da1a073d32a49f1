import { expect, it } from 'vitest';
import { checkOne } from '../../src/county/run.ts';
import { memoryFiles } from '../../src/read/memory-files.ts';
import { CountyFiles } from '../../src/read/plan/allocation.ts';
import { messageOf } from '../../src/text/sentences.ts';
import { texts } from '../../src/text/zh/index.ts';
import { parseDay } from '../../src/values/day.ts';

const broken = {
  ...memoryFiles([{ path: 'dong/plan.yaml', bytes: new Uint8Array() }]),
  read: (): Uint8Array => {
    throw new TypeError('王芳 is not iterable');
  },
};

it.each([
  [false, /故障.*（王芳 is not iterable）/],
  [true, /^(?!.*王芳).*故障/],
])(
  'a plan on which the program fails says why, but nothing of the plan where names are hidden (%s)',
  async (redact, said) => {
    const { verdict, findings } = await checkOne('dong', broken, {
      asOf: parseDay('2016-06-01')!,
      texts,
      digest: String,
      redact,
      counties: new CountyFiles(),
      demands: [],
      columns: [],
    });
    expect(verdict).toBe('unreadable');
    expect(findings.map(finding => messageOf(finding, texts))).toEqual([expect.stringMatching(said)]);
  },
);
