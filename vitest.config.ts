import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// A loaded machine may be thirty times slower than a quiet one: no test fails for its speed, but what never ends is ended.
const PATIENCE = 300_000;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    isolate: false,
    maxWorkers: availableParallelism(),
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
  },
});
