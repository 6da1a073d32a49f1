const MORE = Number(process.env.PROPERTY_RUNS ?? 1);
if (!(MORE > 0)) throw new RangeError(`PROPERTY_RUNS: ${process.env.PROPERTY_RUNS}`);

/**
 * How often a property is tried: with the same inputs at every commit, and with PROPERTY_RUNS=100 a hundred times as often
 * with others each time. What fails names its seed and path, which go here to have the same input again.
 */
export const runs = (count: number) => ({
  numRuns: Math.max(1, Math.ceil(count * MORE)),
  ...(MORE === 1 && { seed: 20160601 }),
});

/** Whether this is a long run (PROPERTY_RUNS above 1), which takes all cases of lists and the large inputs too. */
export const thorough = MORE > 1;

/** Of a list of like cases every `nth`; all of them in a long run. */
export const some = <T>(cases: readonly T[], nth: number): T[] =>
  cases.filter((_, index) => thorough || index % nth === 0);

/** Milliseconds that a test may take: where there are many runs, as many as they need. */
export const patience = thorough ? 24 * 3_600_000 : 300_000;
