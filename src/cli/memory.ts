import { setFlagsFromString } from 'node:v8';

/**
 * V8 notes which kinds of objects lived long, and puts new ones of these among the old at once. Of a plan nothing lives longer
 * than it takes to make its row, but whether that is noted depends on chance: with forty thousand plans the memory came to
 * 500 MB in one run and to half of it in another. This tells V8 not to.
 */
export const forgetPlansQuickly = (): void => setFlagsFromString('--no-allocation-site-pretenuring');
