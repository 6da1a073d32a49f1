import { safeJson } from '../output/findings/safe-json.ts';
import { planLine } from './json.ts';
import { hashOf, namesOf } from './people.ts';
import type { BatchRow } from './row.ts';
import { type Summary, summaryOf } from './summary.ts';

/** Which parts of its rows a run has a use for. */
export interface RowNeeds {
  /** whether a format shows more than the sums of a plan */
  findings: boolean;
  /** whether plans are told as they come */
  streamed?: boolean;
}

/**
 * What is kept of a row. It is made by the thread that checked the plan: a row is ten thousand objects, which cost as much again in
 * each thread that gets them, and a line is one.
 */
export interface KeptRow {
  summary: Summary;
  /** each finding's rule and severity */
  found: Pick<BatchRow['result']['findings'][number], 'code' | 'severity'>[];
  /** by which its people are found on other rosters: hashes of their names and numbers */
  names: number[];
  /** the row in JSON; without its findings where nobody needs them */
  line: string;
  /** the plan as a line of ndjson, where it is told at once */
  told?: string;
}

export const keptOf = (row: BatchRow, { findings, streamed }: RowNeeds): KeptRow => ({
  summary: summaryOf(row),
  found: row.result.findings.map(({ code, severity }) => ({ code, severity })),
  names: row.people.flatMap(namesOf).map(hashOf),
  line: safeJson(findings ? row : { ...row, result: headOf(row.result) }),
  ...(streamed && { told: planLine(row) }),
});

/** Whose plan it is, and nothing of what was found. */
const headOf = ({ path, organization, year, verdict, counts }: BatchRow['result']): BatchRow['result'] => ({
  path,
  ...(organization !== undefined && { organization }),
  ...(year !== undefined && { year }),
  verdict,
  counts,
  findings: [],
});

export const rowIn = (line: string): BatchRow => JSON.parse(line);

/** Lines that are kept, and gone through in their order as often as they are needed. */
export interface KeptLines extends Iterable<string> {
  add(line: string): void;
}

/** Where there is no disk. */
export class LinesInMemory implements KeptLines {
  private readonly lines: string[] = [];

  add(line: string): void {
    this.lines.push(line);
  }

  [Symbol.iterator](): Iterator<string> {
    return this.lines[Symbol.iterator]();
  }
}
