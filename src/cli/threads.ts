import { readdirSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/**
 * Steps of `nice`. Enough that V8's threads no longer come before ours; where other programs keep all processors busy, as two
 * shards on two processors do, more would leave functions uncompiled (19 steps cost them a fifth of the time, these a fiftieth).
 */
const BEHIND = 5;
const LAST = 19;

/**
 * V8's own threads give way to the one that checks: they compile several functions at once and share the processors with us.
 * On two processors 100 plans take a tenth less time, 2,000 a fiftieth, and a twentieth where the machine has other things to
 * do. Only Linux can be told so of single threads; elsewhere, and where it is not allowed, all stays as it is.
 */
export function putHelpersBehind(): void {
  try {
    const priority = Math.min(LAST, getPriority() + BEHIND);
    for (const thread of readdirSync('/proc/self/task'))
      if (Number(thread) !== process.pid) setPriority(Number(thread), priority);
  } catch {
    // another system, or one that does not allow it
  }
}
