import type { PlanFile } from '../../generated/types.ts';
import type { Day } from '../../values/day.ts';
import { join } from '../../values/path.ts';
import { type ReadDocument, readDocument } from '../document.ts';
import { isLockFile, isWorkbookFile } from '../file-names.ts';
import { FileError, type Files, peeked, reportUnreadable } from '../files.ts';
import type { Problems } from '../problem.ts';

/** Reads a plan's own file, whether it is YAML or a workbook with a sheet 计划. What reads workbooks is loaded only for them. */
export async function readPlanBytes(
  path: string,
  bytes: Uint8Array,
  problems: Problems,
  asOf: Day,
): Promise<ReadDocument<PlanFile> | undefined> {
  if (isWorkbook(bytes)) {
    const { refusalOf, hasPlanSheet, readPlanWorkbook } = await import('../workbook/document.ts');
    if (hasPlanSheet(bytes)) return readPlanWorkbook(path, bytes, problems, asOf);
    const refusal = refusalOf(bytes);
    // .ods, .xlsb, a password: what the reader of text knows is only that it is no text.
    if (refusal !== undefined && !/^(damaged|empty)/.test(refusal)) {
      reportUnreadable(path, refusal, problems);
      return undefined;
    }
  }
  return readDocument<PlanFile>('plan', path, bytes, problems);
}

/** Zipped, or of the older kind: YAML begins with neither. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);

/** The workbooks in a folder that hold a plan. */
export async function workbooksIn(folder: string, files: Files): Promise<string[]> {
  const named = files
    .list(folder)
    .filter(({ name, kind }) => kind !== 'directory' && isWorkbookFile(name) && !isLockFile(name));
  const held: string[] = [];
  for (const { name } of named) if (await holdsPlan(join(folder, name), files)) held.push(join(folder, name));
  return held;
}

/** Whether a file is a workbook with a sheet 计划. */
export async function holdsPlan(path: string, files: Files): Promise<boolean> {
  try {
    const bytes = peeked(files, path);
    return isWorkbook(bytes) && (await import('../workbook/document.ts')).hasPlanSheet(bytes);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return false;
  }
}
