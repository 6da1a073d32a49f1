import type { CountyFile } from '../../generated/types.ts';
import type { Place } from '../../model/place.ts';
import type { CountyAllocation } from '../../model/plan.ts';
import { dirname, isWithin, join, namedIn, normalize } from '../../values/path.ts';
import { quantityOf } from '../../values/quantity.ts';
import { type ReadDocument, readDocument } from '../document.ts';
import { COUNTY_FILES } from '../file-names.ts';
import { type Files, readBytes } from '../files.ts';
import { Problems } from '../problem.ts';

/** A township's folder lies at most this far below its county's (`townships/dong`). */
const LEVELS_UP = 3;

/** What a county says of one of its townships: the quota, and the rules and columns of statistics that hold for all of them. */
export interface CountyPart {
  allocation: CountyAllocation;
  file: string;
  rules: { value: NonNullable<CountyFile['rules']>; place: Place } | undefined;
  statistics: CountyFile['statistics'];
}

/** The files of the counties in whose folders a plan stands, the nearest first. */
export function countiesOver(planFile: string, files: Files): string[] {
  let folder = dirname(planFile);
  const found: string[] = [];
  for (let level = 0; level < LEVELS_UP; level++) {
    folder = join(folder, '..');
    found.push(...COUNTY_FILES.map(name => join(folder, name)).filter(path => files.kind(path) === 'file'));
  }
  return found;
}

/** Whether a plan that stands in a county's folder leads out of it by a link: somebody else's would be read as a township's. */
export function leadsOut(planFile: string, county: string, files: Files): boolean {
  const [above, own] = [files.real?.(dirname(county)), files.real?.(planFile)];
  return above !== undefined && own !== undefined && !isWithin(above, own);
}

/**
 * What the nearest county that names a plan's folder says of the plan; its file's own faults are told when it is checked itself.
 */
export async function countyPart(
  paths: readonly string[],
  planFile: string,
  files: Files,
  counties: CountyFiles,
): Promise<CountyPart | undefined> {
  for (const path of paths) {
    const part = await partIn(path, dirname(path), normalize(dirname(planFile)), files, counties);
    if (part) return part;
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
  const { townships = [] } = document.value as Partial<CountyFile>;
  const indexWhere = (is: (path: string) => boolean) =>
    townships.findIndex(township => township?.path !== undefined && is(namedIn(folder, township.path)));
  // Nearly always it is named by its own path: only for links is the file system asked, of every township.
  const named = indexWhere(path => path === home);
  const index = named >= 0 ? named : indexWhere(path => files.same(path, home));
  const township = townships[index];
  if (!township) return undefined;
  const { rules, statistics } = document.value;
  return {
    allocation: {
      township: township.name,
      quota: quantityOf(township.quota),
      place: document.place.at('townships', index, 'quota'),
    },
    file: path,
    rules: rules && { value: rules, place: document.place.at('rules') },
    statistics,
  };
}
