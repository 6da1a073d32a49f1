import workerpool from 'workerpool';
import type { RowContext } from '../../county/row.ts';
import type { KeptRow } from '../../county/rows.ts';
import type { Files } from '../../read/files.ts';
import { type Limits, STANDARD_LIMITS } from '../../read/size-limits.ts';
import type { Language } from '../../text/language.ts';
import { isoOf } from '../../values/day.ts';

/**
 * Plans that a worker takes at a time: few enough that all end together, enough that messages cost little. What comes in a message of
 * more than 100 KB V8 takes for something to be kept, and is slow to give back.
 */
const CHUNK = 3;

/** Megabytes for what a worker makes and soon has no use for: V8 takes twice as much, which no plan needs. */
const YOUNG = 24;

/** Milliseconds for workers to end. One that died with nothing to do ended unheard, and would be waited for without end. */
const ENDING = 1000;

/** The argument by which the program knows that it is a worker; nobody can type it. */
export const WORKER = '\0batch';

/** What a worker is told when it starts. */
export interface WorkerSetup {
  cwd: string;
  asOf: string;
  language: Language;
  /** key of the digests of ID numbers */
  secret: string;
  redact: boolean;
  /** what the county demands of all nominees together */
  demands: RowContext['demands'];
  columns: RowContext['columns'];
  /** whether results are handed on, which are half of a row */
  needsResults: boolean;
  /** how much is read of a file */
  limits: Limits;
  /** folder of the cache; none where absent */
  cache?: string;
}

export type Task = (readonly [index: number, path: string])[];

/** What a worker does for the pool. */
export type WorkerMethods = { check(task: Task): Promise<KeptRow[]> };

/**
 * Checks plans in several workers and hands on the rows in the order of the plans. A worker that dies takes nobody with
 * it: its plans are given to others one by one, and the plan that kills that one too is given up (`lost`). Where no worker
 * runs at all, plans are checked in this thread (`fallback`), which else checks none: a plan that kills it would end the run.
 */
export async function checkInWorkers(
  plans: readonly number[],
  pathOf: (index: number) => string,
  jobs: number,
  program: string,
  setup: WorkerSetup,
  {
    onRow,
    stopped,
    fallback,
    lost,
  }: {
    onRow(row: KeptRow): void;
    stopped(): boolean;
    fallback(index: number, path: string): Promise<KeptRow>;
    lost(index: number, path: string): KeptRow;
  },
): Promise<void> {
  const pool = workerpool.pool(program, {
    workerType: 'thread',
    maxWorkers: jobs,
    workerThreadOpts: {
      argv: [WORKER],
      workerData: setup,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    },
  });
  /** A worker's rows; undefined where it died. */
  const inWorker = async (task: Task): Promise<KeptRow[] | undefined> => {
    try {
      return await pool.exec<WorkerMethods['check']>('check', [task]);
    } catch {
      return undefined;
    }
  };
  const oneByOne = async (task: Task): Promise<KeptRow[]> => {
    const rows: KeptRow[] = [];
    for (const [index, path] of task) {
      const own = await inWorker([[index, path]]);
      if (own) rows.push(...own);
      // Another one answers to nothing to do: then it was the plan.
      else rows.push((await inWorker([])) ? lost(index, path) : await fallback(index, path));
    }
    return rows;
  };
  // Made when it is handed out: of forty thousand plans all would be some megabytes.
  const count = Math.ceil(plans.length / CHUNK);
  const taskOf = (number: number): Task =>
    plans.slice(number * CHUNK, (number + 1) * CHUNK).map(index => [index, pathOf(index)]);
  // No Map: each time it makes room V8's old table points to the new one, and a full collection is needed to get rid of either.
  const done: (KeptRow[] | undefined)[] = Array(count);
  let told = 0;
  const tell = (number: number, rows: KeptRow[]) => {
    done[number] = rows;
    for (let ready = done[told]; ready; ready = done[told]) {
      done[told++] = undefined;
      for (const row of ready) onRow(row);
    }
  };
  let next = 0;
  // Tasks are handed out one at a time: none is begun once the user stops the run.
  const work = async (): Promise<void> => {
    while (next < count && !stopped()) {
      const number = next++;
      const task = taskOf(number);
      tell(number, (await inWorker(task)) ?? (await oneByOne(task)));
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(jobs, count) }, work));
  } finally {
    await pool.terminate(true, ENDING).catch(() => {});
  }
}

/** What all rows of a setup have in common, for messages. */
export const setupOf = (
  { asOf, texts, redact, demands, columns }: RowContext,
  needsResults: boolean,
  secret: string,
  { cwd, files }: { cwd: string; files: Files },
  cache: string | undefined,
): WorkerSetup => ({
  cwd,
  limits: files.limits ?? STANDARD_LIMITS,
  asOf: isoOf(asOf),
  language: texts.language,
  secret,
  redact,
  demands,
  columns,
  needsResults,
  ...(cache !== undefined && { cache }),
});
