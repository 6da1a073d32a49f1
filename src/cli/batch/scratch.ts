import { closeSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeptLines } from '../../county/rows.ts';
import { linesOf } from './lines.ts';

/** Characters up to which nothing is written: a county has fewer. */
const FEW = 1 << 20;

/** Characters that are written at a time from then on: what waits longer V8 takes for something to be kept, and is slow to give back. */
const PIECE = 1 << 16;

/**
 * Lines in a file without a name, in the system's folder for such files: nobody else can open it, and it ends with the process.
 * What cannot be written there stays in memory.
 */
export class Scratch implements KeptLines {
  private handle: number | undefined;
  /** bytes in the file */
  private written = 0;
  private waiting: string[] = [];
  private size = 0;
  private isFull = false;

  add(line: string): void {
    this.waiting.push(line);
    this.size += line.length;
    if (this.size >= (this.handle === undefined ? FEW : PIECE) && !this.isFull) this.write();
  }

  *[Symbol.iterator](): Generator<string> {
    if (this.handle !== undefined) yield* linesOf(this.handle, this.written);
    yield* this.waiting;
  }

  close(): void {
    if (this.handle !== undefined) closeSync(this.handle);
    this.handle = undefined;
  }

  private write(): void {
    const bytes = Buffer.from(`${this.waiting.join('\n')}\n`);
    try {
      this.handle ??= openUnnamed();
      for (let at = 0; at < bytes.length; )
        at += writeSync(this.handle, bytes, at, bytes.length - at, this.written + at);
      this.written += bytes.length;
      this.waiting = [];
      this.size = 0;
    } catch {
      this.isFull = true;
    }
  }
}

/** An empty file that can only be reached by its handle. @throws {NodeJS.ErrnoException} */
function openUnnamed(): number {
  const path = join(tmpdir(), `plan-${crypto.randomUUID()}`);
  const handle = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return handle;
}

/** Does something with lines that are gone afterwards; `newLines` gives none at first, as often as it is called. */
export async function withScratch<Result>(
  work: (newLines: () => Scratch) => Promise<Result>,
): Promise<Result> {
  const all: Scratch[] = [];
  try {
    return await work(() => {
      const lines = new Scratch();
      all.push(lines);
      return lines;
    });
  } finally {
    for (const lines of all) lines.close();
  }
}
