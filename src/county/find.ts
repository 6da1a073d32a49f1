import { COUNTY_FILES, isCountyFile, isLockFile, PLAN_FILES, PLAN_WORKBOOK } from '../read/file-names.ts';
import type { Files } from '../read/files.ts';
import { deepest, expandPattern, foldersIn, isPattern } from '../read/patterns.ts';
import { isCompanion, rostersIn } from '../read/plan/locate.ts';
import { Breath } from '../values/breath.ts';
import { basename, dirname, isWithin, join } from '../values/path.ts';

/** What paths of the command line stand for. */
export interface Found {
  /**
   * folders (or files) of plans, each once, in the order in which they are reported; among them the folders of units that have no
   * plan yet, each of which is told of as a plan that cannot be read
   */
  plans: string[];
  /** the county's file, where one of the paths is it or has it */
  county?: string;
  /** paths under which there is no plan */
  empty: string[];
  /** other folders on the way in which there is nothing but workbooks: rosters from which no plan was made, or plans of another name */
  excelOnly: string[];
}

/**
 * The plans under some paths: a plan's folder or file itself, every folder below one in which there is a plan, the
 * townships of a county, or a pattern (`townships/*`, for shells that do not expand it).
 */
export async function findPlans(paths: readonly string[], files: Files): Promise<Found> {
  const found = new Map<string, Place>();
  /** the folders to which each path led */
  const led = new Map<string, string[]>();
  const walk = new Walk(files);
  let county: string | undefined;
  for (const given of paths) {
    const targets = isPattern(given, files) ? await expandPattern(given, files) : [spelled(given, files)];
    const counties = targets.flatMap(path => countyAt(path, files) ?? []);
    county ??= counties[0];
    const folders = targets.filter(path => !counties.includes(path));
    const places = await walk.placesAt(folders, isPattern(given, files));
    const own = places.map(({ path }) => ownFolder(path, files));
    for (const [at, folder] of own.entries()) if (!found.has(folder)) found.set(folder, places[at]!);
    if (counties.length === 0) led.set(given, own);
  }
  const all = [...found.values()];
  const hasPlans = all.some(({ kind }) => kind === 'plan');
  const above = county === undefined ? undefined : dirname(county);
  // Which units a county has its file says; and where nothing at all is a plan, there is nothing to report.
  const isLine = ({ path, kind }: Place) =>
    kind === 'plan' || (kind === 'unit' && hasPlans && (above === undefined || !isWithin(above, path)));
  return {
    plans: all.filter(isLine).map(({ path }) => path),
    ...(county !== undefined && { county }),
    empty: [...led].flatMap(([given, folders]) =>
      folders.some(folder => isLine(found.get(folder)!)) ? [] : [given],
    ),
    excelOnly: all.filter(each => !isLine(each) && hasExcel(each.path, files)).map(({ path }) => path),
  };
}

/** A place on the way, and what it is. */
interface Place {
  path: string;
  kind: 'plan' | 'unit' | 'excel';
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

/** Goes through folders for plans. */
class Walk {
  private readonly files: Files;
  private readonly breath = new Breath();

  constructor(files: Files) {
    this.files = files;
  }

  /** Every match of a pattern is a folder among others; a single path is where the search begins. */
  async placesAt(paths: readonly string[], isAmongOthers: boolean): Promise<Place[]> {
    if (isAmongOthers) return this.amongOthers(paths, 1);
    const places: Place[] = [];
    for (const path of paths) places.push(...(await this.at(path, 0)));
    if (places.length > 0) return places;
    // A shell lists a county's folders itself (`全县/*`).
    return paths.flatMap((path): Place[] =>
      isFolder(path, this.files) ? [{ path: folderAt(path), kind: 'unit' }] : [],
    );
  }

  private async at(given: string, depth: number): Promise<Place[]> {
    await this.breath.step();
    const path = folderAt(given);
    const kind = this.files.kind(path);
    if (kind === 'file') return [{ path, kind: 'plan' }];
    return kind === 'directory' ? this.inFolder(path, depth) : [];
  }

  private async inFolder(path: string, depth: number): Promise<Place[]> {
    const { files } = this;
    // Asking for three names costs a tenth of listing a folder, and most folders of a county are a township's.
    if ([...PLAN_FILES, PLAN_WORKBOOK].some(name => files.kind(join(path, name)) === 'file'))
      return [{ path, kind: 'plan' }];
    if (depth === deepest(files)) return [];
    const below = await this.amongOthers(foldersIn(path, files), depth + 1);
    // Where the search began stand the sums of earlier runs.
    return below.length === 0 && depth > 0 && hasExcel(path, files) ? [{ path, kind: 'excel' }] : below;
  }

  /**
   * What there is in folders that stand beside each other. One without a plan is that of a unit that has made none yet, if it is
   * called as such, or if others beside it are plans and it is empty or holds a workbook.
   */
  private async amongOthers(paths: readonly string[], depth: number): Promise<Place[]> {
    const { files } = this;
    const each: { path: string; places: Place[] }[] = [];
    for (const path of paths) each.push({ path: folderAt(path), places: await this.at(path, depth) });
    const hasPlans = each.some(({ path, places: [place] }) => place?.kind === 'plan' && place.path === path);
    return each.flatMap(({ path, places }): Place[] => {
      const isUnit =
        isFolder(path, files) &&
        !places.some(({ kind }) => kind === 'plan') &&
        (UNIT.test(basename(path)) ||
          (hasPlans && !KEPT.test(basename(path)) && (isEmpty(path, files) || hasExcel(path, files))));
      return isUnit ? [{ path, kind: 'unit' }] : places;
    });
  }
}

/** How folders of townships, and of units beside them, are called. */
const UNIT = /(镇|乡|街道|街道办|办事处|苏木|农场|牧场|林场|团场|园区|开发区)(党委|党工委|党组)?$/;

/** How folders are called in which an office keeps other things beside them. */
const KEPT =
  /备份|备用|存档|归档|档案|历史|往年|旧版|旧计划|旧文件|^旧$|模板|样表|样式|附件|资料|汇总|结果|backup|archive|template|result|^old|^out(put)?$/i;

const isFolder = (path: string, files: Files): boolean => files.kind(path) === 'directory';

/** Nothing but what systems and programs leave there. */
const isEmpty = (path: string, files: Files): boolean =>
  files.list(path).every(({ name }) => isLockFile(name) || /^(thumbs\.db|desktop\.ini)$/i.test(name));

/** A roster, or a plan, in Excel. */
const hasExcel = (folder: string, files: Files): boolean => rostersIn(folder, files).length > 0;

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
