import { strToU8, zipSync } from 'fflate';

/** The earliest day that a zip file can hold, told in local time as zip files tell it. */
const DAY = new Date(1980, 0, 1);

/** The files in the order of their names and with one date, so that equal contents are equal bytes. */
export function stableZip(files: Record<string, string | Uint8Array>): Uint8Array {
  const names = Object.keys(files).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return zipSync(
    Object.fromEntries(
      names.map(name => {
        const file = files[name]!;
        return [name, [typeof file === 'string' ? strToU8(file) : file, { mtime: DAY, level: 6 }]];
      }),
    ),
  );
}

/** Readers expect the list of content types first. */
const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1);
