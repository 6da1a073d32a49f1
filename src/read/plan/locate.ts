import { nearest } from '../../values/nearest.ts';
import { basename, dirname, isAbsolute, join } from '../../values/path.ts';
import { canonicalKey, rootShape } from '../fields/shape.ts';
import {
  isCountyFile,
  isLockFile,
  isOpenMark,
  isTableFile,
  PLAN_FILES,
  PLAN_WORKBOOK,
} from '../file-names.ts';
import { type Files, peeked } from '../files.ts';
import type { NextStep, UnreadableReason } from '../problem.ts';
import { STANDARD_LIMITS } from '../size-limits.ts';
import { decode } from '../text/decode.ts';
import { holdsPlan, workbooksIn } from './plan-file.ts';

/** A plan that was found: its path as it is shown, its own file, and what was named instead of it. */
export interface Located {
  path: string;
  file: string;
  /** a file of the plan, by which the plan beside it was found */
  by?: string;
}

/** Why there is no plan at a path, and what can be done about it. */
export interface NotLocated {
  reason: UnreadableReason;
  next?: NextStep | undefined;
}

/**
 * The plan that a path stands for: a folder's, a file's own, or the one beside a roster or timeline that is named (an editor,
 * pre-commit and drag-and-drop name the file that changed). Where there is none, what the folder holds tells what to do.
 */
export async function locatePlan(path: string, files: Files): Promise<Located | NotLocated> {
  const kind = files.kind(path);
  if (kind === undefined)
    return /[*?]/.test(path) ? { reason: 'no-match' } : { reason: 'missing', next: nameNear(path, files) };
  if (kind === 'directory') return inFolder(path, files);
  if (kind !== 'file') return { path, file: path };
  const folder = dirname(path);
  if (isCountyFile(path)) return { reason: 'county', next: batchOver(folder, files) };
  if (isOpenMark(path)) return { reason: 'lock-file' };
  if (isTableFile(path)) {
    const isTable = tableIn(path, files);
    if (isTable === 'nothing') return { reason: 'empty-workbook' };
    if (isTable === 'no-head') return { reason: 'no-head' };
    if (isTable) return (await holdsPlan(path, files)) ? { path, file: path } : besideRoster(path, files);
  }
  if (!isCompanion(path, files)) return isProse(path, files) ? { reason: 'prose' } : { path, file: path };
  const beside = await inFolder(folder, files);
  return 'reason' in beside ? { ...beside, reason: 'part-of-plan' } : { ...beside, by: path };
}

/** The plan of a folder, as YAML or as the one workbook in it that holds a plan. */
async function inFolder(folder: string, files: Files): Promise<Located | NotLocated> {
  const yaml = planFileIn(folder, files);
  if (yaml !== undefined) return { path: folder, file: yaml };
  const held = await workbooksIn(folder, files);
  const [file, another] = held;
  if (another !== undefined) return { reason: 'several-plans', next: { do: 'one-of', paths: held } };
  return file === undefined ? { reason: 'no-plan', next: nextIn(folder, files) } : { path: folder, file };
}

/**
 * Under which name a plan is kept: that of its folder, and of its file where another than the usual may stand beside it.
 * @param file the plan's own file
 */
export function nameKept(file: string, { root }: Files): string {
  const whole = isAbsolute(file) ? file : join(root, file);
  const [folder, name] = [basename(dirname(whole)), basename(whole)];
  return [...PLAN_FILES, PLAN_WORKBOOK].includes(name) ? folder : `${folder}/${name}`;
}

const planFileIn = (folder: string, files: Files): string | undefined =>
  PLAN_FILES.map(name => join(folder, name)).find(file => files.kind(file) !== undefined);

/** A roster in Excel is checked with the plan beside it where that names it; else a plan begins from it. */
function besideRoster(path: string, files: Files): Located | NotLocated {
  const folder = dirname(path);
  const file = planFileIn(folder, files);
  if (file === undefined) return { reason: 'roster', next: { do: 'init', folder, roster: path } };
  if (beginningOf(file, files).includes(basename(path))) return { path: folder, file, by: path };
  return { reason: 'roster', next: { do: 'name-roster', plan: file, roster: basename(path) } };
}

