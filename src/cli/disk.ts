import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { FileError } from '../load/files.ts';
import type { UnreadableReason } from '../load/problem.ts';
import { type WritableFiles, WriteError } from './io.ts';

/** Plans are some tens of kilobytes; a roster of 100,000 people stays below this. */
const MOST_BYTES = 20_000_000;

/** The file system of this machine, seen from a folder. */
export function diskFiles(cwd: string): WritableFiles {
  const full = (path: string) => resolve(cwd, path);
  return {
    root: cwd,
    kind(path) {
      const stat = statSync(full(path), { throwIfNoEntry: false });
      if (!stat) return undefined;
      return stat.isFile() ? 'file' : stat.isDirectory() ? 'directory' : 'other';
    },
    list(path) {
      try {
        return readdirSync(full(path), { withFileTypes: true })
          .map(entry => ({
            name: entry.name,
            kind: entry.isFile()
              ? ('file' as const)
              : entry.isDirectory()
                ? ('directory' as const)
                : ('other' as const),
          }))
          .sort((a, b) => (a.name < b.name ? -1 : 1));
      } catch {
        return [];
      }
    },
    same(a, b) {
      try {
        return realpathSync(full(a)) === realpathSync(full(b));
      } catch {
        return false;
      }
    },
    read(path) {
      try {
        const stat = statSync(full(path));
        if (stat.isDirectory()) throw new FileError('directory');
        // A pipe or device may never end.
        if (!stat.isFile()) throw new FileError('special');
        if (stat.size > MOST_BYTES) throw new FileError('too-large');
        return readFileSync(full(path));
      } catch (error) {
        throw error instanceof FileError ? error : new FileError(reasonOf(error));
      }
    },
    makeFolder(path) {
      try {
        mkdirSync(full(path), { recursive: true });
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        throw new WriteError(path, code === 'EEXIST', code ?? message);
      }
    },
    write(path, content, { replace }) {
      writeWhole(full(path), path, content, replace);
    },
  };
}

function reasonOf(error: unknown): UnreadableReason {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'missing';
    case 'EACCES':
    case 'EPERM':
      return 'denied';
    default:
      return 'failed';
  }
}

/**
 * Writes beside the target first and moves the finished file there, so that a full disk or an interruption never
 * leaves half a file under the final name. A link refuses to take an existing name, even one that has appeared since.
 */
function writeWhole(target: string, path: string, content: string | Uint8Array, replace: boolean): void {
  const draft = join(dirname(target), `.${basename(target).slice(0, 100)}.${process.pid}.tmp`);
  try {
    // Results name people: nobody else on the machine need read them.
    const handle = openSync(draft, 'wx', 0o600);
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (replace) renameSync(draft, target);
    else linkSync(draft, target);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new WriteError(path, code === 'EEXIST', code ?? message);
  } finally {
    try {
      unlinkSync(draft);
    } catch {
      // renamed, or never made
    }
  }
}
