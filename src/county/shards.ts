import { MarkIndex, marksOfKey, type PersonKey, type SharedMarks } from './people.ts';
import { type BatchRow, kept, lightened } from './row.ts';
import { wantedOf } from './run.ts';

/** The first line of a part. */
export interface ShardHeader {
  schema: 'plan-shard/v1';
  shard: { number: number; of: number };
  /** of all parts together */
  plans: number;
  county: string | null;
  version: string;
  asOf: string;
  language: string;
  redacted: boolean;
}

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

/** Thrown for a line that is no row, or no longer that which it was a moment ago. */
export class ShardError extends Error {}

/**
 * The rows of the parts of a run. Parts hold everybody, since whoever merges them may not have the plans: of a country a
 * gigabyte. So they are read line by line, and people once more, of those plans alone that have somebody in common.
 */
export class ShardRows {
  private readonly isLight: boolean;
  private readonly marks = new MarkIndex();

  /** @param isLight the findings are only counted */
  constructor(isLight: boolean) {
    this.isLight = isLight;
  }

  /** The rows of a part, from the lines after its header. @throws {ShardError} */
  add(lines: Iterable<string>): BatchRow[] {
    const own: BatchRow[] = [];
    for (const line of lines) {
      const { people, ...row } = rowIn(line);
      for (const key of people ?? []) this.marks.add(row.index, marksOfKey(key));
      const result = this.isLight ? lightened(row.result) : row.result;
      own.push(kept({ ...row, result }));
    }
    return own;
  }

  /** The marks that several plans have, and these plans, once all parts were added. */
  shared(): SharedMarks {
    return this.marks.shared();
  }
}

/** Gives the rows of a part those of their people who may be on another roster, from its lines. @throws {ShardError} */
export function addPeople(rows: readonly BatchRow[], lines: Iterable<string>, shared: SharedMarks): void {
  let at = 0;
  for (const line of lines) {
    const row = rows[at++];
    if (row && !shared.plans.has(row.index)) continue;
    const { index, people = [] } = rowIn(line);
    if (index !== row?.index) throw new ShardError();
    row.people = wantedOf(people.map(marked), shared.marks);
  }
}

const marked = (key: PersonKey) => ({ marks: marksOfKey(key), key: () => key });

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
  const { index, result, people = [] } = (value ?? {}) as Partial<BatchRow>;
  return (
    Number.isInteger(index) &&
    typeof result?.path === 'string' &&
    typeof result.verdict === 'string' &&
    typeof result.counts?.error === 'number' &&
    Array.isArray(result.findings) &&
    Array.isArray(people) &&
    people.every(key => typeof key?.alike === 'string' && typeof key.number === 'string')
  );
}

const LF = 10;

/** The lines of a text that are not empty, one by one. */
export function* linesOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder();
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(LF, from);
    const to = end < 0 ? bytes.length : end;
    if (to > from) yield decoder.decode(bytes.subarray(from, to));
    from = to + 1;
  }
}
