import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The earliest day that a zip file can hold. */
const DAY = new Date(1980, 0, 1);

/** The same files in the order of their names and with one date, so that equal contents are equal bytes. */
export function stableZip(bytes: Uint8Array, edit: (name: string, text: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const names = Object.keys(files).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return zipSync(
    Object.fromEntries(
      names.map(name => {
        const file = files[name]!;
        const content = /\.(xml|rels)$/.test(name) ? strToU8(edit(name, strFromU8(file))) : file;
        return [name, [content, { mtime: DAY, level: 6 }]];
      }),
    ),
  );
}

/** Readers expect the list of content types first. */
const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1);
