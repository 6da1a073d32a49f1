import { dirname, join, normalize } from 'node:path';
import type { CountyFile } from '../../generated/types.ts';
import type { Allocation } from '../../model/plan.ts';
import { memoize, memoizeLast } from '../../values/memo.ts';
import { type ReadDocument, readDocument } from '../document.ts';
import { type Files, readBytes } from '../files.ts';
import { Problems } from '../problem.ts';

/** A township's folder lies at most this far below its county's (`townships/dong`). */
const LEVELS_UP = 3;

/**
 * What the county in whose folder a plan stands allocated to it. Found by going up from the plan to a `county.yaml`
 * that names the plan's folder; the county file's own faults are told when it is checked itself.
 */
export async function findAllocation(planFile: string, files: Files): Promise<Allocation | undefined> {
  const home = normalize(dirname(planFile));
  const folder = countiesOf(files)(join(home, '..'));
  return folder === '' ? undefined : allocationIn(join(folder, 'county.yaml'), folder, home, files);
}

/** By folder the nearest with the county's file, itself or above; empty for none. The townships of a batch have the same. */
const countiesOf = memoizeLast((files: Files) =>
  memoize(1000, (above: string) => {
    let folder = above;
    for (let level = 0; level < LEVELS_UP; level++) {
      if (files.kind(join(folder, 'county.yaml')) === 'file') return folder;
      folder = join(folder, '..');
    }
    return '';
  }),
);

/** The county's file as it was read last: all townships of a batch ask for the same one. The bytes are a copy (`Files.forget`). */
let last: { path: string; bytes: Uint8Array; document: ReadDocument<CountyFile> | undefined } | undefined;

async function parsed(
  path: string,
  bytes: Uint8Array,
  { limits }: Files,
): Promise<ReadDocument<CountyFile> | undefined> {
  if (last?.path !== path || Buffer.compare(last.bytes, bytes) !== 0) {
    const problems = new Problems(undefined, limits);
    last = {
      path,
      bytes: Buffer.from(bytes),
      document: await readDocument<CountyFile>('county', path, bytes, problems),
    };
  }
  return last.document;
}

async function allocationIn(
  path: string,
  folder: string,
  home: string,
  files: Files,
): Promise<Allocation | undefined> {
  const bytes = readBytes(files, path, new Problems());
  const document = bytes && (await parsed(path, bytes, files));
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
