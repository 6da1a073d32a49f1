import {
  appendFileSync,
  closeSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { digest, type RowStore } from '../batch/cache.ts';
import { makeFolders } from './folders.ts';

/** Bytes that are read, and written, at a time. */
const WINDOW = 1 << 20;
const LF = 10;
/** A line begins with its key and the digest of its text: a damaged disk must not change a verdict. */
const KEY = 43;
const TEXT = 2 * KEY;

/** A text of more characters is not kept: its line might not fit into the window. */
const LONGEST = WINDOW / 4;

/** A file to which nothing was added for as long as this is taken away, in milliseconds: each day has its own. */
const FORGOTTEN = 7 * 24 * 60 * 60 * 1000;

/**
 * Rows of like runs kept in one file of a folder, a line each, for their owner's eyes only: they name people. A file for each
 * row would cost as much to open as a plan. Lines are only ever appended, each write whole, so that several workers and
 * several runs can do so at once; the last one of a key counts. A cache that cannot be written, or is damaged, is no cache.
 *
 * @param name what the rows have in common, as a name of a file
 */
export function diskStore(folder: string, name: string): RowStore {
  return new Pack(folder, name);
}

class Pack implements RowStore {
  private readonly folder: string;
  private readonly path: string;
  /** where in the file the line of each key begins; read when the first is asked for */
  private starts: Map<string, number> | undefined;
  private handle: number | undefined;
  /** a part of the file, and where it begins there */
  private window = Buffer.alloc(0);
  private from = 0;
  private waiting: string[] = [];
  private waitingLength = 0;

  constructor(folder: string, name: string) {
    this.folder = folder;
    this.path = join(folder, `${name}.rows`);
  }

  get(key: string): string | undefined {
    try {
      this.starts ??= this.open();
      const start = this.starts.get(key);
      return start === undefined ? undefined : this.text(start);
    } catch {
      return undefined;
    }
  }

  put(key: string, text: string): void {
    if (text.length > LONGEST) return;
    this.waiting.push(key, digest(text), text, '\n');
    this.waitingLength += text.length;
    if (this.waitingLength > WINDOW) this.flush();
  }

  flush(): void {
    if (this.waiting.length === 0) return;
    const lines = this.waiting.join('');
    this.waiting = [];
    this.waitingLength = 0;
    try {
      makeFolders(this.folder, 0o700);
      appendFileSync(this.path, lines, { mode: 0o600 });
    } catch {
      // the next run checks these plans again
    }
  }

  close(): void {
    this.flush();
    if (this.handle !== undefined) closeSync(this.handle);
    this.handle = undefined;
    this.starts = new Map();
  }

  private open(): Map<string, number> {
    const { lines, live } = this.index();
    if (lines <= 2 * live.size + 100) return live;
    this.tidy(live);
    return this.index().live;
  }

  /** Looks through the file once: where the last line of each key begins. */
  private index(): { lines: number; live: Map<string, number> } {
    const live = new Map<string, number>();
    let lines = 0;
    try {
      this.handle = openSync(this.path, 'r');
    } catch {
      this.sweep();
      return { lines, live };
    }
    for (let at = 0; ; ) {
      const end = this.see(at) ? this.window.indexOf(LF, at - this.from) : -1;
      if (end < 0) {
        // A line that was never ended: somebody stopped in the middle. One that is larger than any row is none of ours.
        if (this.window.length === WINDOW) unlinkSync(this.path);
        else if (this.from + this.window.length > at) this.waiting.push('\n');
        return { lines, live };
      }
      const start = at - this.from;
      if (end - start > TEXT) live.set(this.window.toString('latin1', start, start + KEY), at);
      at = this.from + end + 1;
      lines++;
    }
  }

  /** The text of the line that begins at an offset, if it is as it was written. */
  private text(line: number): string | undefined {
    const end = this.see(line) ? this.window.indexOf(LF, line - this.from) : -1;
    if (end < 0) return undefined;
    const start = line - this.from;
    const bytes = this.window.subarray(start + TEXT, end);
    const isWhole = digest(bytes) === this.window.toString('latin1', start + KEY, start + TEXT);
    return isWhole ? bytes.toString() : undefined;
  }

  /** Moves the window so that the line at an offset is within it; whether there is one. */
  private see(offset: number): boolean {
    const at = offset - this.from;
    if (at >= 0 && at < this.window.length && this.window.indexOf(LF, at) >= 0) return true;
    const room = this.window.buffer.byteLength >= WINDOW ? this.window.buffer : new ArrayBuffer(WINDOW);
    const bytes = Buffer.from(room, 0, WINDOW);
    const count = readSync(this.handle!, bytes, 0, WINDOW, offset);
    this.window = bytes.subarray(0, count);
    this.from = offset;
    return count > 0;
  }

  /** Writes the file anew without the lines that later ones have replaced. */
  private tidy(live: ReadonlyMap<string, number>): void {
    const draft = new Pack(this.folder, `${basename(this.path)}.${process.pid}-${threadId}`);
    for (const [key, start] of live) {
      const text = this.text(start);
      if (text !== undefined) draft.put(key, text);
    }
    draft.flush();
    closeSync(this.handle!);
    this.window = Buffer.alloc(0);
    try {
      renameSync(draft.path, this.path);
    } catch {
      // it stays as it is
    }
  }

  /** Takes away what was kept for days that are past; a new day is when to look. */
  private sweep(): void {
    try {
      for (const name of readdirSync(this.folder)) {
        if (!name.endsWith('.rows')) continue;
        const path = join(this.folder, name);
        if (Date.now() - statSync(path).mtimeMs > FORGOTTEN) unlinkSync(path);
      }
    } catch {
      // there is no such folder yet
    }
  }
}
