import { COUNTY_FILES, PLAN_FILES } from '../read/file-names.ts';
import type { Files } from '../read/files.ts';
import { basename, dirname, join } from '../values/path.ts';

/** Files that say of what else a plan or a county is made. */
const HEADS = [...PLAN_FILES, ...COUNTY_FILES];

/**
 * Whether a result would take the place of what it was made from: of a file that was read, or (threads read files that the session
 * knows nothing of) one of a plan or county around it.
 * @param read the files that the session read
 * @param renews the file is one that this command wrote before, and may stand beside a plan
 */
export function isInput(file: string, read: Iterable<string>, files: Files, renews: boolean): boolean {
  if (files.kind(file) !== 'file') return false;
  const isRead = [...read].some(path => path === file || files.same(path, file));
  return isRead || (!renews && isOfPlan(file, files));
}

/**
 * Whether a file is one of a plan or county: YAML beside their own file, or what one of them names, in its folder or below it.
 * What a link means counts as well as its name.
 */
function isOfPlan(file: string, files: Files): boolean {
  const paths = [file, files.real?.(file)].filter(path => path !== undefined);
  return paths.some(path => isNamedAbove(path, files));
}

function isNamedAbove(file: string, files: Files): boolean {
  let below = basename(file);
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const heads = HEADS.map(name => join(folder, name)).filter(path => files.kind(path) === 'file');
    if (heads.length > 0 && below === basename(file) && /\.ya?ml$/i.test(file)) return true;
    // Some file systems take names in any case.
    const name = below.toLowerCase();
    if (heads.some(head => textOf(head, files).toLowerCase().includes(name))) return true;
    if (folder === dirname(folder)) return false;
    below = join(basename(folder), below);
  }
}

/** Nothing where it cannot be read: then it names nothing that was read. */
function textOf(path: string, files: Files): string {
  try {
    return new TextDecoder().decode(files.read(path));
  } catch {
    return '';
  }
}
