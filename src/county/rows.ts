import type { FindingResult } from '../generated/types.ts';
import { safeJson } from '../output/findings/safe-json.ts';
import { hashOf, namesOf } from './people.ts';
import type { BatchRow } from './row.ts';
import { type Summary, summaryOf } from './summary.ts';

/**
 * A row as threads and caches hand it on: what is asked of every plan, and the rest in two texts, which are only read where they
 * are needed. As objects they are thousands, and cost as much again in each thread that gets them.
 */
export interface KeptRow {
  summary: Summary;
  /** the rule and the severity of each finding */
  found: Pick<FindingResult, 'code' | 'severity'>[];
  /** hashes of what its people are found by on other rosters */
  names: number[];
  /** its `PersonKey`s in JSON */
  people: string;
  /** its `PlanResult` in JSON */
  result: string;
}

export const keptOf = (row: BatchRow): KeptRow => ({
  summary: summaryOf(row),
  found: row.result.findings.map(({ code, severity }) => ({ code, severity })),
  names: row.people.flatMap(namesOf).map(hashOf),
  people: safeJson(row.people),
  result: safeJson(row.result),
});

/** The `BatchRow` in JSON, for parts of a run. */
export function rowJson({ summary, people, result }: KeptRow): string {
  const { index, sums, demands, statistics } = summary;
  const fields = {
    index: String(index),
    result,
    sums: sums && safeJson(sums),
    people,
    demands: demands && safeJson(demands),
    statistics: statistics && safeJson(statistics),
  };
  const written = Object.entries(fields).flatMap(([name, json]) => (json ? [`"${name}":${json}`] : []));
  return `{${written.join(',')}}`;
}

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
