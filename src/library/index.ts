import { diskFiles } from '../cli/disk.ts';
import type { InputFile } from '../read/input-file.ts';
import { memoryFiles } from '../read/memory-files.ts';
import { version } from '../values/version.ts';
import * as core from './core.ts';
import type { Batch, Check, ImportRoster, Report, Select } from './types.ts';

export { version };

// What programs import from the package; the command line does not use it. The build makes its declarations from
// types.ts, so that every type of the package is written once.

/** The disk, or the files that are given instead of it. */
const filesOf = ({ cwd, files }: { cwd?: string; files?: readonly InputFile[] }) =>
  files ? memoryFiles(files) : diskFiles(cwd ?? process.cwd());

/** See `Check` in types.ts. */
export const check: Check = (paths, options = {}) => core.check(filesOf(options), [paths].flat(), options);

/** See `Batch` in types.ts. */
export const batch: Batch = (paths, options = {}) => core.batch(filesOf(options), [paths].flat(), options);

/** See `Select` in types.ts. */
export const select: Select = (path, options = {}) => core.selectNominees(filesOf(options), path, options);

/** See `Report` in types.ts. */
export const report: Report = (path, options = {}) => core.report(filesOf(options), path, options);

/** See `ImportRoster` in types.ts. */
export const importRoster: ImportRoster = (path, options = {}) =>
  core.importRoster(filesOf(options), path, options);
