import { resolve } from 'node:path';
import { readCounty } from '../../county/county.ts';
import { planLine } from '../../county/json.ts';
import { RunCollector } from '../../county/run.ts';
import { headerIn, rowsInOrder, ShardError, type ShardHeader } from '../../county/shards.ts';
import { isoOf } from '../../values/day.ts';
import { version } from '../../version.ts';
import { BATCH_FORMATS } from '../formats.ts';
import type { Options, Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { chosenColumns } from './columns.ts';
import { exitCodeOf } from './exit-code.ts';
import { linesIn } from './lines.ts';
import { batchTargets, needsFindings, streams, WITH_PLACES } from './targets.ts';
import { writeRun } from './write.ts';

/** `plan batch merge FILE…`: the parts of one run as if they had been one. */
export async function mergeShards(
  session: Session,
  files: readonly string[],
  options: Options,
): Promise<number> {
  const { texts, io, asOf } = session;
  // The parts have the names or the pseudonyms with which they were made.
  if (session.redact) throw new UsageError(texts.batch.redactShards);
  const targets = batchTargets(options, session);
  if (targets.some(({ format }) => WITH_PLACES.has(format)))
    throw new UsageError(
      texts.cli.errors.invalidValue(
        '--format',
        [...WITH_PLACES].join(', '),
        BATCH_FORMATS.filter(format => !WITH_PLACES.has(format)),
      ),
    );
  const { header, parts } = openParts(files, session);
  const isStreamed = targets.some(streams);
  const collector = new RunCollector(needsFindings(targets, isStreamed));
  let reading = 0;
  try {
    for (const row of rowsInOrder(parts, part => (reading = part))) {
      if (isStreamed) session.print(planLine(row));
      collector.add(row);
    }
  } catch (error) {
    throw error instanceof ShardError ? new UsageError(texts.batch.notShard(files[reading]!)) : error;
  }
  const county = header.county === null ? undefined : await readCounty(header.county, io.files, asOf);
  const columns = chosenColumns(options, county, texts);
  if (columns.some(({ id }) => !header.columns?.includes(id)))
    throw new UsageError(texts.batch.shardsWithoutStatistics);
  const left = header.plans - collector.size;
  const run = collector.finish(county, { files: io.files, asOf, texts, left, columns });
  const isComplete = await writeRun(run, targets, new Map(), session, isStreamed);
  return exitCodeOf(run, isComplete);
}

/** The lines of each part after its header, once all headers were found to be of one run. @throws {UsageError} */
function openParts(
  files: readonly string[],
  session: Session,
): { header: ShardHeader; parts: Iterable<string>[] } {
  const { texts, io } = session;
  const headers: ShardHeader[] = [];
  const parts: Iterable<string>[] = [];
  for (const file of files) {
    const lines = linesIn(resolve(io.cwd, file));
    const header = headerIn(firstOf(lines, file, session));
    if (!header) throw new UsageError(texts.batch.notShard(file));
    const isSame = isOfThisRun(header, session) && (!headers[0] || isOfOneRun(header, headers[0]));
    if (!isSame || headers.some(({ shard }) => shard.number === header.shard.number))
      throw new UsageError(texts.batch.shardsDiffer(file));
    headers.push(header);
    parts.push(lines);
  }
  const [header] = headers;
  if (!header) throw new UsageError(texts.cli.errors.missingArgument('FILE'));
  const missing = Array.from({ length: header.shard.of }, (_, at) => at + 1).filter(
    number => !headers.some(({ shard }) => shard.number === number),
  );
  if (missing.length > 0)
    throw new UsageError(
      texts.batch.shardMissing(missing.map(number => `${number}/${header.shard.of}`).join(', ')),
    );
  return { header, parts };
}

/** @throws {UsageError} where the file cannot be read */
function firstOf(lines: Generator<string>, file: string, { texts, io }: Session): string | undefined {
  if (io.files.kind(file) !== 'file') throw new UsageError(texts.cli.errors.cannotRead(file));
  try {
    return lines.next().value;
  } catch {
    throw new UsageError(texts.cli.errors.cannotRead(file));
  }
}

const isOfThisRun = (header: ShardHeader, { asOf, texts }: Session): boolean =>
  header.version === version && header.asOf === isoOf(asOf) && header.language === texts.language;

const isOfOneRun = (header: ShardHeader, other: ShardHeader): boolean =>
  header.redacted === other.redacted &&
  header.plans === other.plans &&
  header.county === other.county &&
  header.shard.of === other.shard.of;
