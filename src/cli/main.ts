import { availableParallelism } from 'node:os';
import { diskFiles } from './disk.ts';
import type { Io, Question } from './io.ts';
import { run } from './run.ts';

/** Runs the command of this process: the only place that touches `process`. */
export async function main(): Promise<void> {
  let stopped = false;
  let endsInOrder = false;
  process.on('SIGINT', () => {
    // The first time a batch ends with what it has; everything else, and a second time, ends at once.
    if (stopped || !endsInOrder) process.exit(130);
    stopped = true;
  });
  // A reader that has seen enough (`plan check | head`) closes the pipe; that is no failure.
  process.stdout.on('error', error => {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit();
    throw error;
  });
  const cwd = process.cwd();
  const io: Io = {
    cwd,
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: readAll,
    env: process.env,
    now: () => new Date(),
    files: diskFiles(cwd),
    workers: { program: process.argv[1]!, cores: availableParallelism() },
    stopped: () => {
      endsInOrder = true;
      return stopped;
    },
    changed: async paths => (await import('./watch.ts')).changeOnDisk(cwd, paths),
    ...(process.stdin.isTTY &&
      process.stderr.isTTY && {
        ask: async (question: Question) => (await import('./prompts.ts')).askOnTerminal(question),
      }),
  };
  process.exitCode = await run(process.argv.slice(2), io);
}

async function readAll(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** The same program as a worker of `plan batch`. */
export async function work(): Promise<void> {
  await (await import('./worker.ts')).work();
}
