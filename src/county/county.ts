import type { Place } from '../model/place.ts';
import { readDocument } from '../read/document.ts';
import { type Files, liesWithin, readBytes, reportUnreadable } from '../read/files.ts';
import { Problems } from '../read/problem.ts';
import { SourceFile } from '../read/text/source.ts';
import { checkPlan, type Finding } from '../rules/check.ts';
import type { CountyFacts, ReadCountyFile, Township } from '../rules/county-facts.ts';
import type { Day } from '../values/day.ts';
import { dirname, isWithin, namedIn } from '../values/path.ts';
import { folderAt, spelled } from './find.ts';
import { rollUp } from './rollup.ts';
import type { Summary } from './summary.ts';

/** A county's plan, read: its townships by their folder, and what was wrong with the file. */
export interface County {
  path: string;
  file?: ReadCountyFile;
  place: Place;
  /** folders of the townships' plans, in the order of the file; absent where it names none */
  folders: (string | undefined)[];
  findings: Finding[];
  unreadable: boolean;
}

/** Reads a county's file. */
export async function readCounty(path: string, files: Files, asOf: Day): Promise<County> {
  const problems = new Problems(undefined, files.limits);
  const bytes = readBytes(files, path, problems);
  const document = bytes && (await readDocument<Partial<ReadCountyFile>>('county', path, bytes, problems));
  const read = document?.value;
  const file = read && { ...read, townships: read.townships ?? [] };
  /** by what is there after all links, and in the disk's own capitals, the first spelling of it */
  const first = new Map<string, string>();
  const folders = (file?.townships ?? []).map(township => {
    if (township?.path === undefined) return undefined;
    const folder = spelled(folderAt(namedIn(dirname(path), township.path)), files);
    if (liesWithin(dirname(path), folder, files)) {
      const place = files.real?.(folder) ?? folder;
      if (!first.has(place)) first.set(place, folder);
      return first.get(place);
    }
    reportUnreadable(folder, 'outside', problems);
    return undefined;
  });
  const { findings } = checkPlan({ path, problems }, asOf);
  return {
    path,
    place: document?.place ?? new SourceFile(path, '').place(0, 0),
    folders,
    findings,
    unreadable: problems.unreadable || !read?.year || read.quota?.total === undefined || !read.townships,
    ...(file && { file }),
  };
}

/**
 * The plans in the order of the county's file, a line for each township: of one without a plan for the county's year it says
 * why. Plans that the file does not name follow.
 */
export function withTownships({ file, folders }: County, plans: readonly Summary[]): Summary[] {
  if (!file) return [...plans];
  const isOtherYear = ({ sums, year }: Summary) =>
    sums && year !== undefined && file.year !== undefined && year !== file.year;
  // Also one that the file does not name: it is in no sum.
  for (const plan of plans) if (isOtherYear(plan)) plan.lacks = 'other-year';
  const byPath = new Map(plans.map(plan => [plan.path, plan]));
  const lines = new Set<Summary>();
  const names = new Set<string>();
  for (const [index, township] of file.townships.entries()) {
    if (!township) continue;
    const folder = folders[index];
    const plan = folder === undefined ? undefined : byPath.get(folder);
    const isTwice = names.has(township.name);
    names.add(township.name);
    if (!plan || lines.has(plan)) {
      // A folder that another township has is not the plan of this one; the same township twice is one.
      if (!isTwice) lines.add(withoutPlan(township.name, index, plan ? '' : folder));
    } else {
      // A plan that does not tell its own name is called what the county calls it.
      plan.organization ??= township.name;
      lines.add(plan);
    }
  }
  return [...new Set([...lines, ...plans])];
}

const withoutPlan = (organization: string, township: number, path = ''): Summary => ({
  index: -1,
  township,
  path,
  organization,
  verdict: 'unreadable',
  lacks: 'missing',
  errors: 0,
  warnings: 0,
  firstError: '',
  structure: [],
});

/** What the rules on a county look at; undefined where its file could not be read. */
export function countyFacts(
  { path, file, place, folders, unreadable }: County,
  plans: readonly Summary[],
  files: Files,
): CountyFacts | undefined {
  if (!file) return undefined;
  const townships = townshipsOf(file, folders, plans, files);
  const named = new Set(folders);
  // Of a file that lacks its townships nobody knows whom it would name.
  const unlisted = (unreadable ? [] : plans)
    .filter(plan => plan.index >= 0 && !named.has(plan.path) && isWithin(dirname(path), plan.path))
    .map(plan => ({
      name: plan.organization ?? plan.path,
      path: plan.path,
      total: (plan.lacks ? null : plan.sums?.quota) ?? null,
    }));
  return { file, place, townships, unlisted, rollup: rollUp(file, plans) };
}

function townshipsOf(
  file: ReadCountyFile,
  folders: readonly (string | undefined)[],
  plans: readonly Summary[],
  files: Files,
): Township[] {
  const byPath = new Map(plans.filter(({ index }) => index >= 0).map(plan => [plan.path, plan]));
  const names = new Set<string>();
  /** by folder, the first entry that has it */
  const owners = new Map<string, string>();
  const townships: Township[] = [];
  for (const [index, entry] of file.townships.entries()) {
    if (!entry) continue;
    const { name } = entry;
    const folder = folders[index];
    const owner = folder === undefined ? undefined : owners.get(folder);
    const plan = folder === undefined ? undefined : byPath.get(folder);
    const isThere =
      owner !== undefined ||
      plan?.sums !== undefined ||
      (folder !== undefined && files.kind(folder) !== undefined);
    const township: Township = { index, name, isThere };
    if (folder !== undefined) township.folder = folder;
    if (names.has(name)) township.twice = { by: 'name', other: name };
    else if (owner !== undefined) township.twice = { by: 'folder', other: owner };
    if (owner === undefined && plan?.sums && plan.year != null) township.year = plan.year;
    names.add(name);
    if (folder !== undefined && owner === undefined) owners.set(folder, name);
    townships.push(township);
  }
  return townships;
}
