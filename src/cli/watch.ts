import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isTableFile } from '../read/file-names.ts';
import type { Changed } from './io.ts';

/** Often enough to follow an editor; looking works on network drives, where notices of changes do not arrive. */
const INTERVAL = 400;
const isWatched = (name: string): boolean => /\.ya?ml$/i.test(name) || isTableFile(name);

/**
 * Begins to watch the plans and rosters in these folders, and in those of these files: a plan's companions lie beside it. What it
 * gives waits until one of them, or of the files that were read besides, is another than now, and gives true then.
 */
export function watchOnDisk(cwd: string, paths: readonly string[]): Changed {
  const stamps = () => new Map(paths.flatMap(path => filesBeside(resolve(cwd, path))).map(withStamp));
  const before = stamps();
  return async read => {
    // Files elsewhere are known only now.
    const others = [...read].map(path => resolve(cwd, path)).filter(path => !before.has(path));
    const earlier = describe(others.map(withStamp));
    while (describe(stamps()) === describe(before) && describe(others.map(withStamp)) === earlier)
      await new Promise(done => setTimeout(done, INTERVAL));
    return true;
  };
}

const describe = (stamps: Iterable<readonly [string, string]>): string => JSON.stringify([...stamps]);

function withStamp(file: string): readonly [string, string] {
  const stat = statSync(file, { throwIfNoEntry: false });
  return [file, `${stat?.mtimeMs} ${stat?.size}`];
}

function filesBeside(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  const folder = stat?.isDirectory() ? path : dirname(path);
  const beside = statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder).filter(name => isWatched(name))
    : [];
  return [...new Set([...beside.map(name => join(folder, name)), ...(stat?.isFile() ? [path] : [])])];
}
