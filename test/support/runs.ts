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

/** Milliseconds that a test may take: where there are many runs, as many as they need. */
export const patience = MORE > 1 ? 24 * 3_600_000 : 30_000;
