import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPlan, type TestOptions } from './io.ts';

interface Printed {
  bytes: Uint8Array;
  code: number;
  err: string;
}

/** What a command prints into a file of a format: its bytes and its exit code. */
export const printed = (args: string[], format: string, options: TestOptions = {}): Promise<Printed> =>
  written([...args, '-f', format], format, options);

/** What a command writes into a file with this ending. */
export async function written(args: string[], ending: string, options: TestOptions = {}): Promise<Printed> {
  const folder = mkdtempSync(join(tmpdir(), 'plan-print-'));
  try {
    const file = join(folder, `out.${ending}`);
    const { code, err } = await runPlan([...args, '-o', file], options);
    return { bytes: readFileSync(file), code, err: err.replaceAll(folder, '') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
