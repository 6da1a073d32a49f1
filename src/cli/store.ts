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
import type { RowStore } from '../county/cache.ts';
import { DIGEST, digest } from '../county/origin.ts';
import { makeFolders } from './folders.ts';

/** Bytes that are read, and written, at a time. */
const WINDOW = 1 << 20;
const LF = 10;
/** A line begins with the digest of what follows, its key and its text: a damaged disk must not change a verdict. */
const KEY = DIGEST;
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
  /** the last line of each key, by its number; read when the first is asked for */
  private numbers: Map<string, number> | undefined;
  /** where in the file each line begins, and the last one ends */
  private starts = [0];
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
      this.numbers ??= this.open();
      const number = this.numbers.get(key);
      return number === undefined ? undefined : this.text(number, key);
    } catch {
      return undefined;
    }
  }

  put(key: string, text: string): void {
    if (text.length > LONGEST) return;
    this.waiting.push(digest(key + text), key, text, '\n');
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
    this.numbers = new Map();
  }

  private open(): Map<string, number> {
    const live = this.index();
    if (this.starts.length <= 2 * live.size + 100) return live;
    this.tidy(live);
    return this.index();
  }

  /** Looks through the file once: the number of each key's last line, and where lines begin. */
  private index(): Map<string, number> {
    const live = new Map<string, number>();
    this.starts = [0];
    try {
      this.handle = openSync(this.path, 'r');
    } catch {
      this.sweep();
      return live;
    }
    for (let at = 0; ; ) {
      let end = this.window.indexOf(LF, at - this.from);
      if (end < 0) {
        this.read(at);
        end = this.window.indexOf(LF);
      }
      if (end < 0) {
        // A line that was never ended: somebody stopped in the middle. One that is larger than any row is none of ours.
        if (this.window.length === WINDOW) unlinkSync(this.path);
        else if (this.window.length > 0) this.waiting.push('\n');
        this.read(0);
        return live;
      }
      const start = at - this.from;
      if (end - start > TEXT)
        live.set(this.window.toString('latin1', start + KEY, start + TEXT), this.starts.length - 1);
      at = this.from + end + 1;
      this.starts.push(at);
    }
  }

  /** The text of a line, if it is that of the key, as it was written. */
  private text(number: number, key: string): string | undefined {
    const from = this.starts[number]!;
    const to = this.starts[number + 1]! - 1;
    const line = this.line(from, to);
    const content = line.subarray(KEY);
    if (digest(content) !== line.toString('latin1', 0, KEY)) return undefined;
    const text = content.toString();
    return text.startsWith(key) ? text.slice(KEY) : undefined;
  }

  private line(from: number, to: number): Buffer {
    // Lines are mostly asked for in their order: for one that is further back the window, which only moves on, is not moved.
    if (from < this.from) {
      const bytes = Buffer.alloc(to - from);
      return bytes.subarray(0, readSync(this.handle!, bytes, 0, bytes.length, from));
    }
    if (to > this.from + this.window.length) this.read(from);
    return this.window.subarray(from - this.from, to - this.from);
  }

  /** Moves the window so that it begins at an offset. */
  private read(offset: number): void {
    const room = this.window.buffer.byteLength >= WINDOW ? this.window.buffer : new ArrayBuffer(WINDOW);
    const bytes = Buffer.from(room, 0, WINDOW);
    const count = readSync(this.handle!, bytes, 0, WINDOW, offset);
    this.window = bytes.subarray(0, count);
    this.from = offset;
  }

  /** Writes the file anew without the lines that later ones have replaced. */
  private tidy(live: ReadonlyMap<string, number>): void {
    const draft = new Pack(this.folder, `${basename(this.path)}.${process.pid}-${threadId}`);
    for (const [key, number] of live) {
      const text = this.text(number, key);
      if (text !== undefined) draft.put(key, text);
    }
    draft.flush();
    closeSync(this.handle!);
    this.window = Buffer.alloc(0);
    this.from = 0;
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
