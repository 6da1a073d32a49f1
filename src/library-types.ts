import type { Result } from './generated/types.ts';

/** How a plan is checked from a program. */
export interface CheckOptions {
  /** the day of the check, `YYYY-MM-DD`; today where absent */
  asOf?: string;
  /** language of the sentences; Chinese where absent */
  lang?: 'zh' | 'en';
  /** replace the names of people by pseudonyms */
  redact?: boolean;
  /** the folder that paths are relative to; the working directory where absent */
  cwd?: string;
}

/**
 * Checks plans (folders or files) as `plan check` does, and gives what `plan check -f json` prints: `plan-result/v1`.
 * What is wrong with a plan is in the result, a missing or broken file too. Nothing is written.
 * @throws {RangeError} where `asOf` is no day or `lang` no language
 */
export type Check = (paths: string | readonly string[], options?: CheckOptions) => Promise<Result>;
