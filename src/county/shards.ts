import { type BlockCount, mapBlocks } from '../facts/statistics/count.ts';
import { type Difference, SHARD_VALUES } from '../text/shard-values.ts';
import type { BatchRow } from './row.ts';

/** The first line of a part: what has to be the same in all of them, and which of them it is. */
export interface ShardHeader extends RunMark {
  schema: 'plan-shard/v1';
  shard: { number: number; of: number };
}

/** By what parts of one run are known, on whatever day and system each was made. */
export interface RunMark {
  version: string;
  asOf: string;
  language: string;
  redacted: boolean;
  /** of all parts together */
  plans: number;
  /** digest of the paths of all plans, in their order */
  list: string;
  /** path of the county's file */
  county: string | null;
  /** digest of what stands in it */
  countyFile: string | null;
  /** digest by which it is known whether ID numbers were digested with one key */
  key: string;
  /** columns of the statistics table, by their ids; none where it was not asked for */
  columns: string[];
}

/** The first value in which two parts, or a part and what is asked for, differ. */
export function differenceOf(one: Partial<RunMark>, other: Partial<RunMark>): Difference | undefined {
  const value = (mark: Partial<RunMark>, what: Difference['what']) => String(mark[what] ?? '');
  const what = SHARD_VALUES.find(
    each => each in one && each in other && value(one, each) !== value(other, each),
  );
  return what && { what, one: value(one, what), other: value(other, what) };
}

/** Thrown for a line that is no row. */
export class ShardError extends Error {}

/** The header in a line; undefined where it is none. */
export function headerIn(line: string | undefined): ShardHeader | undefined {
  try {
    const header = JSON.parse(line ?? '') as ShardHeader | null;
    const { number, of } = header?.shard ?? { number: 0, of: 0 };
    const isShard = Number.isInteger(number) && number >= 1 && number <= of && of <= MOST_SHARDS;
    return header?.schema === 'plan-shard/v1' && isShard ? header : undefined;
  } catch {
    return undefined;
  }
}

const MOST_SHARDS = 99_999;

/**
 * The figures of the statistics table in the columns that are asked for: a part has those that it was made with.
 * @param made their ids
 */
export function inColumns(
  { statistics, ...row }: BatchRow,
  made: readonly string[],
  asked: readonly string[],
): BatchRow {
  if (!statistics || asked.length === 0) return row;
  const inBlock = ({ total, columns }: BlockCount) => ({
    total,
    columns: asked.map(id => columns[made.indexOf(id)]!),
  });
  return { ...row, statistics: mapBlocks(block => inBlock(statistics[block])) };
}

/**
 * The rows of all parts in the order of the plans, each part read line by line: together they may be gigabytes.
 * @throws {ShardError} for a line that is no row; `of` is told the part that it is in
 */
export function* rowsInOrder(
  parts: readonly Iterable<string>[],
  of: (part: number) => void = () => {},
): Generator<BatchRow> {
  const open = parts.map((lines, part) => ({
    part,
    lines: lines[Symbol.iterator](),
    row: undefined as BatchRow | undefined,
  }));
  const advance = (each: (typeof open)[number]) => {
    of(each.part);
    const { value, done } = each.lines.next();
    each.row = done ? undefined : rowIn(value);
  };
  for (const each of open) advance(each);
  for (;;) {
    let next: (typeof open)[number] | undefined;
    for (const each of open) if (each.row && (!next?.row || each.row.index < next.row.index)) next = each;
    if (!next?.row) return;
    yield next.row;
    advance(next);
  }
}

function rowIn(line: string): BatchRow {
  try {
    const row: unknown = JSON.parse(line);
    if (isRow(row)) return row;
  } catch {
    // told below
  }
  throw new ShardError();
}

/** As far as merging looks into a row. */
function isRow(value: unknown): value is BatchRow {
  const { index, result, people } = (value ?? {}) as Partial<BatchRow>;
  return (
    Number.isInteger(index) &&
    typeof result?.path === 'string' &&
    typeof result.verdict === 'string' &&
    typeof result.counts?.error === 'number' &&
    Array.isArray(result.findings) &&
    Array.isArray(people) &&
    people.every(
      key =>
        typeof key?.alike === 'string' &&
        typeof key.number === 'string' &&
        typeof key.numberChecks === 'boolean',
    )
  );
}
