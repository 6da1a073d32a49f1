import type { Files } from '../read/files.ts';
import { PLAN_FILES } from '../read/plan/load.ts';
import { STANDARD_LIMITS } from '../read/size-limits.ts';
import { join } from '../values/path.ts';

/** Folders in which nobody keeps plans. */
const SKIPPED = new Set(['node_modules']);

/** What a path of the command line stands for. */
export interface Found {
  /** folders (or files) of plans, each once, in the order in which they are reported */
  plans: string[];
  /** the county's file, where one of the paths is it or has it */
  county?: string;
  /** paths under which there is no plan */
  empty: string[];
}

/**
 * The plans under some paths: a plan's folder or file itself, every folder below one in which there is a plan, the
 * townships of a county, or a pattern (`townships/*`, for shells that do not expand it).
 */
export function findPlans(paths: readonly string[], files: Files): Found {
  const plans = new Set<string>();
  const empty: string[] = [];
  let county: string | undefined;
  for (const given of paths) {
    const targets = /[*?]/.test(given) && files.kind(given) === undefined ? expand(given, files) : [given];
    let any = false;
    for (const path of targets) {
      const own = countyAt(path, files);
      county ??= own;
      for (const plan of own === path ? [] : walk(path, files)) {
        plans.add(plan);
        any = true;
      }
      any ||= own !== undefined;
    }
    if (!any) empty.push(given);
  }
  return { plans: [...plans], ...(county !== undefined && { county }), empty };
}

function countyAt(path: string, files: Files): string | undefined {
  const kind = files.kind(path);
  if (kind === 'file') return /(^|\/)county\.ya?ml$/.test(path) ? path : undefined;
  return ['county.yaml', 'county.yml']
    .map(name => folderAt(path, name))
    .find(file => files.kind(file) === 'file');
}

function* walk(given: string, files: Files): Iterable<string> {
  const path = folderAt(given);
  const kind = files.kind(path);
  if (kind === 'file') yield path;
  else if (kind === 'directory') yield* walkFolder(path, files, 0);
}

function* walkFolder(path: string, files: Files, depth: number): Iterable<string> {
  // Asking for two names costs a tenth of listing a folder, and most folders of a county are a township's.
  if (PLAN_FILES.some(name => files.kind(join(path, name)) === 'file')) {
    yield path;
    return;
  }
  if (depth === deepest(files)) return;
  for (const { name, kind } of files.list(path))
    if (kind === 'directory' && !name.startsWith('.') && !SKIPPED.has(name))
      yield* walkFolder(join(path, name), files, depth + 1);
}

/** A folder that is deeper than this below where the search began is not looked into. */
const deepest = ({ limits = STANDARD_LIMITS }: Files): number => limits.folders;

/** `./a/../b` and `b/` are one folder. */
export const folderAt = (...path: string[]): string => join(...path).replace(/(.)\/$/, '$1');

/**
 * Paths with patterns replaced by what they match, for shells that do not expand them. A pattern that matches nothing stays, so
 * that it is told that there is no such plan.
 */
export const expandAll = (paths: readonly string[], files: Files): string[] =>
  paths.flatMap(path => {
    if (!/[*?]/.test(path) || files.kind(path) !== undefined) return [path];
    const matches = expand(path, files).filter(
      match => files.kind(match) === 'directory' || /\.ya?ml$/.test(match),
    );
    return matches.length > 0 ? matches : [path];
  });

/** The paths that a pattern matches: `*` and `?` within a name, `**` for any folders. */
function expand(pattern: string, files: Files): string[] {
  const [first = '', ...rest] = pattern.split('/');
  const start = first === '' ? '/' : '.';
  return match(start, first === '' ? rest : [first, ...rest], files, 0);
}

function match(folder: string, segments: readonly string[], files: Files, depth: number): string[] {
  const [segment, ...rest] = segments;
  if (segment === undefined) return [folder];
  if (segment === '**') {
    const below = depth === deepest(files) ? [] : foldersIn(folder, files);
    return [
      ...match(folder, rest, files, depth),
      ...below.flatMap(path => match(path, segments, files, depth + 1)),
    ];
  }
  if (!/[*?]/.test(segment)) {
    const path = join(folder, segment);
    return files.kind(path) === undefined ? [] : match(path, rest, files, depth);
  }
  const name = new RegExp(
    `^${segment
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '[^/]*')
      .replace(/\?/g, '[^/]')}$`,
    'u',
  );
  return files
    .list(folder)
    .filter(entry => entry.kind !== 'other' && name.test(entry.name))
    .flatMap(entry => match(join(folder, entry.name), rest, files, depth));
}

const foldersIn = (folder: string, files: Files): string[] =>
  files
    .list(folder)
    .filter(({ kind, name }) => kind === 'directory' && !name.startsWith('.') && !SKIPPED.has(name))
    .map(({ name }) => join(folder, name));
