import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { County } from '../../county/county.ts';
import { demandsOf } from '../../county/rollup.ts';
import type { RowContext } from '../../county/row.ts';
import { type KeptLines, type KeptRow, rowJson } from '../../county/rows.ts';
import { type BatchInput, batchInput, crashedRow, RunCollector } from '../../county/run.ts';
import type { ShardHeader } from '../../county/shards.ts';
import { safeJson } from '../../output/findings/safe-json.ts';
import { type Shown, userFileText } from '../../output/gate.ts';
import { isPattern } from '../../read/patterns.ts';
import { CountyFiles } from '../../read/plan/allocation.ts';
import { locatePlan } from '../../read/plan/locate.ts';
import { keysIn } from '../../text/keys.ts';
import { chosenColumns } from '../batch/columns.ts';
import { type Finishing, finishingOf, finishRun, needsRows } from '../batch/finish.ts';
import { pathsFrom } from '../batch/list.ts';
import { mergeShards } from '../batch/merge.ts';
import { checkInWorkers, setupOf } from '../batch/pool.ts';
import { Progress } from '../batch/progress.ts';
import { withScratch } from '../batch/scratch.ts';
import { headerOf, type Shard, shardOf } from '../batch/shard.ts';
import { digestWith, rowSource } from '../batch/source.ts';
import { streams } from '../batch/targets.ts';
import type { Io } from '../io.ts';
import { EXIT, type Options, type Session } from '../session.ts';
import { outputFile } from '../targets.ts';
import { UsageError } from '../usage-error.ts';

/** `plan batch PATH…`: every plan under the paths, the county's sums, and who has to mend what. */
export async function runBatch(
  session: Session,
  paths: readonly string[],
  options: Options,
): Promise<number> {
  if (paths[0] === 'merge') return mergeShards(session, paths.slice(1), options);
  const shard = shardOf(options.shard, session);
  if (shard) outputFile(options, 'ndjson', session);
  const finishing = finishingOf(options, session);
  const input = await inputOf(paths, options, session);
  return withScratch(newLines =>
    shard
      ? checkShard(shard, input, newLines(), options, session)
      : checkAll(input, newLines, finishing, options, session),
  );
}

/** Every plan, and what shows of all of them together. */
async function checkAll(
  input: BatchInput,
  newLines: () => KeptLines,
  finishing: Finishing,
  options: Options,
  session: Session,
): Promise<number> {
  const columns = chosenColumns(options, input.county?.file?.statistics, session.texts);
  // Whose names are to be hidden is known when all plans were read.
  const isStreamed = !session.redact && finishing.targets.some(streams);
  const needsResults = needsRows(finishing, isStreamed);
  const collector = new RunCollector(needsResults, newLines);
  const onRow = (row: KeptRow) => {
    if (isStreamed) session.print(`${row.result}\n`);
    collector.add(row);
  };
  const all = [...input.plans.keys()];
  await checkPlans(input, all, needsResults || isStreamed, options, onRow, session);
  const left = all.length - collector.size;
  tellStopped(collector.size, left, session);
  const isComplete = input.empty.length === 0;
  return finishRun(collector, input.county, { left, columns, isComplete }, finishing, isStreamed, session);
}

/** `--shard i/n`: every n-th plan, each row a line of the file that is merged with the others later. */
async function checkShard(
  shard: Shard,
  input: BatchInput,
  lines: KeptLines,
  options: Options,
  session: Session,
): Promise<number> {
  const mine = [...input.plans.keys()].filter(index => index % shard.of === shard.number - 1);
  const header = headerOf(shard, input, options, session);
  let done = 0;
  let failed = false;
  let unreadable = false;
  await checkPlans(
    input,
    mine,
    true,
    options,
    row => {
      lines.add(rowJson(row));
      done++;
      failed ||= row.summary.verdict === 'fail';
      unreadable ||= row.summary.verdict === 'unreadable';
    },
    session,
  );
  tellStopped(done, mine.length - done, session);
  session.emitUserFile(linesOf(header, lines));
  if (done < mine.length) return 130;
  if (unreadable || input.empty.length > 0) return EXIT.failed;
  return failed ? EXIT.findings : EXIT.ok;
}

/** Paths by which plans are put together again stand in it as they are; names have passed in the rows. */
function* linesOf(header: ShardHeader, rows: Iterable<string>): Generator<Shown> {
  yield userFileText(`${safeJson(header)}\n`);
  for (const row of rows) yield userFileText(`${row}\n`);
}

