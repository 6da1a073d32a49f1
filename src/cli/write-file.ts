import { constants, type Stats } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { FileCalls } from './file-calls.ts';
import type { Renewed } from './own-files.ts';
import type { System } from './system.ts';

/** A whole file, or one in pieces. */
export type FileContent = string | Uint8Array | Iterable<string | Uint8Array>;

export interface WriteOptions {
  /** over what is there; else an existing file is kept */
  replace: boolean;
  /** what the command makes anew: it may be a file of the plan that is around it */
  renews?: Renewed;
  /** what the file held when it was read: where it holds anything else by now, it is not written */
  expected?: Uint8Array;
}

/** With the system that it is written on. */
type Writing = WriteOptions & { system?: System };

/** A draft of another machine that is older than this belongs to nobody any more, in milliseconds. */
const ABANDONED = 10 * 60 * 1000;

/**
 * Writes a whole file or nothing of it: beside the target first, moved there when it is finished. What exists keeps what it is to
 * others: a link stays a link and the file behind it is written, mode and group stay, a file of two names keeps both, a read-only one is
 * refused, and what is no regular file (a device) is written to and never replaced. Throws what the system says, besides with these
 * codes: `EEXIST`, `READONLY`, `SPECIAL` and `CHANGED`.
 */
export function writeFile(path: string, content: FileContent, options: Writing, fs: FileCalls): void {
  if (!options.replace) {
    writeDraft(path, content, undefined, options, fs);
    return;
  }
  const there = fs.statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw failure('EISDIR');
  if (there && !there.isFile()) {
    writeInto(path, content, constants.O_NONBLOCK ?? 0, fs);
    return;
  }
  const target = behindLinks(path, fs);
  if (there) refuseReadOnly(target, there, fs);
  if (there && there.nlink > 1) overwrite(target, content, options, fs);
  else writeDraft(target, content, there, options, fs);
}

/** A file that says of itself that it may not be written is left alone, even for root, whom the system would let. */
function refuseReadOnly(path: string, { mode }: Stats, fs: FileCalls): void {
  if ((mode & 0o222) === 0) throw failure('READONLY');
  fs.accessSync(path, constants.W_OK);
}

/** The file that a path means in the end, there or not. */
function behindLinks(path: string, fs: FileCalls): string {
  let at = path;
  for (let links = 0; links < MOST_LINKS; links++) {
    if (!fs.lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink()) return at;
    at = resolve(dirname(at), fs.readlinkSync(at));
  }
  throw failure('ELOOP');
}

const MOST_LINKS = 40;

