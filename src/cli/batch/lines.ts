import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes that are read at a time. */
const WINDOW = 1 << 20;
const LF = 10;

/** The lines of a file that are not empty, one by one: the file may be larger than memory. @throws {NodeJS.ErrnoException} */
export function* linesIn(path: string): Generator<string> {
  const handle = openSync(path, 'r');
  try {
    const window = Buffer.alloc(WINDOW);
    let begun: Buffer[] = [];
    for (let count = readSync(handle, window); count > 0; count = readSync(handle, window)) {
      const bytes = window.subarray(0, count);
      let from = 0;
      for (let to = bytes.indexOf(LF); to >= 0; to = bytes.indexOf(LF, from)) {
        const line = Buffer.concat([...begun, bytes.subarray(from, to)]);
        if (line.length > 0) yield line.toString();
        begun = [];
        from = to + 1;
      }
      if (from < count) begun.push(Buffer.from(bytes.subarray(from)));
    }
    if (begun.length > 0) yield Buffer.concat(begun).toString();
  } finally {
    closeSync(handle);
  }
}
