import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { putHelpersBehind } from '../../src/cli/threads.ts';

const TASKS = '/proc/self/task';

/** `nice` of each thread of this process: the nineteenth field, the second of which may hold spaces. */
const priorities = () =>
  new Map(
    readdirSync(TASKS).map(thread => {
      const stat = readFileSync(`${TASKS}/${thread}/stat`, 'utf8');
      return [Number(thread), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16])] as const;
    }),
  );

it.skipIf(process.platform !== 'linux')(
  'V8’s threads come after the one that checks, which stays as it is',
  () => {
    const before = priorities();
    const own = before.get(process.pid)!;
    putHelpersBehind();
    const after = priorities();
    expect(after.size).toBeGreaterThan(1);
    expect(after.get(process.pid)).toBe(own);
    for (const [thread, priority] of after)
      if (thread !== process.pid) expect(priority).toBe(Math.min(19, own + 5));
    // Once more changes nothing.
    putHelpersBehind();
    expect(priorities().get(process.pid)).toBe(own);
  },
);
