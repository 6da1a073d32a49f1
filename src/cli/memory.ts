import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * V8 notes which kinds of objects lived long, and puts new ones of these among the old at once. Of a plan nothing lives longer
 * than it takes to make its row, but whether that is noted depends on chance: with forty thousand plans the memory came to
 * 500 MB in one run and to half of it in another. This tells V8 not to, and to look for what it can give back once the old
 * objects have grown by a seventh instead of by their own size.
 */
export function forgetPlansQuickly(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
  setFlagsFromString('--heap-growing-percent=15');
}

/**
 * Several threads collect new objects each by itself: V8's helpers would take the processors that the other threads work on, a
 * tenth of the time with two on two.
 */
export function collectWithoutHelp(): void {
  setFlagsFromString('--no-parallel-scavenge');
}

/** The room for new objects, both halves: four times as much makes nothing faster. */
const ENOUGH = 4 << 20;

/** Ends the growth of the room for new objects once there is enough of it; to be asked now and then. */
export function boundNewSpace(): void {
  if (isBound) return;
  const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  if (space && space.space_size < ENOUGH) return;
  setFlagsFromString('--semi-space-growth-factor=1');
  isBound = true;
}

let isBound = false;
