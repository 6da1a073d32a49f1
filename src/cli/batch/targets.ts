import { BATCH_FORMATS } from '../formats.ts';
import type { Options, Session } from '../session.ts';
import { type OutputOptions, type Target, targetsOf } from '../targets.ts';

export type BatchFormat = (typeof BATCH_FORMATS)[number];

export type BatchTarget = Target<BatchFormat>;

/** Formats that show findings, not only sums. */
const IN_FULL: ReadonlySet<BatchFormat> = new Set([
  ...(['json', 'ndjson', 'xlsx', 'html', 'junit', 'sarif', 'github'] as const),
]);

/** What is written where. @throws {UsageError} */
export const batchTargets = (options: Options, session: Session): BatchTarget[] =>
  targetsOf(options as OutputOptions, BATCH_FORMATS, session);

/** ndjson on standard output is written while the plans are checked. */
export const streams = (target: BatchTarget): boolean => target.format === 'ndjson' && target.file === null;

/** Whether what was found of a plan is needed once it was counted. */
export const needsFindings = (targets: readonly BatchTarget[], isStreamed: boolean): boolean =>
  targets.some(target => IN_FULL.has(target.format) && !(isStreamed && streams(target)));
