import { diskFiles } from './cli/disk.ts';
import type { Check } from './library-types.ts';
import { resultOf } from './output/findings/result.ts';
import { loadPlan } from './read/plan/load.ts';
import { checkPlan } from './rules/check.ts';
import { loadTexts } from './text/load.ts';
import { dayOf, parseDay } from './values/day.ts';
import { version } from './version.ts';

export type { FindingResult, PlanResult, Result } from './generated/types.ts';
export type { CheckOptions } from './library-types.ts';
export { version };

// What programs import from the package; the command line does not use it. The build makes its declarations from
// library-types.ts, so that every type of the package is written once.

/** See `Check` in library-types.ts. */
export const check: Check = async (
  paths,
  { asOf, lang = 'zh', redact = false, cwd = process.cwd() } = {},
) => {
  if (lang !== 'zh' && lang !== 'en') throw new RangeError(`lang: ${lang}`);
  const day = asOf === undefined ? today() : parseDay(asOf);
  if (day === undefined) throw new RangeError(`asOf: ${asOf}`);
  const files = diskFiles(cwd);
  const plans = [];
  for (const path of [paths].flat())
    plans.push(checkPlan(await loadPlan(path, { files, asOf: day, redact }), day));
  return resultOf({ tool: { name: 'plan', version }, asOf: day, plans }, await loadTexts(lang));
};

function today(): number {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
}
