import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fromCache, storeName } from '../../county/cache.ts';
import { readCounty } from '../../county/county.ts';
import { batchCsv } from '../../county/csv.ts';
import { MarkIndex } from '../../county/people.ts';
import { checkInWorkers, setupOf } from '../../county/pool.ts';
import { batchPrint } from '../../county/report.ts';
import type { BatchRow } from '../../county/row.ts';
import { kept, rowOf, withoutDetails } from '../../county/row.ts';
import {
  asChecked,
  type BatchRun,
  batchInput,
  countyChecked,
  crashedPlan,
  crashedRow,
  finishRun,
  fromPlans,
} from '../../county/run.ts';
import {
  addPeople,
  headerIn,
  linesOf,
  ShardError,
  type ShardHeader,
  ShardRows,
} from '../../county/shards.ts';
import { batchText } from '../../county/text.ts';
import { maskDeep } from '../../model/personal.ts';
import { reporters } from '../../output/findings/index.ts';
import { findingResult } from '../../output/findings/result.ts';
import type { ReportOptions } from '../../output/findings/run.ts';
import { safeJson } from '../../output/findings/safe-json.ts';
import { ownText } from '../../output/gate.ts';
import { CountyFiles } from '../../read/plan/allocation.ts';
import { type LoadedPlan, loadPlan } from '../../read/plan/load.ts';
import { LIMITS } from '../../read/size-limits.ts';
import { type CheckedPlan, checkPlan } from '../../rules/check.ts';
import { isoOf } from '../../values/day.ts';
import { version } from '../../version.ts';
import { BATCH_FORMATS, BINARY } from '../formats.ts';
import type { Io } from '../io.ts';
import type { Options } from '../session.ts';
import { EXIT, type Rendered, type Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

type BatchFormat = (typeof BATCH_FORMATS)[number];

interface Target {
  format: BatchFormat;
  file: string | null;
}

const TOOL = { name: 'plan', version };

/** Formats that show the places of findings, and so need the findings themselves. */
const WITH_PLACES: ReadonlySet<BatchFormat> = new Set(['junit', 'sarif', 'github']);

/** Formats that show a line for each plan and no single findings. */
const LIGHT: ReadonlySet<BatchFormat> = new Set(['text', 'csv', 'markdown', 'html', ...WITH_PLACES]);

/** `plan batch PATH…`: every plan under the paths, the county's sums, and who has to mend what. */
export async function runBatch(
  session: Session,
  paths: readonly string[],
  options: Options,
): Promise<number> {
  if (paths[0] === 'merge') return mergeShards(session, paths.slice(1), options);
  const { texts, io, asOf } = session;
  const targets = targetsOf(options, session);
  const given = [...paths, ...(await pathsFrom(options.filesFrom, session))];
  const input = await batchInput(given.length > 0 ? given : ['.'], io.files, asOf);
  for (const path of input.empty) session.tell(`plan: ${texts.batch.nothing(path)}\n`);
  if (input.plans.length === 0 && !input.county) throw new UsageError(texts.batch.noPlans);
  const shard = shardOf(options.shard, session);
  const keepsPlaces = targets.some(({ format }) => WITH_PLACES.has(format));
  const streams = targets.some(({ format, file }) => format === 'ndjson' && file === null) && !shard;
  const checked = new Map<number, CheckedPlan>();
  const rows: BatchRow[] = [];
  const mine = [...input.plans.keys()].filter(index => !shard || index % shard.of === shard.number - 1);
  const progress = new Progress(session, mine.length);
  const detail = shard || targets.some(({ format }) => !LIGHT.has(format)) ? 'whole' : 'light';
  const context = {
    asOf,
    texts,
    secret: io.env.PLAN_BATCH_KEY ?? '',
    detail,
    redact: session.redact,
    withPeople: shard !== undefined,
    counties: new CountyFiles(),
  } as const;
  const jobs = keepsPlaces ? 1 : jobsOf(options.jobs, mine.length, session);
  const marks = new MarkIndex(USUAL_ROSTER * mine.length);
  const onRow = (row: BatchRow) => {
    marks.add(row.index, row.marks ?? []);
    if (streams) session.print(ndjsonLine(row));
    // A row that was written is kept for the sums alone.
    const light = streams && targets.length === 1 ? { ...row, result: withoutDetails(row.result) } : row;
    rows.push(kept(light, input.plans[row.index]));
    progress.step();
  };
  const cache = options.cache === false || keepsPlaces ? undefined : cacheFolder(io);
  const plans =
    cache === undefined
      ? fromPlans(io.files, context)
      : fromCache(
          io.files,
          context,
          (await import('../store.ts')).diskStore(cache, storeName(io.files, context)),
        );
  if (jobs > 1)
    await checkInWorkers(
      mine,
      index => input.plans[index]!,
      jobs,
      io.workers!.program,
      setupOf(context, io, cache),
      {
        onRow,
        stopped: () => session.stopped(),
        fallback: (index, path) => plans.row(path, index),
        lost: (index, path) => crashedRow(path, index, context),
      },
    );
  else
    for (const index of mine) {
      const path = input.plans[index]!;
      if (await asksToStop(session, rows.length)) break;
      if (keepsPlaces) {
        const checkedRow = (loaded: LoadedPlan): BatchRow => {
          const { facts: _facts, ...rest } = checkPlan(loaded, asOf);
          checked.set(index, rest);
          return rowOf(loaded, index, context);
        };
        onRow(
          await loadPlan(path, { files: io.files, asOf, redact: session.redact })
            .then(checkedRow)
            .catch(() => checkedRow(crashedPlan(path))),
        );
      } else onRow(await plans.row(path, index));
    }
  progress.end();
  const left = mine.length - rows.length;
  if (left > 0) session.tell(`plan: ${texts.batch.stopped(rows.length, left)}\n`);
  if (shard) {
    const header = {
      schema: 'plan-shard/v1',
      shard,
      plans: input.plans.length,
      county: input.county?.path ?? null,
      ...stamp(session),
    };
    plans.close();
    // Parts hold marks of people as long numbers, and paths by which they are put together again; names have passed in the rows.
    session.emitOwn(ownText([header, ...rows].map(each => `${safeJson(each)}\n`).join('')));
    return exitCode(rows, [], left, input.empty.length > 0);
  }
  const shared = marks.shared();
  for (const row of rows)
    if (shared.plans.has(row.index)) row.people = await plans.people(input.plans[row.index]!, shared.marks);
  plans.close();
  const run = finishRun(rows, input.county, { files: io.files, asOf, texts, left });
  await write(run, targets, checked, session, streams);
  return exitCode(
    run.rows,
    run.county?.findings ?? [],
    left,
    input.empty.length > 0 || (run.county?.county.unreadable ?? false),
  );
}

/** `plan batch merge FILE…`: the shards of one run as if they had been one. */
async function mergeShards(session: Session, files: readonly string[], options: Options): Promise<number> {
  const { texts, io, asOf } = session;
  // The parts have the names or the pseudonyms with which they were made.
  if (session.redact) throw new UsageError(texts.batch.redactShards);
  const targets = targetsOf(options, session);
  if (targets.some(({ format }) => WITH_PLACES.has(format)))
    throw new UsageError(
      texts.cli.errors.invalidValue(
        '--format',
        [...WITH_PLACES].join(', '),
        BATCH_FORMATS.filter(format => !WITH_PLACES.has(format)).join(', '),
      ),
    );
  const shards = new ShardRows(targets.every(({ format }) => LIGHT.has(format)));
  const seen = new Set<number>();
  const parts: { file: string; rows: BatchRow[] }[] = [];
  let header: ShardHeader | undefined;
  const told = <T>(file: string, read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw error instanceof ShardError ? new UsageError(texts.batch.notShard(file)) : error;
    }
  };
  for (const file of files) {
    const lines = linesOf(session.read(file, MOST_OF_SHARD));
    const own = headerIn(lines.next().value);
    if (!own) throw new UsageError(texts.batch.notShard(file));
    const same =
      own.version === version &&
      own.asOf === isoOf(asOf) &&
      own.language === texts.language &&
      (!header ||
        (header.redacted === own.redacted &&
          header.plans === own.plans &&
          header.county === own.county &&
          header.shard.of === own.shard.of));
    if (!same || seen.has(own.shard.number)) throw new UsageError(texts.batch.shardsDiffer(file));
    seen.add(own.shard.number);
    header = own;
    parts.push({ file, rows: told(file, () => shards.add(lines)) });
  }
  if (!header) throw new UsageError(texts.cli.errors.missingArgument('FILE'));
  const missing = Array.from({ length: header.shard.of }, (_, at) => at + 1).filter(
    number => !seen.has(number),
  );
  if (missing.length > 0)
    throw new UsageError(
      texts.batch.shardMissing(missing.map(number => `${number}/${header.shard.of}`).join(', ')),
    );
  const shared = shards.shared();
  for (const { file, rows } of parts)
    if (rows.some(({ index }) => shared.plans.has(index)))
      told(file, () => {
        const lines = linesOf(session.read(file, MOST_OF_SHARD));
        lines.next();
        addPeople(rows, lines, shared);
      });
  const rows = parts.flatMap(({ rows }) => rows).sort((a, b) => a.index - b.index);
  const county = header.county === null ? undefined : await readCounty(header.county, io.files, asOf);
  const run = finishRun(rows, county, { files: io.files, asOf, texts, left: header.plans - rows.length });
  await write(run, targets, new Map(), session, false);
  return exitCode(run.rows, run.county?.findings ?? [], run.left, run.county?.county.unreadable ?? false);
}

