// By name: all of it as one object would be copied field by field at each start.
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { FileError } from '../read/files.ts';
import type { UnreadableReason } from '../read/problem.ts';
import { type Limits, STANDARD_LIMITS } from '../read/size-limits.ts';
import { makeFolders } from './folders.ts';
import { type Content, type WritableFiles, WriteError } from './io.ts';

/** A draft that is older than this belongs to nobody any more, in milliseconds. */
const ABANDONED = 10 * 60 * 1000;

/** The calls to the system, so that tests can let each of them fail. */
export type FileCalls = typeof SYSTEM;

const SYSTEM = {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
};

/** The file system of this machine, seen from a folder. */
export function diskFiles(
  cwd: string,
  fs: FileCalls = SYSTEM,
  limits: Limits = STANDARD_LIMITS,
): WritableFiles {
  const full = (path: string) => resolve(cwd, path);
  return {
    root: cwd,
    limits,
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
        return fs.realpathSync(full(a)) === fs.realpathSync(full(b));
      } catch {
        return false;
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
    makeFolder(path) {
      try {
        makeFolders(full(path), 0o777, fs.mkdirSync);
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        throw new WriteError(path, code === 'EEXIST', code ?? message);
      }
    },
    write(path, content, { replace }) {
      writeWhole(full(path), path, content, replace, fs);
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
    default:
      return 'failed';
  }
}

/**
 * Writes beside the target first and moves the finished file there, so that a full disk or an interruption never
 * leaves half a file under the final name.
 */
function writeWhole(target: string, path: string, content: Content, replace: boolean, fs: FileCalls): void {
  const stem = `.${basename(target).slice(0, 50)}.`;
  sweep(dirname(target), stem, fs);
  // Not the number of the process alone: in containers it is often the same.
  // The global `crypto` is loaded when it is asked for; most runs write nothing.
  const random = crypto.randomUUID().slice(0, 8);
  const draft = join(dirname(target), `${stem}${process.pid}-${random}.tmp`);
  try {
    // Results name people: nobody else on the machine need read them.
    const handle = fs.openSync(draft, 'wx', 0o600);
    try {
      const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
      for (const piece of pieces) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
        for (let written = 0; written < bytes.length; ) written += fs.writeSync(handle, bytes, written);
      }
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    if (replace) fs.renameSync(draft, target);
    else moveToFree(draft, target, fs);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new WriteError(path, code === 'EEXIST', code ?? message);
  } finally {
    try {
      fs.unlinkSync(draft);
    } catch {
      // renamed, or never made
    }
  }
}

/** File systems without links: those of memory sticks and of some network drives. */
const WITHOUT_LINKS: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** A link refuses to take an existing name, even one that has appeared since; where there are no links, we look first. */
function moveToFree(draft: string, target: string, fs: FileCalls): void {
  try {
    fs.linkSync(draft, target);
  } catch (error) {
    if (!WITHOUT_LINKS.has((error as NodeJS.ErrnoException).code)) throw error;
    if (fs.lstatSync(target, { throwIfNoEntry: false }))
      throw Object.assign(new Error('exists'), { code: 'EEXIST' });
    fs.renameSync(draft, target);
  }
}

/** Drafts of the same file that a process left which was killed in the middle. */
function sweep(folder: string, stem: string, fs: FileCalls): void {
  try {
    for (const name of fs.readdirSync(folder)) {
      if (!name.startsWith(stem) || !/^\d+-[0-9a-f]{8}\.tmp$/.test(name.slice(stem.length))) continue;
      const draft = join(folder, name);
      if (Date.now() - fs.lstatSync(draft).mtimeMs > ABANDONED) fs.unlinkSync(draft);
    }
  } catch {
    // what hinders the write itself is told by it
  }
}
