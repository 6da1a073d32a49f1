const MORE = Number(process.env.PROPERTY_RUNS ?? 1);
if (!(MORE > 0)) throw new RangeError(`PROPERTY_RUNS: ${process.env.PROPERTY_RUNS}`);

/** What of a long run everybody waits for at every commit. */
const SHARE = MORE === 1 ? 0.1 : 1;

/**
 * How often a property is tried: `count` times with PROPERTY_RUNS=1.1, a hundred times as often with PROPERTY_RUNS=100, with
 * other inputs each time; at every commit a tenth of it, with the same inputs. What fails names its seed and path,
 * which go here to have the same input again.
 */
export const runs = (count: number) => ({
  numRuns: Math.max(1, Math.ceil(count * MORE * SHARE)),
  ...(MORE === 1 && { seed: 20160601 }),
});

/** Whether this is a long run (PROPERTY_RUNS above 1), which takes all cases of lists and the large inputs too. */
export const thorough = MORE > 1;

/** Of a list of like cases every `nth`; all of them in a long run. */
export const some = <T>(cases: readonly T[], nth: number): T[] =>
  cases.filter((_, index) => thorough || index % nth === 0);

/** Milliseconds that a test may take: where there are many runs, as many as they need. */
export const patience = thorough ? 24 * 3_600_000 : 300_000;
