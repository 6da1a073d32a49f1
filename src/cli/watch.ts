import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Often enough to follow an editor; looking works on network drives, where notices of changes do not arrive. */
const INTERVAL = 400;
const WATCHED = /\.(ya?ml|xlsx|xls|csv)$/i;

/** Waits until a file of plans or rosters at one of the paths, or in such a folder, changes; gives true then. */
export async function changeOnDisk(cwd: string, paths: readonly string[]): Promise<boolean> {
  const before = stampOf(cwd, paths);
  while (stampOf(cwd, paths) === before) await new Promise(done => setTimeout(done, INTERVAL));
  return true;
}

function stampOf(cwd: string, paths: readonly string[]): string {
  return paths
    .flatMap(path => filesAt(resolve(cwd, path)))
    .map(file => {
      const stat = statSync(file, { throwIfNoEntry: false });
      return `${file} ${stat?.mtimeMs} ${stat?.size}`;
    })
    .join('\n');
}

function filesAt(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return readdirSync(path)
    .filter(name => WATCHED.test(name))
    .map(name => join(path, name));
}
