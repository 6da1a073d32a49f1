import { Minimatch } from 'minimatch';
import { Breath } from '../values/breath.ts';
import { basename, join, rootOf } from '../values/path.ts';
import { isLockFile, isWorkbookFile } from './file-names.ts';
import type { Files } from './files.ts';
import { STANDARD_LIMITS } from './size-limits.ts';

/** Folders in which nobody keeps plans. */
const SKIPPED = new Set(['node_modules']);

/** Whether a path of the command line is a pattern: what is there by that very name is none. */
export const isPattern = (path: string, files: Files): boolean =>
  /[*?]/.test(path) && files.kind(path) === undefined;

/**
 * Paths with patterns replaced by what they match. A pattern that matches nothing stays, so that it is told that there is no such
 * plan.
 */
export async function expandAll(paths: readonly string[], files: Files): Promise<string[]> {
  const expanded: string[] = [];
  for (const path of paths) {
    const found = isPattern(path, files) ? await expandPattern(path, files) : [];
    const plans = found.filter(
      match =>
        files.kind(match) === 'directory' ||
        /\.ya?ml$/i.test(match) ||
        (isWorkbookFile(match) && !isLockFile(basename(match))),
    );
    expanded.push(...(plans.length > 0 ? plans : [path]));
  }
  return expanded;
}

/** The folders below one that are looked into for plans: no hidden ones, and no links, which may lead in a circle. */
export const foldersIn = (folder: string, files: Files): string[] =>
  files
    .list(folder)
    .filter(({ kind, name }) => kind === 'directory' && !name.startsWith('.') && !SKIPPED.has(name))
    .map(({ name }) => join(folder, name));

/** A folder that is deeper than this below where the search began is not looked into. */
export const deepest = ({ limits = STANDARD_LIMITS }: Files): number => limits.folders;

/**
 * The paths that a pattern matches, each once, in order: `*` and `?` within a name, `**` for any folders, for shells that do not
 * expand them. Names are matched by minimatch, which takes no longer for any pattern than its length times that of the name.
 */
export async function expandPattern(pattern: string, files: Files): Promise<string[]> {
  // A shell of Windows hands on `townships\*` as it was typed.
  const path = pattern.replaceAll('\\', '/');
  const root = rootOf(path);
  const segments = path
    .slice(root.length)
    .split('/')
    .filter(segment => segment !== '');
  const once = segments.filter((segment, index) => segment !== '**' || segments[index - 1] !== '**');
  const search = new Search(once, files);
  await search.below(root || '.', 0, 0);
  return [...search.found];
}

class Search {
  private readonly segments: readonly string[];
  private readonly files: Files;
  /** places that were searched for the rest of the pattern: with several `**` there are many ways to each */
  private readonly seen = new Set<string>();
  private readonly breath = new Breath();
  readonly found = new Set<string>();

  constructor(segments: readonly string[], files: Files) {
    this.segments = segments;
    this.files = files;
  }

  async below(folder: string, at: number, depth: number): Promise<void> {
    const segment = this.segments[at];
    if (segment === undefined) {
      this.found.add(folder);
      return;
    }
    const place = `${at} ${folder}`;
    if (this.seen.has(place)) return;
    this.seen.add(place);
    const { files } = this;
    await this.breath.step();
    if (segment === '**') {
      await this.below(folder, at + 1, depth);
      if (depth === deepest(files)) return;
      for (const path of foldersIn(folder, files)) await this.below(path, at, depth + 1);
    } else if (!/[*?]/.test(segment)) {
      const path = join(folder, segment);
      if (files.kind(path) !== undefined) await this.below(path, at + 1, depth);
    } else {
      const matcher = matcherFor(segment);
      for (const { name, kind } of files.list(folder))
        if (kind !== 'other' && matcher.match(name)) await this.below(join(folder, name), at + 1, depth);
    }
  }
}

/** `*` and `?` alone mean anything: brackets and braces stand in names of folders. */
const matcherFor = (segment: string): Minimatch =>
  new Minimatch(segment.replace(/[[\]{}()!+@\\]/g, '\\$&'), {
    nobrace: true,
    noext: true,
    nonegate: true,
    nocomment: true,
    noglobstar: true,
    dot: !segment.startsWith('*') && !segment.startsWith('?'),
    platform: 'linux',
  });
