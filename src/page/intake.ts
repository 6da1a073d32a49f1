import { unzipSync } from 'fflate';
import { normalize } from '../values/path.ts';
import type { InputFile } from './memory.ts';

/** How much a zip may unpack to, in bytes: more is no plan, and would fill the page's memory. */
const MOST_UNPACKED = 200e6;

export class IntakeError extends Error {
  readonly file: string;
  readonly reason: 'zip' | 'too-large';
  constructor(file: string, reason: 'zip' | 'too-large') {
    super(reason);
    this.file = file;
    this.reason = reason;
  }
}

/** What was dropped: files, and folders with all that is in them. */
export async function droppedFiles(transfer: DataTransfer): Promise<InputFile[]> {
  // The list of items is emptied as soon as this function waits: the entries are taken out first.
  const entries = [...transfer.items].flatMap(item => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return chosenFiles([...transfer.files]);
  return unpacked((await Promise.all(entries.map(filesBelow))).flat());
}

/** What was chosen in a dialog; of a folder with its paths. */
export const chosenFiles = async (files: readonly File[]): Promise<InputFile[]> =>
  unpacked(
    await Promise.all(
      files.map(async file => ({
        path: normalize(file.webkitRelativePath || file.name),
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    ),
  );

async function filesBelow(entry: FileSystemEntry): Promise<InputFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [
      {
        path: normalize(entry.fullPath.replace(/^\/+/, '')),
        bytes: new Uint8Array(await file.arrayBuffer()),
      },
    ];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: InputFile[] = [];
  // A folder is told in portions of a hundred.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return found;
    for (const each of entries) found.push(...(await filesBelow(each)));
  }
}

/** @throws {IntakeError} for a zip that cannot be read, or unpacks to too much */
function unpacked(files: readonly InputFile[]): InputFile[] {
  const all = files.flatMap(file => (/\.zip$/i.test(file.path) ? fromZip(file) : [file]));
  return withoutCommonFolder(all.filter(({ path }) => !isNoise(path)));
}

function fromZip({ path, bytes }: InputFile): InputFile[] {
  let size = 0;
  try {
    const found = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        if (size > MOST_UNPACKED) throw new IntakeError(path, 'too-large');
        return true;
      },
    });
    return Object.entries(found).flatMap(([name, content]) =>
      name.endsWith('/') ? [] : [{ path: normalize(zipName(name)), bytes: content }],
    );
  } catch (error) {
    throw error instanceof IntakeError ? error : new IntakeError(path, 'zip');
  }
}

/** Zips made on Chinese Windows have names in GBK, which fflate gives as Latin-1; some have `\` between folders. */
const zipName = (name: string): string => decodedName(name).replaceAll('\\', '/');

function decodedName(name: string): string {
  if (!/[\x80-\xff]/.test(name) || /[^\0-\xff]/.test(name)) return name;
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(
      Uint8Array.from(name, char => char.charCodeAt(0)),
    );
  } catch {
    return name;
  }
}

/** What systems and Excel leave beside files. */
const isNoise = (path: string): boolean =>
  path
    .split('/')
    .some(
      part => part.startsWith('.') || part.startsWith('~$') || part === '__MACOSX' || part === 'Thumbs.db',
    );

/** One folder dropped as a whole: its name says nothing that the paths need. */
function withoutCommonFolder(files: InputFile[]): InputFile[] {
  const [first] = files;
  const end = first?.path.indexOf('/') ?? -1;
  if (!first || end < 0) return files;
  const folder = first.path.slice(0, end + 1);
  if (!files.every(({ path }) => path.startsWith(folder))) return files;
  return files.map(({ path, bytes }) => ({ path: path.slice(folder.length), bytes }));
}
