import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { compiledSources } from './test/support/compiled.ts';

// A loaded machine may be thirty times slower than a quiet one: no test fails for its speed, but what never ends is ended.
const PATIENCE = 300_000;

export default defineConfig({
  plugins: [compiledSources(import.meta.dirname)],
  test: {
    include: ['test/**/*.test.ts'],
    isolate: false,
    execArgv: ['--enable-source-maps'],
    maxWorkers: availableParallelism(),
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
  },
});
