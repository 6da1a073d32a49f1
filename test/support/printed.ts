import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPlan, type TestOptions } from './io.ts';

/** What a command prints into a file: its bytes and its exit code. */
export async function printed(
  args: string[],
  format: string,
  options: TestOptions = {},
): Promise<{ bytes: Uint8Array; code: number; err: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'plan-print-'));
  try {
    const file = join(folder, `out.${format}`);
    const { code, err } = await runPlan([...args, '-f', format, '-o', file], options);
    return { bytes: readFileSync(file), code, err: err.replaceAll(folder, '') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
