import type { Shown } from '../output/gate.ts';
import type { Files } from '../read/files.ts';
import type { System } from './system.ts';
import type { WriteOptions } from './write-file.ts';

/** A stream that is written to, as far as the commands need it. */
export interface Output {
  write(text: Shown): unknown;
  /** shows a line that the next one replaces; only where `run` made the stream */
  status?(text: Shown): unknown;
  isTTY?: boolean | undefined;
  columns?: number | undefined;
}

/** Everything that a command has of the world: tests hand in their own, bin/plan.js the process's. */
export interface Io {
  cwd: string;
  stdout: Output;
  stderr: Output;
  /** all of standard input. @throws {FileError} where it is more than the limit */
  stdin(): Promise<Uint8Array>;
  env: Record<string, string | undefined>;
  /** the present moment; only its local date is used */
  now(): Date;
  files: WritableFiles;
  /** whose paths, names and folders the user has; POSIX where absent */
  system?: System;
  /** the language that the system is set to (`zh-CN`), where the environment names none */
  locale?(): string;
  /** the program as a file that workers can run, and how many can run at once, if not as many as the machine says; absent where
   * there is none */
  workers?: { program: string; cores?: number };
  /** the offline page; absent where this program does not hold it */
  page?(): Uint8Array;
  /** whether Ctrl-C was pressed, where somebody ends in order instead of at once */
  stopped?(): boolean;
  /**
   * Begins to watch these paths; what it gives waits for a change of them, or of other files that were read meanwhile; false: stop
   * watching. Absent where nothing can be watched
   */
  watch?: (paths: readonly string[]) => Promise<Changed>;
  /** asks the user; absent where there is no terminal to ask on. Undefined: broken off with Ctrl-C */
  readonly ask?: ((question: Question) => Promise<string | undefined>) | undefined;
}

/** Waits for a change; `read`: the files that a command has read. */
export type Changed = (read: Iterable<string>) => Promise<boolean>;

export interface Question {
  message: string;
  /** what stands there to be accepted or changed */
  initial: string | undefined;
  /** what is wrong with an answer; undefined when nothing is */
  check?: (answer: string) => string | undefined;
}

/** What is written: text, bytes, or either in pieces, which together may be more than fits into memory. */
export type Content = Shown | Shown<Uint8Array> | Iterable<Shown | Shown<Uint8Array>>;

/** The file system of a command: paths are relative to `cwd`. */
export interface WritableFiles extends Files {
  /**
   * Writes a whole file or nothing of it; without `replace`, an existing file is kept (write-file.ts).
   * @throws {WriteError}
   */
  write(path: string, content: Content, options: WriteOptions): void;
  /** Takes away drafts in a folder that killed runs have left. Absent where files are not written by drafts. */
  tidy?(folder: string): void;
  /** Makes a folder with those above it, unless it is there. @throws {WriteError} */
  makeFolder(path: string): void;
  /** Takes away again a file that this command has made; whatever hinders that is passed over. */
  takeBack(path: string): void;
}

/** With the code of the system as its message, or one of write-file.ts. */
export class WriteError extends Error {
  readonly path: string;
  readonly exists: boolean;
  constructor(path: string, exists: boolean, reason: string) {
    super(reason);
    this.path = path;
    this.exists = exists;
  }
}
