import { defineConfig } from 'vitest/config';

/** The core's own tests: quick, and it is they that have to notice, not the fixtures of the rules. */
export default defineConfig({
  test: {
    include: ['model', 'structure', 'reserve', 'schedule', 'calendar'].map(
      room => `test/${room}{.test.ts,/**/*.test.ts}`,
    ),
    testTimeout: 30_000,
  },
});