/** Megabytes of a part: those of ten thousand plans have a hundred. */
const MOST_OF_SHARD = LIMITS.file.most;

const stamp = ({ asOf, texts, redact }: Session) => ({
  version,
  asOf: isoOf(asOf),
  language: texts.language,
  redacted: redact,
});

/** The exit code of `plan check`, for all plans together; a run that was stopped ends as one. */
function exitCode(
  rows: readonly BatchRow[],
  findings: readonly { severity: string }[],
  left: number,
  incomplete: boolean,
): number {
  if (left > 0) return 130;
  if (incomplete || rows.some(({ result }) => result.verdict === 'unreadable')) return EXIT.failed;
  const failed =
    rows.some(({ result }) => result.verdict === 'fail') ||
    findings.some(({ severity }) => severity === 'error');
  return failed ? EXIT.findings : EXIT.ok;
}

async function write(
  run: BatchRun,
  targets: readonly Target[],
  checked: ReadonlyMap<number, CheckedPlan>,
  session: Session,
  streamed: boolean,
): Promise<void> {
  for (const { format, file } of targets) {
    if (format === 'ndjson' && streamed && file === null) {
      session.print(summaryLine(run, session));
      continue;
    }
    await session.emit(options => rendered(format, run, checked, options, session), file, {
      commands: format === 'github',
    });
  }
}

