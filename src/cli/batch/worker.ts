import { workerData } from 'node:worker_threads';
import workerpool from 'workerpool';
import type { KeptRow } from '../../county/rows.ts';
import { CountyFiles } from '../../read/plan/allocation.ts';
import { loadTexts } from '../../text/load.ts';
import { parseDay } from '../../values/day.ts';
import { diskFiles } from '../disk.ts';
import type { WorkerMethods, WorkerSetup } from './pool.ts';
import { digestWith, rowSource } from './source.ts';

/** A worker of `plan batch`: checks the plans that it is sent, until it is ended. */
export async function work(): Promise<void> {
  const { cwd, asOf, language, limits, cache, secret, redact, demands, columns, needsResults } =
    workerData as WorkerSetup;
  const context = {
    asOf: parseDay(asOf)!,
    texts: await loadTexts(language),
    digest: digestWith(secret),
    redact,
    demands,
    columns,
    counties: new CountyFiles(),
  };
  const plans = rowSource(diskFiles(cwd, undefined, limits), context, secret, cache);
  const methods: WorkerMethods = {
    async check(task) {
      const rows: KeptRow[] = [];
      for (const [index, path] of task) {
        const row = await plans.row(path, index);
        rows.push(needsResults ? row : { ...row, result: '' });
      }
      // A worker may be ended at any time.
      plans.flush();
      return rows;
    },
  };
  workerpool.worker(methods);
}
