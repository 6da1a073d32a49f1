import {
  COUNTY_FILES,
  isCountyFile,
  isLockFile,
  isTableFile,
  PLAN_FILES,
  PLAN_WORKBOOK,
} from '../read/file-names.ts';
import type { Files } from '../read/files.ts';
import { deepest, expandPattern, foldersIn, isPattern } from '../read/patterns.ts';
import { isCompanion } from '../read/plan/locate.ts';
import { dirname, join } from '../values/path.ts';

/** What a path of the command line stands for. */
export interface Found {
  /** folders (or files) of plans, each once, in the order in which they are reported */
  plans: string[];
  /** the county's file, where one of the paths is it or has it */
  county?: string;
  /** paths under which there is no plan */
  empty: string[];
  /** folders on the way in which there is nothing but workbooks: rosters from which no plan was made, or plans of another name */
  excelOnly: string[];
}

/**
 * The plans under some paths: a plan's folder or file itself, every folder below one in which there is a plan, the
 * townships of a county, or a pattern (`townships/*`, for shells that do not expand it).
 */
export function findPlans(paths: readonly string[], files: Files): Found {
  const plans = new Map<string, string>();
  const empty: string[] = [];
  const excelOnly = new Set<string>();
  let county: string | undefined;
  for (const given of paths) {
    const targets = isPattern(given, files) ? expandPattern(given, files) : [spelled(given, files)];
    let any = false;
    // Every match of a pattern is a folder among others; a single path is where the search begins.
    const depth = isPattern(given, files) ? 1 : 0;
    for (const path of targets) {
      const own = countyAt(path, files);
      county ??= own;
      for (const plan of own === path ? [] : walk(path, files, depth, excelOnly)) {
        const folder = ownFolder(plan, files);
        if (!plans.has(folder)) plans.set(folder, plan);
        any = true;
      }
      any ||= own !== undefined;
    }
    if (!any) empty.push(given);
  }
  return {
    plans: [...plans.values()],
    ...(county !== undefined && { county }),
    empty,
    excelOnly: [...excelOnly],
  };
}

/** The folder of which a file is the plan or a part, so that files of one plan are not several plans; else the path itself. */
function ownFolder(path: string, files: Files): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isPart =
    files.kind(path) === 'file' &&
    ([...PLAN_FILES, PLAN_WORKBOOK].includes(name) || isCompanion(path, files));
  return isPart ? folderAt(dirname(path)) : path;
}

function countyAt(path: string, files: Files): string | undefined {
  const kind = files.kind(path);
  if (kind === 'file') return isCountyFile(path) ? path : undefined;
  return COUNTY_FILES.map(name => folderAt(path, name)).find(file => files.kind(file) === 'file');
}

function* walk(given: string, files: Files, depth: number, excelOnly: Set<string>): Iterable<string> {
  const path = folderAt(given);
  const kind = files.kind(path);
  if (kind === 'file') yield path;
  else if (kind === 'directory') yield* walkFolder(path, files, depth, excelOnly);
}

function* walkFolder(path: string, files: Files, depth: number, excelOnly: Set<string>): Iterable<string> {
  // Asking for three names costs a tenth of listing a folder, and most folders of a county are a township's.
  if ([...PLAN_FILES, PLAN_WORKBOOK].some(name => files.kind(join(path, name)) === 'file')) {
    yield path;
    return;
  }
  if (depth === deepest(files)) return;
  let any = false;
  for (const folder of foldersIn(path, files))
    for (const plan of walkFolder(folder, files, depth + 1, excelOnly)) {
      any = true;
      yield plan;
    }
  // Where the search began stand the sums of earlier runs.
  if (!any && depth > 0 && hasExcel(path, files)) excelOnly.add(path);
}

/** A roster, or a plan, in Excel; not the marks that Excel leaves beside what is open. */
export const hasExcel = (folder: string, files: Files): boolean =>
  files.list(folder).some(({ name, kind }) => kind === 'file' && isTableFile(name) && !isLockFile(name));

/** `./a/../b` and `b/` are one folder. */
export const folderAt = (...path: string[]): string => join(...path).replace(/(.)\/$/, '$1');

/**
 * The path as the disk spells it, where that differs only in how characters are composed: a Mac writes other bytes for the same
 * name than Windows does.
 */
export function spelled(path: string, files: Files): string {
  if (files.kind(path) !== undefined) return path;
  const above = dirname(path);
  if (above === path) return path;
  const parent = spelled(above, files);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const own = files.list(parent).find(entry => entry.name.normalize() === name.normalize());
  return own ? folderAt(parent, own.name) : path;
}
