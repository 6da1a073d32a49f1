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

/**
 * Keeps the room for new objects as it is: while plans are looked for every path stays, and for what stays V8 would make the
 * room as large as it may be, 32 MB, and never smaller again.
 */
export function holdNewSpace(): void {
  growNewSpace(1);
}

/** Lets it grow again, by V8's own measure. */
export function letNewSpaceGrow(): void {
  growNewSpace(2);
}

/** Ends the growth once there is enough room; to be asked now and then. */
export function boundNewSpace(): void {
  if (isBound) return;
  const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  if (space && space.space_size < ENOUGH) return;
  growNewSpace(1);
  isBound = true;
}

let isBound = false;

const growNewSpace = (factor: 1 | 2): void => setFlagsFromString(`--semi-space-growth-factor=${factor}`);
