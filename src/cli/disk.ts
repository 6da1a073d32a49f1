import { constants, type Stats } from 'node:fs';
import { resolve, sep } from 'node:path';
import { FileError, type Files } from '../read/files.ts';
import type { UnreadableReason } from '../read/problem.ts';
import { type Limits, STANDARD_LIMITS } from '../read/size-limits.ts';
import { type FileCalls, SYSTEM } from './file-calls.ts';
import { makeFolders } from './folders.ts';
import { type WritableFiles, WriteError } from './io.ts';
import { canBeMade, type System } from './system.ts';
import { sweep, writeFile } from './write-file.ts';

/** The file system of this machine, seen from a folder. `system`: whose names and habits it has. */
export function diskFiles(
  cwd: string,
  calls: Partial<FileCalls> = SYSTEM,
  limits: Limits = STANDARD_LIMITS,
  system: System = 'posix',
): WritableFiles {
  const fs: FileCalls = calls === SYSTEM ? SYSTEM : { ...SYSTEM, ...calls };
  const full = (path: string) => resolve(cwd, path);
  return { root: cwd, limits, ...readingFrom(full, fs, limits), ...writingTo(full, fs, system) };
}

/** What only looks. `full`: a path as the system has it. */
function readingFrom(
  full: (path: string) => string,
  fs: FileCalls,
  limits: Limits,
): Omit<Files, 'root' | 'limits'> {
  return {
    kind(path) {
      let stat: Stats | undefined;
      try {
        stat = fs.statSync(full(path), { throwIfNoEntry: false });
      } catch (error) {
        // Something is there that cannot be looked at; `read` says why.
        return reasonOf(error) === 'missing' ? undefined : 'other';
      }
      if (!stat) return undefined;
      return stat.isFile() ? 'file' : stat.isDirectory() ? 'directory' : 'other';
    },
    list(path) {
      try {
        return fs
          .readdirSync(full(path), { withFileTypes: true })
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
        // The system's own answer is the same for all spellings, where case does not count.
        const real = fs.realpathSync.native ?? fs.realpathSync;
        return real(full(a)) === real(full(b)) || isOneFile(full(a), full(b), fs);
      } catch {
        return false;
      }
    },
    real(path) {
      try {
        const found = (fs.realpathSync.native ?? fs.realpathSync)(full(path));
        return sep === '/' ? found : found.replaceAll(sep, '/');
      } catch {
        return undefined;
      }
    },
    read(path, megabytes = limits.file) {
      try {
        // A pipe or device may never end, and opening one may wait for ever where the system cannot be told not to.
        if (constants.O_NONBLOCK === undefined) refuse(fs.statSync(full(path)), megabytes);
        return readOpen(full(path), fs, megabytes);
      } catch (error) {
        throw error instanceof FileError ? error : new FileError(reasonOf(error));
      }
    },
  };
}

/** What makes, changes and removes. */
function writingTo(
  full: (path: string) => string,
  fs: FileCalls,
  system: System,
): Omit<WritableFiles, keyof Files> {
  const refuseName = (path: string) => {
    if (!canBeMade(path, system)) throw new WriteError(path, false, 'NAME');
  };
  return {
    makeFolder(path) {
      refuseName(path);
      try {
        makeFolders(full(path), 0o777, fs.mkdirSync);
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        throw new WriteError(path, code === 'EEXIST', code ?? message);
      }
    },
    write(path, content, options) {
      refuseName(path);
      // The system's own paths have no `/` at their end, by which the user means a folder.
      if (path.endsWith('/')) throw new WriteError(path, false, 'EISDIR');
      try {
        writeFile(full(path), content, { ...options, system }, fs);
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        throw new WriteError(path, code === 'EEXIST', code ?? message);
      }
    },
    tidy(folder) {
      sweep(full(folder), fs);
    },
    takeBack(path) {
      try {
        fs.unlinkSync(full(path));
      } catch {
        // gone already, or not to be had any more: what brought us here is what the user is told
      }
    },
  };
}

/** Two names of one file, which are no link of one to the other. */
function isOneFile(a: string, b: string, fs: FileCalls): boolean {
  const [one, other] = [fs.statSync(a), fs.statSync(b)];
  return one.isFile() && one.ino !== 0 && one.ino === other.ino && one.dev === other.dev;
}

/** What stood at the path a moment ago may be another thing by now: only what was opened counts. */
function readOpen(path: string, fs: FileCalls, megabytes: number): Uint8Array {
  const handle = fs.openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fs.fstatSync(handle);
    refuse(stat, megabytes);
    // One byte more than there are tells whether the file has grown; then, and in file systems that know no sizes, it is read
    // to its end.
    const bytes = Buffer.allocUnsafeSlow(stat.size + 1);
    const count = fs.readSync(handle, bytes, 0, bytes.length, 0);
    return count === stat.size && count > 0 ? bytes.subarray(0, count) : fs.readFileSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

function refuse(stat: Stats, megabytes: number): void {
  if (stat.isDirectory()) throw new FileError('directory');
  if (!stat.isFile()) throw new FileError('special');
  if (stat.size > megabytes * 1e6) throw new FileError('too-large');
}

function reasonOf(error: unknown): UnreadableReason {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
    // no file can have such a name
    case 'ENAMETOOLONG':
    case 'ERR_INVALID_ARG_VALUE':
      return 'missing';
    // links that lead to one another; a socket
    case 'ELOOP':
    case 'ENXIO':
      return 'special';
    case 'EACCES':
    case 'EPERM':
      return 'denied';
    // Windows: another program has it to itself
    case 'EBUSY':
      return 'busy';
    default:
      return 'failed';
  }
}
