import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';

/** The earliest day that a zip file can hold, told in local time as zip files tell it: anew, since a program may change its zone. */
const day = () => new Date(1980, 0, 1);

/** The files in the order of their names and with one date, so that equal contents are equal bytes. */
export function stableZip(files: Record<string, string | Uint8Array>): Uint8Array {
  const names = Object.keys(files).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return zipSync(
    Object.fromEntries(
      names.map(name => {
        const file = files[name]!;
        return [name, [typeof file === 'string' ? strToU8(file) : file, { mtime: day(), level: 6 }]];
      }),
    ),
  );
}

/** Readers expect the list of content types first. */
const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1);

/** A zip file in pieces, made while its files are: neither it nor the largest of them has to fit into memory. */
export function* zipPieces(
  files: Iterable<[name: string, content: Iterable<string>]>,
): Generator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    made.push(bytes);
  });
  for (const [name, content] of files) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = day();
    zip.add(file);
    for (const text of content) {
      file.push(strToU8(text));
      yield* made.splice(0);
    }
    file.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* made;
}

/** The pieces of a file as one. */
export function bytesOf(pieces: Iterable<Uint8Array>): Uint8Array {
  const all = [...pieces];
  const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of all) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
