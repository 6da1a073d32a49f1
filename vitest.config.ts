import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { compiledSources } from './test/support/compiled.ts';

// A loaded machine may be thirty times slower than a quiet one: no test fails for its speed, but what never ends is ended.
const PATIENCE = 300_000;

/** What takes longest, begun first: two workers end together then, on a new clone too, where nothing is known of the last run. */
const LONG = ['trust/sweep', 'page/page', 'trust/faults', 'trust/torture', 'cli/examples', 'trust/package'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex(name => moduleId.endsWith(`/test/${name}.test.ts`));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  plugins: [compiledSources(import.meta.dirname)],
  test: {
    include: ['test/**/*.test.ts'],
    isolate: false,
    sequence: { sequencer: LongestFirst },
    execArgv: ['--enable-source-maps'],
    maxWorkers: availableParallelism(),
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
  },
});
