import { canonicalKey, rootShape } from '../read/fields/shape.ts';
import { COUNTY_FILES, PLAN_FILES } from '../read/file-names.ts';
import type { Files } from '../read/files.ts';
import { decode } from '../read/text/decode.ts';
import { basename, dirname, join } from '../values/path.ts';

/** Files that say of what else a plan or a county is made. */
const HEADS = [...PLAN_FILES, ...COUNTY_FILES];

/** What `plan import` makes anew, and may find beside a plan: a roster, or a plan from a workbook. */
export type Renewed = 'roster' | 'plan';

/**
 * Whether a result would take the place of what it was made from: of a file that was read, or (threads read files that the session
 * knows nothing of) one of a plan or county around it.
 * @param read the files that the session read
 * @param renews the file may be one of the plan where it is what the command makes
 */
export function isInput(
  file: string,
  read: Iterable<string>,
  files: Files,
  renews: Renewed | undefined,
): boolean {
  if (files.kind(file) !== 'file') return false;
  const isSame = (path: string) => path === file || files.same(path, file);
  if ([...read].some(isSame)) return true;
  return isOfPlan(file, isSame, files) && !(renews && isRenewed(file, renews, files));
}

/**
 * Whether a file is one of a plan or county: YAML beside their own file, or what one of them names, in its folder or below it.
 * What a link means counts as well as its name.
 */
function isOfPlan(file: string, isSame: (path: string) => boolean, files: Files): boolean {
  const paths = [file, files.real?.(file)].filter(path => path !== undefined);
  return paths.some(path => isNamedAbove(path, isSame, files));
}

function isNamedAbove(file: string, isSame: (path: string) => boolean, files: Files): boolean {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const heads = HEADS.map(name => join(folder, name)).filter(path => files.kind(path) === 'file');
    if (heads.length > 0 && folder === dirname(file) && /\.ya?ml$/i.test(file)) return true;
    const isNamed = (name: string) => files.kind(join(folder, name)) === 'file' && isSame(join(folder, name));
    if (heads.some(head => wordsOf(textOf(head, files)).some(isNamed))) return true;
    if (folder === dirname(folder)) return false;
  }
}

/** What may be the name of a file: whatever stands between the marks of YAML. */
const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n:：,，、[\]{}'"]|\s#|\s-\s|^-\s/)
      .map(word => word.trim())
      .filter(word => word !== ''),
  ),
];

/** Whether a file is what is made anew: a plan by its name, a roster by its keys. */
function isRenewed(file: string, renews: Renewed, files: Files): boolean {
  const name = basename(files.real?.(file) ?? file).toLowerCase();
  if (renews === 'plan') return PLAN_FILES.includes(name);
  if (HEADS.includes(name)) return false;
  const shape = rootShape('candidates');
  const keys = textOf(file, files).matchAll(/^["']?([^\s#'":：-][^'":：]*)["']?\s*[:：]/gm);
  return [...keys].some(([, key]) => canonicalKey(shape, key!.trim()) === 'candidates');
}

/** Nothing where it cannot be read: then it names nothing that was read. */
function textOf(path: string, files: Files): string {
  try {
    const decoded = decode(files.read(path));
    return 'text' in decoded ? decoded.text : '';
  } catch {
    return '';
  }
}
