import { diskFiles } from '../../src/cli/disk.ts';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import type { System } from '../../src/cli/system.ts';
import { limitsFrom } from '../../src/read/size-limits.ts';

export interface TestOptions {
  /** the folder in which the command runs; the repository by default */
  cwd?: string;
  env?: Record<string, string>;
  /** the day of the run; 1 June 2016 by default */
  now?: string;
  stdin?: string | Uint8Array;
  /** whose paths and names the user has; those of POSIX by default */
  system?: System;
  /** the language that the system is set to */
  locale?: string;
  isTTY?: boolean;
  columns?: number;
  /** Ctrl-C is pressed when a command has asked so many times whether it was */
  stopAfter?: number;
}

/** What only a power cut would show: waiting for the disk costs the tests more than what they write. */
const UNHURRIED = { fsyncSync: () => {} };

/** An Io on the real file system that keeps what is written. */
export function testIo({
  cwd = process.cwd(),
  env = {},
  now = '2016-06-01',
  stdin = '',
  isTTY,
  columns,
  stopAfter,
  system = 'posix',
  locale = '',
}: TestOptions) {
  let asked = 0;
  const written = { out: '', err: '' };
  const io: Io = {
    cwd,
    stdout: { write: text => (written.out += text), isTTY, columns },
    stderr: { write: text => (written.err += text) },
    stdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    env,
    // noon, so that it is the same date in every time zone of the tests
    now: () => new Date(`${now}T12:00:00`),
    files: diskFiles(cwd, UNHURRIED, limitsFrom(env), system),
    system,
    locale: () => locale,
    stopped: () => stopAfter !== undefined && asked++ >= stopAfter,
  };
  return { io, written };
}

/** Runs a command line and gives what it wrote and its exit code. */
export async function runPlan(args: string[], options: TestOptions = {}) {
  const { io, written } = testIo(options);
  const code = await run(args, io);
  return { code, ...written };
}
