import type { CandidatesFile, FindingResult, Result } from '../generated/types.ts';
import type { InputFile } from '../read/input-file.ts';

/** How a plan is looked at. */
export interface CoreOptions {
  /** the day of the check, `YYYY-MM-DD`; today where absent */
  asOf?: string;
  /** language of the sentences; Chinese where absent */
  lang?: 'zh' | 'en';
  /** replace the names of people by pseudonyms */
  redact?: boolean;
}

/** How a plan is checked from a program: on the disk, or among files that are given. */
export interface CheckOptions extends CoreOptions {
  /** the folder that paths are relative to; the working directory where absent */
  cwd?: string;
  /** files to read instead of those on the disk */
  files?: readonly InputFile[];
}

/**
 * Checks plans (folders or files) as `plan check` does, and gives what `plan check -f json` prints: `plan-result/v1`.
 * What is wrong with a plan is in the result, a missing or broken file too. Nothing is written.
 * @throws {RangeError} where `asOf` is no day or `lang` no language
 */
export type Check = (paths: string | readonly string[], options?: CheckOptions) => Promise<Result>;

/**
 * Checks all plans under paths (folders, patterns, a county.yaml) as `plan batch` does, and gives what `plan batch -f json` prints:
 * `plan-result/v1` with the sums of the county and who stands on two rosters. Nothing is written, and nothing kept for the next run.
 * @throws {RangeError} where `asOf` is no day or `lang` no language
 */
export type Batch = (
  paths: string | readonly string[],
  options?: CheckOptions & { statistics?: boolean },
) => Promise<Result>;

/**
 * Gives what `plan select -f json` prints: `plan-select/v1` (schemas/select-result.schema.json). Undefined where the plan cannot
 * be read, or has no slots or nobody on its roster.
 */
export type Select = (
  path: string,
  options?: CheckOptions & { seconds?: number; resilience?: boolean },
) => Promise<{ schema: string; path: string; status: string } | undefined>;

/** Gives the report of `plan report`, bytes for Word and Excel. Undefined where the plan cannot be read. */
export type Report = (
  path: string,
  options?: CheckOptions & { format?: 'text' | 'markdown' | 'html' | 'docx' | 'xlsx' },
) => Promise<string | Uint8Array | undefined>;

/** Reads a roster from Excel or CSV as `plan import` does; without a roster where the file is none. Nothing is written. */
export type ImportRoster = (
  path: string,
  options?: CheckOptions & { sheet?: string },
) => Promise<{ roster?: CandidatesFile; findings: FindingResult[] }>;
