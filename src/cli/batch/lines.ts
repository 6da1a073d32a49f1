import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes that are read at a time. */
const WINDOW = 1 << 18;
const LF = 10;

/** The lines of a file that are not empty, one by one: the file may be larger than memory. @throws {NodeJS.ErrnoException} */
export function* linesIn(path: string): Generator<string> {
  const handle = openSync(path, 'r');
  try {
    yield* linesOf(handle);
  } finally {
    closeSync(handle);
  }
}

/** The same of a file that is open, up to so many bytes. @throws {NodeJS.ErrnoException} */
export function* linesOf(handle: number, length = Number.POSITIVE_INFINITY): Generator<string> {
  const window = Buffer.alloc(Math.min(WINDOW, length));
  /** of a line that is longer than what was read so far */
  let begun: Buffer[] = [];
  for (let at = 0; at < length; ) {
    const count = readSync(handle, window, 0, Math.min(window.length, length - at), at);
    if (count === 0) break;
    at += count;
    const bytes = window.subarray(0, count);
    let from = 0;
    for (let to = bytes.indexOf(LF); to >= 0; to = bytes.indexOf(LF, from)) {
      const rest = bytes.subarray(from, to);
      const line = begun.length > 0 ? Buffer.concat([...begun, rest]).toString() : rest.toString();
      if (line !== '') yield line;
      begun = [];
      from = to + 1;
    }
    if (from < count) begun.push(Buffer.from(bytes.subarray(from)));
  }
  if (begun.length > 0) yield Buffer.concat(begun).toString();
}
