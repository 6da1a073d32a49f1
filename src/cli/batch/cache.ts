import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, openSync, readdirSync, readSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptRow } from '../../county/rows.ts';
import { FileError, type Files } from '../../read/files.ts';
import { memoize } from '../../values/memo.ts';
import { makeFolders } from '../folders.ts';

/** A file to which nothing was added for as long as this is taken away, in milliseconds: each day has its own. */
const FORGOTTEN = 7 * 24 * 60 * 60 * 1000;

/** A line is the digest of the rest, that of the plan's path, and after them a `CacheEntry` and the two texts of the row, in JSON with tabs between. */
const KEY = 44;
const TEXT = 2 * KEY;

/** A question that reading asked of the file system, and the digest of its answer. */
type Asked = [method: string, args: unknown[], answer: string];

/** What a row is but for its texts, which stay as they are, and everything that it was made from. */
interface CacheEntry extends Omit<KeptRow, 'people' | 'result'> {
  asked: Asked[];
}

/**
 * Rows of like runs, a line each in one file of a folder, for their owner's eyes only: they name people. A row counts as long
 * as everything that reading its plan asked of the file system has the same answer. Lines are only ever appended, each write
 * whole, so that several workers and several runs can do so at once; the last one of a plan counts. A line that is damaged, and
 * a cache that cannot be written, is as if there were none.
 */
export class Cache {
  private readonly path: string;
  private readonly files: Files;
  private readonly lines: Map<string, { from: number; length: number }>;
  private handle: number | undefined;
  private waiting = '';
  private readonly answerNow: (question: string) => string;

  /** @param depends everything but the files that rows depend on: the version, the day, the options */
  constructor(folder: string, depends: readonly unknown[], files: Files) {
    this.path = join(folder, `${digestOf(JSON.stringify([...depends, files.root, files.limits]))}.rows`);
    this.files = files;
    this.lines = this.index(folder);
    // Townships of a county ask for the same few files beside their own.
    this.answerNow = memoize(1000, question => {
      const [method, args] = JSON.parse(question) as [string, unknown[]];
      return answerOf(files, method, args).digest;
    });
  }

  /** The row of a plan: the one that was cached, else the one that `make` gives, which is then cached. */
  async row(path: string, index: number, make: (files: Files) => Promise<KeptRow>): Promise<KeptRow> {
    const cached = this.cached(path);
    if (cached) return { ...cached, summary: { ...cached.summary, index } };
    const asked: Asked[] = [];
    const row = await make(recorded(this.files, asked));
    if (!asked.some(([, , answer]) => answer === UNSURE)) this.keep(path, asked, row);
    return row;
  }

  /** Writes what was kept since the last time. */
  flush(): void {
    const lines = this.waiting;
    this.waiting = '';
    if (lines === '') return;
    try {
      makeFolders(join(this.path, '..'), 0o700);
      appendFileSync(this.path, lines, { mode: 0o600 });
    } catch {
      // the next run checks these plans again
    }
  }

  close(): void {
    this.flush();
    if (this.handle !== undefined) closeSync(this.handle);
    this.handle = undefined;
  }

  private cached(path: string): KeptRow | undefined {
    const at = this.lines.get(digestOf(path));
    if (!at || this.handle === undefined) return undefined;
    try {
      const line = Buffer.alloc(at.length);
      readSync(this.handle, line, 0, at.length, at.from);
      const text = line.toString();
      if (text.slice(0, KEY - 1) !== digestOf(text.slice(KEY))) return undefined;
      const [json, people, result] = text.slice(TEXT).split('\t');
      const { asked, summary, found, names } = JSON.parse(json!) as CacheEntry;
      if (summary.path !== path || people === undefined || result === undefined) return undefined;
      return asked.every(
        ([method, args, answer]) => this.answerNow(JSON.stringify([method, args])) === answer,
      )
        ? { summary, found, names, people, result }
        : undefined;
    } catch {
      return undefined;
    }
  }

  private keep(path: string, asked: Asked[], { people, result, ...row }: KeptRow): void {
    const entry: CacheEntry = { asked, ...row };
    const content = `${digestOf(path)} ${[JSON.stringify(entry), people, result].join('\t')}`;
    this.waiting += `${digestOf(content)} ${content}\n`;
    if (this.waiting.length > 1_000_000) this.flush();
  }

  /** Where the last line of each plan stands. */
  private index(folder: string): Map<string, { from: number; length: number }> {
    const lines = new Map<string, { from: number; length: number }>();
    try {
      this.handle = openSync(this.path, 'r');
    } catch {
      sweep(folder);
      return lines;
    }
    const window = Buffer.alloc(1 << 20);
    let key = '';
    let from = 0;
    let at = 0;
    for (let count = 1; count > 0; at += count) {
      count = readSync(this.handle, window, 0, window.length, at);
      for (let start = 0; start < count; ) {
        const end = window.subarray(0, count).indexOf(10, start);
        const to = end < 0 ? count : end;
        const missing = TEXT - (at + start - from);
        if (missing > 0) key += window.toString('latin1', start, Math.min(to, start + missing));
        start = to + 1;
        if (end < 0) break;
        if (key.length === TEXT) lines.set(key.slice(KEY, -1), { from, length: at + end - from });
        from = at + start;
        key = '';
      }
    }
    // A line that was never ended: somebody stopped in the middle.
    if (from < at) this.waiting = '\n';
    return lines;
  }
}

/** Takes away what was kept for days that are past; a new day is when to look. */
function sweep(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (name.endsWith('.rows') && Date.now() - statSync(path).mtimeMs > FORGOTTEN) unlinkSync(path);
    }
  } catch {
    // there is no such folder yet
  }
}

/** The same files, noting what is asked of them. */
const recorded = (files: Files, asked: Asked[]): Files =>
  new Proxy(files, {
    get(target, method: string) {
      const value = target[method as keyof Files];
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        const { digest, give } = answerOf(target, method, args);
        asked.push([method, args, digest]);
        return give();
      };
    },
  });

/** Stands for an answer that may be another one the next time, though no file has changed. */
const UNSURE = '';

/** What the file system answers: a digest of it, and the answer itself. */
function answerOf(files: Files, method: string, args: unknown[]): { digest: string; give: () => unknown } {
  try {
    const answer = (files[method as keyof Files] as (...args: unknown[]) => unknown)(...args);
    return {
      digest: digestOf(answer instanceof Uint8Array ? answer : JSON.stringify(answer ?? null)),
      give: () => answer,
    };
  } catch (error) {
    const isMissing = error instanceof FileError && error.reason === 'missing';
    return {
      digest: isMissing ? 'missing' : UNSURE,
      give() {
        throw error;
      },
    };
  }
}

const digestOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url');
