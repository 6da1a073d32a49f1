import type { PlanFile } from '../../generated/types.ts';
import type { Day } from '../../values/day.ts';
import { join } from '../../values/path.ts';
import { type ReadDocument, readDocument } from '../document.ts';
import { FileError, type Files } from '../files.ts';
import type { Problems } from '../problem.ts';

/** Reads a plan's own file, whether it is YAML or a workbook with a sheet 计划. What reads workbooks is loaded only for them. */
export async function readPlanBytes(
  path: string,
  bytes: Uint8Array,
  problems: Problems,
  asOf: Day,
): Promise<ReadDocument<PlanFile> | undefined> {
  if (isWorkbook(bytes)) {
    const { hasPlanSheet, readPlanWorkbook } = await import('../workbook/document.ts');
    if (hasPlanSheet(bytes)) return readPlanWorkbook(path, bytes, problems, asOf);
  }
  return readDocument<PlanFile>('plan', path, bytes, problems);
}

/** Zipped, or of the older kind: YAML begins with neither. */
const isWorkbook = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);

/** Workbooks, without the marks that Excel leaves beside an open one. */
const NAMED_WORKBOOK = /^(?![.~]).*\.(xlsx|xlsm|xls|et)$/i;

/** The workbook in a folder that holds a plan, where there is one; all of them where there are several, or none. */
export async function workbooksIn(folder: string, files: Files): Promise<string | string[]> {
  if (files.kind(folder) !== 'directory') return [];
  const named = files
    .list(folder)
    .filter(({ name, kind }) => kind !== 'directory' && NAMED_WORKBOOK.test(name));
  if (named.length === 0) return [];
  const { hasPlanSheet } = await import('../workbook/document.ts');
  const held = named.map(({ name }) => join(folder, name)).filter(path => hasPlan(path, files, hasPlanSheet));
  return held.length === 1 ? held[0]! : held;
}

function hasPlan(path: string, files: Files, hasPlanSheet: (bytes: Uint8Array) => boolean): boolean {
  try {
    return hasPlanSheet(files.read(path));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return false;
  }
}
