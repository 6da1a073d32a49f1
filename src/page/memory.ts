import type { Io, WritableFiles } from '../cli/io.ts';
import { WriteError } from '../cli/io.ts';
import { FileError } from '../read/files.ts';
import type { InputFile } from '../read/input-file.ts';
import { memoryFiles } from '../read/memory-files.ts';
import { normalize } from '../values/path.ts';

export type { InputFile };

/** The files of the page as the file system of a command: it reads and writes here as it does on a disk. */
export interface PageFiles extends WritableFiles {
  /** all files, in the order of their paths */
  all(): InputFile[];
}

/** Nothing that is written leaves the page's memory. */
export function pageFiles(given: Iterable<InputFile>): PageFiles {
  const contents = new Map(Array.from(given, ({ path, bytes }) => [normalize(path), bytes]));
  const all = () =>
    Array.from(contents, ([path, bytes]) => ({ path, bytes })).sort((a, b) => (a.path < b.path ? -1 : 1));
  let files = memoryFiles(all());
  return {
    ...files,
    all,
    kind: path => files.kind(path),
    list: path => files.list(path),
    same: (a, b) => files.same(a, b),
    read: (path, megabytes) => files.read(path, megabytes),
    write(path, content, { replace }) {
      const kind = files.kind(path);
      if (kind === 'directory') throw new WriteError(path, false, 'EISDIR');
      if (kind !== undefined && !replace) throw new WriteError(path, true, 'EEXIST');
      contents.set(
        normalize(path),
        content instanceof Uint8Array ? content : joined(typeof content === 'string' ? [content] : content),
      );
      files = memoryFiles(all());
    },
    // A folder is there as soon as a file in it is.
    makeFolder() {},
    takeBack(path) {
      contents.delete(normalize(path));
      files = memoryFiles(all());
    },
  };
}

/** The world of a command that runs in the page. */
export function pageIo(files: PageFiles): { io: Io; said: { out: string; err: string } } {
  const said = { out: '', err: '' };
  const io: Io = {
    cwd: '',
    stdout: { write: text => (said.out += text), columns: 96, isTTY: true },
    stderr: { write: text => (said.err += text) },
    stdin: () => Promise.reject(new FileError('missing')),
    env: {},
    now: () => new Date(),
    files,
  };
  return { io, said };
}

/** The pieces of a file, texts and bytes, as one. */
function joined(pieces: Iterable<string | Uint8Array>): Uint8Array {
  const encoder = new TextEncoder();
  const parts = Array.from(pieces, piece => (typeof piece === 'string' ? encoder.encode(piece) : piece));
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
