import { normalize } from '../values/path.ts';
import { FileError, type Files } from './files.ts';
import type { InputFile } from './input-file.ts';
import { type Limits, STANDARD_LIMITS } from './size-limits.ts';

/** Files at hand as a file system of their own: folders are what their paths say, and there are no links. */
export function memoryFiles(files: Iterable<InputFile>, limits: Limits = STANDARD_LIMITS): Files {
  const contents = new Map<string, Uint8Array>();
  const folders = new Map<string, Map<string, 'file' | 'directory'>>([['.', new Map()]]);
  for (const { path, bytes } of files) {
    const name = pathOf(path);
    contents.set(name, bytes);
    let kind: 'file' | 'directory' = 'file';
    for (let below = name; below !== '.' && below !== '/'; ) {
      const end = below.lastIndexOf('/');
      const folder = end < 0 ? '.' : end === 0 ? '/' : below.slice(0, end);
      const entries = folders.get(folder) ?? new Map();
      folders.set(folder, entries.set(below.slice(end + 1), kind));
      kind = 'directory';
      below = folder;
    }
  }
  const kindOf = (path: string) =>
    contents.has(path) ? 'file' : folders.has(path) ? 'directory' : undefined;
  return {
    root: '',
    limits,
    kind: path => kindOf(pathOf(path)),
    list: path =>
      Array.from(folders.get(pathOf(path)) ?? [], ([name, kind]) => ({ name, kind })).sort((a, b) =>
        a.name < b.name ? -1 : 1,
      ),
    same: (a, b) => pathOf(a) === pathOf(b),
    read(path, megabytes = limits.file) {
      const bytes = contents.get(pathOf(path));
      if (!bytes) throw new FileError(kindOf(pathOf(path)) === 'directory' ? 'directory' : 'missing');
      if (bytes.length > megabytes * 1e6) throw new FileError('too-large');
      return bytes;
    },
  };
}

/** `./甲镇//plan.yaml` and `甲镇/plan.yaml` are one file. */
const pathOf = (path: string): string => normalize(path).replace(/(.)\/$/, '$1');
