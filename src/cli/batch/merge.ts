import { resolve } from 'node:path';
import { type County, readCounty } from '../../county/county.ts';
import { keptOf } from '../../county/rows.ts';
import { RunCollector } from '../../county/run.ts';
import {
  differenceOf,
  headerIn,
  inColumns,
  rowsInOrder,
  ShardError,
  type ShardHeader,
} from '../../county/shards.ts';
import { FileError } from '../../read/files.ts';
import type { UnreadableReason } from '../../read/problem.ts';
import { keysIn } from '../../text/keys.ts';
import { loadTexts } from '../../text/load.ts';
import { isoOf } from '../../values/day.ts';
import { version } from '../../values/version.ts';
import { type Options, Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { chosenColumns } from './columns.ts';
import { finishingOf, finishRun, needsRows } from './finish.ts';
import { linesIn } from './lines.ts';
import { withScratch } from './scratch.ts';
import { countyDigest } from './shard.ts';
import { streams } from './targets.ts';

/**
 * `plan batch merge FILE…`: the parts of one run as if they had been one, on the day and in the language in which they were
 * made, whenever and wherever they are merged.
 */
export async function mergeShards(
  given: Session,
  files: readonly string[],
  options: Options,
): Promise<number> {
  // The parts have the names or the pseudonyms with which they were made.
  if (given.redact) throw new UsageError(given.texts.batch.redactShards);
  const { header, parts } = openParts(files, given, options);
  const texts = await loadTexts(header.language === 'en' ? 'en' : 'zh');
  const session = new Session(given.io, texts, { ...options, asOf: header.asOf });
  const finishing = finishingOf(options, session);
  const { targets } = finishing;
  const county = await countyOf(header, files[0]!, session);
  const columns = chosenColumns(options, county?.file?.statistics, texts);
  const asked = columns.map(({ id }) => id);
  if (asked.some(id => !header.columns?.includes(id)))
    throw new UsageError(texts.batch.shardsWithoutStatistics);
  const isStreamed = targets.some(streams);
  return withScratch(newLines => {
    const collector = new RunCollector(needsRows(finishing, isStreamed), newLines);
    let reading = 0;
    try {
      for (const row of rowsInOrder(parts, part => (reading = part))) {
        const kept = keptOf(inColumns(row, header.columns ?? [], asked));
        if (isStreamed) session.print(`${kept.result}\n`);
        collector.add(kept);
      }
    } catch (error) {
      throw error instanceof ShardError ? new UsageError(texts.batch.notShard(files[reading]!)) : error;
    }
    const left = header.plans - collector.size;
    return finishRun(collector, county, { left, columns, isComplete: true }, finishing, isStreamed, session);
  });
}

/** The county's file as it was when the parts were made. @throws {UsageError} where it is not there, or another */
async function countyOf(
  header: ShardHeader,
  part: string,
  { io, texts, asOf }: Session,
): Promise<County | undefined> {
  const { county: path, countyFile } = header;
  if (path === null) return undefined;
  if (io.files.kind(path) !== 'file') throw new UsageError(texts.batch.shardCounty(path));
  const county = await readCounty(path, io.files, asOf);
  const difference = differenceOf({ countyFile }, { countyFile: countyDigest(county) });
  if (difference) throw new UsageError(texts.batch.shardDiffers(part, path, difference));
  return county;
}

/** The lines of each part after its header, once all headers were found to be of one run. @throws {UsageError} */
function openParts(
  files: readonly string[],
  session: Session,
  options: Options,
): { header: ShardHeader; parts: Iterable<string>[] } {
  const { texts, io } = session;
  const headers: ShardHeader[] = [];
  const parts: Iterable<string>[] = [];
  // What the parts do not say themselves: the command line may ask for it, too.
  const asked = {
    version,
    ...(options.asOf !== undefined && { asOf: isoOf(session.asOf) }),
    ...(options.lang !== undefined && { language: texts.language }),
  };
  for (const file of files) {
    const lines = linesIn(resolve(io.cwd, file));
    const header = headerIn(firstOf(lines, file, session));
    if (!header) throw new UsageError(texts.batch.notShard(file));
    const [first] = headers;
    const difference = first && differenceOf(header, first);
    if (difference) throw new UsageError(texts.batch.shardDiffers(file, files[0]!, difference));
    const unasked = differenceOf(header, asked);
    if (unasked) throw new UsageError(texts.batch.shardDiffers(file, '', unasked));
    if (first && first.shard.of !== header.shard.of)
      throw new UsageError(texts.batch.shardOtherCount(file, header.shard, files[0]!, first.shard));
    const twice = headers.findIndex(({ shard }) => shard.number === header.shard.number);
    if (twice >= 0) throw new UsageError(texts.batch.shardTwice(header.shard, files[twice]!, file));
    headers.push(header);
    parts.push(lines);
  }
  const [header] = headers;
  if (!header) throw new UsageError(texts.cli.errors.missingArgument(texts.batch.shardFiles));
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
  const unreadable = (reason: UnreadableReason) => {
    const { message, remedy } = texts.rules['input/unreadable'];
    const args = { path: file, reason };
    return new UsageError(`${message(args)}\n  → ${remedy(args, keysIn(texts.language))}`);
  };
  const kind = io.files.kind(file);
  if (kind !== 'file')
    throw unreadable(kind === undefined ? 'missing' : kind === 'directory' ? 'directory' : 'special');
  try {
    return lines.next().value;
  } catch (error) {
    throw unreadable(error instanceof FileError ? error.reason : 'denied');
  }
}