function writeDraft(
  target: string,
  content: FileContent,
  there: Stats | undefined,
  options: Writing,
  fs: FileCalls,
): void {
  sweep(dirname(target), fs, basename(target));
  const draft = join(dirname(target), draftName(basename(target)));
  try {
    // Results name people: nobody else on the machine need read them.
    const handle = fs.openSync(draft, 'wx', 0o600);
    let keepsGroup = true;
    try {
      writeAll(handle, content, fs);
      if (there) keepsGroup = giveGroup(handle, there, fs);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    if (!keepsGroup) {
      // Pieces of a long text are there once: the draft has them all.
      overwrite(target, fs.readFileSync(draft), options, fs);
      return;
    }
    refuseChanged(target, options, fs);
    if (options.replace) patiently(() => fs.renameSync(draft, target), options.system);
    else moveToFree(draft, target, fs);
    if (there) giveMode(target, there, fs);
  } finally {
    try {
      fs.unlinkSync(draft);
    } catch {
      // renamed, or never made
    }
  }
}

/** Gives a draft the owner and the group of the file it replaces; false where the group cannot be given. */
function giveGroup(handle: number, { uid, gid }: Stats, fs: FileCalls): boolean {
  const own = fs.fstatSync(handle);
  if (own.gid === gid && own.uid === uid) return true;
  try {
    fs.fchownSync(handle, uid, gid);
    return true;
  } catch {
    // The owner can be given by root alone, a group by its members too.
  }
  try {
    if (own.gid !== gid) fs.fchownSync(handle, own.uid, gid);
    return true;
  } catch {
    return false;
  }
}

/** Only under the final name, since a draft that is left must not be read by others. */
function giveMode(target: string, { mode }: Stats, fs: FileCalls): void {
  try {
    fs.chmodSync(target, mode & 0o7777);
  } catch {
    // File systems of memory sticks have one mode for all files.
  }
}

/** Writes where the file stands: what would be lost by putting another in its place (a second name, a group) stays. */
function overwrite(target: string, content: FileContent, options: WriteOptions, fs: FileCalls): void {
  refuseChanged(target, options, fs);
  writeInto(target, content, 0, fs);
}

function writeInto(path: string, content: FileContent, flags: number, fs: FileCalls): void {
  // A pipe that nobody reads would be waited for without end.
  const handle = fs.openSync(path, constants.O_WRONLY | flags);
  try {
    const stat = fs.fstatSync(handle);
    if (!stat.isFile() && !stat.isCharacterDevice() && !stat.isFIFO()) throw failure('SPECIAL');
    const length = writeAll(handle, content, fs);
    if (!stat.isFile()) return;
    fs.ftruncateSync(handle, length);
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** Gives the number of bytes. */
function writeAll(handle: number, content: FileContent, fs: FileCalls): number {
  const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  let length = 0;
  for (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    for (let written = 0; written < bytes.length; ) written += fs.writeSync(handle, bytes, written);
    length += bytes.length;
  }
  return length;
}

/** As late as can be: an editor may have saved the file while the draft was written. */
function refuseChanged(target: string, { expected }: WriteOptions, fs: FileCalls): void {
  if (expected && !fs.readFileSync(target).equals(expected)) throw failure('CHANGED');
}

/** How often, and after how many milliseconds each time, a draft is moved again that a virus scanner of Windows is just looking at. */
const TRIES = 10;
const PAUSE = 50;

function patiently(move: () => void, system: System | undefined, tries = TRIES): void {
  try {
    move();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (system !== 'windows' || tries <= 1 || !['EPERM', 'EACCES', 'EBUSY'].includes(code)) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    patiently(move, system, tries - 1);
  }
}

/** File systems without links: those of memory sticks (exFAT says that it is a folder) and of some network drives. */
const WITHOUT_LINKS: ReadonlySet<string | undefined> = new Set([
  ...['EPERM', 'EISDIR', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK', 'EXDEV'],
]);

/** A link refuses to take an existing name, even one that has appeared since; where there are no links, we look first. */
function moveToFree(draft: string, target: string, fs: FileCalls): void {
  try {
    fs.linkSync(draft, target);
  } catch (error) {
    if (!WITHOUT_LINKS.has((error as NodeJS.ErrnoException).code)) throw error;
    if (fs.lstatSync(target, { throwIfNoEntry: false })) throw failure('EEXIST');
    fs.renameSync(draft, target);
  }
}

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** `.名册.yaml.1234-0a1b2c3d.tmp`: the process, the machine, and chance, since in containers processes often have the same number. */
function draftName(name: string): string {
  // The global `crypto` is loaded when it is asked for; most runs write nothing.
  return `${stemOf(name)}${process.pid}-${machine()}${crypto.randomUUID().slice(0, 4)}.tmp`;
}

const stemOf = (name: string): string => `.${name.slice(0, 50)}.`;
const DRAFT = /^\..*\.(\d+)-([0-9a-f]{4})[0-9a-f]{4}\.tmp$/;

/** Four digits for this machine: on a shared drive others have processes of the same numbers. */
function machine(): string {
  let sum = 7;
  for (const char of hostname()) sum = (31 * sum + char.codePointAt(0)!) & 0xffff;
  return sum.toString(16).padStart(4, '0');
}

/**
 * Takes away drafts that a process left which was killed in the middle, since the whole roster may stand in one: those of this machine,
 * and old ones of the file that is to be written.
 */
export function sweep(folder: string, fs: FileCalls, written?: string): void {
  try {
    for (const name of fs.readdirSync(folder)) {
      const [, process, host] = DRAFT.exec(name) ?? [];
      if (process === undefined) continue;
      const draft = join(folder, name);
      const isOld = () => Date.now() - fs.lstatSync(draft).mtimeMs > ABANDONED;
      const isOurs = host === machine() && !isRunning(Number(process));
      if (isOurs || (written !== undefined && name.startsWith(stemOf(written)) && isOld()))
        fs.unlinkSync(draft);
    }
  } catch {
    // what hinders the write itself is told by it
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
