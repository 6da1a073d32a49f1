import type { BatchRun } from '../../county/run.ts';
import { EXIT } from '../session.ts';

/**
 * The exit code of `plan check`, for all plans together; a run that was stopped ends as one.
 * @param isComplete whether all that was asked for was found and written
 */
export function exitCodeOf({ plans, county, left }: BatchRun, isComplete: boolean): number {
  if (left > 0) return 130;
  // A township without a plan is found of the county; nothing was there to be read.
  const isUnreadable =
    county?.county.unreadable || plans.some(({ index, verdict }) => index >= 0 && verdict === 'unreadable');
  if (!isComplete || isUnreadable) return EXIT.failed;
  const hasErrors =
    plans.some(({ verdict }) => verdict === 'fail') ||
    county?.findings.some(({ severity }) => severity === 'error');
  return hasErrors ? EXIT.findings : EXIT.ok;
}