/** Whether a file is a roster or a timeline, by its name or by what it says it is. */
export const isCompanion = (path: string, files: Files): boolean =>
  /^(candidates|timeline)\.ya?ml$/i.test(basename(path)) ||
  (!PLAN_FILES.includes(basename(path)) &&
    /^(schema|格式)\s*:\s*["']?(candidates|timeline)\/v1/m.test(beginningOf(path, files)));

/**
 * Whether a file that is named as a workbook can be one: a zip of its kind, the older kind, or the text or web page that other programs
 * give that ending, with a column 姓名. Anything else is told for what it is when it is read, and not called a roster.
 */
function tableIn(path: string, files: Files): boolean | 'nothing' | 'no-head' {
  let bytes: Uint8Array;
  try {
    bytes = peeked(files, path);
  } catch {
    return true;
  }
  if (bytes.length === 0) return 'nothing';
  const decoded = decode(bytes);
  if ('text' in decoded) return /姓\s*名|名字/.test(decoded.text) || 'no-head';
  return (
    'looksLike' in decoded && (decoded.looksLike === 'excel' || decoded.looksLike === 'old-excel-or-word')
  );
}

/** A text that is no YAML by its name, and has no key of a plan: a notice or a list, not a plan that was saved as .txt. */
const isProse = (path: string, files: Files): boolean =>
  /\.(txt|md|log|ini|rtf)$/i.test(path) &&
  !beginningOf(path, files)
    .split('\n')
    .some(
      line => canonicalKey(rootShape('plan'), /^\s*([^\s:：]+)\s*[:：]/.exec(line)?.[1] ?? '') !== undefined,
    );

/** The first kilobytes of a file as text; empty where it cannot be read. */
function beginningOf(path: string, files: Files): string {
  try {
    return new TextDecoder().decode(peeked(files, path).subarray(0, 16_384));
  } catch {
    return '';
  }
}

/** What to do in a folder without a plan, by what stands in it. */
function nextIn(folder: string, files: Files): NextStep {
  const batch = batchOver(folder, files);
  if (batch.plans.length > 0 || files.list(folder).some(({ name }) => isCountyFile(name))) return batch;
  const [roster] = rostersIn(folder, files);
  return { do: 'init', folder, ...(roster !== undefined && { roster: join(folder, roster) }) };
}

/** Names of a folder's workbooks; not of the marks that Excel leaves beside what is open. */
export const rostersIn = (folder: string, files: Files): string[] =>
  files
    .list(folder)
    .flatMap(({ name, kind }) => (kind === 'file' && isTableFile(name) && !isLockFile(name) ? [name] : []));

const batchOver = (folder: string, files: Files): NextStep & { do: 'batch' } => ({
  do: 'batch',
  folder,
  plans: [...foldersOfPlans(folder, files, 3)],
});

/** Folders with a plan, at most so many levels below. */
function* foldersOfPlans(folder: string, files: Files, levels: number): Iterable<string> {
  if (levels === 0) return;
  for (const { name, kind } of files.list(folder)) {
    if (kind !== 'directory' || name.startsWith('.') || name === 'node_modules') continue;
    const below = join(folder, name);
    if ([...PLAN_FILES, PLAN_WORKBOOK].some(file => files.kind(join(below, file)) === 'file')) yield below;
    else yield* foldersOfPlans(below, files, levels - 1);
  }
}

/** What stands there under a name that is nearly the one given. */
function nameNear(path: string, files: Files): NextStep | undefined {
  const folder = dirname(path);
  const names = files.list(folder).map(({ name }) => name);
  if (names.length > (files.limits ?? STANDARD_LIMITS).items) return undefined;
  const name = nearest(basename(path.replace(/\/+$/, '')), names);
  return name === '' ? undefined : { do: 'instead', path: join(folder, name) };
}