async function rendered(
  format: BatchFormat,
  run: BatchRun,
  checked: ReadonlyMap<number, CheckedPlan>,
  options: ReportOptions,
  session: Session,
): Promise<Rendered> {
  const { texts, gate } = session;
  switch (format) {
    case 'text':
      return batchText(run, options);
    case 'csv':
      return batchCsv(run, texts);
    case 'json':
      return `${safeJson({ schema: 'plan-result/v1', tool: TOOL, asOf: isoOf(run.asOf), plans: run.rows.map(({ result }) => result), ...countyPart(run, session) }, 2)}\n`;
    case 'ndjson':
      return run.rows.map(ndjsonLine).join('') + summaryLine(run, session);
    case 'html':
      return (await import('../../county/page.ts')).batchHtml(run, texts);
    case 'markdown': {
      const { printMarkdown } = await import('../../output/print/markdown.ts');
      return printMarkdown(gate.deep(batchPrint(run, texts, false)));
    }
    case 'xlsx': {
      const { printXlsx } = await import('../../output/print/xlsx.ts');
      return gate.bytes(batchPrint(run, texts, true), printXlsx);
    }
    default: {
      const reporter = await reporters[format]();
      const plans = run.rows.map(row => asChecked(row, checked.get(row.index)!, run.duplicates));
      return reporter({ tool: TOOL, asOf: run.asOf, plans: [...plans, ...countyChecked(run)] }, options);
    }
  }
}

const ndjsonLine = ({ result }: BatchRow): string => `${safeJson(result)}\n`;

/** The last line: what only shows when all plans are known. */
const summaryLine = (run: BatchRun, session: Session): string =>
  `${safeJson({ schema: 'plan-batch/v1', tool: TOOL, asOf: isoOf(run.asOf), plans: run.rows.length, ...countyPart(run, session), duplicates: run.duplicates.map(({ finding }) => findingResult(finding, session.texts)) })}\n`;

