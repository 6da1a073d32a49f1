import type { Files } from '../load/files.ts';

/** A stream that is written to, as far as the commands need it. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean | undefined;
  columns?: number | undefined;
}

/** Everything that a command has of the world: tests hand in their own, bin/plan.js the process's. */
export interface Io {
  cwd: string;
  stdout: Output;
  stderr: Output;
  /** all of standard input */
  stdin(): Promise<Uint8Array>;
  env: Record<string, string | undefined>;
  /** the present moment; only its local date is used */
  now(): Date;
  files: WritableFiles;
  /** whether Ctrl-C was pressed, where somebody ends in order instead of at once */
  stopped?(): boolean;
}

/** The file system of a command: paths are relative to `cwd`. */
export interface WritableFiles extends Files {
  /**
   * Writes a whole file or nothing of it; without `replace`, an existing file is kept.
   * @throws {WriteError}
   */
  write(path: string, content: string | Uint8Array, options: { replace: boolean }): void;
}

export class WriteError extends Error {
  readonly path: string;
  readonly exists: boolean;
  constructor(path: string, exists: boolean, reason: string) {
    super(reason);
    this.path = path;
    this.exists = exists;
  }
}
