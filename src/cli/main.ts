import { Gate } from '../output/gate.ts';
import { FileError } from '../read/files.ts';
import { limitsFrom } from '../read/size-limits.ts';
import { loadTexts } from '../text/load.ts';
import type { Texts } from '../text/texts.ts';
import { wordFor } from '../text/word.ts';
import { lazy } from '../values/memo.ts';
import { diskFiles } from './disk.ts';
import type { Io, Output, Question } from './io.ts';
import { pageFile } from './page-file.ts';
import { run } from './run.ts';
import { EXIT } from './session.ts';
import { languageOf } from './settings.ts';
import type { System } from './system.ts';

/** Runs the command of this process: the only place that touches `process`. */
export async function main(): Promise<void> {
  let stopped = false;
  let endsInOrder = false;
  process.on('SIGINT', () => {
    // The first time a batch ends with what it has; everything else, and a second time, ends at once.
    if (stopped || !endsInOrder) end(SIGNALS.SIGINT);
    stopped = true;
  });
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(SIGNALS[signal]));
  watchOutput();
  const cwd = currentFolder();
  if (cwd === undefined) {
    await tell(texts => texts.faults.folderGone);
    process.exitCode = EXIT.failed;
    return;
  }
  const limits = limitsFrom(process.env);
  const io: Io = {
    cwd,
    stdout: process.stdout,
    stderr: errorOutput,
    stdin: () => readAll(limits.file),
    env: process.env,
    now: () => new Date(),
    files: diskFiles(cwd, undefined, limits, SYSTEM),
    system: SYSTEM,
    locale,
    page: pageFile,
    // A program that needs no Node is its own script, which no thread can run: it works in one.
    ...(process.argv[1] !== process.execPath && { workers: { program: process.argv[1]! } }),
    stopped: () => {
      endsInOrder = true;
      return stopped;
    },
    watch: async paths => (await import('./watch.ts')).watchOnDisk(cwd, paths),
    // Asking for the stream opens it, which most commands have no need of.
    get ask() {
      if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
      return async (question: Question) => (await import('./prompts.ts')).askOnTerminal(question);
    },
  };
  process.exitCode = await run(process.argv.slice(2), io);
}

const SYSTEM: System = process.platform === 'win32' ? 'windows' : 'posix';

/** Windows has its language in its settings; elsewhere an environment without one (a container) says nothing. */
const locale = (): string => (SYSTEM === 'windows' ? new Intl.DateTimeFormat().resolvedOptions().locale : '');

/** Exit codes of signals, as shells give them. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Says that it was ended and ends; files are written in one go, so no write is under way. */
function end(code: number): void {
  void tell(texts => texts.faults.ended).finally(() => process.exit(code));
}

/**
 * A reader that has seen enough (`plan check | head`) closes the pipe: that is no failure, and the files and the exit
 * code are those of a run without it. Anything else, such as a full disk, is said.
 */
function watchOutput(): void {
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE' || cannotPrint) return;
    cannotPrint = true;
    process.on('exit', () => {
      process.exitCode = EXIT.failed;
    });
    void tell(({ faults }) =>
      faults.cannotPrint(wordFor(faults.writeReasons, code ?? '') ?? code ?? message),
    );
  });
}

/** Opened when something is written to it, which most runs have no need of. */
const errorStream = lazy(() => {
  // Nobody is left to be told of what goes wrong here.
  return process.stderr.on('error', () => {});
});

const errorOutput: Output = {
  write: text => errorStream().write(text),
  get isTTY() {
    return errorStream().isTTY;
  },
  get columns() {
    return errorStream().columns;
  },
};

/** The output has failed, and that is being said. */
let cannotPrint = false;

/** Undefined where the folder was deleted after the shell had gone there. */
function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

async function tell(sentence: (texts: Texts) => string): Promise<void> {
  const texts = await loadTexts(languageOf(process.argv.slice(2), process.env, locale));
  errorOutput.write(new Gate().seal(`plan: ${sentence(texts)}\n`));
}

/** @throws {FileError} as soon as it is more than so many megabytes: it may never end */
async function readAll(most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    bytes += (chunk as Uint8Array).length;
    if (bytes > most * 1e6) throw new FileError('too-large');
  }
  return Buffer.concat(chunks);
}

/** The same program as a worker of `plan batch`. */
export async function work(): Promise<void> {
  await (await import('./batch/worker.ts')).work();
}
