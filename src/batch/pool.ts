import { Worker } from 'node:worker_threads';
import type { Files } from '../load/files.ts';
import { type Limits, STANDARD_LIMITS } from '../load/limits.ts';
import { isoOf } from '../model/day.ts';
import type { BatchRow, RowContext } from './row.ts';

/** Plans that a worker takes at a time: few enough that all end together, enough that messages cost little. */
const CHUNK = 40;

/** The argument by which the program knows that it is a worker; nobody can type it. */
export const WORKER = '\0batch';

/** What a worker is told when it starts. */
export interface WorkerSetup {
  cwd: string;
  asOf: string;
  language: 'zh' | 'en';
  secret: string;
  detail: RowContext['detail'];
  redact: boolean;
  withPeople: boolean;
  /** how much is read of a file */
  limits: Limits;
  /** folder of the cache; none where absent */
  cache?: string;
}

export type Task = [index: number, path: string][];

/**
 * Checks plans in several workers and hands on the rows in the order of the plans. A worker that dies takes nobody with
 * it: its plans are given to another one by one, and the plan that kills that one too is given up (`lost`). Where no worker
 * runs at all, plans are checked in this thread (`fallback`).
 */
export async function checkInWorkers(
  plans: readonly (readonly [number, string])[],
  jobs: number,
  program: string,
  setup: WorkerSetup,
  {
    onRow,
    stopped,
    fallback,
    lost,
  }: {
    onRow(row: BatchRow): void;
    stopped(): boolean;
    fallback(index: number, path: string): Promise<BatchRow>;
    lost(index: number, path: string): BatchRow;
  },
): Promise<void> {
  const tasks: Task[] = [];
  for (let at = 0; at < plans.length; at += CHUNK)
    tasks.push(plans.slice(at, at + CHUNK).map(([index, path]) => [index, path]));
  const done = new Map<number, BatchRow[]>();
  let next = 0;
  let told = 0;
  const tell = (number: number, rows: BatchRow[]) => {
    done.set(number, rows);
    for (let ready = done.get(told); ready; ready = done.get(told)) {
      done.delete(told++);
      for (const row of ready) onRow(row);
    }
  };
  const start = (): Worker => {
    const worker = new Worker(program, { argv: [WORKER], workerData: setup, stdout: false, stderr: false });
    // Told by `answer`; one that comes between two answers must not end the program.
    worker.on('error', () => {});
    return worker;
  };
  const work = async (): Promise<void> => {
    let worker: Worker | undefined = start();
    const oneByOne = async (task: Task): Promise<BatchRow[]> => {
      const rows: BatchRow[] = [];
      for (const [index, path] of task) {
        const own: BatchRow[] | undefined = worker && (await answer(worker, [[index, path]]));
        if (own) rows.push(...own);
        else if (!worker) rows.push(await fallback(index, path));
        else {
          worker = start();
          // It answers to nothing to do: then it was the plan.
          if (!(await answer(worker, []))) worker = undefined;
          rows.push(worker ? lost(index, path) : await fallback(index, path));
        }
      }
      return rows;
    };
    try {
      while (next < tasks.length && !stopped()) {
        const number = next++;
        const task = tasks[number]!;
        const rows = worker && (await answer(worker, task));
        if (!rows && worker) worker = start();
        tell(number, rows ?? (await oneByOne(task)));
      }
    } finally {
      await worker?.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, tasks.length) }, work));
}

/** A worker's rows; undefined where it died. */
function answer(worker: Worker, task: Task): Promise<BatchRow[] | undefined> {
  return new Promise(resolve => {
    // One that has ended answers no more.
    if (worker.threadId === -1) return resolve(undefined);
    const end = (rows: BatchRow[] | undefined) => {
      worker.off('message', onMessage);
      worker.off('error', onEnd);
      worker.off('exit', onEnd);
      resolve(rows);
    };
    const onMessage = (rows: BatchRow[]) => end(rows);
    const onEnd = () => end(undefined);
    worker.on('message', onMessage);
    worker.on('error', onEnd);
    worker.on('exit', onEnd);
    worker.postMessage(task);
  });
}

/** What all rows of a setup have in common, for messages. */
export const setupOf = (
  { asOf, texts, secret, detail, redact, withPeople }: RowContext,
  { cwd, files }: { cwd: string; files: Files },
  cache: string | undefined,
): WorkerSetup => ({
  cwd,
  limits: files.limits ?? STANDARD_LIMITS,
  asOf: isoOf(asOf),
  language: texts.language,
  secret,
  detail,
  redact,
  withPeople,
  ...(cache !== undefined && { cache }),
});