function countyPart(run: BatchRun, { texts }: Session) {
  if (!run.county) return {};
  const { county, rollup, findings } = run.county;
  return {
    county: {
      path: county.path,
      ...(county.file && {
        organization: maskDeep(county.file.organization?.name ?? null),
        total: county.file.quota.total,
        held: county.file.quota.held ?? 0,
      }),
      ...(rollup && {
        allocated: rollup.allocated,
        planned: rollup.planned,
        nominees: rollup.nominees,
        reserves: rollup.reserves,
        applicants: rollup.applicants,
        activists: rollup.activists,
        structure: rollup.structure.map(({ index: _index, ...state }) => maskDeep(state)),
      }),
      findings: findings.map(finding => findingResult(finding, texts)),
    },
  };
}

function targetsOf({ format, output }: Options, session: Session): Target[] {
  const specs = (format as string[] | undefined) ?? ['text'];
  const targets = specs.map((spec): Target => {
    const [name = '', ...file] = spec.split('=');
    return {
      format: session.choice('--format', name, BATCH_FORMATS),
      file: file.length > 0 ? file.join('=') : ((output as string | undefined) ?? null),
    };
  });
  const open = specs.filter(spec => !spec.includes('='));
  if (typeof output === 'string' && open.length > 1)
    throw new UsageError(session.texts.cli.errors.oneOutput(output));
  for (const { format: own, file } of targets)
    if (file === null && BINARY.includes(own)) throw new UsageError(session.texts.cli.errors.needsFile(own));
  return targets;
}

async function pathsFrom(file: Options[string], session: Session): Promise<string[]> {
  if (typeof file !== 'string') return [];
  const bytes = await session.readInput(file);
  return new TextDecoder()
    .decode(bytes)
    .split(/[\r\n\0]+/)
    .map(line => line.trim())
    .filter(line => line !== '');
}

/** People on the roster of a township, nominees and reserves, as a guess. */
const USUAL_ROSTER = 30;

/**
 * From so many plans on several workers end sooner than one thread: each has to start and to have V8 compile the same functions
 * for itself. (3,000 plans take 3.3 s with one thread and 3.9 s with two on two processors, 5,000 take 4.2 s and 3.7 s.)
 */
const MANY = 4000;
const MOST_JOBS = 4;

function jobsOf(value: Options[string], plans: number, { io, texts }: Session): number {
  const cores = io.workers ? (io.workers.cores ?? availableParallelism()) : 1;
  if (typeof value !== 'string') return plans < MANY ? 1 : Math.min(cores, MOST_JOBS);
  if (!/^[1-9]\d?$/.test(value)) throw new UsageError(texts.cli.errors.invalidValue('--jobs', value, '1–99'));
  return io.workers ? Number(value) : 1;
}

/** Where rows are kept between runs: by the rules of the system, or where the user wants them; nowhere without a home. */
function cacheFolder({ env, files }: Io): string | undefined {
  if (env.PLAN_CACHE_DIR) return env.PLAN_CACHE_DIR;
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'plan');
  const home = env.HOME ?? env.USERPROFILE;
  // A service account may have a home that is not there: nothing is made in its place.
  return home && files.kind(home) === 'directory' ? join(home, '.cache', 'plan') : undefined;
}

function shardOf(value: Options[string], { texts }: Session): { number: number; of: number } | undefined {
  if (typeof value !== 'string') return undefined;
  const match = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(value);
  const [number, of] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || number > of)
    throw new UsageError(texts.cli.errors.invalidValue('--shard', value, texts.batch.shard));
  return { number, of };
}

/** Signals are heard between turns of the event loop, which checking alone never ends. */
async function asksToStop(session: Session, done: number): Promise<boolean> {
  if (done % 20 === 0) await new Promise(resolve => setImmediate(resolve));
  return session.stopped();
}

/** How far the run is, on a terminal alone: pipes and files get nothing of it. */
class Progress {
  private readonly session: Session;
  private readonly all: number;
  private readonly start = performance.now();
  private done = 0;
  private told = 0;

  constructor(session: Session, all: number) {
    this.session = session;
    this.all = all;
  }

  step(): void {
    this.done++;
    const { stderr } = this.session.io;
    const now = performance.now();
    if (!stderr.isTTY || now - this.told < 200) return;
    this.told = now;
    const seconds = Math.ceil((((now - this.start) / this.done) * (this.all - this.done)) / 1000);
    const told = this.session.texts.batch.progress(this.done, this.all, seconds);
    stderr.status?.(this.session.gate.seal(told));
  }

  end(): void {
    if (this.told > 0) this.session.io.stderr.status?.(ownText(''));
  }
}
