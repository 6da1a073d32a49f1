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
 * Less work for V8's own threads, which share the processors with ours. Little is left of new objects when they are collected:
 * one thread has it done before helpers are awake. And half of a run of 2,000 plans is over before the functions that it needs
 * are compiled: compiled with fewer others in them they are ready a third sooner, and run as fast.
 */
export function keepProcessorsFree(): void {
  setFlagsFromString('--no-parallel-scavenge');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=300');
}

/**
 * A plan is checked before V8's own threads have compiled what seems hot by then, and they share the processors with us for
 * nothing: functions must run four times as much before they are compiled. 30 people take 5 ms less of 95, 3,000 as long as ever.
 */
export function compileLater(): void {
  setFlagsFromString('--interrupt-budget=600000');
}

/**
 * The room for new objects, both halves: for checking that of some twenty plans, twice as much makes little faster; where
 * workers check, for the rows that they send.
 */
const ENOUGH = { checking: 16 << 20, keeping: 4 << 20 };

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
export function boundNewSpace(use: keyof typeof ENOUGH): void {
  if (isBound) return;
  const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  if (space && space.space_size < ENOUGH[use]) return;
  growNewSpace(1);
  isBound = true;
}

let isBound = false;

const growNewSpace = (factor: 1 | 2): void => setFlagsFromString(`--semi-space-growth-factor=${factor}`);
