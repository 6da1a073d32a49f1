import type { BatchRow } from './row.ts';

/** Lines that are kept, and gone through in their order as often as they are needed. */
export interface KeptLines extends Iterable<string> {
  add(line: string): void;
}

/** The rows of a run, in the order in which they were added: of forty thousand plans with their findings a gigabyte of lines. */
export class Rows implements Iterable<BatchRow> {
  private readonly lines: KeptLines;
  size = 0;

  /** @param lines where they are kept; in memory where there is no other place */
  constructor(lines: KeptLines = new LinesInMemory()) {
    this.lines = lines;
  }

  add(row: BatchRow): void {
    this.lines.add(JSON.stringify(row));
    this.size++;
  }

  *[Symbol.iterator](): Iterator<BatchRow> {
    for (const line of this.lines) yield JSON.parse(line) as BatchRow;
  }
}

class LinesInMemory implements KeptLines {
  private readonly lines: string[] = [];

  add(line: string): void {
    this.lines.push(line);
  }

  [Symbol.iterator](): Iterator<string> {
    return this.lines[Symbol.iterator]();
  }
}
