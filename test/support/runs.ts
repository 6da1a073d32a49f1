const MORE = Number(process.env.PROPERTY_RUNS ?? 1);
if (!(MORE > 0)) throw new RangeError(`PROPERTY_RUNS: ${process.env.PROPERTY_RUNS}`);

/**
 * How often a property is tried, and from which seed: PROPERTY_RUNS=100 tries each a hundred times as often, and with other
 * inputs, since the first ones are tried at every commit.
 */
export const runs = (count: number) => ({
  numRuns: Math.max(1, Math.ceil(count * MORE)),
  seed: Number(process.env.PROPERTY_SEED ?? 20160601) + (MORE === 1 ? 0 : 1),
});

/** Milliseconds that a test may take: those of many runs have no end set. */
export const patience = MORE > 1 ? 24 * 3_600_000 : 30_000;
