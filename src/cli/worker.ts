import { workerData } from 'node:worker_threads';
import workerpool from 'workerpool';
import { fromCache, storeName } from '../county/cache.ts';
import type { WorkerMethods, WorkerSetup } from '../county/pool.ts';
import type { BatchRow } from '../county/row.ts';
import { fromPlans } from '../county/run.ts';
import { CountyFiles } from '../read/plan/allocation.ts';
import { loadTexts } from '../text/load.ts';
import { parseDay } from '../values/day.ts';
import { diskFiles } from './disk.ts';
import { diskStore } from './store.ts';

/** A worker of `plan batch`: checks the plans that it is sent, until it is ended. */
export async function work(): Promise<void> {
  const { cwd, asOf, language, limits, cache, ...setup } = workerData as WorkerSetup;
  const context = {
    ...setup,
    asOf: parseDay(asOf)!,
    texts: await loadTexts(language),
    counties: new CountyFiles(),
  };
  const files = diskFiles(cwd, undefined, limits);
  const plans =
    cache === undefined
      ? fromPlans(files, context)
      : fromCache(files, context, diskStore(cache, storeName(files, context)));
  const methods: WorkerMethods = {
    async check(task) {
      const rows: BatchRow[] = [];
      for (const [index, path] of task) rows.push(await plans.row(path, index));
      // A worker may be ended at any time.
      plans.flush();
      return rows;
    },
  };
  workerpool.worker(methods);
}