/** The plans that are meant, of the paths and of `--files-from`. @throws {UsageError} where there are none */
async function inputOf(paths: readonly string[], options: Options, session: Session): Promise<BatchInput> {
  const { texts, io, asOf } = session;
  const given = [...paths, ...(await pathsFrom(options.filesFrom, session))];
  const input = await batchInput(given.length > 0 ? given : ['.'], io.files, asOf);
  for (const path of [...input.empty, ...input.unplanned]) {
    // Of one plan that is not there more is known: what was probably meant, or what the folder holds.
    const located = isPattern(path, io.files)
      ? { reason: 'no-match' as const }
      : await locatePlan(path, io.files);
    if (!('reason' in located)) continue;
    const { message, remedy } = texts.rules['input/unreadable'];
    const args = { path, reason: located.reason, ...(located.next && { next: located.next }) };
    session.tell(`plan: ${message(args)}\n  → ${remedy(args, keysIn(texts.language))}\n`);
  }
  if (input.plans.length === 0 && !input.county) throw new UsageError(texts.batch.noPlans);
  return input;
}

/** Checks plans, in workers where there are many, and hands on their rows in order; ends early when the user stops the run. */
async function checkPlans(
  { plans, county }: BatchInput,
  mine: readonly number[],
  needsResults: boolean,
  options: Options,
  onRow: (row: KeptRow) => void,
  session: Session,
): Promise<void> {
  const { io } = session;
  const secret = io.env.PLAN_BATCH_KEY ?? '';
  const context = contextOf(session, county, options);
  // Names that are to be hidden have to be known here: they are in no cache, and no worker hands them on.
  const cache = options.cache === false || session.redact ? undefined : cacheFolder(io);
  const source = rowSource(io.files, context, secret, cache);
  const jobs = session.redact ? 1 : jobsOf(options.jobs, mine.length, session);
  const progress = new Progress(session, mine.length);
  const tell = (row: KeptRow) => {
    onRow(row);
    progress.step();
  };
  if (jobs > 1)
    await checkInWorkers(
      mine,
      index => plans[index]!,
      jobs,
      io.workers!.program,
      setupOf(context, needsResults, secret, io, cache),
      {
        onRow: tell,
        stopped: () => session.stopped(),
        fallback: (index, path) => source.row(path, index),
        lost: (index, path) => crashedRow(path, index, context),
      },
    );
  else
    for (const [done, index] of mine.entries()) {
      if (await asksToStop(session, done)) break;
      tell(await source.row(plans[index]!, index));
    }
  source.close();
  progress.end();
}

const contextOf = (session: Session, county: County | undefined, options: Options): RowContext => ({
  asOf: session.asOf,
  texts: session.texts,
  redact: session.redact,
  noted: session.noteNames,
  digest: digestWith(session.io.env.PLAN_BATCH_KEY ?? ''),
  counties: new CountyFiles(),
  demands: county?.file ? demandsOf(county.file).map(({ demand }) => demand) : [],
  columns: chosenColumns(options, county?.file?.statistics, session.texts),
});

/** Signals are heard between turns of the event loop, which checking alone never ends. */
async function asksToStop(session: Session, done: number): Promise<boolean> {
  if (done % 20 === 0) await new Promise(resolve => setImmediate(resolve));
  return session.stopped();
}

function tellStopped(done: number, left: number, session: Session): void {
  if (left > 0) session.tell(`plan: ${session.texts.batch.stopped(done, left)}\n`);
}

/** From so many plans on several workers end sooner than one thread: each has to start and to compile the same functions. */
const MANY = 4000;
const MOST_JOBS = 4;

function jobsOf(value: Options[string], plans: number, { io, texts }: Session): number {
  const cores = io.workers ? (io.workers.cores ?? availableParallelism()) : 1;
  if (typeof value !== 'string') return plans < MANY ? 1 : Math.min(cores, MOST_JOBS);
  if (!/^[1-9]\d?$/.test(value)) throw new UsageError(texts.cli.errors.invalidValue('--jobs', value, '1–99'));
  return io.workers ? Number(value) : 1;
}

/** Where rows are kept between runs: by the rules of the system, or where the user wants them; nowhere without a home. */
function cacheFolder({ env, files, system }: Io): string | undefined {
  if (env.PLAN_CACHE_DIR) return env.PLAN_CACHE_DIR;
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'plan');
  const local = env.LOCALAPPDATA;
  if (system === 'windows' && local && files.kind(local) === 'directory') return join(local, 'plan', 'cache');
  const home = env.HOME ?? env.USERPROFILE;
  // A service account may have a home that is not there: nothing is made in its place.
  return home && files.kind(home) === 'directory' ? join(home, '.cache', 'plan') : undefined;
}
