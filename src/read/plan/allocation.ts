import type { CountyFile } from '../../generated/types.ts';
import type { Place } from '../../model/place.ts';
import type { Allocation } from '../../model/plan.ts';
import { dirname, join, namedIn, normalize } from '../../values/path.ts';
import { type ReadDocument, readDocument } from '../document.ts';
import { type Files, readBytes } from '../files.ts';
import { Problems } from '../problem.ts';

/** A township's folder lies at most this far below its county's (`townships/dong`). */
const LEVELS_UP = 3;

/** What a county says of one of its townships: the quota, and the rules that hold for all of them. */
export interface CountyPart {
  allocation: Allocation;
  file: string;
  rules: { value: NonNullable<CountyFile['rules']>; place: Place } | undefined;
}

/**
 * What the county in whose folder a plan stands says of it. Found by going up from the plan to a `county.yaml`
 * that names the plan's folder; the county file's own faults are told when it is checked itself.
 */
export async function findCounty(
  planFile: string,
  files: Files,
  counties: CountyFiles,
): Promise<CountyPart | undefined> {
  const home = normalize(dirname(planFile));
  let folder = home;
  for (let level = 0; level < LEVELS_UP; level++) {
    folder = join(folder, '..');
    const path = join(folder, 'county.yaml');
    if (files.kind(path) === 'file') return partIn(path, folder, home, files, counties);
  }
  return undefined;
}

/** Reads the files of counties. All townships of a batch ask for the same one, so the last is kept as long as it is as it was. */
export class CountyFiles {
  private last:
    | { path: string; bytes: Uint8Array; document: ReadDocument<CountyFile> | undefined }
    | undefined;

  async read(path: string, files: Files): Promise<ReadDocument<CountyFile> | undefined> {
    const bytes = readBytes(files, path, new Problems());
    if (!bytes) return undefined;
    if (this.last?.path !== path || !areEqual(this.last.bytes, bytes)) {
      const problems = new Problems(undefined, files.limits);
      this.last = { path, bytes, document: await readDocument<CountyFile>('county', path, bytes, problems) };
    }
    return this.last.document;
  }
}

const areEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

async function partIn(
  path: string,
  folder: string,
  home: string,
  files: Files,
  counties: CountyFiles,
): Promise<CountyPart | undefined> {
  const document = await counties.read(path, files);
  if (!document) return undefined;
  const townships = document.value.townships;
  const indexWhere = (is: (path: string) => boolean) =>
    townships.findIndex(township => township?.path !== undefined && is(namedIn(folder, township.path)));
  // Nearly always it is named by its own path: only for links is the file system asked, of every township.
  const named = indexWhere(path => path === home);
  const index = named >= 0 ? named : indexWhere(path => files.same(path, home));
  const township = townships[index];
  if (!township) return undefined;
  const { rules } = document.value;
  return {
    allocation: {
      township: township.name,
      quota: township.quota,
      place: document.place.at('townships', index, 'quota'),
    },
    file: path,
    rules: rules && { value: rules, place: document.place.at('rules') },
  };
}
