import { dirname, join, normalize } from 'node:path';
import type { CountyFile } from '../generated/types.ts';
import type { Allocation } from '../model/plan.ts';
import { readDocument } from './document.ts';
import { type Files, readBytes } from './files.ts';
import { Problems } from './problem.ts';

/** A township's folder lies at most this far below its county's (`townships/dong`). */
const LEVELS_UP = 3;

/**
 * What the county in whose folder a plan stands allocated to it. Found by going up from the plan to a `county.yaml`
 * that names the plan's folder; the county file's own faults are told when it is checked itself.
 */
export async function findAllocation(planFile: string, files: Files): Promise<Allocation | undefined> {
  const home = normalize(dirname(planFile));
  let folder = home;
  for (let level = 0; level < LEVELS_UP; level++) {
    folder = join(folder, '..');
    const path = join(folder, 'county.yaml');
    if (files.kind(path) === 'file') return allocationIn(path, folder, home, files);
  }
  return undefined;
}

async function allocationIn(
  path: string,
  folder: string,
  home: string,
  files: Files,
): Promise<Allocation | undefined> {
  const unsaid = new Problems();
  const bytes = readBytes(files, path, unsaid);
  const document = bytes && (await readDocument<CountyFile>('county', path, bytes, unsaid));
  if (!document) return undefined;
  const townships = document.value.townships;
  const index = townships.findIndex(
    township => township?.path !== undefined && files.same(join(folder, township.path), home),
  );
  const township = townships[index];
  if (!township) return undefined;
  return {
    township: township.name,
    quota: township.quota,
    place: document.place.at('townships', index, 'quota'),
  };
}
